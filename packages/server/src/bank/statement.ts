import { dateOfDay, dayNumber } from '@recognition/recognition';
import type { CreditRow, EntryRow } from './queries.ts';

/** A line of a statement: one credit that moved, or lapsed, and what can be used after it. Sizes are whole minutes. */
export interface StatementLine {
  readonly on: string;
  readonly entry: string | null;
  readonly kind: 'deposit' | 'transfer' | 'redeem' | 'lapse';
  readonly credit: CreditRow;
  readonly from: number | null;
  readonly to: number | null;
  readonly award: string | null;
  /** What it added to what can be used; below zero for a debit, zero for a transfer. */
  readonly change: number;
  readonly balance: number;
}

interface Unbalanced extends Omit<StatementLine, 'balance' | 'credit'> {
  readonly creditId: number;
}

/**
 * A learner's statement up to a day, with a running balance of what can be used. Nobody posts that a credit lapses: it follows from its
 * last day, and is told on the day after, before whatever else that day has. A credit deposited past its last day lapses at once.
 */
export function statementLines(
  credits: readonly CreditRow[],
  entries: readonly EntryRow[],
  on: string,
): readonly StatementLine[] {
  const named = new Map(credits.map((credit) => [credit.creditId, credit]));
  const lines: Unbalanced[] = [];
  for (const { eventId, kind, onDay, award, credits: moved } of entries) {
    for (const { creditId, from, to } of moved) {
      const size = named.get(creditId)?.minutes ?? 0;
      const change = kind === 'deposit' ? size : kind === 'redeem' ? -size : 0;
      lines.push({ on: onDay, entry: String(eventId), kind, creditId, from, to, award, change });
    }
  }
  const given = new Map(lines.flatMap(({ kind, creditId, on: day }) => (kind === 'deposit' ? [[creditId, day] as const] : [])));
  for (const { creditId, untilOn, at, minutes } of credits) {
    const after = dateOfDay(dayNumber(untilOn) + 1);
    if (at === null || after > on) continue;
    const day = given.get(creditId) ?? after;
    lines.push({
      on: day > after ? day : after,
      entry: null,
      kind: 'lapse',
      creditId,
      from: at,
      to: null,
      award: null,
      change: -minutes,
    });
  }
  // Stable: entries of one day stay in their order; what lapses goes first, but never before its own deposit.
  const late = ({ kind, creditId, on: day }: Unbalanced): number => (kind !== 'lapse' ? 1 : given.get(creditId) === day ? 2 : 0);
  lines.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : late(a) - late(b)));
  let balance = 0;
  return lines.flatMap(({ creditId, ...line }) => {
    const credit = named.get(creditId);
    if (credit === undefined) return [];
    balance += line.change;
    return [{ ...line, credit, balance }];
  });
}
