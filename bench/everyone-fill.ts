import type pg from 'pg';
import { FIELDS } from '../packages/recognition/src/record/portable-record.ts';

/**
 * Fills a throwaway database, set-based: 2,000 invented outcomes (every fifth a later version of another, a few groups and exclusions)
 * and achievements over 15 years in the order in which they would have been reported, so that a learner's rows lie apart from each other.
 */
export async function fillEveryone(owner: pg.Client, learners: number, each: number): Promise<void> {
  await owner.query(
    `
    insert into catalogue.field (slug, position, name_en, name_mi)
      select slug, position, slug, slug from unnest($1::text[]) with ordinality as f (slug, position) on conflict do nothing`,
    [FIELDS],
  );
  await owner.query(`
    insert into catalogue.organisation (public_id, kind) select 'bench-' || n, 'provider' from generate_series(1, 200) n;
    insert into catalogue.accreditation (organisation_id, from_on, scope_kind)
      select organisation_id, '2000-01-01', 'all' from catalogue.organisation where public_id like 'bench-%';
    insert into catalogue.outcome_group (group_id, code, lineage, credits, members)
      select 'g' || n, 'G' || n, 'G' || n, 6 + n % 6, 2 from generate_series(1, 20) n;`);
  await owner.query(
    `insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, field, status, in_force_from, group_id)
      select 'b-' || n, 'B' || code, 1 + (n > 1600)::integer, 'B' || code, 'Invented outcome ' || n,
        case when n <= 40 then 0 else ($2::integer[])[1 + n * 7 % 16] end, 1 + shared % 6, ($1::text[])[1 + shared % 17], 'published', '2005-01-01',
        case when n <= 40 then 'g' || (n + 1) / 2 end
      from generate_series(1, 2000) n, lateral (select case when n > 1600 then n - 1500 when n <= 40 then (n + 1) / 2 else n end as shared) s,
        lateral (select case when n > 1600 then n - 1500 else n end as code) as c`,
    [FIELDS, [1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 8, 10, 12, 15, 20]],
  );
  await owner.query(`
    insert into catalogue.outcome_exclusion (lineage, excludes) select 'B' || n, 'B' || n + 1 from generate_series(600, 640, 2) n`);
  // A learner has from one row to twice the average, over 15 years, most of them in two fields.
  await owner.query(
    `insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode,
         status, countable, reference)
       select l * 1024::bigint + l % 1024, (k * $1::bigint + l) * 1024 + l % 1024, first_outcome + outcome, first_provider + l % 200, day, day,
         'achieved', 'assessed', 'confirmed', outcome % 97 > 0, 'r-' || l || '-' || k
       from (select min(outcome_id) as first_outcome from catalogue.outcome where public_id like 'b-%') a,
            (select min(organisation_id) as first_provider from catalogue.organisation where public_id like 'bench-%') b,
            generate_series(1, 2 * $2::integer - 1) k, generate_series(1, $1::integer) l,
            lateral (select hashint4(l) & 1048575 as own, hashint8(k::bigint * 1000003 + l)::bigint & 16777215 as chance) h,
            lateral (select 1 + own % (2 * $2::integer - 1) as rows) r,
            lateral (select date '2011-01-01' + (k * 5475 / rows + chance % 90)::integer as day,
                       (case when chance % 4 = 0 then chance / 4 % 2000
                             else (own / 128 % 17 + chance / 4 % 2 * (1 + own / 4096 % 5) + 17 * (chance / 8 % 117)) % 2000 end)::integer as outcome) d
      where k <= rows`,
    [learners, each],
  );
  await owner.query('vacuum (analyze) record.achievement_state');
  await owner.query('analyze');
}
