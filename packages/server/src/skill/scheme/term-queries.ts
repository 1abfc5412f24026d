import type { Tx } from '../../database/connection.ts';

/**
 * Finds again the words by which concepts are found, and counts in how many each word stands. A word counts by where it stands: in a label
 * most, in another label or the description less, in a keyword least; many times in one place counts little more (BM25, k1 1.2, b 0.6 on a
 * usual length of 25). A retired concept has no words, so it is suggested to nobody.
 */
export async function writeTerms(tx: Tx, uris: readonly string[]): Promise<void> {
  if (uris.length === 0) return;
  for (let at = 0; at < uris.length; at += 2000) {
    const piece = uris.slice(at, at + 2000);
    await tx.query({
      text: 'delete from catalogue.skill_term t using catalogue.skill s where t.skill_id = s.skill_id and s.uri = any($1)',
      values: [piece],
    });
    await tx.query({
      text: `insert into catalogue.skill_term (lexeme, scheme, skill_id, weight)
        with said as (
          select s.skill_id, s.scheme, f.place, f.weight, regexp_replace(lower(normalize(f.said, NFD)), '[\\u0300-\\u036f''’]', '', 'g') as said
            from catalogue.skill s
            cross join lateral (values ('label', 3.0, s.label_en), ('mi', 3.0, coalesce(s.label_mi, '')), ('alt', 1.5, array_to_string(s.alt_labels, ' ')),
              ('description', 1.0, coalesce(s.description, '')), ('keywords', 0.6, array_to_string(s.keywords, ' '))) f (place, weight, said)
           where s.uri = any($1) and s.status = 'current'),
        word as (
          select skill_id, scheme, place, weight, catalogue.skill_lexeme(w) as lexeme
            from said cross join lateral regexp_split_to_table(said, '[^[:alnum:]]+') w where w <> ''),
        placed as (
          select skill_id, scheme, lexeme, place, weight * (1 + ln(count(*))) as weight from word where lexeme is not null and lexeme <> ''
           group by skill_id, scheme, lexeme, place, weight),
        one as (select skill_id, scheme, lexeme, sum(weight) as weight from placed group by skill_id, scheme, lexeme),
        whole as (select skill_id, sum(weight) as length from one group by skill_id)
        select lexeme, scheme, skill_id, weight * 2.2 / (weight + 1.2 * (0.4 + 0.6 * length / 25)) from one join whole using (skill_id)`,
      values: [piece],
    });
    await writeLabels(tx, piece);
  }
  await countTerms(tx);
}

async function writeLabels(tx: Tx, uris: readonly string[]): Promise<void> {
  await tx.query({
    text: 'delete from catalogue.skill_label l using catalogue.skill s where l.skill_id = s.skill_id and s.uri = any($1)',
    values: [[...uris]],
  });
  await tx.query({
    text: `insert into catalogue.skill_label (skill_id, place, label, lexemes)
      select s.skill_id, l.place, l.label,
          (select array_agg(w.lexeme order by w.at) from (select catalogue.skill_lexeme(u.word) as lexeme, u.at
             from regexp_split_to_table(regexp_replace(lower(normalize(l.label, NFD)), '[\u0300-\u036f''’]', '', 'g'), '[^[:alnum:]]+') with ordinality u (word, at)
            where u.word <> '') w where w.lexeme <> '')
        from catalogue.skill s
        cross join lateral (select 0 as place, s.label_en as label union all select 1, s.label_mi where s.label_mi is not null
          union all select (1 + a.at)::integer, a.label from unnest(s.alt_labels) with ordinality a (label, at) where a.at <= 60) l
       where s.uri = any($1) and s.status = 'current'
         and exists (select from regexp_split_to_table(l.label, '[^[:alnum:]]+') w (word) where catalogue.skill_lexeme(w.word) <> '')`,
    values: [[...uris]],
  });
}

/** In how many concepts each word stands; under the empty word, how many concepts there are. */
async function countTerms(tx: Tx): Promise<void> {
  await tx.query({ text: 'delete from catalogue.skill_lexeme_count' });
  await tx.query({
    text: `insert into catalogue.skill_lexeme_count (lexeme, skills)
      select lexeme, count(*)::integer from catalogue.skill_term group by lexeme
      union all select '', count(*)::integer from catalogue.skill where status = 'current'`,
  });
}
