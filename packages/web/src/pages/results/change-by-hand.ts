import type { ImportProgress } from '@recognition/client';
import { type Column, COLUMNS, csvLine } from '@recognition/recognition/results';
import { api } from '../../api.ts';

type Said = { readonly en: string; readonly mi: string };
/** What became of a change: done, or why it is not, with what mends it. */
export type Changed = { readonly done: true } | { readonly done: false; readonly message: Said; readonly fix: Said };

const BASE = '/api/v1/results/imports';
const PATIENCE = 60;

/**
 * Corrects or withdraws one result through the same door as a file: a file of one row is checked, given its reason, and recorded. What
 * the check rejects is not recorded.
 */
export async function changeByHand(row: Partial<Record<Column, string>>, reason: string, name: string): Promise<Changed> {
  const columns = COLUMNS.filter((column) => row[column] !== undefined);
  const csv = `${csvLine(columns)}\n${csvLine(columns.map((column) => row[column] ?? ''))}\n`;
  const { id } = await api.upload(BASE, csv, { query: { dryRun: true, name }, headers: { 'content-type': 'text/csv' } });
  const checked = await ended(id);
  const refused = refusal(checked);
  if (refused !== null) return refused;
  await api.put(`${BASE}/{id}/reason`, { path: { id }, body: { reason } });
  await api.post(`${BASE}/{id}/record`, { path: { id } });
  return refusal(await ended(id)) ?? { done: true };
}

async function ended(id: string): Promise<ImportProgress> {
  for (let tries = 0; ; tries += 1) {
    const run = await api.get(`${BASE}/{id}`, { path: { id } });
    if (run.endedAt !== null) return run;
    if (tries === PATIENCE) throw new Error('the service takes long; the change goes on and is in the list of files');
    await new Promise((next) => setTimeout(next, tries < 10 ? 150 : 1000));
  }
}

function refusal({ rejectsByCode: [first], error }: ImportProgress): Changed | null {
  if (first !== undefined) return { done: false, message: first.message, fix: first.fix };
  return error === null ? null : { done: false, message: { en: error.detail, mi: error.detail }, fix: { en: '', mi: '' } };
}
