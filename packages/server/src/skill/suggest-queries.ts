import type { Candidate, TellingWord } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';
import { SKILL, type Skill } from './queries.ts';

export type SkillCandidate = Skill & Candidate;
type Row = { [Key in keyof SkillCandidate]: SkillCandidate[Key] };

/** How many of the words of a text are looked for: those that stand in fewest skills. */
const MOST_WORDS = 32;
/** How many skills are weighed once more in full. */
const MOST_CANDIDATES = 50;

/** The words of a text that some skill has, with how many skills have them, those that tell most first; and how many skills there are. */
export async function tellingWords(
  tx: Tx,
  words: readonly string[],
): Promise<{ readonly words: readonly TellingWord[]; readonly skills: number }> {
  const { rows } = await tx.query<{ lexeme: string; words: string[]; places: number[]; skills: number; all: number }>({
    name: 'skill-telling-words',
    text: `with given as (select catalogue.skill_lexeme(w.word) as lexeme, w.word, w.place from unnest($1::text[]) with ordinality w (word, place))
      select g.lexeme, array_agg(distinct g.word) as words, array_agg(g.place::integer order by g.place) as places, c.skills, a.skills as all
        from given g join catalogue.skill_lexeme_count c on c.lexeme = g.lexeme
        cross join (select skills from catalogue.skill_lexeme_count where lexeme = '') a
       where g.lexeme <> '' group by g.lexeme, c.skills, a.skills order by c.skills, g.lexeme limit $2`,
    values: [words, MOST_WORDS],
  });
  return { words: rows.map(({ all: _all, ...one }) => one), skills: rows[0]?.all ?? 0 };
}

const LABELS = `(select coalesce(jsonb_agg(jsonb_build_object('label', l.label, 'place', l.place, 'words',
    (select jsonb_agg(jsonb_build_object('lexeme', u.lexeme, 'skills', coalesce(c.skills, 1)) order by u.at)
       from unnest(l.lexemes) with ordinality u (lexeme, at) left join catalogue.skill_lexeme_count c on c.lexeme = u.lexeme))
    order by l.place), '[]') from catalogue.skill_label l where l.skill_id = s.skill_id) as labels`;

/** The skills that share the words that tell most, by their sum (BM25). `weight` is how much each word tells, beside it by place. */
export async function candidatesByWords(
  tx: Tx,
  lexemes: readonly string[],
  weights: readonly number[],
  scheme: string | null,
): Promise<readonly SkillCandidate[]> {
  const { rows } = await tx.query<Row>({
    name: scheme === null ? 'skill-candidates' : 'skill-candidates-of-scheme',
    text: `with found as (
        select t.skill_id, sum(t.weight * a.weight)::float8 as base
          from unnest($1::text[], $2::float8[]) a (lexeme, weight) join catalogue.skill_term t on t.lexeme = a.lexeme ${scheme === null ? '' : 'and t.scheme = $4'}
         group by t.skill_id order by base desc, t.skill_id limit $3)
      select ${SKILL}, f.base, 0::float8 as spelled, false as begins, ${LABELS}
        from found f join catalogue.skill s on s.skill_id = f.skill_id order by f.base desc, s.uri collate "C"`,
    values: [lexemes, weights, MOST_CANDIDATES, ...(scheme === null ? [] : [scheme])],
  });
  return rows;
}

/** The skills whose label begins with what was typed, or has a word that does; the shortest first. */
export async function candidatesByBeginning(
  tx: Tx,
  said: string,
  scheme: string | null,
  limit: number,
): Promise<readonly SkillCandidate[]> {
  const { rows } = await tx.query<Row>({
    text: `with asked as (select replace(replace(replace(btrim(catalogue.fold($1)), '\\', '\\\\'), '%', '\\%'), '_', '\\_') as said),
        beginning as (
          select s.skill_id, true as begins from asked a join catalogue.skill s on s.folded like a.said || '%' or (s.folded_mi <> '' and s.folded_mi like a.said || '%')
           where a.said <> '' and s.status = 'current' and ($2::text is null or s.scheme = $2) order by length(s.label_en), s.skill_id limit $3),
        within as (
          select s.skill_id, false as begins from asked a join catalogue.skill s on s.folded like '% ' || a.said || '%' or (s.folded_mi <> '' and s.folded_mi like '% ' || a.said || '%')
           where length(a.said) > 2 and s.status = 'current' and ($2::text is null or s.scheme = $2) order by length(s.label_en), s.skill_id limit $3)
      select ${SKILL}, 0::float8 as base, 0::float8 as spelled, f.begins, ${LABELS}
        from (select skill_id, bool_or(begins) as begins from (select * from beginning union all select * from within) x group by skill_id) f
        join catalogue.skill s on s.skill_id = f.skill_id`,
    values: [said, scheme, limit],
  });
  return rows;
}

/** The skills whose label is spelled most alike (trigrams), at least three tenths. */
export async function candidatesBySpelling(
  tx: Tx,
  said: string,
  scheme: string | null,
  limit: number,
): Promise<readonly SkillCandidate[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${SKILL}, 0::float8 as base, a.alike as spelled, false as begins, ${LABELS}
        from catalogue.spelled_alike($1, $2, $3) a join catalogue.skill s using (skill_id) order by a.alike desc, s.skill_id`,
    values: [said, scheme, limit],
  });
  return rows;
}
