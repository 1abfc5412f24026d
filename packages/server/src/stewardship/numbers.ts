import { loadSnapshot, nameOn } from '../catalogue/snapshot.ts';
import { SERVICE_POLICY } from '../dispute/policy.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { isRejectCode, REJECT_CODES } from '../record/reject-codes.ts';
import type { Services } from '../services.ts';
import {
  awardsByField,
  awardsByPolicy,
  type DayCounts,
  happenedOn,
  type Period,
  perDay,
  rejectsByProvider,
  rejectsByReason,
  type Today,
  type Waiting,
  waitingNow,
} from './numbers-queries.ts';
import { type Cell, withholdSmall } from './small-numbers.ts';

const LONGEST_DAYS = 400;
const SMALLEST = SERVICE_POLICY.parameters.smallestNumber.value;

export interface NamedCell extends Cell {
  readonly name: { readonly en: string; readonly mi: string } | null;
}

export interface Numbers {
  readonly from: string;
  readonly to: string;
  /** Counts under this are withheld. */
  readonly smallest: number;
  readonly days: readonly { readonly [Key in keyof DayCounts]: Key extends 'day' ? string : number | null }[];
  readonly awardsByField: readonly Cell[];
  readonly awardsByPolicy: readonly Cell[];
  readonly rejectsByReason: readonly NamedCell[];
  readonly rejectsByProvider: readonly NamedCell[];
}

/** The numbers of a period. No cell is small enough to tell of a person. Throws `period-backwards`, `period-too-long` (422). */
export async function numbersOf(services: Services, { acting }: SignedIn, period: Period): Promise<Numbers> {
  if (period.to < period.from) throw problem('period-backwards', 422, 'This period ends before it begins.');
  if (Date.parse(period.to) - Date.parse(period.from) > LONGEST_DAYS * 86_400_000)
    throw problem('period-too-long', 422, `A period has at most ${LONGEST_DAYS} days.`);
  const catalogue = await loadSnapshot(services);
  const counted = await services.db.as(acting, async (tx) => ({
    days: await perDay(tx, period),
    byField: await awardsByField(tx, period),
    byPolicy: await awardsByPolicy(tx),
    byReason: await rejectsByReason(tx, period),
    byProvider: await rejectsByProvider(tx, period),
  }));
  return {
    ...period,
    smallest: SMALLEST,
    days: withheldDays(counted.days),
    awardsByField: withholdSmall(counted.byField, SMALLEST),
    awardsByPolicy: withholdSmall(counted.byPolicy, SMALLEST),
    rejectsByReason: withholdSmall(counted.byReason, SMALLEST).map((cell) => ({
      ...cell,
      name: isRejectCode(cell.key) ? REJECT_CODES[cell.key].message : null,
    })),
    rejectsByProvider: withholdSmall(counted.byProvider, SMALLEST).map((cell) => {
      const row = catalogue.organisationByPublicId(cell.key);
      const name = row === undefined ? null : nameOn(row);
      return { ...cell, name: name === null ? null : { en: name, mi: name } };
    }),
  };
}

function withheldDays(days: readonly DayCounts[]): Numbers['days'] {
  const columns = ['recorded', 'corrected', 'withdrawn', 'rejected'] as const;
  const shown = Object.fromEntries(
    columns.map((column) => [
      column,
      new Map(
        withholdSmall(
          days.map((row) => ({ key: row.day, count: row[column] })),
          SMALLEST,
        ).map(({ key, count }) => [key, count]),
      ),
    ]),
  );
  const cell = (column: (typeof columns)[number], day: string): number | null => shown[column]?.get(day) ?? null;
  return days.map(({ day }) => ({
    day,
    recorded: cell('recorded', day),
    corrected: cell('corrected', day),
    withdrawn: cell('withdrawn', day),
    rejected: cell('rejected', day),
  }));
}

/** What happened today, and what waits for a decision. For the people who work on it: nothing is withheld. */
export async function todayOf(
  services: Services,
  { acting }: SignedIn,
): Promise<{ readonly day: string; readonly today: Today; readonly waiting: Waiting }> {
  const day = services.clock.today();
  return services.db.as(acting, async (tx) => ({ day, today: await happenedOn(tx, day), waiting: await waitingNow(tx, day) }));
}
