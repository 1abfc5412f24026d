import { dateOfDay, dayNumber } from '@recognition/recognition';
import type { AccountEventRow, AccountKind } from './queries.ts';

/** A line of a statement, in hundredths of the currency; `grant` for what lapsed. */
export interface AccountLine {
  readonly on: string;
  readonly entry: string | null;
  readonly kind: AccountKind | 'lapse';
  readonly grant: string | null;
  readonly programme: string | null;
  /** What it added to what can be reserved; below zero for a debit. What is spent was taken when it was reserved. */
  readonly change: number;
  readonly available: number;
  readonly reserved: number;
  readonly spent: number;
}

interface Lot {
  left: number;
  readonly expires: string | null;
  lapsed: boolean;
}

/**
 * An account's statement up to a day, with running balances. Nobody posts that a grant lapses: what is left of it after its last day is
 * told on the day after, before what else that day has. What is released into a grant that has lapsed lapses with it.
 */
export function accountLines(events: readonly AccountEventRow[], on: string): readonly AccountLine[] {
  const lots = new Map<string, Lot>();
  const programmes = new Map<number, { readonly programme: string | null; readonly cents: number }>();
  const totals = { available: 0, reserved: 0, spent: 0 };
  const lines: AccountLine[] = [];
  const write = (line: Pick<AccountLine, 'on' | 'entry' | 'kind' | 'grant' | 'programme' | 'change'>): void => {
    totals.available += line.change;
    lines.push({ ...line, ...totals });
  };
  const lapseBefore = (day: string): void => {
    const due = [...lots].filter(([, { expires, lapsed }]) => !lapsed && expires !== null && expires < day);
    due.sort(([, a], [, b]) => ((a.expires ?? '') < (b.expires ?? '') ? -1 : 1));
    for (const [grant, lot] of due) {
      lot.lapsed = true;
      if (lot.left > 0 && lot.expires !== null)
        write({
          on: dateOfDay(dayNumber(lot.expires) + 1),
          entry: null,
          kind: 'lapse',
          grant,
          programme: null,
          change: -lot.left,
        });
    }
  };
  for (const event of events) {
    lapseBefore(event.onDay);
    let change = 0;
    for (const { grant, cents, expires } of event.moved) {
      const lot = lots.get(grant) ?? { left: 0, expires, lapsed: false };
      lot.left += cents;
      lots.set(grant, lot);
      if (!lot.lapsed) change += cents;
    }
    const about =
      event.kind === 'reserve'
        ? { programme: event.programme, cents: event.cents ?? 0 }
        : programmes.get(event.reservation ?? -1);
    if (event.kind === 'reserve' && about !== undefined) programmes.set(event.eventId, about);
    const size = about?.cents ?? 0;
    if (event.kind === 'reserve') totals.reserved += size;
    if (event.kind === 'spend') totals.spent += size;
    if (event.kind === 'spend' || event.kind === 'release') totals.reserved -= size;
    write({
      on: event.onDay,
      entry: String(event.eventId),
      kind: event.kind,
      grant: event.grantId,
      programme: about?.programme ?? null,
      change,
    });
  }
  lapseBefore(on);
  return lines;
}
