import { AUDIENCES, DELIVERIES } from '../offering.ts';
import {
  type Facet,
  OFFERING_FACETS,
  type OfferingFacet,
  OUTCOME_FACETS,
  type OutcomeFacet,
  PRICES,
  priceOf,
  SIZES,
  STARTS,
} from './facets.ts';
import type { Shelf } from './shelf.ts';

/** The bit that stands for a facet among those that something fails. */
export const bitOf = (list: readonly string[], facet: Facet): number => 1 << list.indexOf(facet);

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
    audience: of(AUDIENCES.length),
    left: of(1),
  };
}

/** An outcome counts for a facet when it fails none other. */
export function countOutcome(shelf: Shelf, counts: Record<Facet, Uint32Array>, at: number, failed: number): void {
  const counted = (facet: OutcomeFacet): boolean => (failed & ~bitOf(OUTCOME_FACETS, facet)) === 0;
  if (counted('framework')) counts.framework[shelf.framework.of[at]!]! += 1;
  if (counted('field')) counts.field[shelf.field.of[at]!]! += 1;
  if (counted('level')) counts.level[shelf.level.of[at]!]! += 1;
  if (counted('size')) counts.size[shelf.size[at]!]! += 1;
  if (counted('skill'))
    for (let n = shelf.skill.from[at]!; n < shelf.skill.from[at + 1]!; n += 1) counts.skill[shelf.skill.items[n]!]! += 1;
}

/** The same for a facet of offerings; an outcome with two offerings of one value counts once. */
export function countOffering(
  shelf: Shelf,
  offers: Offers,
  counts: Record<Facet, Uint32Array>,
  last: Readonly<Record<string, Int32Array>>,
  outcome: number,
  at: number,
  missed: number,
): void {
  const once = (facet: OfferingFacet, value: number): void => {
    const mine = last[facet]!;
    if ((missed & ~bitOf(OFFERING_FACETS, facet)) !== 0 || mine[value] === outcome) return;
    mine[value] = outcome;
    counts[facet][value]! += 1;
  };
  once('provider', shelf.provider.of[at]!);
  once('place', shelf.place.of[at]!);
  once('price', priceOf(offers.price[at]!));
  once('start', offers.start[at]!);
  once('delivery', shelf.delivery[at]!);
  for (let n = 0; n < AUDIENCES.length; n += 1) if ((shelf.audience[at]! & (1 << n)) !== 0) once('audience', n);
  if (shelf.left[at] === 1) once('left', 0);
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
