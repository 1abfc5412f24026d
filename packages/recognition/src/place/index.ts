/** Places in New Zealand where learning is offered: regions, towns, how far apart they are. */
export { kilometres } from './distance.ts';
export { type Region, REGIONS } from './regions.ts';
export { type Town, TOWNS } from './towns.ts';

import { kilometres } from './distance.ts';
import { REGIONS } from './regions.ts';
import { type Town, TOWNS } from './towns.ts';

const bySlug = new Map(TOWNS.map((town) => [town.slug, town]));

/** The town of a slug, or null. */
export const townNamed = (slug: string): Town | null => bySlug.get(slug) ?? null;

/** A place's name in a language; a slug that is no place of ours as it is. */
export function placeName(slug: string, language: 'en' | 'mi'): string {
  const town = bySlug.get(slug);
  if (town !== undefined) return language === 'mi' ? (town.mi ?? town.name) : town.name;
  return REGIONS.find((region) => region.slug === slug)?.[language] ?? slug;
}

/** Slugs of the towns within so many kilometres of a town, itself among them; none for a slug that is no town. */
export function townsWithin(slug: string, km: number): readonly string[] {
  const centre = bySlug.get(slug);
  return centre === undefined ? [] : TOWNS.filter((town) => kilometres(centre, town) <= km).map((town) => town.slug);
}
