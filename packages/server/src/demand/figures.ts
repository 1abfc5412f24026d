import { findOfferings } from '../offering/find.ts';
import type { Services } from '../services.ts';
import type { Acting, Tx } from '../database/connection.ts';
import { PLACES } from './count.ts';
import { countDemand, countedAt, factsOf, supplyOf } from './queries.ts';

export interface SkillFigures {
  readonly uri: string;
  readonly scheme: string;
  readonly slug: string;
  readonly en: string;
  readonly mi: string | null;
  /** Roles that need it: all, those that are anywhere, and by region. */
  readonly roles: { readonly total: number; readonly anywhere: number; readonly byRegion: Readonly<Record<string, number>> };
  /** Outcomes in use that stand for it. */
  readonly outcomes: number;
  /** Open offerings of those: all, those that are online or come to the workplace, and by region. */
  readonly offerings: { readonly total: number; readonly anywhere: number; readonly byRegion: Readonly<Record<string, number>> };
  /** People who hold it, to the nearest five; null is withheld, or too few. */
  readonly people: { readonly total: number | null; readonly byRegion: Readonly<Record<string, number | null>> };
}

const MOST = 300;
const MOST_OFFERINGS = 20_000;

/**
 * What employers need against what is there, by skill and region: roles described, outcomes and offerings that teach it, people who hold it.
 * Skills that roles need first, the most needed before others; then those that most people hold. `region` narrows the order, not the numbers.
 */
export async function figuresOf(
  services: Services,
  acting: Acting | 'operator',
  region: string | null,
): Promise<{ readonly countedAt: string | null; readonly items: readonly SkillFigures[] }> {
  const { demand, at } = await services.db.asBatch(async (tx) => ({ demand: await countDemand(tx), at: await countedAt(tx) }));
  const reading = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    acting === 'operator' ? services.db.asBatch(work) : services.db.as(acting, work);
  const supply = await reading(supplyOf);
  const people = new Map<string, Map<string, number | null>>();
  for (const { uri, region: place, people: of } of supply) {
    const row = people.get(uri) ?? new Map<string, number | null>();
    people.set(uri, row.set(place, of));
  }
  const needed = new Map<string, Map<string, number>>();
  for (const { uri, region: place, roles } of demand) {
    const row = needed.get(uri) ?? new Map<string, number>();
    needed.set(uri, row.set(place, roles));
  }
  const roles = (uri: string): number =>
    [...(needed.get(uri) ?? [])].reduce(
      (sum, [place, of]) => sum + (region === null || place === region || place === '' ? of : 0),
      0,
    );
  const holders = (uri: string): number => people.get(uri)?.get(region ?? '') ?? 0;
  const uris = [...new Set([...needed.keys(), ...people.keys()])]
    .filter((uri) => needed.has(uri) || people.get(uri)?.get('') != null)
    .toSorted((one, other) => roles(other) - roles(one) || holders(other) - holders(one) || (one < other ? -1 : 1))
    .slice(0, MOST);
  const facts = new Map((await reading((tx) => factsOf(tx, uris))).map((one) => [one.uri, one]));
  const open = await findOfferings(services, {}, MOST_OFFERINGS);
  const items = uris.flatMap((uri): readonly SkillFigures[] => {
    const one = facts.get(uri);
    if (one === undefined) return [];
    const { lineages, ...named } = one;
    const taught = new Set(lineages);
    const places = open
      .filter(({ outcomes }) => outcomes.some(({ lineage }) => taught.has(lineage)))
      .map((each) => each.region ?? '');
    const rolesAt = needed.get(uri) ?? new Map<string, number>();
    const peopleAt = people.get(uri);
    return [
      {
        ...named,
        roles: {
          total: [...rolesAt.values()].reduce((sum, of) => sum + of, 0),
          anywhere: rolesAt.get('') ?? 0,
          byRegion: Object.fromEntries([...rolesAt].filter(([place]) => place !== '')),
        },
        outcomes: lineages.length,
        offerings: {
          total: places.length,
          anywhere: places.filter((place) => place === '').length,
          byRegion: Object.fromEntries(
            PLACES.flatMap((place) => {
              const of = places.filter((each) => each === place).length;
              return of === 0 ? [] : [[place, of]];
            }),
          ),
        },
        people: {
          total: peopleAt?.get('') ?? null,
          byRegion: Object.fromEntries(PLACES.map((place) => [place, peopleAt?.get(place) ?? null])),
        },
      },
    ];
  });
  return { countedAt: at?.toISOString() ?? null, items };
}

/** The header of the figures as a table. */
export const FIGURES_HEADER = ['skill', 'label', 'label_mi', 'region', 'roles', 'outcomes', 'offerings', 'people'] as const;

/** The figures as a table: a line for each skill and region, and one for all of them together. What is withheld is null. */
export function figureRows(items: readonly SkillFigures[]) {
  return items.flatMap((one) =>
    ['', ...PLACES].map((place) => [
      one.uri,
      one.en,
      one.mi,
      place === '' ? 'all' : place,
      place === '' ? one.roles.total : (one.roles.byRegion[place] ?? 0),
      one.outcomes,
      place === '' ? one.offerings.total : (one.offerings.byRegion[place] ?? 0),
      place === '' ? one.people.total : (one.people.byRegion[place] ?? null),
    ]),
  );
}
