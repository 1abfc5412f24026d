import type pg from 'pg';
import type { Services } from '../packages/server/src/services.ts';
import { suggestSkills } from '../packages/server/src/skill/suggest.ts';

export type Matcher = (text: string, scheme: string) => Promise<readonly string[]>;

/** The matchers that are compared: plain trigrams, PostgreSQL's text search by itself, and the one that the product uses. Ten answers each. */
export async function matchers(owner: pg.Client, services: Services): Promise<Readonly<Record<string, Matcher>>> {
  await owner.query(`create table public.searched as select s.uri, s.scheme, s.folded,
      setweight(to_tsvector('english', s.label_en), 'A') || setweight(to_tsvector('english', array_to_string(s.alt_labels, ' ')), 'B')
      || setweight(to_tsvector('english', coalesce(s.description, '')), 'C') || setweight(to_tsvector('english', array_to_string(s.keywords, ' ')), 'D') as words
    from catalogue.skill s where s.scheme in ('onet', 'sg-unique', 'au')`);
  await owner.query('create index on public.searched using gin (words)');
  await owner.query('analyze public.searched');
  const uris = async (text: string, values: readonly unknown[]): Promise<readonly string[]> =>
    (await owner.query<{ uri: string }>(text, [...values])).rows.map(({ uri }) => uri);
  return {
    'trigrams alone': (text, scheme) =>
      uris(
        `select uri from public.searched where scheme = $2 order by catalogue.word_similarity(folded, catalogue.fold($1)) desc, length(folded), uri limit 10`,
        [text, scheme],
      ),
    'text search alone': (text, scheme) =>
      uris(
        `select uri from public.searched, (select replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery as asked) q
          where scheme = $2 and words @@ asked order by ts_rank(words, asked) desc, length(folded), uri limit 10`,
        [text, scheme],
      ),
    'words and labels': async (text, scheme) =>
      (await suggestSkills(services, { said: text, scheme, limit: 10 })).map(({ skill }) => skill.uri),
  };
}
