import type { Account } from '../framework/schema.ts';
import { addYears, dateOfDay, dayNumber } from '../record/local-date.ts';
import type { LocalDate } from '../record/portable-record.ts';

/** The rule of a bank of academic credit: a pure ledger, an entry in, a new state or a reason out. Source: domain 4 (ABC Regulations 2021). */
export type CreditBank = Extract<Account, { rule: 'credit-bank' }>;

export interface BankedCredit {
  readonly id: string;
  readonly outcome: string;
  readonly minutes: number;
  readonly earned: LocalDate;
  /** Where it stands: the institution that gave it, or that accepted it last. */
  readonly at: string;
  /** The last day on which it can be used. */
  readonly until: LocalDate;
  /** The award it was redeemed for: debited for ever. */
  readonly redeemed: string | null;
}

export type BankEntry =
  | {
      readonly id: string;
      readonly kind: 'deposit';
      readonly on: LocalDate;
      readonly by: { readonly institution: string } | { readonly learner: true };
      readonly credits: readonly {
        readonly id: string;
        readonly outcome: string;
        readonly minutes: number;
        readonly earned: LocalDate;
        readonly validYears?: number;
      }[];
    }
  | {
      readonly id: string;
      readonly kind: 'transfer';
      readonly on: LocalDate;
      readonly to: string;
      readonly credits: readonly string[];
    }
  | {
      readonly id: string;
      readonly kind: 'redeem';
      readonly on: LocalDate;
      readonly institution: string;
      readonly award: string;
      readonly credits: readonly string[];
    };

export const BANK_CODES = [
  'entry-conflict',
  'before-last-entry',
  'nothing-named',
  'only-institutions-deposit',
  'already-deposited',
  'shelf-life-too-long',
  'not-a-size',
  'earned-later',
  'unknown-credit',
  'already-redeemed',
  'credit-expired',
  'not-transferred',
  'already-there',
] as const;
export type BankCode = (typeof BANK_CODES)[number];

export interface BankState {
  readonly credits: readonly BankedCredit[];
  readonly entries: readonly BankEntry[];
}

export type Posted =
  | { readonly ok: true; readonly state: BankState; readonly repeated: boolean }
  | { readonly ok: false; readonly code: BankCode; readonly credits: readonly string[] };

export const EMPTY_BANK: BankState = { credits: [], entries: [] };

/**
 * Posts one entry, whole or not at all. The same entry again changes nothing; another entry under its id is refused. Only institutions
 * deposit; what is redeemed is debited for ever and moves no more; a credit past its shelf life is neither moved nor redeemed; it is
 * redeemed where it stands, so that of another institution is transferred first; nothing is transferred to where it stands.
 */
export function post(bank: CreditBank, state: BankState, entry: BankEntry): Posted {
  const before = state.entries.find(({ id }) => id === entry.id);
  if (before !== undefined)
    return JSON.stringify(before) === JSON.stringify(entry) ? { ok: true, state, repeated: true } : no('entry-conflict');
  const last = state.entries.at(-1);
  if (last !== undefined && entry.on < last.on) return no('before-last-entry');
  if (entry.credits.length === 0) return no('nothing-named');
  const credits = entry.kind === 'deposit' ? deposited(bank, state, entry) : moved(state, entry);
  return 'code' in credits ? credits : { ok: true, state: { credits, entries: [...state.entries, entry] }, repeated: false };
}

const no = (code: BankCode, credits: readonly string[] = []): Extract<Posted, { ok: false }> => ({ ok: false, code, credits });

type Refusal = Extract<Posted, { ok: false }>;

function deposited(
  bank: CreditBank,
  state: BankState,
  entry: Extract<BankEntry, { kind: 'deposit' }>,
): readonly BankedCredit[] | Refusal {
  const { by } = entry;
  if (!('institution' in by)) return no('only-institutions-deposit');
  const held = new Set(state.credits.map(({ id }) => id));
  const added: BankedCredit[] = [];
  for (const { id, outcome, minutes, earned, validYears = bank.shelfLifeYears } of entry.credits) {
    if (held.has(id)) return no('already-deposited', [id]);
    if (!Number.isSafeInteger(minutes) || minutes < 1) return no('not-a-size', [id]);
    if (validYears > bank.shelfLifeYears) return no('shelf-life-too-long', [id]);
    if (earned > entry.on) return no('earned-later', [id]);
    held.add(id);
    added.push({ id, outcome, minutes, earned, at: by.institution, until: addYears(earned, validYears), redeemed: null });
  }
  return [...state.credits, ...added];
}

function moved(state: BankState, entry: Extract<BankEntry, { kind: 'transfer' | 'redeem' }>): readonly BankedCredit[] | Refusal {
  const named = new Set(entry.credits);
  const known = new Map(state.credits.map((credit) => [credit.id, credit]));
  const wrong = (is: (credit: BankedCredit) => boolean): readonly string[] =>
    [...named].filter((id) => {
      const credit = known.get(id);
      return credit !== undefined && is(credit);
    });
  const unknown = [...named].filter((id) => !known.has(id));
  if (unknown.length > 0) return no('unknown-credit', unknown);
  const spent = wrong(({ redeemed }) => redeemed !== null);
  if (spent.length > 0) return no('already-redeemed', spent);
  const old = wrong(({ until }) => until < entry.on);
  if (old.length > 0) return no('credit-expired', old);
  if (entry.kind === 'transfer') {
    const there = wrong(({ at }) => at === entry.to);
    if (there.length > 0) return no('already-there', there);
    return state.credits.map((credit) => (named.has(credit.id) ? { ...credit, at: entry.to } : credit));
  }
  const elsewhere = wrong(({ at }) => at !== entry.institution);
  if (elsewhere.length > 0) return no('not-transferred', elsewhere);
  return state.credits.map((credit) => (named.has(credit.id) ? { ...credit, redeemed: entry.award } : credit));
}

export interface Statement {
  readonly on: LocalDate;
  /** Minutes that can be used, by where they stand. */
  readonly usable: Readonly<Record<string, number>>;
  readonly minutes: number;
  readonly redeemed: number;
  readonly expired: number;
  /** The next credits to expire, and the first day on which each is of no use. */
  readonly expiring: readonly { readonly credit: string; readonly on: LocalDate }[];
}

/** The learner's account on a day. */
export function statementOf(state: BankState, on: LocalDate): Statement {
  const usable: Record<string, number> = {};
  const totals = { minutes: 0, redeemed: 0, expired: 0 };
  const live: BankedCredit[] = [];
  for (const credit of state.credits) {
    if (credit.redeemed !== null) totals.redeemed += credit.minutes;
    else if (credit.until < on) totals.expired += credit.minutes;
    else {
      totals.minutes += credit.minutes;
      usable[credit.at] = (usable[credit.at] ?? 0) + credit.minutes;
      live.push(credit);
    }
  }
  live.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.id < b.id ? -1 : 1));
  return { on, usable, ...totals, expiring: live.map(({ id, until }) => ({ credit: id, on: dateOfDay(dayNumber(until) + 1) })) };
}
