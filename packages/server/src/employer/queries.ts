import type { Tx } from '../database/connection.ts';

export type Weight = 'essential' | 'useful';

export interface RoleSkill {
  readonly uri: string;
  readonly weight: Weight;
}

export interface RoleRow {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly region: string | null;
  readonly beganAs: string | null;
  readonly counted: boolean;
  readonly skills: readonly (RoleSkill & {
    readonly en: string;
    readonly mi: string | null;
    /** Skills of other schemes that a steward confirmed to be the very same. */
    readonly same: readonly { readonly uri: string; readonly scheme: string; readonly en: string }[];
  })[];
  readonly revision: number;
  readonly changedAt: Date;
  readonly archivedAt: Date | null;
}

/** A role with the labels of its skills, in the employer's order. */
const ROLE = `select r.role_id as id, r.title, r.description, r.region, r.began_as as "beganAs", r.counted, r.revision, r.changed_at as "changedAt", r.archived_at as "archivedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('uri', x.uri, 'weight', x.weight, 'en', coalesce(s.label_en, x.uri), 'mi', s.label_mi, 'same', same.items) order by x.place), '[]')
     from jsonb_array_elements(r.skills) with ordinality as e (one, place)
     cross join lateral (select e.one ->> 'uri' as uri, e.one ->> 'weight' as weight, e.place) x
     left join catalogue.skill s on s.uri = x.uri
     cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('uri', k.uri, 'scheme', k.scheme, 'en', k.label_en) order by k.uri), '[]') as items
       from catalogue.skill_crosswalk w join catalogue.skill k on k.uri = case when w.from_uri = x.uri then w.to_uri else w.from_uri end
      where x.uri in (w.from_uri, w.to_uri) and w.status = 'confirmed' and w.relation = 'exact') same) as skills
  from employer.role r`;

type Shape<T> = { [Key in keyof T]: T[Key] };

/** The roles of the organisation that is signed in: those in use by title, then those put away. */
export async function rolesOf(tx: Tx): Promise<readonly RoleRow[]> {
  const { rows } = await tx.query<Shape<RoleRow>>({
    text: `${ROLE} order by r.archived_at is not null, lower(r.title), r.role_id limit 1000`,
  });
  return rows;
}

export async function roleOf(tx: Tx, id: number): Promise<RoleRow | null> {
  const { rows } = await tx.query<Shape<RoleRow>>({ text: `${ROLE} where r.role_id = $1`, values: [id] });
  return rows[0] ?? null;
}

export interface RoleText {
  readonly title: string;
  readonly description: string;
  /** A slug of our regions; null for anywhere. */
  readonly region: string | null;
  /** The job role that it began as, `source/code`. */
  readonly beganAs: string | null;
  /** Whether it counts in the figures of demand. */
  readonly counted: boolean;
  readonly skills: readonly RoleSkill[];
}

export async function insertRole(
  tx: Tx,
  organisationId: number,
  { title, description, region, beganAs, counted, skills }: RoleText,
  actor: string,
  at: Date,
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    text: `insert into employer.role (organisation_id, title, description, skills, made_by, made_at, changed_at, region, began_as, counted)
      values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9) returning role_id as id`,
    values: [organisationId, title, description, JSON.stringify(skills), actor, at, region, beganAs, counted],
  });
  return rows[0]!.id;
}

/** Changes a role that is still at `revision`; false when it is not. */
export async function updateRole(
  tx: Tx,
  id: number,
  revision: number,
  { title, description, region, beganAs, counted, skills }: RoleText,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update employer.role set title = $3, description = $4, skills = $5, changed_at = $6, region = $7, began_as = $8, counted = $9, revision = revision + 1
      where role_id = $1 and revision = $2`,
    values: [id, revision, title, description, JSON.stringify(skills), at, region, beganAs, counted],
  });
  return rowCount === 1;
}

/** Puts a role away, or brings it back. */
export async function archiveRole(tx: Tx, id: number, archivedAt: Date | null): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update employer.role set archived_at = $2 where role_id = $1`,
    values: [id, archivedAt],
  });
  return rowCount === 1;
}

/** How many of these addresses are skills of a scheme that is loaded. */
export async function countSkills(tx: Tx, uris: readonly string[]): Promise<number> {
  const { rows } = await tx.query<{ count: number }>({
    text: 'select count(*)::integer as count from catalogue.skill where uri = any($1)',
    values: [[...uris]],
  });
  return rows[0]!.count;
}
