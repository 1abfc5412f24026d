import { LISTING_RULES } from '@recognition/recognition';
import type { Database } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { checkDefinition } from './checks.ts';
import type { KeptOutcome } from './document.ts';
import { readOutcomesAfter } from './queries.ts';
import { loadSnapshot } from './snapshot.ts';

/** How the outcomes of one developer do against the checks of every developer. */
export interface DeveloperRow {
  /** Null for outcomes that a listing brought and nobody answers for yet. */
  readonly developer: string | null;
  readonly name: string | null;
  readonly listed: number;
  readonly passes: readonly { readonly check: string; readonly passes: number }[];
}

interface Compared {
  readonly asOf: string;
  readonly developers: readonly DeveloperRow[];
}

const PAGE = 500;
const kept = new WeakMap<Database, { readonly key: string; readonly answer: Promise<Compared> }>();

/**
 * The same checks for every developer, side by side (N4): of the outcomes that each answers for and everybody sees, how many pass each
 * check today. Worked out once for each state of the catalogue and day, whoever asks.
 */
export async function compareOutcomeDevelopers(services: Pick<Services, 'db' | 'clock'>): Promise<Compared> {
  const asOf = services.clock.today();
  const { stamp } = await loadSnapshot(services);
  const key = `${stamp} ${asOf}`;
  const known = kept.get(services.db);
  if (known?.key === key) return known.answer;
  const answer = compare(services, asOf);
  kept.set(services.db, { key, answer });
  // One that failed is worked out again for who asks next.
  answer.catch(() => kept.delete(services.db));
  return answer;
}

async function compare({ db }: Pick<Services, 'db'>, asOf: string): Promise<Compared> {
  const rows = new Map<string | null, { name: string | null; listed: number; failed: Map<string, number> }>();
  const add = (outcome: KeptOutcome): void => {
    const row = rows.get(outcome.developer) ?? { name: outcome.developerName, listed: 0, failed: new Map<string, number>() };
    row.listed += 1;
    const findings = checkDefinition(outcome, asOf).filter(({ severity }) => severity === 'error');
    for (const check of new Set(findings.map((one) => one.check))) row.failed.set(check, (row.failed.get(check) ?? 0) + 1);
    rows.set(outcome.developer, row);
  };
  for (let after = ''; ; ) {
    const page = await db.asPublic((tx) => readOutcomesAfter(tx, after, PAGE));
    page.forEach(add);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.id;
  }
  const developers = [...rows].map(([developer, { name, listed, failed }]) => ({
    developer,
    name,
    listed,
    passes: LISTING_RULES.map(({ check }) => ({ check, passes: listed - (failed.get(check) ?? 0) })),
  }));
  return { asOf, developers: developers.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'mi')) };
}
