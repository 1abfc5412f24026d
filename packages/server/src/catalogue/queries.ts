import type { Tx } from '../database/connection.ts';
import type { KeptOutcome, OutcomeDocument, Status } from './document.ts';

/** One outcome as a document; used by every reading here, `o` being catalogue.outcome. */
export const OUTCOME_DOCUMENT = `o.outcome_id as "outcomeId", o.public_id as id, o.code, o.version, o.name, o.credits, o.level, o.field, o.subfield, o.domain, o.lineage,
  o.accredited, coalesce(to_jsonb(o.draft_excludes), (select jsonb_agg(e.excludes order by e.excludes collate "C") from catalogue.outcome_exclusion e where e.lineage = o.lineage), '[]') as excludes,
  (select jsonb_build_object('id', g.group_id, 'lineage', g.lineage, 'credits', g.credits, 'members', g.members) from catalogue.outcome_group g where g.group_id = o.group_id) as "group",
  o.last_assessment as "lastAssessment",
  case when o.size_minutes is not null then jsonb_build_object('minutes', o.size_minutes, 'amount', o.size_amount, 'unit', o.size_unit) end as size,
  o.kind, o.credit_bearing as "creditBearing", o.level_label as "levelLabel",
  d.public_id as developer, o.developer_id as "developerId",
  (select n.name from catalogue.organisation_name n where n.organisation_id = o.developer_id order by n.to_on desc nulls first, n.from_on desc limit 1) as "developerName",
  o.assessments, o.theory, o.practice,
  coalesce((select jsonb_agg(jsonb_build_object('uri', s.uri, 'scheme', s.scheme, 'label', s.label, 'relation', s.relation, 'proficiency', s.proficiency)
    order by s.uri collate "C", s.relation) from catalogue.outcome_skill s where s.outcome_id = o.outcome_id), '[]') as skills,
  o.status, o.registered_on as registered,
  case when o.replaces_lineage is not null then jsonb_build_object('lineage', o.replaces_lineage, 'category', o.review_category) end as replaces,
  o.grades_available as "gradesAvailable", o.subjects, o.in_force_from as "inForceFrom", o.in_force_to as "inForceTo",
  o.revision, o.submitted_at as "submittedAt", o.previous_until as "previousUntil", o.expiry_asked as "expiryAsked"`;
export const OUTCOME_FROM = 'from catalogue.outcome o left join catalogue.organisation d on d.organisation_id = o.developer_id';

/** The outcome with this id; null when the asker may not see it or there is none. */
export async function readOutcome(tx: Tx, id: string, lock: 'locked' | 'free' = 'free'): Promise<KeptOutcome | null> {
  const { rows } = await tx.query<Row>({
    text: `select ${OUTCOME_DOCUMENT} ${OUTCOME_FROM} where o.public_id = $1${lock === 'locked' ? ' for update of o' : ''}`,
    values: [id],
  });
  return rows[0] ?? null;
}

type Row = { [Key in keyof KeptOutcome]: KeptOutcome[Key] };

/** By code and version; `null` is the version that its source did not state. */
export async function readOutcomeVersion(tx: Tx, code: string, version: number | null): Promise<KeptOutcome | null> {
  const { rows } = await tx.query<Row>({
    name: 'catalogue-outcome-version',
    text: `select ${OUTCOME_DOCUMENT} ${OUTCOME_FROM} where o.code = $1 and o.version is not distinct from $2`,
    values: [code, version],
  });
  return rows[0] ?? null;
}

/** Every version of a lineage that the asker may see, oldest first. */
export async function readLineage(tx: Tx, lineage: string): Promise<readonly KeptOutcome[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${OUTCOME_DOCUMENT} ${OUTCOME_FROM} where o.lineage = $1 order by o.version nulls first, o.outcome_id`,
    values: [lineage],
  });
  return rows;
}

/** The outcomes with one of these codes or ids, for comparing with a file. */
export async function readOutcomesNamed(
  tx: Tx,
  codes: readonly string[],
  ids: readonly string[],
): Promise<readonly KeptOutcome[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${OUTCOME_DOCUMENT} ${OUTCOME_FROM} where o.code = any($1) or o.public_id = any($2) order by o.outcome_id`,
    values: [codes, ids],
  });
  return rows;
}

/** Every outcome that the asker may see, by code point of its id, a page at a time. */
export async function readOutcomesAfter(tx: Tx, after: string, limit: number): Promise<readonly KeptOutcome[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${OUTCOME_DOCUMENT} ${OUTCOME_FROM} where o.public_id collate "C" > $1 order by o.public_id collate "C" limit $2`,
    values: [after, limit],
  });
  return rows;
}

export interface Search {
  /** Words, all of which must be in the code, name, subfield, domain or a skill. */
  readonly words: readonly string[];
  readonly field: string | null;
  readonly level: number | null;
  readonly status: string | null;
  readonly developerId: number | null;
}

const FITTING = `(select bool_and(o.folded like w.pattern or exists (
      select from catalogue.outcome_skill s where s.outcome_id = o.outcome_id and catalogue.fold(s.label) like w.pattern))
    from (select '%' || replace(replace(replace(catalogue.fold(word), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' as pattern from unnest($1::text[]) word) w) is not false
  and ($2::text is null or o.field = $2) and ($3::smallint is null or o.level = $3)
  and ($4::text is null or o.status = $4) and ($5::integer is null or o.developer_id = $5)`;

/** The outcomes that fit, by code and version, after the cursor's place. */
export async function searchOutcomes(
  tx: Tx,
  search: Search,
  after: { readonly code: string; readonly version: number } | null,
  limit: number,
): Promise<readonly KeptOutcome[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${OUTCOME_DOCUMENT} ${OUTCOME_FROM} where ${FITTING}
      and ($6::text is null or (o.code collate "C", coalesce(o.version, 0)) > ($6 collate "C", $7::integer))
      order by o.code collate "C", coalesce(o.version, 0) limit $8`,
    values: [...parameters(search), after?.code ?? null, after?.version ?? null, limit],
  });
  return rows;
}

/** How many fit, in all and by field, level and status. */
export async function countFacets(
  tx: Tx,
  search: Search,
): Promise<readonly { facet: 'all' | 'field' | 'level' | 'status'; value: string | null; count: number }[]> {
  const { rows } = await tx.query<{ facet: 'all' | 'field' | 'level' | 'status'; value: string | null; count: number }>({
    text: `with fitting as (select o.field, o.level, o.status from catalogue.outcome o where ${FITTING})
      select 'all' as facet, null as value, count(*)::integer as count from fitting
      union all select 'field', field, count(*)::integer from fitting group by field
      union all select 'level', level::text, count(*)::integer from fitting group by level
      union all select 'status', status, count(*)::integer from fitting group by status
      order by 1, 2 nulls last`,
    values: parameters(search),
  });
  return rows;
}

function parameters({ words, field, level, status, developerId }: Search): unknown[] {
  return [words, field, level, status, developerId];
}

export async function readFields(tx: Tx): Promise<readonly { slug: string; en: string; mi: string }[]> {
  const { rows } = await tx.query<{ slug: string; en: string; mi: string }>({
    text: 'select slug, name_en as en, name_mi as mi from catalogue.field order by position',
  });
  return rows;
}

export interface OutcomeEvent {
  readonly kind: string;
  readonly at: Date;
  readonly note: string | null;
  /** The part of the definition that a comment is about. */
  readonly path: string | null;
  readonly accountId: number | null;
  readonly by: 'developer' | 'steward' | 'operator' | null;
}

/** What happened to a definition and was said of it, newest last. */
export async function readEvents(tx: Tx, outcomeId: number): Promise<readonly OutcomeEvent[]> {
  const { rows } = await tx.query<{ [Key in keyof OutcomeEvent]: OutcomeEvent[Key] }>({
    text: `select kind, at, note, path, account_id as "accountId", by_kind as by
      from catalogue.outcome_event where outcome_id = $1 order by event_id`,
    values: [outcomeId],
  });
  return rows;
}

export async function readNamesOfLineages(
  tx: Tx,
  lineages: readonly string[],
): Promise<readonly { lineage: string; name: string; status: Status }[]> {
  const { rows } = await tx.query<{ lineage: string; name: string; status: Status }>({
    text: 'select distinct on (lineage) lineage, name, status from catalogue.outcome where lineage = any($1) order by lineage, version desc nulls last',
    values: [lineages],
  });
  return rows;
}

export type { OutcomeDocument };
