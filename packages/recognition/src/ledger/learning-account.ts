import type { Account } from '../framework/schema.ts';
import type { LocalDate } from '../record/portable-record.ts';

/** The rule of a lifelong learning account: money granted by rule, reserved and spent on listed programmes. A pure ledger. Source: domain 6.2. */
export type LearningAccount = Extract<Account, { rule: 'learning-account' }>;

export type AccountEntry =
  | { readonly id: string; readonly kind: 'grant'; readonly on: LocalDate; readonly grant: string; readonly age: number }
  | { readonly id: string; readonly kind: 'reserve'; readonly on: LocalDate; readonly programme: string; readonly cents: number }
  | { readonly id: string; readonly kind: 'spend'; readonly on: LocalDate; readonly reservation: string }
  | { readonly id: string; readonly kind: 'release'; readonly on: LocalDate; readonly reservation: string };

export const ACCOUNT_CODES = [
  'entry-conflict',
  'before-last-entry',
  'unknown-grant',
  'already-granted',
  'too-young',
  'not-yet-granted',
  'grant-expired',
  'not-an-amount',
  'not-listed',
  'not-enough-credit',
  'unknown-reservation',
  'reservation-closed',
] as const;
export type AccountCode = (typeof ACCOUNT_CODES)[number];

interface Lot {
  readonly grant: string;
  readonly left: number;
  readonly expires: LocalDate | null;
}
interface Reservation {
  readonly id: string;
  readonly programme: string;
  readonly from: readonly { readonly grant: string; readonly cents: number }[];
  readonly state: 'reserved' | 'spent' | 'released';
}
export interface AccountState {
  readonly lots: readonly Lot[];
  readonly reservations: readonly Reservation[];
  readonly entries: readonly AccountEntry[];
}
export const EMPTY_ACCOUNT: AccountState = { lots: [], reservations: [], entries: [] };

export type Entered =
  | { readonly ok: true; readonly state: AccountState; readonly repeated: boolean }
  | { readonly ok: false; readonly code: AccountCode };

const no = (code: AccountCode): Entered => ({ ok: false, code });

/**
 * Enters one thing. The same entry again changes nothing. A grant is given once, from its day and age; what expires first is used first;
 * a reservation made in time may be spent later, and what is released after its expiry lapses. `listed` are the programmes that may
 * be paid for on that day.
 */
export function enter(account: LearningAccount, state: AccountState, entry: AccountEntry, listed: ReadonlySet<string>): Entered {
  const before = state.entries.find(({ id }) => id === entry.id);
  if (before !== undefined)
    return JSON.stringify(before) === JSON.stringify(entry) ? { ok: true, state, repeated: true } : no('entry-conflict');
  const last = state.entries.at(-1);
  if (last !== undefined && entry.on < last.on) return no('before-last-entry');
  const next = changed(account, state, entry, listed);
  return typeof next === 'string'
    ? no(next)
    : { ok: true, state: { ...next, entries: [...state.entries, entry] }, repeated: false };
}

type Changed = Pick<AccountState, 'lots' | 'reservations'> | AccountCode;

function changed({ grants }: LearningAccount, state: AccountState, entry: AccountEntry, listed: ReadonlySet<string>): Changed {
  if (entry.kind === 'grant') {
    const rule = grants.find(({ id }) => id === entry.grant);
    if (rule === undefined) return 'unknown-grant';
    if (state.lots.some(({ grant }) => grant === rule.id)) return 'already-granted';
    if (entry.age < rule.leastAge) return 'too-young';
    if (entry.on < rule.from) return 'not-yet-granted';
    if (rule.expires !== null && entry.on > rule.expires) return 'grant-expired';
    return {
      lots: [...state.lots, { grant: rule.id, left: rule.cents, expires: rule.expires }],
      reservations: state.reservations,
    };
  }
  if (entry.kind === 'reserve') return reserved(state, entry, listed);
  const held = state.reservations.find(({ id }) => id === entry.reservation);
  if (held === undefined) return 'unknown-reservation';
  if (held.state !== 'reserved') return 'reservation-closed';
  const now = { ...held, state: entry.kind === 'spend' ? ('spent' as const) : ('released' as const) };
  const reservations = state.reservations.map((one) => (one.id === held.id ? now : one));
  if (entry.kind === 'spend') return { lots: state.lots, reservations };
  const back = new Map(held.from.map(({ grant, cents }) => [grant, cents]));
  return { lots: state.lots.map((lot) => ({ ...lot, left: lot.left + (back.get(lot.grant) ?? 0) })), reservations };
}

const live = ({ expires }: Lot, on: LocalDate): boolean => expires === null || on <= expires;

function reserved(state: AccountState, entry: Extract<AccountEntry, { kind: 'reserve' }>, listed: ReadonlySet<string>): Changed {
  if (!Number.isSafeInteger(entry.cents) || entry.cents < 1) return 'not-an-amount';
  if (!listed.has(entry.programme)) return 'not-listed';
  const order = state.lots
    .filter((lot) => live(lot, entry.on))
    .sort((a, b) =>
      (a.expires ?? '9999') < (b.expires ?? '9999')
        ? -1
        : (a.expires ?? '9999') > (b.expires ?? '9999')
          ? 1
          : a.grant < b.grant
            ? -1
            : 1,
    );
  let open = entry.cents;
  const from: { grant: string; cents: number }[] = [];
  for (const lot of order) {
    const cents = Math.min(open, lot.left);
    if (cents > 0) from.push({ grant: lot.grant, cents });
    open -= cents;
  }
  if (open > 0) return 'not-enough-credit';
  const taken = new Map(from.map(({ grant, cents }) => [grant, cents]));
  return {
    lots: state.lots.map((lot) => ({ ...lot, left: lot.left - (taken.get(lot.grant) ?? 0) })),
    reservations: [...state.reservations, { id: entry.id, programme: entry.programme, from, state: 'reserved' }],
  };
}

export interface AccountStatement {
  readonly on: LocalDate;
  /** All in cents. */
  readonly available: number;
  readonly reserved: number;
  readonly spent: number;
  readonly lapsed: number;
}

/** The account on a day. */
export function accountStatement({ lots, reservations }: AccountState, on: LocalDate): AccountStatement {
  const sum = (state: Reservation['state']): number =>
    reservations
      .filter((one) => one.state === state)
      .reduce((all, { from }) => all + from.reduce((own, { cents }) => own + cents, 0), 0);
  const left = (alive: boolean): number => lots.filter((lot) => live(lot, on) === alive).reduce((all, lot) => all + lot.left, 0);
  return { on, available: left(true), reserved: sum('reserved'), spent: sum('spent'), lapsed: left(false) };
}
