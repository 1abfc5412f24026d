import { z } from 'zod';
import { pageOf, readCursor } from '../http/paging.ts';
import type { SignedIn } from '../http/route.ts';
import { learnerNames } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { logOf } from '../sharing/log-queries.ts';
import { logLines } from '../sharing/view.ts';
import {
  accountNames,
  delegationsByStewards,
  delegationsOfAccount,
  delegationsOfLearner,
  type DelegationRow,
} from './queries.ts';

export type State = 'waiting' | 'late' | 'open' | 'past' | 'ended';

/** Where an authority stands on a day: its code waits or was never used, it is open, its time is over, or it was ended. */
export function stateOf(row: DelegationRow, today: string, at: Date): State {
  if (row.endedAt !== null) return 'ended';
  if (row.toOn !== null && row.toOn < today) return 'past';
  if (row.acceptedAt !== null) return 'open';
  return row.codeUntil !== null && row.codeUntil < at ? 'late' : 'waiting';
}

/** Who may act for the learner who is signed in, with what each did; the newest first. */
export async function listOwn(services: Services, learner: SignedIn) {
  const { rows, log } = await services.db.as(learner.acting, async (tx) => {
    const all = await delegationsOfLearner(tx);
    const ids = all.map(({ delegationId }) => delegationId);
    return { rows: all, log: await logOf(tx, 'delegation', ids) };
  });
  const accounts = await namesOf(services, rows);
  const lines = await logLines(services, log);
  return {
    items: rows.map((row) => ({
      ...viewOf(services, row),
      signedInAs: row.accountId === null ? null : (accounts.get(row.accountId) ?? null),
      log: lines.filter((_, index) => log[index]?.aboutId === row.delegationId),
    })),
  };
}

/** For whom an account may act, or might; the newest first. */
export async function listHeld(services: Services, person: SignedIn & { readonly accountId: number }) {
  const rows = await services.db.asBatch((tx) => delegationsOfAccount(tx, person.accountId));
  const names = await learnerNames(services, [...new Set(rows.map(({ learnerId }) => learnerId))]);
  return { items: rows.map((row) => ({ ...viewOf(services, row), learner: names.get(row.learnerId) ?? '' })) };
}

/** A page of what stewards have given on evidence, the newest first. */
export async function listGiven(services: Services, steward: SignedIn, cursor: string | undefined, limit: number) {
  const before = readCursor(cursor, z.tuple([z.int()]))?.[0] ?? null;
  const rows = await services.db.as(steward.acting, (tx) => delegationsByStewards(tx, before, limit + 1));
  const names = await learnerNames(services, [...new Set(rows.map(({ learnerId }) => learnerId))]);
  const accounts = await namesOf(services, rows);
  const page = pageOf(
    rows,
    limit,
    (row) => ({
      ...viewOf(services, row),
      learner: names.get(row.learnerId) ?? '',
      evidence: row.evidence ?? '',
      signedInAs: row.accountId === null ? null : (accounts.get(row.accountId) ?? null),
    }),
    ({ delegationId }) => [delegationId],
  );
  return { items: [...page.items], next: page.next };
}

function viewOf({ clock }: Services, row: DelegationRow) {
  return {
    id: String(row.delegationId),
    authority: row.authority,
    named: row.named,
    acts: [...row.acts],
    from: row.fromOn,
    until: row.toOn,
    state: stateOf(row, clock.today(), clock.now()),
    byLearner: row.evidence === null,
    madeAt: row.madeAt.toISOString(),
    codeUntil: row.acceptedAt === null ? (row.codeUntil?.toISOString() ?? null) : null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

function namesOf(services: Services, rows: readonly DelegationRow[]): Promise<ReadonlyMap<number, string>> {
  const ids = rows.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]));
  return ids.length === 0 ? Promise.resolve(new Map()) : services.db.asBatch((tx) => accountNames(tx, ids));
}
