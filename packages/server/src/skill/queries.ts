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

/**
 * The skills closest to what was typed or written, best first: labels that begin with it, then those that hold most of its words at
 * the beginning of one of theirs. Small words count only when they are all there is.
 */
export async function suggestSkills(
  tx: Tx,
  { said, scheme, limit }: { readonly said: string; readonly scheme: string | null; readonly limit: number },
): Promise<readonly (Skill & { readonly scheme: string })[]> {
  const { rows } = await tx.query<{ uri: string; scheme: string; kind: SkillKind; en: string; mi: string | null }>({
    text: `with asked as (select btrim(catalogue.fold($1)) as said),
        given as (select distinct w.word from asked, regexp_split_to_table(asked.said, '[^[:alnum:]]+') as w (word) where w.word <> ''),
        telling as (select word from given where length(word) > 2 and word <> all ($4)),
        words as (select word from telling union select word from given where not exists (select from telling)),
        labelled as (select s.*, catalogue.fold(s.label_en || ' ' || coalesce(s.label_mi, '')) as folded, catalogue.fold(s.label_en) as folded_en,
            catalogue.fold(coalesce(s.label_mi, '')) as folded_mi from catalogue.skill s where $2::text is null or s.scheme = $2),
        scored as (select l.*, starts_with(l.folded_en, a.said) or starts_with(l.folded_mi, a.said) as whole,
            (select count(*) from words w where strpos(' ' || l.folded, ' ' || w.word) > 0) as near
          from labelled l, asked a)
      select uri, scheme, kind, label_en as en, label_mi as mi from scored where near > 0 or whole
      order by whole desc, near desc, length(label_en), uri collate "C" limit $3`,
    values: [said, scheme, limit, SMALL_WORDS],
  });
  return rows;
}

/** Words that tell nothing of a skill, folded as the query folds. */
const SMALL_WORDS =
  'and the for with from that this these those what how when where who are was has have his her their its own into out not than then use uses used using nga kei hei ana ona aku tona tana ratou ratau tatou'.split(
    ' ',
  );

/** The schemes that are loaded, with how many skills each holds. */
export async function readSchemes(tx: Tx): Promise<readonly (Scheme & { readonly skills: number })[]> {
  const { rows } = await tx.query<Scheme & { skills: number }>({
    text: `select c.scheme, c.uri, c.version, c.name_en as "nameEn", c.name_mi as "nameMi",
        (select count(*)::integer from catalogue.skill s where s.scheme = c.scheme) as skills
      from catalogue.skill_scheme c order by c.scheme collate "C"`,
  });
  return rows;
}
