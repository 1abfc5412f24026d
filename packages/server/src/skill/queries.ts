import type { Tx } from '../database/connection.ts';
import type { SkillKind } from './own-scheme.ts';

export interface Skill {
  readonly uri: string;
  readonly scheme: string;
  readonly slug: string;
  /** New Zealand's kind; null for a skill of a scheme that does not say it. */
  readonly kind: SkillKind | null;
  readonly en: string;
  /** The language of `en` where the scheme has no English. */
  readonly lang: string;
  readonly mi: string | null;
}

export const SKILL = `s.uri, s.scheme, s.slug, s.kind, s.label_en as en, s.label_lang as lang, s.label_mi as mi`;

type Row = { [Key in keyof Skill]: Skill[Key] };

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
): Promise<readonly Skill[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${SKILL} from catalogue.skill s
      where not exists (select from unnest($1::text[]) word where strpos(s.folded || ' ' || s.folded_mi, catalogue.fold(word)) = 0)
        and ($2::text is null or s.kind = $2) and ($3::text is null or s.scheme = $3) and s.uri collate "C" > $4 and s.status = 'current'
      order by s.uri collate "C" limit $5`,
    values: [search.words, search.kind, search.scheme, search.after, search.limit],
  });
  return rows;
}

/** A skill that its scheme no longer has. */
export interface RetiredSkill extends Skill {
  readonly retiredIn: string | null;
  /** How many outcomes in use still name it. */
  readonly outcomes: number;
  readonly replacedBy: {
    readonly uri: string;
    readonly scheme: string;
    readonly slug: string;
    readonly en: string;
    readonly by: 'scheme' | 'steward';
  } | null;
}

/** A page of the retired skills of a scheme, or of all, by address. */
export async function readRetired(
  tx: Tx,
  search: { readonly scheme: string | null; readonly after: string; readonly limit: number },
): Promise<readonly RetiredSkill[]> {
  const { rows } = await tx.query<{ [Key in keyof RetiredSkill]: RetiredSkill[Key] }>({
    text: `select ${SKILL}, s.retired_in as "retiredIn",
        (select count(*)::integer from catalogue.outcome_skill u join catalogue.outcome o using (outcome_id) where u.uri = s.uri and o.status in ('published', 'expiring')) as outcomes,
        (select jsonb_build_object('uri', k.uri, 'scheme', k.scheme, 'slug', k.slug, 'en', k.label_en, 'by', r.source)
           from catalogue.skill_replacement r join catalogue.skill k on k.uri = r.by_uri where r.uri = s.uri) as "replacedBy"
      from catalogue.skill s where s.status = 'retired' and ($1::text is null or s.scheme = $1) and s.uri collate "C" > $2
      order by s.uri collate "C" limit $3`,
    values: [search.scheme, search.after, search.limit],
  });
  return rows;
}

export interface Scheme {
  readonly scheme: string;
  readonly uri: string;
  readonly version: string;
  readonly nameEn: string;
  readonly nameMi: string;
  readonly source: string;
  readonly skills: number;
  readonly retired: number;
}

/** The schemes that are loaded, with how many skills each holds. */
export async function readSchemes(tx: Tx): Promise<readonly Scheme[]> {
  const { rows } = await tx.query<{ [Key in keyof Scheme]: Scheme[Key] }>({
    text: `select c.scheme, c.uri, c.version, c.name_en as "nameEn", c.name_mi as "nameMi", c.source,
        (select count(*)::integer from catalogue.skill s where s.scheme = c.scheme and s.status = 'current') as skills,
        (select count(*)::integer from catalogue.skill s where s.scheme = c.scheme and s.status = 'retired') as retired
      from catalogue.skill_scheme c order by c.scheme collate "C"`,
  });
  return rows;
}
