import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { type BatchReach, findBatch, type ImportBatch, reachOf } from './batch-queries.ts';
import { ask, lastAgreed, openRequest, settle, waiting, type WaitingRequest } from './second-person-queries.ts';
import { withdrawBatch } from './withdraw-batch.ts';

const KIND = 'withdraw-batch';

/** What the withdrawal of an import would touch, and the request that waits for a second person. */
export interface BatchWithdrawalPreview extends BatchReach {
  readonly request: (Pick<WaitingRequest, 'reason' | 'askedAt'> & { readonly mine: boolean }) | null;
}

/** How many results, learners and live awards the withdrawal of an import would touch. Throws `import-not-found` (404). */
export async function previewBatchWithdrawal(
  services: Services,
  signedIn: SignedIn,
  importId: string,
): Promise<BatchWithdrawalPreview> {
  const batch = await batchFor(services, signedIn, importId);
  // Counts only: a provider learns how many awards, never whose.
  const reach = await services.db.asBatch((tx) => reachOf(tx, batch.batchId));
  const request = await services.db.as(signedIn.acting, (tx) => waiting(tx, KIND, importId));
  return {
    ...reach,
    request:
      request === null
        ? null
        : { reason: request.reason, askedAt: request.askedAt, mine: request.askedBy === signedIn.accountId },
  };
}

/**
 * A provider's own administrator or registrar, or a steward, asks for all results of an import to be withdrawn. Nothing changes until
 * another person agrees. Throws `import-not-found` (404), `import-not-ended`, `nothing-to-withdraw`, `review-open` (409).
 */
export async function askBatchWithdrawal(
  services: Services,
  signedIn: SignedIn,
  importId: string,
  reason: string,
): Promise<{ readonly id: string }> {
  const accountId = personOf(signedIn);
  const batch = await batchFor(services, signedIn, importId);
  if (!batch.ended) throw problem('import-not-ended', 409, 'The import has not ended yet; stop it first.');
  const { results } = await services.db.asBatch((tx) => reachOf(tx, batch.batchId));
  if (results === 0) throw problem('nothing-to-withdraw', 409, 'No result stands as this import reported it.');
  const asked = await services.db.as(signedIn.acting, (tx) => ask(tx, KIND, importId, reason, accountId, batch.providerId));
  if (!asked) throw problem('review-open', 409, 'This is asked already and waits for a second person.');
  return { id: importId };
}

/**
 * Another person settles it: every result that stands as the import reported it is withdrawn, and awards on them are decided again; or all
 * stays. An agreed withdrawal that was cut off goes on when anybody entitled agrees again. Throws `second-person-needed` (409) to who
 * asked, `review-not-found` (404), `import-not-found` (404).
 */
export async function settleBatchWithdrawal(
  services: Services,
  signedIn: SignedIn,
  importId: string,
  agreed: boolean,
): Promise<{ readonly id: string; readonly withdrawn: number }> {
  const accountId = personOf(signedIn);
  const batch = await batchFor(services, signedIn, importId);
  await services.db.as(signedIn.acting, async (tx) => {
    const request = await openRequest(tx, KIND, importId);
    if (request === null) {
      if (agreed && (await lastAgreed(tx, KIND, importId))) return;
      throw problem('review-not-found', 404, 'Nobody has asked for this, or it is settled.');
    }
    if (request.askedBy === accountId)
      throw problem('second-person-needed', 409, 'Another person than the one who asked must agree.');
    await settle(tx, request.requestId, accountId, agreed);
  });
  return { id: importId, withdrawn: agreed ? await withdrawBatch(services, batch.batchId, signedIn.actor) : 0 };
}

/** The import, as far as the actor answers for it: a provider's own (by policy), any for a steward. */
async function batchFor(services: Services, { kind, acting }: SignedIn, importId: string): Promise<ImportBatch> {
  const batch =
    kind === 'steward'
      ? await services.db.asBatch((tx) => findBatch(tx, importId))
      : await services.db.as(acting, (tx) => findBatch(tx, importId));
  if (batch === null || batch.dryRun) throw problem('import-not-found', 404, 'There is no recorded import with this id.');
  return batch;
}

function personOf({ accountId }: SignedIn): number {
  if (accountId === null) throw problem('not-your-door', 403, 'Only a person can ask for this or agree to it.');
  return accountId;
}
