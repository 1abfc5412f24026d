import { TAUGHT_IN } from '@recognition/recognition';
import { AUDIENCES, DELIVERIES } from '../offering.ts';
import { type Facet, type OfferingFacet, type OutcomeFacet, PRICES, priceOf, SIZES, STARTS } from './facets.ts';
import type { Shelf } from './shelf.ts';

/** The bit that stands for each facet among those that something fails. */
export const OUTCOME_BIT = { framework: 1, field: 2, level: 4, size: 8, skill: 16 } as const satisfies Record<
  OutcomeFacet,
  number
>;
export const OFFERING_BIT = {
  provider: 1,
  place: 2,
  price: 4,
  start: 8,
  delivery: 16,
  audience: 32,
  left: 64,
  language: 128,
} as const satisfies Record<OfferingFacet, number>;

/** What a search makes of the offerings on the shelf. */
export interface Offers {
  /** Which facets each offering fails, as bits. */
  readonly failed: Uint16Array;
  readonly price: Int32Array;
  readonly start: Uint8Array;
  /** Whether an outcome must have an offering that fits. */
  readonly needed: boolean;
}

export function emptyCounts(shelf: Shelf): Record<Facet, Uint32Array> {
  const of = (length: number): Uint32Array => new Uint32Array(length);
  return {
    framework: of(shelf.framework.words.length),
    field: of(shelf.field.words.length),
    level: of(shelf.level.words.length),
    size: of(SIZES.length),
    skill: of(shelf.skill.words.length),
    provider: of(shelf.provider.words.length),
    place: of(shelf.place.words.length),
    price: of(PRICES.length),
    start: of(STARTS.length),
    delivery: of(DELIVERIES.length),
    language: of(TAUGHT_IN.length),
    audience: of(AUDIENCES.length),
    left: of(1),
  };
}

/** An outcome counts for a facet when it fails none other. */
export function countOutcome(shelf: Shelf, counts: Record<Facet, Uint32Array>, at: number, failed: number): void {
  if ((failed & ~OUTCOME_BIT.framework) === 0) counts.framework[shelf.framework.of[at]!]! += 1;
  if ((failed & ~OUTCOME_BIT.field) === 0) counts.field[shelf.field.of[at]!]! += 1;
  if ((failed & ~OUTCOME_BIT.level) === 0) counts.level[shelf.level.of[at]!]! += 1;
  if ((failed & ~OUTCOME_BIT.size) === 0) counts.size[shelf.size[at]!]! += 1;
  if ((failed & ~OUTCOME_BIT.skill) !== 0) return;
  for (let n = shelf.skill.from[at]!; n < shelf.skill.from[at + 1]!; n += 1) counts.skill[shelf.skill.items[n]!]! += 1;
}

/** The counts of the facets of offerings, and of each value the outcome that was counted last, so that none counts twice. */
export interface Counting {
  readonly counts: Record<Facet, Uint32Array>;
  readonly last: Readonly<Record<OfferingFacet, Int32Array>>;
}

export function startCounting(counts: Record<Facet, Uint32Array>): Counting {
  const last = (facet: OfferingFacet): Int32Array => new Int32Array(counts[facet].length).fill(-1);
  return {
    counts,
    last: {
      provider: last('provider'),
      place: last('place'),
      price: last('price'),
      start: last('start'),
      delivery: last('delivery'),
      language: last('language'),
      audience: last('audience'),
      left: last('left'),
    },
  };
}

function once({ counts, last }: Counting, facet: OfferingFacet, value: number, outcome: number, missed: number): void {
  if ((missed & ~OFFERING_BIT[facet]) !== 0 || last[facet][value] === outcome) return;
  last[facet][value] = outcome;
  counts[facet][value]! += 1;
}

/** The same for a facet of offerings; an outcome with two offerings of one value counts once. */
export function countOffering(shelf: Shelf, offers: Offers, counting: Counting, outcome: number, at: number): void {
  const missed = offers.failed[at]!;
  once(counting, 'provider', shelf.provider.of[at]!, outcome, missed);
  once(counting, 'place', shelf.place.of[at]!, outcome, missed);
  once(counting, 'price', priceOf(offers.price[at]!), outcome, missed);
  once(counting, 'start', offers.start[at]!, outcome, missed);
  once(counting, 'delivery', shelf.delivery[at]!, outcome, missed);
  for (let n = 0; n < TAUGHT_IN.length; n += 1)
    if ((shelf.language[at]! & (1 << n)) !== 0) once(counting, 'language', n, outcome, missed);
  for (let n = 0; n < AUDIENCES.length; n += 1)
    if ((shelf.audience[at]! & (1 << n)) !== 0) once(counting, 'audience', n, outcome, missed);
  if (shelf.left[at] === 1) once(counting, 'left', 0, outcome, missed);
}

/** Counts an outcome for a town once, however often it is offered there. */
export function countTown(towns: Map<string, { count: number; last: number }>, town: string | null, outcome: number): void {
  if (town === null) return;
  const known = towns.get(town);
  if (known === undefined) towns.set(town, { count: 1, last: outcome });
  else if (known.last !== outcome) {
    known.count += 1;
    known.last = outcome;
  }
}
