import { matchLearners } from '../identity/index.ts';
import { importResults, type Reporter } from '../record/import-results.ts';
import type { BatchRow } from '../record/import-queries.ts';
import type { Column } from '../record/read/columns.ts';
import { aFile, aRow, csvOf } from '../record/test-scene.ts';
import type { Services } from '../services.ts';

/** An invented learner of a results file, by number. */
export function person(n: number): { nsn: string; familyName: string; givenNames: string; birthDate: string } {
  return { nsn: `0000${String(700_000 + n)}`, familyName: 'Rātā', givenNames: 'Invented', birthDate: '1991-02-03' };
}

/** A row of this person for outcome `K<k>` of the test scene, in force for the seven years before the tests' today. */
export function resultRow(n: number, k: number, changes: Partial<Record<Column, string>> = {}): Record<Column, string> {
  const { nsn, familyName, givenNames, birthDate } = person(n);
  return aRow({
    provider: 'org-kea',
    nsn,
    family_name: familyName,
    given_names: givenNames,
    date_of_birth: birthDate,
    outcome: `K${k}`,
    date: `2024-03-0${(k % 9) + 1}`,
    reference: `p${n}-k${k}`,
    ...changes,
  });
}

/** Imports rows as a provider or an operator does; every row must be taken. */
export async function report(services: Services, reporter: Reporter, rows: readonly Record<Column, string>[]): Promise<BatchRow> {
  const batch = await importResults(services, reporter, { path: aFile(csvOf(rows)), name: 'test.csv' });
  if (batch.rejected > 0) throw new Error(`rows were rejected: ${JSON.stringify(batch.tally)}`);
  return batch;
}

export async function learnerOf(services: Services, n: number): Promise<number> {
  const [learner] = await matchLearners(services, 'operator', [person(n)]);
  if (typeof learner !== 'number') throw new Error(`no learner: ${learner}`);
  return learner;
}
