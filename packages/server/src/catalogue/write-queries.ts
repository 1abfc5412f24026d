import type { Tx } from '../database/connection.ts';
import { accountOf, type CatalogueActor, kindOf } from './actor.ts';
import type { OutcomeContent, OutcomeDocument, ReviewCategory, SkillStatement, Status } from './document.ts';

/** A new outcome; its group must be there. `developerId` is the key of the organisation that answers for it. */
export interface NewOutcome extends Omit<OutcomeDocument, 'developer'> {
  readonly developerId: number | null;
  readonly subjects: readonly string[];
}

/** Inserts outcomes with their skills and exclusions in three statements, however many there are. Answers keys by public id. */
export async function insertOutcomes(tx: Tx, outcomes: readonly NewOutcome[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ public_id: string; outcome_id: number }>({
    text: `insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, field, subfield, domain, accredited, group_id, last_assessment,
        developer_id, assessments, theory, practice, grades_available, status, registered_on, in_force_from, in_force_to, replaces_lineage, review_category,
        kind, subjects, size_minutes, size_amount, size_unit, credit_bearing, level_label)
      select x.id, x.code, x.version, x.lineage, x.name, x.credits, x.level, x.field, x.subfield, x.domain, x.accredited, x."group"->>'id', x."lastAssessment",
        x."developerId", x.assessments, x.theory, x.practice, array(select jsonb_array_elements_text(x."gradesAvailable")), x.status, x.registered,
        x.registered, x."lastAssessment", x.replaces->>'lineage', x.replaces->>'category', x.kind, array(select jsonb_array_elements_text(x.subjects)),
        (x.size->>'minutes')::integer, x.size->>'amount', x.size->>'unit', x."creditBearing", x."levelLabel"
      from jsonb_to_recordset($1) as x (id text, code text, version integer, lineage text, name text, credits smallint, level smallint, field text, subfield text,
        domain text, accredited boolean, "group" jsonb, "lastAssessment" date, "developerId" integer, assessments jsonb, theory jsonb, practice jsonb,
        "gradesAvailable" jsonb, status text, registered date, replaces jsonb, kind text, subjects jsonb, size jsonb, "creditBearing" boolean, "levelLabel" text)
      returning public_id, outcome_id`,
    // A published outcome takes no more skills, so that its status is written after them.
    values: [JSON.stringify(outcomes.map((outcome) => (isKept(outcome.status) ? { ...outcome, status: 'draft' } : outcome)))],
  });
  const keys = new Map(rows.map((row) => [row.public_id, row.outcome_id]));
  const keyOf = (id: string): number => keys.get(id) ?? -1;
  await insertSkills(
    tx,
    outcomes.map(({ id, skills }) => ({ outcomeId: keyOf(id), skills })),
  );
  await insertExclusions(tx, outcomes);
  const kept = outcomes.filter(({ status }) => isKept(status));
  await tx.query({
    text: `update catalogue.outcome o set status = x.status from jsonb_to_recordset($1) as x (id integer, status text) where o.outcome_id = x.id`,
    values: [JSON.stringify(kept.map(({ id, status }) => ({ id: keyOf(id), status })))],
  });
  return keys;
}

const isKept = (status: Status): boolean => status === 'published' || status === 'expiring' || status === 'discontinued';

/** Adds skill statements; one that is there stays. */
export async function insertSkills(
  tx: Tx,
  entries: readonly { readonly outcomeId: number; readonly skills: readonly SkillStatement[] }[],
): Promise<void> {
  const rows = entries.flatMap(({ outcomeId, skills }) => skills.map((skill) => ({ outcomeId, ...skill })));
  if (rows.length === 0) return;
  await tx.query({
    text: `insert into catalogue.outcome_skill (outcome_id, uri, scheme, label, relation, proficiency)
      select x."outcomeId", x.uri, x.scheme, x.label, x.relation, x.proficiency
      from jsonb_to_recordset($1) as x ("outcomeId" integer, uri text, scheme text, label text, relation text, proficiency text) on conflict do nothing`,
    values: [JSON.stringify(rows)],
  });
}

export async function insertExclusions(
  tx: Tx,
  entries: readonly { readonly lineage: string; readonly excludes: readonly string[] }[],
): Promise<void> {
  const rows = entries.flatMap(({ lineage, excludes }) => excludes.map((other) => ({ lineage, other })));
  if (rows.length === 0) return;
  await tx.query({
    text: `insert into catalogue.outcome_exclusion (lineage, excludes)
      select x.lineage, x.other from jsonb_to_recordset($1) as x (lineage text, other text) on conflict do nothing`,
    values: [JSON.stringify(rows)],
  });
}

export type Group = NonNullable<OutcomeDocument['group']>;

/** Adds standards that are not there yet. The code that results name a standard by is its lineage. */
export async function insertGroups(tx: Tx, groups: readonly Group[]): Promise<void> {
  if (groups.length === 0) return;
  await tx.query({
    text: `insert into catalogue.outcome_group (group_id, code, lineage, credits, members)
      select x.id, x.lineage, x.lineage, x.credits, x.members from jsonb_to_recordset($1) as x (id text, lineage text, credits smallint, members smallint)
      on conflict do nothing`,
    values: [JSON.stringify(groups)],
  });
}

/** The standards with these ids, and which outcomes they hold. */
export async function readGroups(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly (Group & { readonly held: readonly string[] })[]> {
  const { rows } = await tx.query<{ id: string; lineage: string; credits: number; members: number; held: string[] }>({
    text: `select g.group_id as id, g.lineage, g.credits, g.members,
        array(select o.public_id from catalogue.outcome o where o.group_id = g.group_id) as held
      from catalogue.outcome_group g where g.group_id = any($1)`,
    values: [ids],
  });
  return rows;
}

/** Replaces what the developer writes of a draft. What it excludes waits for its publication: the lineage may be in use. */
export async function rewriteOutcome(
  tx: Tx,
  outcomeId: number,
  content: OutcomeContent & { readonly previousUntil: string | null },
  at: Date,
): Promise<void> {
  if (content.group !== null) await insertGroups(tx, [content.group]);
  await tx.query({
    text: `update catalogue.outcome set name = $2, credits = $3, level = $4, field = $5, subfield = $6, domain = $7, group_id = $8,
      assessments = $9, theory = $10, practice = $11, grades_available = $12, kind = $13, draft_excludes = $14,
      previous_until = $15, revision = revision + 1, changed_at = $16 where outcome_id = $1`,
    values: [
      outcomeId,
      content.name,
      content.credits,
      content.level,
      content.field,
      content.subfield,
      content.domain,
      content.group?.id ?? null,
      JSON.stringify(content.assessments),
      JSON.stringify(content.theory),
      JSON.stringify(content.practice),
      content.gradesAvailable,
      content.kind,
      content.excludes,
      content.previousUntil,
      at,
    ],
  });
  await tx.query({ text: 'delete from catalogue.outcome_skill where outcome_id = $1', values: [outcomeId] });
  await insertSkills(tx, [{ outcomeId, skills: content.skills }]);
}

/** Makes this all that the lineage excludes. */
export async function writeExclusions(tx: Tx, lineage: string, excludes: readonly string[]): Promise<void> {
  await tx.query({
    text: 'delete from catalogue.outcome_exclusion where lineage = $1 and excludes <> all ($2)',
    values: [lineage, excludes],
  });
  await insertExclusions(tx, [{ lineage, excludes }]);
}

/** Fills what an outcome lacks; what it has stays, but for a name that had lost its macrons. */
export async function fillOutcomes(tx: Tx, fills: readonly Fill[], at: Date): Promise<void> {
  if (fills.length === 0) return;
  await tx.query({
    text: `update catalogue.outcome o set
        name = coalesce(x.name, o.name), credits = coalesce(o.credits, x.credits), level = coalesce(o.level, x.level), field = coalesce(o.field, x.field),
        subfield = coalesce(o.subfield, x.subfield), domain = coalesce(o.domain, x.domain), kind = coalesce(o.kind, x.kind),
        developer_id = coalesce(o.developer_id, x."developerId"), group_id = coalesce(o.group_id, x."groupId"),
        last_assessment = coalesce(o.last_assessment, x."lastAssessment"), registered_on = coalesce(o.registered_on, x.registered),
        in_force_from = coalesce(o.in_force_from, x.registered), in_force_to = coalesce(o.in_force_to, x."lastAssessment"),
        replaces_lineage = coalesce(o.replaces_lineage, x.replaces->>'lineage'), review_category = coalesce(o.review_category, x.replaces->>'category'),
        size_minutes = coalesce(o.size_minutes, (x.size->>'minutes')::integer), size_amount = coalesce(o.size_amount, x.size->>'amount'),
        size_unit = coalesce(o.size_unit, x.size->>'unit'), level_label = coalesce(o.level_label, x."levelLabel"),
        assessments = coalesce(x.assessments, o.assessments), theory = coalesce(x.theory, o.theory), practice = coalesce(x.practice, o.practice),
        grades_available = case when x."gradesAvailable" is null then o.grades_available else array(select jsonb_array_elements_text(x."gradesAvailable")) end,
        subjects = case when x.subjects is null then o.subjects else array(select jsonb_array_elements_text(x.subjects)) end,
        status = coalesce(x.status, o.status), changed_at = $2
      from jsonb_to_recordset($1) as x ("outcomeId" integer, name text, credits smallint, level smallint, field text, subfield text, domain text, kind text,
        "developerId" integer, "groupId" text, "lastAssessment" date, registered date, replaces jsonb, size jsonb, "levelLabel" text,
        assessments jsonb, theory jsonb, practice jsonb, "gradesAvailable" jsonb, subjects jsonb, status text)
      where o.outcome_id = x."outcomeId"`,
    values: [JSON.stringify(fills), at],
  });
}

/** What to fill in one outcome: absent keys stay. Lists are given only where the outcome has none (subjects: with the new ones added). */
export type Fill = { readonly outcomeId: number } & Partial<{
  readonly name: string;
  readonly credits: number;
  readonly level: number;
  readonly field: string;
  readonly subfield: string;
  readonly domain: string;
  readonly kind: string;
  readonly developerId: number;
  readonly groupId: string;
  readonly lastAssessment: string;
  readonly registered: string;
  readonly replaces: OutcomeDocument['replaces'];
  readonly size: OutcomeDocument['size'];
  readonly levelLabel: string;
  readonly assessments: OutcomeDocument['assessments'];
  readonly theory: OutcomeDocument['theory'];
  readonly practice: OutcomeDocument['practice'];
  readonly gradesAvailable: readonly string[];
  readonly subjects: readonly string[];
  readonly status: Status;
}>;

/** Moves an outcome on: its status and what goes with it. Null leaves a value as it is. */
export async function moveOutcome(
  tx: Tx,
  outcomeId: number,
  to: {
    readonly status: Status;
    readonly lastAssessment?: string | null;
    readonly registered?: string | null;
    readonly category?: ReviewCategory | null;
    /** Since when it waits for a steward; it waits no more when this is not given. */
    readonly submitted?: Date | null;
  },
  at: Date,
): Promise<void> {
  await tx.query({
    text: `update catalogue.outcome set status = $2, last_assessment = coalesce($3, last_assessment), in_force_to = coalesce($3, in_force_to),
      registered_on = coalesce(registered_on, $4), in_force_from = coalesce(in_force_from, $4), review_category = coalesce(review_category, $5),
      submitted_at = $6, expiry_asked = null, changed_at = $7
      where outcome_id = $1`,
    values: [
      outcomeId,
      to.status,
      to.lastAssessment ?? null,
      to.registered ?? null,
      to.category ?? null,
      to.submitted ?? null,
      at,
    ],
  });
}

/** Notes the last day for assessment that is asked for; null: nothing is asked any more. */
export async function askExpiry(tx: Tx, outcomeId: number, lastAssessment: string | null, at: Date): Promise<void> {
  await tx.query({
    text: 'update catalogue.outcome set expiry_asked = $2, changed_at = $3 where outcome_id = $1',
    values: [outcomeId, lastAssessment, at],
  });
}

export async function writeDeveloper(tx: Tx, outcomeId: number, developerId: number, at: Date): Promise<void> {
  await tx.query({
    text: 'update catalogue.outcome set developer_id = $2, changed_at = $3 where outcome_id = $1',
    values: [outcomeId, developerId, at],
  });
}

/** Notes what happened to definitions, and by whom. */
export async function insertEvents(
  tx: Tx,
  events: readonly { readonly outcomeId: number; readonly kind: string; readonly note?: string; readonly path?: string }[],
  actor: CatalogueActor,
  at: Date,
): Promise<void> {
  if (events.length === 0) return;
  await tx.query({
    text: `insert into catalogue.outcome_event (outcome_id, kind, at, account_id, by_kind, note, path)
      select x."outcomeId", x.kind, $2, $3, $4, x.note, x.path
        from jsonb_to_recordset($1) as x ("outcomeId" integer, kind text, note text, path text)`,
    values: [JSON.stringify(events), at, accountOf(actor), kindOf(actor)],
  });
}

/** One import at a time: the next waits for this transaction to end. */
export async function lockForImport(tx: Tx): Promise<void> {
  await tx.query({ text: 'select pg_advisory_xact_lock($1)', values: [IMPORT_LOCK] });
}

const IMPORT_LOCK = 7_302_612;

/** Keys of organisations by public id. */
export async function readOrganisationKeys(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ public_id: string; organisation_id: number }>({
    text: 'select public_id, organisation_id from catalogue.organisation where public_id = any($1)',
    values: [ids],
  });
  return new Map(rows.map((row) => [row.public_id, row.organisation_id]));
}
