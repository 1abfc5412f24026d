import type { z } from 'zod';
import type { Services } from '../../services.ts';
import { countEntries } from './queries.ts';
import type { sectorList } from './schemas.ts';

type Sector = z.infer<typeof sectorList>['items'][number];

/** What a framework is filled with, by sector: how many units of each kind, which tracks with how many job roles, definitions, programmes. */
export async function sectorsOf(services: Pick<Services, 'db'>, framework: string): Promise<readonly Sector[]> {
  const counts = await services.db.asPublic((tx) => countEntries(tx, framework));
  const sum = (rows: typeof counts): number => rows.reduce((all, { count }) => all + count, 0);
  return [...Map.groupBy(counts, ({ sector }) => sector)].map(([sector, rows]) => {
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    return {
      sector,
      units: of('unit').map(({ place, count }) => ({ kind: place ?? '', count })),
      definitions: sum(of('definition')),
      tracks: of('job-role').map(({ place, count }) => ({ track: place ?? '', roles: count })),
      programmes: sum(of('programme')),
    };
  });
}
