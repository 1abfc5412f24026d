import { Temporal } from 'temporal-polyfill';
import type { Services } from '../services.ts';
import { recountTaught } from './queries.ts';

/** How many years of results are compared: long enough for small providers, short enough to be about how it is taught now. */
const YEARS = 5;

/** Counts how people ended, by outcome and provider; a job does so at start and once a day. */
export async function countTaught({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const today = clock.today();
  const since = Temporal.PlainDate.from(today).subtract({ years: YEARS }).add({ days: 1 }).toString();
  await db.asBatch((tx) => recountTaught(tx, since, today));
}
