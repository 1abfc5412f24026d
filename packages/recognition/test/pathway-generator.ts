import { dateOfDay, dayNumber } from '../src/record/local-date.ts';
import { FIELDS, type Achievement, type Organisation, type RecognitionRecord } from '../src/record/portable-record.ts';
import type { Goal, Limits, Offer, PlannedOutcome, Problem } from '../src/pathway/problem.ts';

/** A seeded source of whole numbers (mulberry32). */
export function seededInts(seed: number): (least: number, most: number) => number {
  let state = seed >>> 0;
  return (least, most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return least + (((t ^ (t >>> 14)) >>> 0) % (most - least + 1));
  };
}

export interface Market {
  readonly outcomes: readonly PlannedOutcome[];
  readonly organisations: readonly Organisation[];
  readonly offers: readonly Offer[];
}

export const TODAY = '2026-02-02';
const DELIVERIES = ['on-site', 'online', 'blended', 'workplace'];
/** Of a hundred outcomes, so many are of each size in credits: near what New Zealand's unit standards have. */
const SIZES = [1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 8, 10, 10, 12, 15, 20];

/** An invented country's catalogue and what is offered of it. Prices in cents, in whole fives of dollars. */
export function market(
  seed: number,
  many: { readonly outcomes: number; readonly offers: number; readonly skills: number },
): Market {
  const int = seededInts(seed);
  const organisations = Array.from(
    { length: 40 },
    (_, at): Organisation => ({
      id: `provider-${at}`,
      name: `Invented provider ${at}`,
      kind: 'provider',
      accreditations: [{ from: '2015-01-01', to: null, scope: [{ kind: 'all' }] }],
    }),
  );
  const outcomes = Array.from(
    { length: many.outcomes },
    (_, at): PlannedOutcome => ({
      id: `o${at}`,
      code: `O${at}`,
      version: 1,
      name: `Invented outcome ${at}`,
      credits: SIZES[int(0, SIZES.length - 1)] ?? 3,
      level: int(1, 6),
      field: int(1, 20) === 1 ? null : (FIELDS[int(0, FIELDS.length - 1)] ?? null),
      subfield: null,
      domain: null,
      lineage: `l${at}`,
      accredited: int(1, 60) !== 1,
      excludes: at > 0 && int(1, 30) === 1 ? [`l${at - 1}`] : [],
      group: null,
      lastAssessment: null,
      skills: Array.from({ length: int(1, 3) }, () => `https://skills.example/${int(1, many.skills)}`),
    }),
  );
  const requires = outcomes.map((_, at) => (at > 5 && int(1, 12) === 1 ? [`l${int(0, at - 1)}`] : []));
  const first = dayNumber(TODAY);
  const offers = Array.from({ length: many.offers }, (_, at): Offer => {
    const anyDay = int(1, 10) === 1;
    const together = int(1, 40) === 1;
    const of = int(0, many.outcomes - 1);
    const own = together ? [...new Set([of, int(0, many.outcomes - 1), int(0, many.outcomes - 1)])] : [of];
    const begins = first + int(5, 300);
    const credits = own.reduce((sum, one) => sum + (outcomes[one]?.credits ?? 0), 0);
    const delivery = anyDay ? 'online' : (DELIVERIES[int(0, 3)] ?? 'online');
    return {
      id: `${at}`,
      outcomes: own.map((one) => `o${one}`),
      provider: `provider-${int(0, 39)}`,
      begins: anyDay ? null : dateOfDay(begins),
      ends: anyDay ? null : dateOfDay(begins + 7 * int(Math.max(1, Math.ceil(credits / 3)), Math.max(2, credits)) - 3),
      cents: int(1, 8) === 1 ? 0 : Math.round((credits * int(30, 58)) / 5) * 500,
      km: delivery === 'online' ? 0 : int(1, 600),
      delivery,
      languages: int(1, 12) === 1 ? ['mi'] : ['en'],
      requires: own.flatMap((one) => requires[one] ?? []),
      full: int(1, 12) === 1,
    };
  });
  return { outcomes, organisations, offers };
}

/** What a learner holds: so many credits of the market's outcomes, earned over the last eight years. */
export function heldOf({ outcomes, organisations }: Market, seed: number, credits: number): RecognitionRecord {
  const int = seededInts(seed * 7919 + 1);
  const achievements: Achievement[] = [];
  const taken: PlannedOutcome[] = [];
  for (let sum = 0; sum < credits && taken.length < outcomes.length / 2; ) {
    const one = outcomes[int(0, outcomes.length - 1)];
    if (one === undefined || taken.includes(one)) continue;
    taken.push(one);
    sum += one.credits;
    achievements.push({
      id: `a${achievements.length}`,
      outcome: one.id,
      provider: organisations[int(0, organisations.length - 1)]?.id ?? '',
      date: dateOfDay(dayNumber(TODAY) - int(10, 2900)),
      result: 'achieved',
      mode: 'assessed',
      originalDate: null,
      source: null,
      status: int(1, 15) === 1 ? 'provisional' : 'confirmed',
      usedIn: int(1, 15) === 1 ? ['award-1'] : [],
      alsoCountedIn: [],
    });
  }
  return {
    type: 'RecognitionRecord',
    version: 1,
    framework: 'nz',
    organisations: [...organisations],
    outcomes: taken.map(({ skills: _skills, ...outcome }) => outcome),
    achievements,
  };
}

export const LIMITS: Limits = {
  start: TODAY,
  finish: '2028-02-02',
  hours: 15,
  cents: null,
  km: null,
  deliveries: null,
  languages: null,
};

/** A problem over a market: what is held, the goal and the limits. */
export function problemOf(own: Market, seed: number, credits: number, goal: Goal, limits: Partial<Limits> = {}): Problem {
  const record = heldOf(own, seed, credits);
  const achieved = new Set(record.achievements.map(({ outcome }) => outcome));
  return {
    ...own,
    today: TODAY,
    record,
    skills: [...new Set(own.outcomes.flatMap(({ id, skills }) => (achieved.has(id) ? skills : [])))],
    goal,
    limits: { ...LIMITS, ...limits },
    aims: ['soonest', 'cheapest', 'least-study', 'most-skill'],
  };
}
