import { compareProviders, inSteps } from '@recognition/recognition/consistency';
import { z } from 'zod';
import { type CatalogueActor, runAs } from '../catalogue/actor.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { pageOf, readCursor } from '../http/paging.ts';
import type { Services } from '../services.ts';
import { readOwnTaught, readTaughtByMany, readTaughtOf } from './queries.ts';
import { named, outcomeOf, providersOf, SMALLEST } from './view.ts';

const PLACE = z.tuple([z.int(), z.string()]);

/**
 * The outcomes that several providers taught, those of most people first: to a developer theirs, to a steward and the operator all, to a
 * provider those that it teaches. How many providers differ in something is told to who sees them by name.
 */
export async function listConsistency(
  services: Pick<Services, 'db' | 'clock'>,
  actor: CatalogueActor,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const place = readCursor(cursor, PLACE);
  const after = place === null ? null : { steps: place[0], lineage: place[1] };
  const own = actor !== 'operator' && actor.kind === 'provider';
  const { found, taught } = await runAs(services, actor, async (tx) => {
    const rows = await (own ? readOwnTaught : readTaughtByMany)(tx, after, limit + 1, SMALLEST);
    const all = own
      ? []
      : await readTaughtOf(
          tx,
          rows.map(({ lineage }) => lineage),
        );
    return { found: rows, taught: Map.groupBy(all, ({ lineage }) => lineage) };
  });
  const snapshot = await loadSnapshot(services);
  const today = services.clock.today();
  const page = pageOf(
    found,
    limit,
    ({ lineage, providers, people }) => {
      const outcome = outcomeOf(snapshot, lineage, today);
      const { differences } = compareProviders(providersOf(taught.get(lineage) ?? []), SMALLEST);
      return {
        ...(outcome === undefined ? { lineage, id: lineage, code: lineage, name: lineage } : named(outcome)),
        providers,
        people: people < SMALLEST ? null : inSteps(people, SMALLEST),
        differs: own ? null : new Set(differences.filter(({ differs }) => differs).map(({ provider }) => provider)).size,
      };
    },
    // A cursor can be read: it tells no more than the list does.
    ({ people, lineage }) => [inSteps(people, SMALLEST), lineage],
  );
  return { smallest: SMALLEST, items: [...page.items], next: page.next };
}
