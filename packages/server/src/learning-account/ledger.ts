import {
  type AccountCode,
  type AccountEntry,
  type AccountState,
  enter,
  type LearningAccount,
  listedProgrammes,
} from '@recognition/recognition/frameworks';
import type { Tx } from '../database/connection.ts';
import { problem, type Problem } from '../http/problem.ts';
import { leafOf } from '../log/leaf.ts';
import type { Services } from '../services.ts';
import {
  type AccountEventRow,
  accountEvents,
  type AccountRow,
  insertAccountEvent,
  lockAccount,
  nextId,
  standings,
} from './queries.ts';
import { LEARNING_ACCOUNT_SENTENCES } from './sentences.ts';

/** The rows of an account as the pure ledger's state (`packages/recognition/src/ledger/learning-account.ts`). */
export function stateOf(events: readonly AccountEventRow[]): AccountState {
  const ended = new Map(
    events.flatMap(({ kind, reservation }) =>
      reservation === null ? [] : [[reservation, kind === 'spend' ? ('spent' as const) : ('released' as const)] as const],
    ),
  );
  const left = new Map<string, { left: number; expires: string | null }>();
  for (const { moved } of events)
    for (const { grant, cents, expires } of moved) left.set(grant, { left: (left.get(grant)?.left ?? 0) + cents, expires });
  return {
    lots: [...left].map(([grant, lot]) => ({ grant, ...lot })),
    reservations: events.flatMap(({ kind, eventId, programme, moved }) =>
      kind !== 'reserve'
        ? []
        : [
            {
              id: String(eventId),
              programme: programme ?? '',
              from: moved.map(({ grant, cents }) => ({ grant, cents: -cents })),
              state: ended.get(eventId) ?? ('reserved' as const),
            },
          ],
    ),
    entries: events.map(entryOf),
  };
}

function entryOf({ eventId, kind, onDay: on, grantId, age, programme, cents, reservation }: AccountEventRow): AccountEntry {
  const id = String(eventId);
  switch (kind) {
    case 'grant':
      return { id, kind, on, grant: grantId ?? '', age: age ?? 0 };
    case 'reserve':
      return { id, kind, on, programme: programme ?? '', cents: cents ?? 0 };
    case 'spend':
    case 'release':
      return { id, kind, on, reservation: String(reservation) };
  }
}

/** What is asked of an account; its day is today, its id is given here. */
export type Asked =
  | { readonly kind: 'grant'; readonly grant: string; readonly age: number }
  | { readonly kind: 'reserve'; readonly programme: string; readonly cents: number }
  | { readonly kind: 'spend' | 'release'; readonly reservation: string };

const CONFLICTS: ReadonlySet<AccountCode> = new Set([
  'entry-conflict',
  'before-last-entry',
  'already-granted',
  'not-yet-granted',
  'grant-expired',
  'not-enough-credit',
  'reservation-closed',
]);

function refusal(code: AccountCode): Problem {
  const status = code === 'unknown-reservation' ? 404 : CONFLICTS.has(code) ? 409 : 422;
  return problem(code, status, LEARNING_ACCOUNT_SENTENCES[code]?.en ?? code);
}

/**
 * Enters one thing in an account, whole or not at all: under the account's lock, by the pure ledger's rule, and by what the database holds
 * besides. Answers the entry's id. Throws the rule's codes, and `moved-meanwhile` (409).
 */
export async function enterIn(
  tx: Tx,
  services: Pick<Services, 'clock'>,
  account: AccountRow,
  rule: LearningAccount,
  actor: string,
  asked: Asked,
): Promise<number> {
  await lockAccount(tx, account);
  const state = stateOf(await accountEvents(tx, account));
  const eventId = await nextId(tx);
  const on = services.clock.today();
  const entry: AccountEntry = { id: String(eventId), on, ...asked };
  const listed = new Set(listedProgrammes(account.framework, on).map(({ id }) => id));
  const entered = enter(rule, state, entry, listed);
  if (!entered.ok) throw refusal(entered.code);
  const before = await standings(tx, account);
  // What the entry adds to each grant is what its balance is now less what it was.
  const was = new Map(state.lots.map(({ grant, left }) => [grant, left]));
  const postings = entered.state.lots.flatMap(({ grant, left, expires }) => {
    const change = left - (was.get(grant) ?? 0);
    const last = before.get(grant);
    return change === 0 ? [] : [{ grant, change, expires, step: (last?.step ?? 0) + 1, before: last?.left ?? 0 }];
  });
  const words = {
    learnerId: account.learnerId,
    accountId: account.accountId,
    eventId,
    kind: asked.kind,
    onDay: on,
    at: services.clock.now().toISOString(),
    actor,
    grantId: asked.kind === 'grant' ? asked.grant : null,
    age: asked.kind === 'grant' ? asked.age : null,
    programme: asked.kind === 'reserve' ? asked.programme : null,
    cents: asked.kind === 'reserve' ? asked.cents : null,
    reservation: 'reservation' in asked ? Number(asked.reservation) : null,
  };
  try {
    await insertAccountEvent(tx, { ...words, leaf: leafOf({ ...words, postings }) }, postings);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '23503' || error.code === '23514'))
      throw problem('moved-meanwhile', 409, 'This was changed at this moment. Look again.');
    throw error;
  }
  return eventId;
}
