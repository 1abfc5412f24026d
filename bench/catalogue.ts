import type pg from 'pg';
import type { Offer } from '../packages/server/src/demonstration/generated-results.ts';

/** A catalogue for benches: 150 invented outcomes in two fields, 12 providers that may assess them; answers what may be reported. */
export async function makeCatalogue(owner: pg.Client): Promise<readonly Offer[]> {
  await owner.query(
    `insert into catalogue.field (slug, position, name_en, name_mi) values ('health', 9, 'Health', 'Hauora'), ('business', 3, 'Business', 'Pakihi') on conflict do nothing`,
  );
  await owner.query(
    `insert into catalogue.organisation (public_id, kind, provider_number) select 'bench-' || n, 'provider', (9000 + n)::text from generate_series(1, 12) n`,
  );
  await owner.query(`insert into catalogue.accreditation (organisation_id, from_on, scope_kind, scope_ref, max_level)
    select organisation_id, '2000-01-01'::date, 'field', field, 6 from catalogue.organisation, unnest(array['health', 'business']) field where public_id like 'bench-%'`);
  await owner.query(`insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, field, status, in_force_from)
    select 'bench-' || n, 'B' || n, 1, 'B' || n, 'Invented outcome ' || n, 1 + n % 9, 2 + n % 4, (array['health', 'business'])[1 + n % 2], 'published', '2010-01-01'
      from generate_series(1, 150) n`);
  return Array.from({ length: 600 }, (_, n) => ({
    outcome: `B${1 + (n % 150)}`,
    field: n % 2 === 0 ? 'business' : 'health',
    provider: `${9001 + (n % 12)}`,
    from: '2015-01-01',
    to: '2026-10-31',
  }));
}
