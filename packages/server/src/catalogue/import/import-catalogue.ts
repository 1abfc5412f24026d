import { Problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { type CatalogueActor, requireSteward, runAs } from '../actor.ts';
import { readOutcomesNamed } from '../queries.ts';
import { fillOutcomes, insertEvents, insertOutcomes, lockForImport } from '../write-queries.ts';
import type { ImportAnswer, Reject, SourceFile } from './answer.ts';
import { isFileCode, unusableFile } from './codes.ts';
import { importCatalogueFile, type ReadFile } from './import-catalogue-file.ts';
import { type As, mergeListing } from './merge-listing.ts';
import { type Listing, readListing } from './read-listing.ts';
import { isRegisterFormat, REGISTER_FORMATS, registerReader } from '../registers/formats.ts';
import { isSourceFormat, readSourceFile, SOURCE_FORMATS } from './sources/index.ts';

export const IMPORT_FORMATS = ['nzqa-listing', 'json', ...SOURCE_FORMATS, ...REGISTER_FORMATS] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

export interface ImportOptions {
  /** How new outcomes come in; a catalogue file's own statuses when not given, drafts for a listing. */
  readonly as?: As;
}

/**
 * Imports a file, or the files of a folder together, in one transaction (contracts 5). What is there is never overwritten; doing it
 * again changes nothing. One file that cannot be used throws its code; of several it is listed under `rejected` as row 0. Stewards
 * and the operator only.
 */
export async function importCatalogue(
  services: Services,
  actor: CatalogueActor,
  source: SourceFile | readonly SourceFile[],
  format: ImportFormat,
  { as }: ImportOptions = {},
): Promise<ImportAnswer> {
  requireSteward(actor);
  const files: readonly SourceFile[] = 'bytes' in source ? [source] : source;
  if (files.length === 0) throw unusableFile('nothing-to-import', '');
  if (format === 'nzqa-listing') return importListings(services, actor, files, as ?? 'draft');
  let total: ImportAnswer = { rows: 0, outcomes: 0, created: 0, completed: 0, unchanged: 0, conflicts: [], rejected: [] };
  const readFile: ReadFile | undefined = isSourceFormat(format)
    ? (file, held) => readSourceFile(format, file, held)
    : isRegisterFormat(format)
      ? registerReader(format, as)
      : undefined;
  for (const file of files) {
    const match = isRegisterFormat(format) ? 'id' : 'id-or-code';
    const answer = await usable(file, files.length, () => importCatalogueFile(services, actor, file, as, readFile, match));
    total = 'code' in answer ? { ...total, rejected: [...total.rejected, answer] } : add(total, answer);
  }
  return total;
}

/** Whether a file of the input could not be used at all: exit code 2 of the command. */
export const hasUnusableFile = (answer: ImportAnswer): boolean => answer.rejected.some(({ row }) => row === 0);

async function importListings(
  services: Services,
  actor: CatalogueActor,
  files: readonly SourceFile[],
  as: As,
): Promise<ImportAnswer> {
  const listings: Listing[] = [];
  const rejected: Reject[] = [];
  for (const file of files) {
    const listing = await usable(file, files.length, async () => readListing(file));
    if ('code' in listing) rejected.push(listing);
    else listings.push(listing);
  }
  const rows = listings.flatMap((listing) => listing.rows);
  const at = services.clock.now();
  return runAs(services, actor, async (tx) => {
    await lockForImport(tx);
    const numbers = [...new Set(rows.map(({ number }) => number))];
    const held = await readOutcomesNamed(
      tx,
      numbers,
      numbers.map((number) => `nzqa-${number}`),
    );
    const plan = mergeListing(rows, held, as);
    const keys = await insertOutcomes(tx, plan.creates);
    await fillOutcomes(tx, plan.fills, at);
    await insertEvents(
      tx,
      [
        ...[...keys.values()].map((outcomeId) => ({ outcomeId, kind: 'imported' })),
        ...plan.fills.map(({ outcomeId }) => ({ outcomeId, kind: 'completed', note: 'from a listing' })),
      ],
      actor,
      at,
    );
    return {
      rows: listings.reduce((sum, { count }) => sum + count, 0),
      outcomes: plan.outcomes,
      created: plan.creates.length,
      completed: plan.fills.length,
      unchanged: plan.outcomes - plan.creates.length - plan.fills.length,
      conflicts: plan.conflicts,
      rejected: [...rejected, ...listings.flatMap((listing) => listing.rejected)],
    };
  });
}

// Alone, a file that cannot be used is the answer; among others it is one line of it.
async function usable<T extends object>(file: SourceFile, among: number, read: () => Promise<T>): Promise<T | Reject> {
  try {
    return await read();
  } catch (error) {
    if (among === 1 || !(error instanceof Problem) || !isFileCode(error.code)) throw error;
    return { file: file.name, row: 0, code: error.code, message: error.message };
  }
}

function add(one: ImportAnswer, other: ImportAnswer): ImportAnswer {
  return {
    rows: one.rows + other.rows,
    outcomes: one.outcomes + other.outcomes,
    created: one.created + other.created,
    completed: one.completed + other.completed,
    unchanged: one.unchanged + other.unchanged,
    conflicts: [...one.conflicts, ...other.conflicts],
    rejected: [...one.rejected, ...other.rejected],
  };
}
