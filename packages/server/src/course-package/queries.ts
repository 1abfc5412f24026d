import type { Tx } from '../database/connection.ts';
import type { ACTS, PackageText, Status, Sums } from './schemas.ts';

export type Act = (typeof ACTS)[number];
export type Side = 'employer' | 'provider';
type Shape<T> = { [Key in keyof T]: T[Key] };

interface Party {
  readonly id: string;
  readonly name: string;
}

export interface Skill {
  readonly uri: string;
  readonly en: string;
  readonly mi: string | null;
}

export interface PackageRow {
  readonly id: number;
  readonly employer: Party;
  readonly provider: Party;
  readonly employerId: number;
  readonly providerId: number;
  readonly title: string;
  readonly skills: readonly Skill[];
  readonly request: {
    readonly id: string;
    readonly people: number;
    readonly place: string;
    readonly beginsBy: string | null;
    readonly ended: boolean;
  } | null;
  readonly status: Status;
  readonly version: number;
  readonly changedAt: Date;
  /** Null for who may not see it. */
  readonly draft: { readonly content: PackageText; readonly revision: number } | null;
  readonly versions: readonly {
    readonly version: number;
    readonly content: PackageText;
    readonly sums: Sums;
    readonly draftRevision: number;
    readonly proposedAt: string;
  }[];
  readonly acts: readonly {
    readonly kind: Act;
    readonly side: Side;
    readonly version: number;
    readonly words: string;
    readonly at: string;
  }[];
}

export interface LineRow {
  readonly id: number;
  readonly employer: Party;
  readonly provider: Party;
  readonly title: string;
  readonly status: Status;
  readonly version: number;
  readonly courses: number;
  readonly sums: Sums | null;
  readonly changedAt: Date;
  readonly withdrawn: boolean;
}

const party = (column: string): string =>
  `(select jsonb_build_object('id', o.public_id, 'name', coalesce((select n.name from catalogue.organisation_name n
     where n.organisation_id = o.organisation_id order by n.from_on desc nulls last limit 1), o.public_id))
    from catalogue.organisation o where o.organisation_id = ${column})`;
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const HEAD = `p.package_id as id, ${party('p.organisation_id')} as employer, ${party('p.provider_id')} as provider, p.title, p.status, p.version,
  p.changed_at as "changedAt"`;

/**
 * Packages that the actor may see, the newest first; those of one organisation where it is named. A course of the version that both see,
 * withdrawn meanwhile, is told.
 */
export async function listOf(tx: Tx, limit: number, organisationId: number | null): Promise<readonly LineRow[]> {
  const { rows } = await tx.query<Shape<LineRow>>({
    text: `select ${HEAD}, v.sums, coalesce(jsonb_array_length(v.content -> 'courses'), 0) as courses,
        p.status in ('proposed', 'change-asked', 'agreed') and employer.withdrawn_courses(p.package_id, p.version) <> '{}' as withdrawn
      from employer.course_package p left join employer.course_package_version v on v.package_id = p.package_id and v.version = p.version
      where $2::integer is null or $2 in (p.organisation_id, p.provider_id)
      order by p.package_id desc limit $1`,
    values: [limit, organisationId],
  });
  return rows;
}

/** One package with everything the actor may see of it; null when they may not see it. `draft` says whether theirs is the provider's side. */
export async function packageOf(tx: Tx, id: number, side: Side): Promise<PackageRow | null> {
  const draft =
    side === 'provider'
      ? `(select jsonb_build_object('content', d.content, 'revision', d.revision) from employer.course_package_draft d where d.package_id = p.package_id)`
      : 'null::jsonb';
  const { rows } = await tx.query<Shape<PackageRow>>({
    text: `select ${HEAD}, p.organisation_id as "employerId", p.provider_id as "providerId", ${draft} as draft,
        (select coalesce(jsonb_agg(jsonb_build_object('uri', u.uri, 'en', coalesce(s.label_en, u.uri), 'mi', s.label_mi) order by u.place), '[]')
           from unnest(p.skills) with ordinality as u (uri, place) left join catalogue.skill s on s.uri = u.uri) as skills,
        (select jsonb_build_object('id', r.request_id::text, 'people', r.people, 'place', r.place, 'beginsBy', r.begins_by,
           'ended', r.status in ('declined', 'taken-back')) from employer.package_request r where r.request_id = p.request_id) as request,
        (select coalesce(jsonb_agg(jsonb_build_object('version', v.version, 'content', v.content, 'sums', v.sums, 'draftRevision', v.draft_revision,
           'proposedAt', ${instant('v.proposed_at')}) order by v.version), '[]')
           from employer.course_package_version v where v.package_id = p.package_id) as versions,
        (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'side', e.side, 'version', e.version, 'words', e.words,
           'at', ${instant('e.at')}) order by e.event_id), '[]')
           from employer.course_package_event e where e.package_id = p.package_id) as acts
      from employer.course_package p where p.package_id = $1`,
    values: [id],
  });
  return rows[0] ?? null;
}

export interface NewPackage {
  readonly requestId: number | null;
  readonly organisationId: number;
  readonly providerId: number;
  readonly title: string;
  readonly skills: readonly string[];
}

/** Opens a package with its empty draft. Null when the request has one already. */
export async function insertPackage(
  tx: Tx,
  made: NewPackage,
  content: PackageText,
  actor: string,
  at: Date,
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    text: `insert into employer.course_package (request_id, organisation_id, provider_id, title, skills, made_by, made_at, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $7)
      on conflict (request_id) where status not in ('declined', 'withdrawn') do nothing returning package_id as id`,
    values: [made.requestId, made.organisationId, made.providerId, made.title, [...made.skills], actor, at],
  });
  const id = rows[0]?.id ?? null;
  if (id === null) return null;
  await tx.query({
    text: 'insert into employer.course_package_draft (package_id, content, changed_by, changed_at) values ($1, $2, $3, $4)',
    values: [id, JSON.stringify(content), actor, at],
  });
  return id;
}

/** The package that a request has now; null when it has none. */
export async function packageOfRequest(tx: Tx, requestId: number): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    text: `select package_id as id from employer.course_package where request_id = $1 and status not in ('declined', 'withdrawn')`,
    values: [requestId],
  });
  return rows[0]?.id ?? null;
}

export interface RequestRow {
  readonly organisationId: number;
  readonly providerId: number;
  readonly title: string;
  readonly skills: readonly string[];
  readonly people: number;
  readonly place: string;
  readonly status: string;
}

/** What a package is to answer; null when the actor may not see the request. */
export async function requestOf(tx: Tx, id: number): Promise<RequestRow | null> {
  const { rows } = await tx.query<Shape<RequestRow>>({
    text: `select organisation_id as "organisationId", provider_id as "providerId", title, skills, people, place, status
      from employer.package_request where request_id = $1`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** Writes a draft that is still at `revision`; false when it is not. */
export async function updateDraft(
  tx: Tx,
  id: number,
  revision: number,
  content: PackageText,
  actor: string,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update employer.course_package_draft set content = $3, revision = revision + 1, changed_by = $4, changed_at = $5
      where package_id = $1 and revision = $2`,
    values: [id, revision, JSON.stringify(content), actor, at],
  });
  return rowCount === 1;
}

/** Writes a version with its courses and their days. */
export async function insertVersion(
  tx: Tx,
  id: number,
  { version, content, sums, draftRevision }: Omit<PackageRow['versions'][number], 'proposedAt'>,
  outcomes: readonly number[],
  at: Date,
): Promise<void> {
  await tx.query({
    text: `insert into employer.course_package_version (package_id, version, content, sums, draft_revision, proposed_at)
      values ($1, $2, $3, $4, $5, $6)`,
    values: [id, version, JSON.stringify(content), JSON.stringify(sums), draftRevision, at],
  });
  await tx.query({
    text: `insert into employer.course_package_course (package_id, version, place, outcome_id)
      select $1, $2, u.place, u.outcome from unnest($3::integer[]) with ordinality as u (outcome, place)`,
    values: [id, version, [...outcomes]],
  });
  const days = content.courses.flatMap(({ dates }, nth) => dates.map((on) => ({ place: nth + 1, on })));
  await tx.query({
    text: `insert into employer.course_package_day (package_id, version, place, taught_on)
      select $1, $2, x.place, x.taught from jsonb_to_recordset($3) as x (place smallint, taught date)`,
    values: [id, version, JSON.stringify(days.map(({ place, on }) => ({ place, taught: on })))],
  });
}

/** Writes what a party did; the database moves the package, or refuses. */
export async function insertAct(
  tx: Tx,
  id: number,
  act: {
    readonly version: number;
    readonly kind: Act;
    readonly side: Side;
    readonly words: string;
    readonly actor: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query({
    text: `insert into employer.course_package_event (package_id, version, kind, side, words, actor, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [id, act.version, act.kind, act.side, act.words, act.actor, act.at],
  });
}

/** The skills of outcomes, by the number of the outcome. */
export async function skillsOf(tx: Tx, outcomes: readonly number[]): Promise<ReadonlyMap<number, readonly Skill[]>> {
  const { rows } = await tx.query<{ outcome: number } & Shape<Skill>>({
    text: `select distinct o.outcome_id as outcome, o.uri, coalesce(s.label_en, o.label) as en, s.label_mi as mi
      from catalogue.outcome_skill o left join catalogue.skill s on s.uri = o.uri where o.outcome_id = any($1) order by 1, 2`,
    values: [[...outcomes]],
  });
  return Map.groupBy(rows, ({ outcome }) => outcome);
}

/** Outcomes that may be assessed on the day and have all the words, those with the most of these skills first. */
export async function coursesFor(
  tx: Tx,
  words: readonly string[],
  skills: readonly string[],
  today: string,
): Promise<readonly number[]> {
  const { rows } = await tx.query<{ id: number }>({
    text: `select o.outcome_id as id from catalogue.outcome o
      where o.status in ('published', 'expiring') and (o.last_assessment is null or o.last_assessment >= $3)
        and (o.in_force_from is null or o.in_force_from <= $3) and (o.in_force_to is null or o.in_force_to >= $3)
        and (select bool_and(o.folded like w.pattern) from (select '%' || replace(replace(replace(catalogue.fold(word), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' as pattern
          from unnest($1::text[]) word) w) is not false
        and (cardinality($1::text[]) > 0 or exists (select from catalogue.outcome_skill s where s.outcome_id = o.outcome_id and s.uri = any($2)))
      order by (select count(*) from catalogue.outcome_skill s where s.outcome_id = o.outcome_id and s.uri = any($2)) desc, o.code collate "C", o.version desc
      limit 400`,
    values: [[...words], [...skills], today],
  });
  return rows.map(({ id }) => id);
}

/** The number of an employer that is open; null when there is none with this id. */
export async function employerOf(tx: Tx, publicId: string): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    text: `select organisation_id as id from catalogue.organisation where public_id = $1 and closed_on is null and kind = 'employer'`,
    values: [publicId],
  });
  return rows[0]?.id ?? null;
}
