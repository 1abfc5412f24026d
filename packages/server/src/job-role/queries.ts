import type { Tx } from '../database/connection.ts';
import type { JobRole, RoleForm } from './job-role.ts';

type Shape<T> = { [Key in keyof T]: T[Key] };

export interface RoleSource {
  readonly source: string;
  readonly form: RoleForm;
  readonly version: string;
  readonly name: string;
  readonly scheme: string | null;
  readonly content: string;
  readonly roles: number;
  readonly loadedAt: Date;
}

/** The sources of job roles that are loaded. */
export async function sourcesOf(tx: Tx): Promise<readonly RoleSource[]> {
  const { rows } = await tx.query<Shape<RoleSource>>({
    text: `select s.source, s.form, s.version, s.name, s.scheme, s.content, s.loaded_at as "loadedAt",
        (select count(*)::integer from catalogue.job_role r where r.source = s.source) as roles
      from catalogue.job_role_source s order by s.source collate "C"`,
  });
  return rows;
}

/** One source, locked until the transaction ends: versions follow each other. */
export async function lockSource(tx: Tx, source: string): Promise<Pick<RoleSource, 'version' | 'content' | 'form'> | null> {
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('job-roles:' || $1, 0))`, values: [source] });
  const { rows } = await tx.query<Shape<Pick<RoleSource, 'version' | 'content' | 'form'>>>({
    text: 'select version, content, form from catalogue.job_role_source where source = $1',
    values: [source],
  });
  return rows[0] ?? null;
}

/** The address of a skill scheme, and which of these skills it holds: by address, retired ones too. */
export async function skillsHeldOf(
  tx: Tx,
  scheme: string,
  codes: readonly string[],
): Promise<{ readonly known: boolean; readonly uris: ReadonlyMap<string, string> }> {
  const { rows } = await tx.query<{ known: boolean; pairs: readonly (readonly [string, string])[] }>({
    text: `select exists (select from catalogue.skill_scheme where scheme = $1) as known,
        (select coalesce(jsonb_agg(jsonb_build_array(c.code, s.uri)), '[]') from unnest($2::text[]) c (code)
          join catalogue.skill s on s.scheme = $1 and (s.notation = c.code or s.slug = c.code or s.uri = c.code)) as pairs`,
    values: [scheme, codes],
  });
  return { known: rows[0]?.known ?? false, uris: new Map(rows[0]?.pairs) };
}

export interface NewSource {
  readonly source: string;
  readonly form: RoleForm;
  readonly version: string;
  readonly name: string;
  readonly scheme: string | null;
  readonly content: string;
  readonly files: readonly string[];
  readonly answer: object;
  readonly by: string;
  readonly at: Date;
}

/** Writes a source as it is now, with all its roles; those that it lacks are gone. Roles that employers began from them stay as they are. */
export async function writeSource(
  tx: Tx,
  source: NewSource,
  roles: readonly (Omit<JobRole, 'skills'> & { readonly skills: readonly { readonly uri: string; readonly weight: string }[] })[],
): Promise<void> {
  await tx.query({
    text: `insert into catalogue.job_role_source (source, form, version, name, scheme, content, files, answer, loaded_by, loaded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (source) do update set form = excluded.form, version = excluded.version, name = excluded.name,
        scheme = excluded.scheme, content = excluded.content, files = excluded.files, answer = excluded.answer, loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at`,
    values: [
      source.source,
      source.form,
      source.version,
      source.name,
      source.scheme,
      source.content,
      source.files,
      JSON.stringify(source.answer),
      source.by,
      source.at,
    ],
  });
  await tx.query({
    text: `with given as (select * from jsonb_to_recordset($2::jsonb) as g (code text, title text, sector text, track text, description text, tasks text[], skills jsonb)),
      gone as (delete from catalogue.job_role r where r.source = $1 and not exists (select from given g where g.code = r.code))
      insert into catalogue.job_role (source, code, title, sector, track, description, tasks, skills, folded)
      select $1, g.code, g.title, g.sector, g.track, g.description, g.tasks, g.skills, catalogue.fold(concat_ws(' ', g.title, g.sector, g.track)) from given g
      on conflict (source, code) do update set title = excluded.title, sector = excluded.sector, track = excluded.track, description = excluded.description,
        tasks = excluded.tasks, skills = excluded.skills, folded = excluded.folded`,
    values: [source.source, JSON.stringify(roles)],
  });
}

export interface RoleLine {
  readonly id: number;
  readonly source: string;
  readonly title: string;
  readonly sector: string | null;
  readonly track: string | null;
  readonly skills: number;
}

/** A page of job roles in which every word stands, whatever their case and macrons; those that begin with them first. */
export async function searchRoles(
  tx: Tx,
  asked: { readonly words: readonly string[]; readonly source: string | null; readonly limit: number },
): Promise<readonly RoleLine[]> {
  const { rows } = await tx.query<Shape<RoleLine>>({
    text: `select r.job_role_id as id, r.source, r.title, r.sector, r.track, jsonb_array_length(r.skills) as skills from catalogue.job_role r
      where not exists (select from unnest($1::text[]) word where strpos(r.folded, catalogue.fold(word)) = 0) and ($2::text is null or r.source = $2)
      order by strpos(r.folded, catalogue.fold(coalesce(($1::text[])[1], ''))), length(r.title), r.title collate "C", r.job_role_id limit $3`,
    values: [asked.words, asked.source, asked.limit],
  });
  return rows;
}

export interface RoleDetail extends Omit<RoleLine, 'skills'> {
  readonly code: string;
  readonly description: string;
  readonly tasks: readonly string[];
  readonly scheme: string | null;
  readonly skills: readonly {
    readonly uri: string;
    readonly weight: 'essential' | 'useful';
    readonly en: string;
    readonly mi: string | null;
  }[];
}

const ROLE = `select r.job_role_id as id, r.source, r.code, r.title, r.sector, r.track, r.description, r.tasks, o.scheme,
        (select coalesce(jsonb_agg(jsonb_build_object('uri', s.uri, 'weight', e.one ->> 'weight', 'en', s.label_en, 'mi', s.label_mi) order by e.place), '[]')
           from jsonb_array_elements(r.skills) with ordinality e (one, place) join catalogue.skill s on s.uri = e.one ->> 'uri' and s.status = 'current') as skills
      from catalogue.job_role r join catalogue.job_role_source o using (source)`;

/** One job role with the names of its skills; null when there is none. */
export async function readRole(tx: Tx, id: number): Promise<RoleDetail | null> {
  const { rows } = await tx.query<Shape<RoleDetail>>({ text: `${ROLE} where r.job_role_id = $1`, values: [id] });
  return rows[0] ?? null;
}

/** The same by its source and the code that it has there: what stays when a newer version of the source is brought. */
export async function readRoleNamed(tx: Tx, source: string, code: string): Promise<RoleDetail | null> {
  const { rows } = await tx.query<Shape<RoleDetail>>({
    text: `${ROLE} where r.source = $1 and r.code = $2`,
    values: [source, code],
  });
  return rows[0] ?? null;
}
