import { TAUGHT_IN } from '@recognition/recognition';
import { REGIONS } from '@recognition/recognition/places';
import { z } from 'zod';
import { cursorOf, readCursor } from '../../http/paging.ts';
import type { Services } from '../../services.ts';
import { viewOf } from '../find.ts';
import { AUDIENCES, centsIn, DELIVERIES } from '../offering.ts';
import { FACETS, type Facet, PRICES, SIZES, STARTS } from './facets.ts';
import { loadShelf } from './load.ts';
import type { FacetValue, searchQuery, ShelfItem, ShelfPage } from './schemas.ts';
import { type Asked, type Found, searchShelf } from './search.ts';
import type { Shelf } from './shelf.ts';

export type SearchQuery = z.infer<typeof searchQuery>;

/** Facets of many values show the commonest, and those that are chosen. */
const MOST = 12;
const LONG: ReadonlySet<Facet> = new Set(['skill', 'provider']);

/** A page of what can be learnt, with every facet counted. */
export async function searchCatalogue(services: Pick<Services, 'db' | 'clock'>, query: SearchQuery): Promise<ShelfPage> {
  const after = readCursor(query.cursor, z.tuple([z.int().min(0)]))?.[0] ?? 0;
  const shelf = await loadShelf(services);
  const found = searchShelf(shelf, askedOf(query), services.clock.today());
  const end = after + query.limit;
  return {
    items: found.outcomes.slice(after, end).map((at) => itemOf(shelf, at, found.offeringsOf(at))),
    next: end < found.outcomes.length ? cursorOf([end]) : null,
    total: found.outcomes.length,
    facets: facetsOf(shelf, found, query),
    towns: [...found.towns].map(([slug, count]) => ({ slug, count })),
  };
}

/** What a query asks of the shelf. */
export function askedOf(query: SearchQuery): Asked {
  return {
    q: query.q,
    facets: Object.fromEntries(FACETS.flatMap((facet) => (query[facet] === undefined ? [] : [[facet, query[facet]]]))),
    near: query.near === undefined ? null : { town: query.near, km: query.km },
    from: query.from ?? null,
    to: query.to ?? null,
    offered: query.offered,
    sort: query.sort === 'best' && query.near !== undefined ? 'near' : query.sort,
  };
}

export function itemOf(shelf: Shelf, at: number, offerings: readonly number[]): ShelfItem {
  const { row, framework, level, minutes, skills } = shelf.outcomes[at]!;
  const [first] = offerings;
  const prices = offerings.flatMap((one) => centsIn(shelf.offerings[one]!.prices));
  return {
    id: row.public_id,
    code: row.code,
    version: row.version,
    lineage: row.lineage,
    name: row.name,
    framework,
    credits: row.credits,
    level,
    field: row.field,
    kind: row.kind,
    status: row.status,
    minutes,
    skills: skills.map(({ uri, en, mi }) => ({ uri, en, mi })),
    offerings: offerings.length,
    offering: first === undefined ? null : viewOf(shelf, shelf.offerings[first]!),
    fromCents: prices.length === 0 ? null : Math.min(...prices),
  };
}

function facetsOf(shelf: Shelf, { counts }: Found, query: SearchQuery): ShelfPage['facets'] {
  const words: Readonly<Record<Facet, readonly FacetName[]>> = {
    framework: named(shelf.framework.words),
    field: named(shelf.field.words.map((word) => word ?? 'unclassified')),
    level: named(shelf.level.words.map((word) => word ?? '')),
    size: named(SIZES),
    skill: shelf.skill.words.map(({ uri, en, mi }) => ({ value: uri, en, mi })),
    provider: shelf.provider.words.map(({ id, name }) => ({ value: id, en: name })),
    place: named(shelf.place.words),
    price: named(PRICES),
    start: named(STARTS),
    delivery: named(DELIVERIES),
    language: named(TAUGHT_IN),
    audience: named(AUDIENCES),
    left: named(['left']),
  };
  const one = (facet: Facet): FacetValue[] => {
    const chosen = new Set(query[facet]);
    const values = words[facet].flatMap((name, at): FacetValue[] => {
      const count = counts[facet][at] ?? 0;
      return name.value !== '' && (count > 0 || chosen.has(name.value)) ? [{ ...name, count }] : [];
    });
    if (!LONG.has(facet)) return values;
    const common = values.toSorted((a, b) => b.count - a.count);
    return common.filter(({ value }, at) => at < MOST || chosen.has(value));
  };
  return {
    framework: one('framework'),
    field: one('field'),
    level: one('level').sort(byLevel),
    size: one('size'),
    skill: one('skill'),
    provider: one('provider'),
    place: one('place').sort((a, b) => inOrder(a) - inOrder(b)),
    price: one('price'),
    start: one('start'),
    delivery: one('delivery'),
    language: one('language'),
    audience: one('audience'),
    left: one('left'),
  };
}

type FacetName = Omit<FacetValue, 'count'>;

const named = (words: readonly string[]): readonly FacetName[] => words.map((value) => ({ value }));

/** Regions from north to south, and what is anywhere after them. */
const inOrder = ({ value }: FacetValue): number => {
  const at = REGIONS.findIndex(({ slug }) => slug === value);
  return at === -1 ? REGIONS.length : at;
};

const byLevel = (a: FacetValue, b: FacetValue): number =>
  (Number.parseFloat(a.value) || 99) - (Number.parseFloat(b.value) || 99) || (a.value < b.value ? -1 : 1);
