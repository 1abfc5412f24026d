import { randomUUID } from 'node:crypto';
import type { Tx } from '../database/connection.ts';
import { aliasSet, birthDateOf } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { checkKnown, type CheckedRow } from './check-row.ts';
import { sameLearner } from './identify.ts';
import { advance, type BatchRow, createImport, endImport } from './import-queries.ts';
import type { RowAnswer } from './judge.ts';
import { loadCatalogueIndex } from './load-catalogue.ts';
import type { ReportedRow } from './read/columns.ts';
import { isRejectCode, type RejectCode } from './reject-codes.ts';
import { EMPTY_TALLY } from './tally.ts';
import { passedLineages } from './read-queries.ts';
import { writeRows } from './write-rows.ts';

/** A result that was decided here, on the record of a learner whom we know. */
export interface KnownResult {
  /** Its provider's public id. */
  readonly provider: string;
  readonly outcome: string;
  readonly version: number | null;
  readonly date: string;
  readonly result: 'achieved' | 'merit' | 'excellence';
  readonly mode: 'rpl' | 'crt';
  /** A transfer keeps the date on which it was first achieved (domain A8). */
  readonly original?: { readonly date: string; readonly provider: string | null; readonly sourceId: number | null };
  /** The same reference is the same result: reported again, it is a duplicate. */
  readonly reference: string;
}

/** Whether a result could be reported: what was checked, or the code of the first reason why not (of `reject-codes`). */
export async function checkKnownResult(
  services: Services,
  learnerId: number,
  organisationId: number | null,
  known: KnownResult,
): Promise<CheckedRow | RejectCode> {
  const row: ReportedRow = { ...EMPTY, ...cellsOf(known) };
  const context = {
    catalogue: await loadCatalogueIndex(services),
    today: services.clock.today(),
    organisationId,
    defaultProvider: null,
  };
  const checked = checkKnown(row, await birthDateOf(services, learnerId), context);
  if (typeof checked === 'string' || checked.result === null) return checked;
  return { ...checked, result: { ...checked.result, sourceId: known.original?.sourceId ?? null } };
}

const EMPTY: ReportedRow = {
  action: '',
  provider: '',
  nsn: '',
  family_name: '',
  given_names: '',
  date_of_birth: '',
  outcome: '',
  version: '',
  date: '',
  result: '',
  mode: '',
  original_date: '',
  original_provider: '',
  status: '',
  reference: '',
};

function cellsOf({ provider, outcome, version, date, result, mode, original, reference }: KnownResult): Partial<ReportedRow> {
  return {
    provider,
    outcome,
    version: version === null ? '' : String(version),
    date,
    result,
    mode,
    original_date: original?.date ?? '',
    original_provider: original?.provider ?? '',
    status: 'confirmed',
    reference,
  };
}

/**
 * Reports checked results by the way that every result goes: an import of its own, with reference, event and state in one statement, within
 * the caller's transaction of the batch role. Answers what became of each, in order: one that was reported before is `duplicate`.
 */
export async function reportKnown(
  services: Services,
  tx: Tx,
  by: { readonly actor: string; readonly organisationId: number | null; readonly name: string },
  learnerId: number,
  rows: readonly CheckedRow[],
): Promise<readonly RowAnswer[]> {
  const at = services.clock.now();
  const made = await tx.query<BatchRow>(
    createImport({
      publicId: randomUUID(),
      providerId: by.organisationId,
      name: by.name,
      dryRun: false,
      state: 'recording',
      startedBy: by.actor,
      startedAt: at,
      defaultProvider: null,
      file: null,
      contentHash: null,
      bytesTotal: null,
    }),
  );
  const batchId = made.rows[0]?.batch_id;
  if (batchId === undefined) throw new Error('an import was not made');
  const answers = await writeRows(
    tx,
    rows.map((checked) => ({ checked, learnerId })),
    {
      services,
      catalogue: await loadCatalogueIndex(services),
      actor: by.actor,
      at: at.toISOString(),
      batchId,
      turn: async () => undefined,
      sameLearner: sameLearner(services),
    },
  );
  const count = (answer: RowAnswer): number => answers.filter((one) => one === answer).length;
  await tx.query(
    advance({
      batchId,
      rows: rows.length,
      bytesRead: 0,
      recorded: count('recorded'),
      corrected: 0,
      withdrawn: 0,
      duplicates: count('duplicate'),
      rejected: answers.filter(isRejectCode).length,
      tally: EMPTY_TALLY,
      at,
    }),
  );
  await tx.query(endImport(batchId, 'done', at, null));
  return answers;
}

/** The lineages of what a learner has passed, by all numbers that stand for them. */
export async function lineagesHeld(services: Services, tx: Tx, learnerId: number): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ lineage: string }>(passedLineages(await aliasSet(services, learnerId)));
  return new Set(rows.map(({ lineage }) => lineage));
}
