import type { Tx } from '../database/connection.ts';
import { tellOfChange } from '../record/changes.ts';
import {
  type ChangedRow,
  changeResults,
  planForBatches,
  referencesFor,
  type ReferenceRow,
  type StateRow,
  statesOf,
} from '../record/queries.ts';
import type { Services } from '../services.ts';
import { referencesOfBatch, stillOfBatch } from './batch-queries.ts';

interface BatchReference {
  readonly learnerId: number;
  readonly providerId: number;
  readonly reference: string;
}

/** References in one transaction, at least: a learner's stay together, so that each award is decided again once. */
const SLICE = 500;

/**
 * Withdraws every result that stands as this import reported it, as a file of withdrawals would: events, state, references, and the awards
 * on them decided again. What a later import has corrected is that one's and stays. Slice by slice, each a transaction: cut off, it goes on
 * with what is left when it is called again. Answers how many results it withdrew.
 */
export async function withdrawBatch(services: Services, batchId: number, actor: string): Promise<number> {
  const { rows } = await services.db.asBatch((tx) =>
    tx.query<BatchReference & Record<string, unknown>>(referencesOfBatch(batchId)),
  );
  let withdrawn = 0;
  for (const slice of slices(rows)) {
    withdrawn += await services.db.asBatch((tx) => withdrawSlice(tx, services, batchId, actor, slice));
  }
  return withdrawn;
}

function* slices(references: readonly BatchReference[]): Generator<readonly BatchReference[]> {
  let slice: BatchReference[] = [];
  for (const reference of references) {
    if (slice.length >= SLICE && slice.at(-1)?.learnerId !== reference.learnerId) {
      yield slice;
      slice = [];
    }
    slice.push(reference);
  }
  if (slice.length > 0) yield slice;
}

async function withdrawSlice(
  tx: Tx,
  services: Services,
  batchId: number,
  actor: string,
  slice: readonly BatchReference[],
): Promise<number> {
  await tx.query(planForBatches);
  // Locked as an import locks them: the references first, then the states.
  const { rows: references } = await tx.query<ReferenceRow & Record<string, unknown>>(
    referencesFor(
      slice.map(({ providerId }) => providerId),
      slice.map(({ reference }) => reference),
    ),
  );
  const learnerIds = references.flatMap((row) => row.achievement_ids.map(() => row.learner_id));
  const achievementIds = references.flatMap((row) => row.achievement_ids.map(Number));
  const { rows: states } = await tx.query<StateRow & Record<string, unknown>>(statesOf(learnerIds, achievementIds));
  const { rows: left } = await tx.query<{ achievementId: number }>(stillOfBatch(batchId, learnerIds, achievementIds));
  const still = new Set(left.map(({ achievementId }) => achievementId));
  const hashes = new Map(references.map((row) => [`${row.provider_id}\t${row.reference}`, row.content_hash]));
  const changed = states
    .filter(({ achievement_id: id }) => still.has(id))
    .map(
      (row): ChangedRow => ({
        ...row,
        kind: 'withdrawn',
        status: 'withdrawn',
        countable: false,
        content_hash: hashes.get(`${row.provider_id}\t${row.reference}`) ?? '',
      }),
    );
  if (changed.length === 0) return 0;
  await tx.query(changeResults(changed, { actor, at: services.clock.now().toISOString(), batchId }));
  for (const [learnerId, rows] of Map.groupBy(changed, (row) => row.learner_id)) {
    await tellOfChange(
      tx,
      services,
      learnerId,
      rows.map((row) => row.achievement_id),
      'withdrawn',
    );
  }
  return changed.length;
}
