import type { Tx } from '../database/connection.ts';
import type { SkillKind } from './own-scheme.ts';

export interface Scheme {
  readonly scheme: string;
  readonly uri: string;
  readonly version: string;
  readonly nameEn: string;
  readonly nameMi: string;
}

export interface Skill {
  readonly uri: string;
  readonly kind: SkillKind;
  readonly en: string;
  readonly mi: string | null;
}

export async function upsertScheme(tx: Tx, { scheme, uri, version, nameEn, nameMi }: Scheme): Promise<void> {
  await tx.query({
    text: `insert into catalogue.skill_scheme (scheme, uri, version, name_en, name_mi) values ($1, $2, $3, $4, $5)
      on conflict (scheme) do update set uri = excluded.uri, version = excluded.version, name_en = excluded.name_en, name_mi = excluded.name_mi`,
    values: [scheme, uri, version, nameEn, nameMi],
  });
}

export async function upsertSkills(tx: Tx, scheme: string, skills: readonly Skill[]): Promise<void> {
  await tx.query({
    text: `insert into catalogue.skill (uri, scheme, kind, label_en, label_mi)
      select x.uri, $1, x.kind, x.en, x.mi from jsonb_to_recordset($2) as x (uri text, kind text, en text, mi text)
      on conflict (uri) do update set kind = excluded.kind, label_en = excluded.label_en, label_mi = excluded.label_mi`,
    values: [scheme, JSON.stringify(skills)],
  });
}

/** A page of skills by address whose labels hold every word, whatever their case and macrons. */
export async function searchSkills(
  tx: Tx,
  search: {
    readonly words: readonly string[];
    readonly kind: string | null;
    readonly scheme: string | null;
    readonly after: string;
    readonly limit: number;
  },
): Promise<readonly (Skill & { readonly scheme: string })[]> {
  const { rows } = await tx.query<{ uri: string; scheme: string; kind: SkillKind; en: string; mi: string | null }>({
    text: `select s.uri, s.scheme, s.kind, s.label_en as en, s.label_mi as mi from catalogue.skill s
      where not exists (select from unnest($1::text[]) word where strpos(catalogue.fold(s.label_en || ' ' || coalesce(s.label_mi, '')), catalogue.fold(word)) = 0)
        and ($2::text is null or s.kind = $2) and ($3::text is null or s.scheme = $3) and s.uri collate "C" > $4
      order by s.uri collate "C" limit $5`,
    values: [search.words, search.kind, search.scheme, search.after, search.limit],
  });
  return rows;
}
