import type { Tx } from '../database/connection.ts';
import { SKILL, type Skill } from './queries.ts';

export interface SkillNeighbour {
  readonly uri: string;
  /** Null where it is in no scheme that is loaded here. */
  readonly scheme: string | null;
  readonly slug: string | null;
  readonly en: string | null;
  readonly mi: string | null;
}

export interface SkillDetail extends Skill {
  readonly schemeUri: string;
  readonly schemeVersion: string;
  readonly schemeName: string;
  readonly schemeNameMi: string;
  readonly notation: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly altLabels: readonly string[];
  readonly keywords: readonly string[];
  readonly description: string | null;
  readonly sourceKind: string | null;
  readonly level: string | null;
  readonly status: 'current' | 'retired';
  readonly addedIn: string | null;
  readonly changedIn: string | null;
  readonly retiredIn: string | null;
  readonly broader: readonly SkillNeighbour[];
  readonly narrower: readonly SkillNeighbour[];
  readonly related: readonly SkillNeighbour[];
  /** What the scheme itself calls the same, and what a steward here confirmed. */
  readonly exact: readonly (SkillNeighbour & { readonly by: 'scheme' | 'steward' })[];
  /** What takes its place, where the scheme or a steward says so; and what it takes the place of. */
  readonly replacedBy: (SkillNeighbour & { readonly by: 'scheme' | 'steward' }) | null;
  readonly replaces: readonly SkillNeighbour[];
  readonly outcomes: readonly {
    readonly code: string;
    readonly version: number | null;
    readonly name: string;
    readonly relation: string;
  }[];
}

/** How many neighbours and outcomes a page names. */
const MOST = 200;

const neighbours = (
  of: string,
): string => `(select coalesce(jsonb_agg(jsonb_build_object('uri', n.uri, 'scheme', k.scheme, 'slug', k.slug, 'en', k.label_en, 'mi', k.label_mi)
    order by k.label_en, n.uri), '[]') from (${of} limit ${MOST}) n left join catalogue.skill k on k.uri = n.uri)`;

const DETAIL = `select ${SKILL}, c.uri as "schemeUri", c.version as "schemeVersion", c.name_en as "schemeName", c.name_mi as "schemeNameMi", s.notation, s.labels,
    s.alt_labels as "altLabels", s.keywords, s.description, s.source_kind as "sourceKind", s.level, s.status, s.added_in as "addedIn",
    s.changed_in as "changedIn", s.retired_in as "retiredIn",
    ${neighbours(`select l.to_uri as uri from catalogue.skill_link l where l.from_uri = s.uri and l.kind = 'broader'`)} as broader,
    ${neighbours(`select l.from_uri as uri from catalogue.skill_link l join catalogue.skill d on d.uri = l.from_uri where l.to_uri = s.uri and l.kind = 'broader' and d.status = 'current' order by l.from_uri`)} as narrower,
    ${neighbours(`select l.to_uri as uri from catalogue.skill_link l where l.from_uri = s.uri and l.kind = 'related'`)} as related,
    (select coalesce(jsonb_agg(jsonb_build_object('uri', n.uri, 'scheme', k.scheme, 'slug', k.slug, 'en', k.label_en, 'mi', k.label_mi, 'by', n.by) order by n.uri), '[]')
       from (select l.to_uri as uri, 'scheme' as by from catalogue.skill_link l where l.from_uri = s.uri and l.kind = 'exact'
         union select case when w.from_uri = s.uri then w.to_uri else w.from_uri end, 'steward' from catalogue.skill_crosswalk w
          where s.uri in (w.from_uri, w.to_uri) and w.status = 'confirmed' and w.relation = 'exact') n left join catalogue.skill k on k.uri = n.uri) as exact,
    (select jsonb_build_object('uri', r.by_uri, 'scheme', k.scheme, 'slug', k.slug, 'en', k.label_en, 'mi', k.label_mi, 'by', r.source)
       from catalogue.skill_replacement r join catalogue.skill k on k.uri = r.by_uri where r.uri = s.uri) as "replacedBy",
    ${neighbours(`select r.uri from catalogue.skill_replacement r where r.by_uri = s.uri order by r.uri`)} as replaces,
    (select coalesce(jsonb_agg(jsonb_build_object('code', x.code, 'version', x.version, 'name', x.name, 'relation', x.relation) order by x.name, x.version), '[]')
       from (select o.code, o.version, o.name, u.relation from catalogue.outcome_skill u join catalogue.outcome o on o.outcome_id = u.outcome_id
          where u.uri = s.uri and o.status in ('published', 'expiring') order by o.name, o.version limit ${MOST}) x) as outcomes
  from catalogue.skill s join catalogue.skill_scheme c on c.scheme = s.scheme`;

type Row = { [Key in keyof SkillDetail]: SkillDetail[Key] };

/** A skill with all that is known of it, by its address. */
export async function readSkill(tx: Tx, uri: string): Promise<SkillDetail | null> {
  const { rows } = await tx.query<Row>({ text: `${DETAIL} where s.uri = $1`, values: [uri] });
  return rows[0] ?? null;
}

/** A skill by the place of its page. */
export async function readSkillAt(tx: Tx, scheme: string, slug: string): Promise<SkillDetail | null> {
  const { rows } = await tx.query<Row>({ text: `${DETAIL} where s.scheme = $1 and s.slug = $2`, values: [scheme, slug] });
  return rows[0] ?? null;
}

export interface VersionRow {
  readonly version: string;
  readonly files: readonly string[];
  readonly answer: unknown;
  readonly loadedAt: Date;
}

/** The versions of a scheme that were loaded, the newest first. */
export async function readVersions(tx: Tx, scheme: string): Promise<readonly VersionRow[]> {
  const { rows } = await tx.query<{ [Key in keyof VersionRow]: VersionRow[Key] }>({
    text: 'select version, files, answer, loaded_at as "loadedAt" from catalogue.skill_scheme_version where scheme = $1 order by loaded_at desc, version desc limit 200',
    values: [scheme],
  });
  return rows;
}

export interface ChangeRow {
  readonly uri: string;
  readonly change: 'added' | 'changed' | 'retired' | 'returned';
  readonly en: string;
  readonly slug: string;
  readonly was: unknown;
}

/** What a version changed, by address. */
export async function readChanges(
  tx: Tx,
  scheme: string,
  version: string,
  after: string,
  limit: number,
): Promise<readonly ChangeRow[]> {
  const { rows } = await tx.query<{ [Key in keyof ChangeRow]: ChangeRow[Key] }>({
    text: `select c.uri, c.change, s.label_en as en, s.slug, c.was from catalogue.skill_change c join catalogue.skill s on s.uri = c.uri
      where c.scheme = $1 and c.version = $2 and c.uri collate "C" > $3 order by c.uri collate "C" limit $4`,
    values: [scheme, version, after, limit],
  });
  return rows;
}
