import { type Cell, publishRow } from '@recognition/recognition';
import { REGIONS, TOWNS } from '@recognition/recognition/places';
import { mergedPeople } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { countHeld, type SupplyCell, writeSupply } from './queries.ts';

/** Everywhere that a person may be counted, in the order in which cells are withheld together. */
export const PLACES: readonly string[] = [...REGIONS.map(({ slug }) => slug), 'unknown'];

/**
 * Counts who holds which skill by region, and keeps what may be published of it: no cell of fewer than ten, none that its row gives away, the
 * rest to the nearest five. Ids that are merged count as one person. Exact numbers are kept nowhere. A job does it daily; doing it again gives the same.
 */
export async function countSupply(services: Pick<Services, 'db' | 'clock'>): Promise<number> {
  const { db, clock } = services;
  const merged = await mergedPeople(services);
  const towns = TOWNS.map(({ slug, region }) => [slug, region] as const);
  return db.asBatch(async (tx) => {
    const rows = new Map<string, Map<string, number>>();
    for (const { uri, region, people } of await countHeld(tx, towns, merged)) {
      const row = rows.get(uri) ?? new Map<string, number>();
      rows.set(uri, row.set(region, people));
    }
    const cells = [...rows].flatMap(([uri, row]): readonly SupplyCell[] => {
      const all = PLACES.map((key): Cell => ({ key, people: row.get(key) ?? 0 }));
      const published = publishRow(all);
      return [
        { uri, region: '', people: published.total },
        ...published.cells.map(({ key, people }) => ({ uri, region: key, people })),
      ];
    });
    await writeSupply(tx, cells, clock.now());
    return rows.size;
  });
}
