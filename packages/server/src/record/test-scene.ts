import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { COLUMNS, type Column, csvLine } from './read/columns.ts';

/** A small invented catalogue: two open providers, a closed one and its successor, outcomes of every status, two standards. */
export async function setScene(owner: pg.Client): Promise<void> {
  await owner.query(`
    insert into catalogue.field (slug, position, name_en, name_mi) values ('health', 9, 'Health', 'Hauora'), ('service-sector', 16, 'Service Sector', 'Rāngai Ratonga') on conflict do nothing;
    insert into catalogue.organisation (public_id, kind, provider_number, closed_on) values
      ('test-kea', 'private-training-establishment', '9001', null), ('test-weka', 'polytechnic', '9002', null),
      ('test-moa', 'private-training-establishment', '9003', '2020-12-31'), ('test-never', 'employer', null, null);
    update catalogue.organisation set successor_id = (select organisation_id from catalogue.organisation where public_id = 'test-weka') where public_id = 'test-moa';
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, initcap(replace(public_id, '-', ' ')) from catalogue.organisation where public_id like 'test-%';
    insert into catalogue.accreditation (organisation_id, from_on, to_on, scope_kind, scope_ref, max_level)
      select organisation_id, '2010-01-01'::date, null::date, 'all', null, null::smallint from catalogue.organisation where public_id = 'test-kea' union all
      select organisation_id, '2015-01-01', '2024-06-30', 'field', 'health', 4 from catalogue.organisation where public_id = 'test-weka' union all
      select organisation_id, '2010-01-01', '2020-12-31', 'all', null, null from catalogue.organisation where public_id = 'test-moa';
    insert into catalogue.outcome_group (group_id, code, lineage, credits, members) values
      ('test-group', '8100', '8100', 12, 2), ('test-half', '8200', '8200', 6, 2);
    insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, field, accredited, group_id, last_assessment, status, in_force_from, in_force_to) values
      ('t-1', 'T1', 1, 'T1', 'Lift safely', 5, 3, 'health', true, null, '2023-12-31', 'discontinued', '2015-01-01', '2021-12-31'),
      ('t-1-2', 'T1', 2, 'T1', 'Lift safely', 6, 3, 'health', true, null, null, 'published', '2022-01-01', null),
      ('t-2', 'T2', 1, 'T2', 'Bake bread', 4, 2, 'service-sector', true, null, null, 'published', '2010-01-01', null),
      ('t-draft', 'T3', 1, 'T3', 'Not ready', 4, 2, 'health', true, null, null, 'draft', null, null),
      ('t-legacy', 'T4', null, 'T4', 'Long known', 10, 2, 'health', true, null, null, 'legacy', null, null),
      ('t-own', 'T5', 1, 'T5', 'House rules', 3, 2, 'health', false, null, null, 'published', '2010-01-01', null),
      ('t-g-1', '8100-1', 1, '8100-1', 'First half', 0, 3, 'health', true, 'test-group', null, 'published', '2010-01-01', null),
      ('t-g-2', '8100-2', 1, '8100-2', 'Second half', 0, 3, 'health', true, 'test-group', null, 'published', '2010-01-01', null),
      ('t-h-1', '8200-1', 1, '8200-1', 'Only half', 0, 3, 'health', true, 'test-half', null, 'published', '2010-01-01', null)
  `);
}

/** A result that can be recorded; a test changes what it is about. */
export function aRow(changes: Partial<Record<Column, string>> = {}): Record<Column, string> {
  return {
    action: '',
    provider: 'test-kea',
    nsn: '0000100001',
    family_name: 'Rimu',
    given_names: 'Mere',
    date_of_birth: '1990-05-04',
    outcome: 'T2',
    version: '',
    date: '2023-03-01',
    result: 'achieved',
    mode: '',
    original_date: '',
    original_provider: '',
    status: '',
    reference: 'r-1',
    ...changes,
  };
}

export function csvOf(rows: readonly Record<Column, string>[], columns: readonly Column[] = COLUMNS): string {
  return `${[columns.join(','), ...rows.map((row) => csvLine(columns.map((column) => row[column])))].join('\n')}\n`;
}

const folder = mkdtempSync(join(tmpdir(), 'results-'));
let files = 0;

/** Writes a file for this test and answers its path. */
export function aFile(content: string | Uint8Array, extension = 'csv'): string {
  files += 1;
  const path = join(folder, `results-${files}.${extension}`);
  writeFileSync(path, content);
  return path;
}
