import { dayNumber, TAUGHT_IN } from '@recognition/recognition';
import { kilometres, townNamed, townsWithin } from '@recognition/recognition/places';
import { AUDIENCES, DELIVERIES } from '../offering.ts';
import { type Facet, type OutcomeFacet, PRICES, priceOf, SIZES, startOf, STARTS } from './facets.ts';
import {
  countOffering,
  countOutcome,
  countTown,
  emptyCounts,
  OFFERING_BIT,
  type Offers,
  OUTCOME_BIT,
  startCounting,
} from './count.ts';
import { fold } from './fold.ts';
import type { Shelf } from './shelf.ts';

export const SORTS = ['best', 'start', 'price', 'near', 'name'] as const;

/** What is looked for. A facet that is not there, or has no value, narrows nothing. */
export interface Asked {
  readonly q: string;
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Within so many kilometres of a town. */
  readonly near: { readonly town: string; readonly km: number } | null;
  /** First days from and to these; an offering of any day fits. */
  readonly from: string | null;
  readonly to: string | null;
  /** Only what somebody offers. */
  readonly offered: boolean;
  readonly sort: (typeof SORTS)[number];
}

export interface Found {
  /** Places of outcomes on the shelf, in the order asked for, each with the offerings of it that fit, the soonest first. */
  readonly outcomes: readonly number[];
  readonly offeringsOf: (outcome: number) => readonly number[];
  /** How many outcomes there would be with a value, whatever else of its own facet is chosen. By facet, by place in its words. */
  readonly counts: Readonly<Record<Facet, Uint32Array>>;
  /** How many outcomes fit in each town. */
  readonly towns: ReadonlyMap<string, number>;
}

/** A bit for each facet; and one for what is no facet and must fit: distance, dates, and that it has not begun. */
const MUST = 1 << 10;
const alone = (bits: number): boolean => (bits & (bits - 1)) === 0;

/** Finds what fits and counts every facet, in one walk over the shelf. Pure: `today` is given. */
export function searchShelf(shelf: Shelf, asked: Asked, today: string): Found {
  const words = fold(asked.q)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10);
  const offers = offerings(shelf, asked, dayNumber(today));
  const narrow = narrowing(shelf, asked);
  const counts = emptyCounts(shelf);
  const counting = startCounting(counts);
  const towns = new Map<string, { count: number; last: number }>();
  const { from, items } = shelf.offered;
  const buckets: number[][] = [[], [], [], []];
  for (let at = 0; at < shelf.outcomes.length; at += 1) {
    const hit = fits(words, shelf.names[at]!, shelf.texts[at]!, shelf.where[at]!);
    if (hit === 0) continue;
    const failed = narrow(at);
    if (!alone(failed)) continue;
    let offered = false;
    for (let edge = from[at]!; edge < from[at + 1]!; edge += 1) {
      const one = items[edge]!;
      const missed = offers.failed[one]!;
      if (missed === 0) offered = true;
      if (failed !== 0 || !alone(missed) || missed === MUST) continue;
      countOffering(shelf, offers, counting, at, one);
      if (missed === 0) countTown(towns, shelf.offerings[one]!.town, at);
    }
    if (offers.needed && !offered) continue;
    countOutcome(shelf, counts, at, failed);
    if (failed === 0) buckets[(hit === 2 ? 0 : 2) + (offered ? 0 : 1)]!.push(at);
  }
  const offeringsOf = (outcome: number): readonly number[] => fitting(shelf, offers.failed, outcome);
  return {
    outcomes: sorted(shelf, asked, buckets.flat(), offers),
    offeringsOf,
    counts,
    towns: new Map([...towns].map(([town, { count }]) => [town, count])),
  };
}

/** 0: a word is nowhere; 1: every word is somewhere; 2: every word is in the name. */
function fits(words: readonly string[], name: string, text: string, where: string): 0 | 1 | 2 {
  let hit: 1 | 2 = 2;
  for (const word of words) {
    if (name.includes(word)) continue;
    if (!text.includes(word) && !where.includes(word)) return 0;
    hit = 1;
  }
  return hit;
}

/** Which facets of outcomes one fails, as bits. */
function narrowing(shelf: Shelf, { facets }: Asked): (at: number) => number {
  const chosen = (facet: OutcomeFacet, words: readonly string[]): Uint8Array | null => marks(facets[facet], words);
  const columns = [
    { of: shelf.framework.of, marks: chosen('framework', shelf.framework.words) },
    {
      of: shelf.field.of,
      marks: chosen(
        'field',
        shelf.field.words.map((word) => word ?? 'unclassified'),
      ),
    },
    {
      of: shelf.level.of,
      marks: chosen(
        'level',
        shelf.level.words.map((word) => word ?? ''),
      ),
    },
    { of: shelf.size, marks: chosen('size', SIZES) },
  ].flatMap(({ of, marks: marked }, bit) => (marked === null ? [] : [{ of, marked, bit: 1 << bit }]));
  const skills = chosen(
    'skill',
    shelf.skill.words.map(({ uri }) => uri),
  );
  return (at) => {
    let failed = 0;
    for (const { of, marked, bit } of columns) if (marked[of[at]!] === 0) failed |= bit;
    if (skills !== null) {
      let has = false;
      for (let n = shelf.skill.from[at]!; n < shelf.skill.from[at + 1]!; n += 1)
        if (skills[shelf.skill.items[n]!] === 1) has = true;
      if (!has) failed |= OUTCOME_BIT.skill;
    }
    return failed;
  };
}

function marks(values: readonly string[] | undefined, words: readonly string[]): Uint8Array | null {
  if (values === undefined || values.length === 0) return null;
  return Uint8Array.from(words, (word) => (values.includes(word) ? 1 : 0));
}

function offerings(shelf: Shelf, asked: Asked, today: number): Offers {
  const { facets, near, from, to, offered } = asked;
  const providers = marks(
    facets.provider,
    shelf.provider.words.map(({ id }) => id),
  );
  const places = marks(facets.place, shelf.place.words);
  const prices = marks(facets.price, PRICES);
  const starts = marks(facets.start, STARTS);
  const deliveries = marks(facets.delivery, DELIVERIES);
  const audience = bitsOf(AUDIENCES, facets.audience);
  const language = bitsOf(TAUGHT_IN, facets.language);
  const left = facets.left !== undefined && facets.left.length > 0;
  const days = { from: from === null ? today : Math.max(today, dayNumber(from)), to: to === null ? Infinity : dayNumber(to) };
  const far = near === null ? null : new Set(townsWithin(near.town, near.km));
  const failed = new Uint16Array(shelf.offerings.length);
  const price = new Int32Array(shelf.offerings.length);
  const start = new Uint8Array(shelf.offerings.length);
  for (let at = 0; at < failed.length; at += 1) {
    const begins = shelf.begins[at]!;
    let bits = 0;
    start[at] = startOf(begins === -1 ? null : begins - today);
    price[at] = leastPrice(shelf, at, audience);
    if (begins !== -1 && (begins < days.from || begins > days.to)) bits |= MUST;
    if (shelf.applyBy[at]! !== -1 && shelf.applyBy[at]! < today) bits |= MUST;
    if (far !== null && !far.has(shelf.offerings[at]!.town ?? '')) bits |= MUST;
    if (providers !== null && providers[shelf.provider.of[at]!] === 0) bits |= OFFERING_BIT.provider;
    if (places !== null && places[shelf.place.of[at]!] === 0) bits |= OFFERING_BIT.place;
    if (prices !== null && prices[priceOf(price[at]!)] === 0) bits |= OFFERING_BIT.price;
    if (starts !== null && starts[start[at]!] === 0) bits |= OFFERING_BIT.start;
    if (deliveries !== null && deliveries[shelf.delivery[at]!] === 0) bits |= OFFERING_BIT.delivery;
    if (language !== 0 && (shelf.language[at]! & language) === 0) bits |= OFFERING_BIT.language;
    if (audience !== 0 && (shelf.audience[at]! & audience) === 0) bits |= OFFERING_BIT.audience;
    if (left && shelf.left[at] === 0) bits |= OFFERING_BIT.left;
    failed[at] = bits;
  }
  const chosen =
    [providers, places, prices, starts, deliveries].some((one) => one !== null) || language !== 0 || audience !== 0 || left;
  return { failed, price, start, needed: chosen || offered || near !== null || from !== null || to !== null };
}

/** A bit for each word that is chosen. */
const bitsOf = (words: readonly string[], chosen: readonly string[] = []): number =>
  words.reduce((bits, one, n) => (chosen.includes(one) ? bits | (1 << n) : bits), 0);

const ADULT = AUDIENCES.indexOf('adult');

/** The least price of an offering for any of the audiences that are chosen; else for adults, or the least where none of them is charged. */
function leastPrice(shelf: Shelf, at: number, audience: number): number {
  const first = at * AUDIENCES.length;
  const chosen = shelf.audience[at]! & audience;
  if (chosen === 0 && shelf.cents[first + ADULT]! >= 0) return shelf.cents[first + ADULT]!;
  let least = -1;
  for (let n = 0; n < AUDIENCES.length; n += 1) {
    const cents = shelf.cents[first + n]!;
    if (cents >= 0 && (chosen === 0 || (chosen & (1 << n)) !== 0) && (least < 0 || cents < least)) least = cents;
  }
  return least;
}

/** The offerings of an outcome that fit: of it alone before programmes, the soonest first; those of any day come first of all. */
function fitting({ offered, begins, offerings: all }: Shelf, failed: Uint16Array, outcome: number): readonly number[] {
  const programme = (at: number): number => (all[at]!.lineages.length > 1 ? 1 : 0);
  return [...offered.items.subarray(offered.from[outcome], offered.from[outcome + 1])]
    .filter((at) => failed[at] === 0)
    .sort((a, b) => programme(a) - programme(b) || begins[a]! - begins[b]! || all[a]!.id - all[b]!.id);
}

function sorted(shelf: Shelf, { sort, near }: Asked, outcomes: readonly number[], { failed, price }: Offers): readonly number[] {
  const centre = near === null ? null : townNamed(near.town);
  if (sort === 'best' || (sort === 'near' && centre === null)) return outcomes;
  if (sort === 'name') return outcomes.toSorted((a, b) => shelf.nameRank[a]! - shelf.nameRank[b]!);
  const keyOf = (at: number): number => {
    if (sort === 'start') return shelf.begins[at]!;
    if (sort === 'price') return price[at]!;
    const town = townNamed(shelf.offerings[at]!.town ?? '');
    return town === null || centre === null ? Infinity : kilometres(centre, town);
  };
  const { from, items } = shelf.offered;
  const keys = new Float64Array(shelf.outcomes.length).fill(Infinity);
  for (const at of outcomes)
    for (let edge = from[at]!; edge < from[at + 1]!; edge += 1)
      if (failed[items[edge]!] === 0) keys[at] = Math.min(keys[at]!, keyOf(items[edge]!));
  // What nobody offers stands after the rest, as it stood.
  const some = outcomes.filter((at) => keys[at]! < Infinity);
  return [...some.sort((a, b) => keys[a]! - keys[b]! || a - b), ...outcomes.filter((at) => keys[at] === Infinity)];
}
