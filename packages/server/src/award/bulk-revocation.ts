import { randomUUID } from 'node:crypto';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import {
  beginBulk,
  type BulkItem,
  type BulkRow,
  endBulk,
  findBulk,
  insertBulk,
  interruptedBulks,
  nextOfBulk,
  revokeOutcomeCredentials,
  settleOfBulk,
  unknownOfBulk,
} from './bulk-queries.ts';
import { change } from './events.ts';
import { findAward } from './queries.ts';
import { ask, lastAgreed, openRequest, settle, waiting } from './second-person-queries.ts';
import { setBits } from './status-queries.ts';

const KIND = 'revoke-many';
/** Credentials that one call may name. */
export const MOST_REVOKED = 100_000;
/** Credentials in one transaction: few enough that nobody waits long for a list, enough that a list is written seldom. */
const SLICE = 250;

export interface BulkView extends BulkRow {
  readonly id: string;
  /** `asked`: waits for a second person; `declined`: will not be done. */
  readonly state: 'asked' | 'declined' | 'running' | 'ended';
  /** The first hundred that nothing of ours is called. */
  readonly unknownIds: readonly string[];
}

/**
 * A steward asks for up to 100,000 credentials to be revoked, each named by its id or by the code of its award. Nothing changes until
 * another steward agrees. What is named twice counts once.
 */
export async function askBulkRevocation(
  services: Services,
  signedIn: SignedIn,
  named: readonly string[],
  reason: string,
): Promise<{ readonly id: string; readonly total: number }> {
  const accountId = personOf(signedIn);
  const id = randomUUID();
  const once = [...new Set(named)];
  await services.db.as(signedIn.acting, async (tx) => {
    await insertBulk(tx, id, reason, once);
    await ask(tx, KIND, id, reason, accountId);
  });
  return { id, total: once.length };
}

/** How far a revocation of many has got. Throws `review-not-found` (404). */
export async function viewBulkRevocation(services: Services, signedIn: SignedIn, id: string): Promise<BulkView> {
  return services.db.as(signedIn.acting, async (tx) => {
    const row = await findBulk(tx, id);
    if (row === null) throw notFound();
    const open = await waiting(tx, KIND, id);
    const agreed = open === null && (await lastAgreed(tx, KIND, id));
    const state = open !== null ? 'asked' : !agreed ? 'declined' : row.endedAt === null ? 'running' : 'ended';
    return { id, ...row, state, unknownIds: await unknownOfBulk(tx, id) };
  });
}

/**
 * Another steward settles it. Agreed to, it begins at once and goes on in the background; `finished` is for who wants to wait. Throws
 * `second-person-needed` (409) to who asked, `review-not-found` (404).
 */
export async function settleBulkRevocation(
  services: Services,
  signedIn: SignedIn,
  id: string,
  agreed: boolean,
  report: (error: unknown) => void = () => undefined,
): Promise<{ readonly finished: Promise<void> }> {
  const accountId = personOf(signedIn);
  await services.db.as(signedIn.acting, async (tx) => {
    const request = await openRequest(tx, KIND, id);
    if (request === null) throw notFound();
    if (request.askedBy === accountId)
      throw problem('second-person-needed', 409, 'Another person than the one who asked must agree.');
    await settle(tx, request.requestId, accountId, agreed);
  });
  return { finished: agreed ? runBulk(services, id, signedIn.actor, report) : Promise.resolve() };
}

/** Goes on with what a process that ended left unfinished: called once when the service starts. Answers how many there were. */
export async function resumeBulkRevocations(services: Services, report?: (error: unknown) => void): Promise<number> {
  const { rows } = await services.db.asBatch((tx) =>
    tx.query<{ bulkId: string; actor: string } & Record<string, unknown>>(interruptedBulks),
  );
  for (const { bulkId, actor } of rows) void runBulk(services, bulkId, actor, report);
  return rows.length;
}

async function runBulk(
  services: Services,
  id: string,
  actor: string,
  report: (error: unknown) => void = () => undefined,
): Promise<void> {
  try {
    const row = await services.db.asBatch(async (tx) => {
      await beginBulk(tx, id);
      return findBulk(tx, id);
    });
    if (row === null) return;
    // Each slice is a transaction of its own: cut off, it goes on with what is left.
    while ((await services.db.asBatch((tx) => revokeSlice(tx, services, id, actor, row.reason))) > 0);
    await services.db.asBatch((tx) => endBulk(tx, id));
  } catch (error) {
    report(error);
  }
}

async function revokeSlice(tx: Tx, services: Services, id: string, actor: string, reason: string): Promise<number> {
  const items = await nextOfBulk(tx, id, SLICE);
  if (items.length === 0) return 0;
  const outcomes = items.filter(({ learnerId, awardId }) => learnerId !== null && awardId === null);
  const ended = await revokeOutcomeCredentials(
    tx,
    outcomes.map(({ learnerId }) => learnerId ?? 0),
    outcomes.map(({ credentialId }) => credentialId),
  );
  const results: { readonly position: number; readonly result: 'revoked' | 'not-live' | 'unknown' }[] = [];
  const revoked: string[] = [];
  for (const item of items) {
    const done = item.awardId === null ? ended.has(item.credentialId) : await revokeAward(tx, services, item, actor, reason);
    if (done) revoked.push(item.credentialId);
    results.push({ position: item.position, result: done ? 'revoked' : item.learnerId === null ? 'unknown' : 'not-live' });
  }
  await settleOfBulk(tx, id, results);
  // Last: whoever else changes a status waits from here to the end of this transaction.
  await setBits(tx, 'revocation', revoked, true);
  return items.length;
}

async function revokeAward(tx: Tx, services: Services, item: BulkItem, actor: string, reason: string): Promise<boolean> {
  const { learnerId, awardId } = item;
  const award = learnerId === null || awardId === null ? null : await findAward(tx, learnerId, awardId);
  if (award === null || !(await change(tx, services, award, 'revoked', { actor, reason, bits: 'later' }))) return false;
  await tell(tx, { learnerId: award.learnerId, code: 'award-revoked', data: { award: award.publicId, reason } });
  return true;
}

function personOf({ accountId }: SignedIn): number {
  if (accountId === null) throw problem('not-your-door', 403, 'Only a person can ask for this or agree to it.');
  return accountId;
}

function notFound(): Error {
  return problem('review-not-found', 404, 'Nobody has asked for this, or it is settled.');
}
