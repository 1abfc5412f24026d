import type { Database } from './database/connection.ts';
import type { KeyStore } from './keys/key-store.ts';
import type { Settings } from './operations/settings.ts';

/** What every use case may be given. Made once per process in `start.ts`, or by `testServices` in a test. */
export interface Services {
  readonly db: Database;
  readonly keys: KeyStore;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** The only source of time: rules take dates as arguments. */
export interface Clock {
  readonly now: () => Date;
  /** Today's date in Pacific/Auckland, `YYYY-MM-DD` (domain A9). */
  readonly today: () => string;
}

const auckland = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Pacific/Auckland',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => auckland.format(new Date()),
};
