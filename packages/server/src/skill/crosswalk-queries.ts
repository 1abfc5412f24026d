import type { LabelledSkill, Pair } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';

export type CrosswalkStatus = 'proposed' | 'confirmed' | 'refused';
export type Relation = 'exact' | 'close' | 'broader' | 'narrower';

export interface CrosswalkRow {
  readonly from: {
    readonly uri: string;
    readonly scheme: string;
    readonly slug: string;
    readonly en: string;
    readonly description: string | null;
  };
  readonly to: CrosswalkRow['from'];
  readonly relation: Relation;
  readonly score: number;
  readonly source: 'labels' | 'scheme' | 'steward';
  readonly words: readonly string[];
  readonly status: CrosswalkStatus;
  readonly decidedAt: Date | null;
  readonly note: string | null;
}

/** The labels of a scheme's skills with the stems of their words, and how many skills have each. */
export async function readLabels(tx: Tx, scheme: string): Promise<readonly LabelledSkill[]> {
  const { rows } = await tx.query<{ [Key in keyof LabelledSkill]: LabelledSkill[Key] }>({
    text: `select s.uri, jsonb_agg(jsonb_build_object('label', l.label, 'place', l.place, 'words',
          (select jsonb_agg(jsonb_build_object('lexeme', u.lexeme, 'skills', coalesce(c.skills, 1)) order by u.at)
             from unnest(l.lexemes) with ordinality u (lexeme, at) left join catalogue.skill_lexeme_count c on c.lexeme = u.lexeme)) order by l.place) as labels
      from catalogue.skill s join catalogue.skill_label l on l.skill_id = s.skill_id where s.scheme = $1 and s.status = 'current' group by s.uri`,
    values: [scheme],
  });
  return rows;
}

export async function countAll(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ skills: number }>({
    text: `select skills from catalogue.skill_lexeme_count where lexeme = ''`,
  });
  return rows[0]?.skills ?? 0;
}

/** Pairs that one of the two schemes itself calls the same. */
export async function statedPairs(tx: Tx, from: string, to: string): Promise<readonly Pair[]> {
  const { rows } = await tx.query<{ from: string; to: string }>({
    text: `select a.uri as "from", b.uri as "to" from catalogue.skill_link l join catalogue.skill x on x.uri = l.from_uri join catalogue.skill y on y.uri = l.to_uri
        join catalogue.skill a on a.uri = any (array[x.uri, y.uri]) and a.scheme = $1 join catalogue.skill b on b.uri = any (array[x.uri, y.uri]) and b.scheme = $2
       where l.kind = 'exact' and a.status = 'current' and b.status = 'current'`,
    values: [from, to],
  });
  return rows.map((pair) => ({ ...pair, score: 1, relation: 'exact', words: [] }));
}

/** Writes pairs that are not there yet, either way round; what a person decided stays. Answers how many are new. */
export async function insertPairs(tx: Tx, pairs: readonly Pair[], source: CrosswalkRow['source'], at: Date): Promise<number> {
  const { rowCount } = await tx.query({
    text: `insert into catalogue.skill_crosswalk (from_uri, to_uri, relation, score, source, words, proposed_at)
      select x."from", x."to", x.relation, x.score, $2, x.words, $3
        from jsonb_to_recordset($1) as x ("from" text, "to" text, relation text, score real, words text[])
      on conflict do nothing`,
    values: [JSON.stringify(pairs), source, at],
  });
  return rowCount;
}

const SIDE = (side: string): string =>
  `jsonb_build_object('uri', ${side}.uri, 'scheme', ${side}.scheme, 'slug', ${side}.slug, 'en', ${side}.label_en, 'description', ${side}.description)`;

/** Pairs of two schemes, those most alike first; `after` is the score and addresses of the last one seen. */
export async function readPairs(
  tx: Tx,
  asked: {
    readonly from: string | null;
    readonly to: string | null;
    readonly status: CrosswalkStatus | null;
    readonly after: readonly [number, string, string] | null;
    readonly limit: number;
  },
): Promise<readonly CrosswalkRow[]> {
  const { rows } = await tx.query<{ [Key in keyof CrosswalkRow]: CrosswalkRow[Key] }>({
    text: `select ${SIDE('a')} as "from", ${SIDE('b')} as "to", c.relation, c.score::float8 as score, c.source, c.words, c.status, c.decided_at as "decidedAt", c.note
        from catalogue.skill_crosswalk c join catalogue.skill a on a.uri = c.from_uri join catalogue.skill b on b.uri = c.to_uri
       where ($1::text is null or $1 in (a.scheme, b.scheme)) and ($2::text is null or $2 in (a.scheme, b.scheme)) and ($3::text is null or c.status = $3)
         and ($4::float8 is null or (-c.score::float8, c.from_uri collate "C", c.to_uri collate "C") > (-$4::float8, $5, $6))
       order by c.score desc, c.from_uri collate "C", c.to_uri collate "C" limit $7`,
    values: [
      asked.from,
      asked.to,
      asked.status,
      asked.after?.[0] ?? null,
      asked.after?.[1] ?? '',
      asked.after?.[2] ?? '',
      asked.limit,
    ],
  });
  return rows;
}

/** Decides a pair, whichever way round it stands; false where there is none. */
export async function decidePair(
  tx: Tx,
  decision: {
    readonly from: string;
    readonly to: string;
    readonly status: 'confirmed' | 'refused';
    readonly relation: Relation | null;
    readonly note: string | null;
    readonly by: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update catalogue.skill_crosswalk set status = $3, relation = coalesce(case when from_uri = $1 then $4 else
          case $4 when 'broader' then 'narrower' when 'narrower' then 'broader' else $4 end end, relation),
        note = $5, decided_by = $6, decided_at = $7
      where (from_uri = $1 and to_uri = $2) or (from_uri = $2 and to_uri = $1)`,
    values: [decision.from, decision.to, decision.status, decision.relation, decision.note, decision.by, decision.at],
  });
  return rowCount > 0;
}
