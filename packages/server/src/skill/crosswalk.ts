import { proposePairs } from '@recognition/recognition';
import { type CatalogueActor, requireSteward, runAs } from '../catalogue/actor.ts';
import { pageOf, readCursor } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { z } from 'zod';
import {
  countAll,
  type CrosswalkStatus,
  decidePair,
  insertPairs,
  readLabels,
  readPairs,
  type Relation,
  statedPairs,
} from './crosswalk-queries.ts';
import { readSchemes } from './queries.ts';

/**
 * Proposes which skills of two schemes are the same: what either scheme itself says, then what labels tell. Again proposes only what is
 * new; a pair that a person decided stays. Stewards and the operator. Throws `scheme-not-found` (404), `same-scheme` (422).
 */
export async function proposeCrosswalk(
  services: Services,
  actor: CatalogueActor,
  { from, to, least }: { readonly from: string; readonly to: string; readonly least: number },
): Promise<{ readonly proposed: number; readonly found: number }> {
  requireSteward(actor);
  if (from === to) throw problem('same-scheme', 422, 'A scheme is not matched with itself.');
  return runAs(services, actor, async (tx) => {
    const schemes = new Set((await readSchemes(tx)).map(({ scheme }) => scheme));
    if (!schemes.has(from) || !schemes.has(to))
      throw problem('scheme-not-found', 404, 'There is no skill scheme with this name here.');
    const at = services.clock.now();
    const stated = await statedPairs(tx, from, to);
    const pairs = proposePairs(await readLabels(tx, from), await readLabels(tx, to), await countAll(tx), least);
    const proposed = (await insertPairs(tx, stated, 'scheme', at)) + (await insertPairs(tx, pairs, 'labels', at));
    return { proposed, found: stated.length + pairs.length };
  });
}

const PLACE = z.tuple([z.number(), z.string(), z.string()]);

/** A page of pairs, those most alike first: confirmed ones for everybody, all for a steward and the operator. */
export async function listCrosswalk(
  services: Services,
  reader: SignedIn | 'operator' | null,
  asked: {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly status?: CrosswalkStatus | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
) {
  const { from = null, to = null, status = null, cursor, limit } = asked;
  const read = { from, to, status, after: readCursor(cursor, PLACE), limit: limit + 1 };
  const all = reader === 'operator' || reader?.kind === 'steward';
  const rows = all
    ? await runAs(services, reader, (tx) => readPairs(tx, read))
    : await services.db.asPublic((tx) => readPairs(tx, read));
  return pageOf(
    rows,
    limit,
    ({ decidedAt, words, ...row }) => ({ ...row, words: [...words], decidedAt: decidedAt?.toISOString() ?? null }),
    ({ score, from: a, to: b }) => [score, a.uri, b.uri],
  );
}

/** Confirms or refuses a pair; the last decision stands. Stewards and the operator. Throws `crosswalk-not-found` (404). */
export async function decideCrosswalk(
  services: Services,
  actor: CatalogueActor,
  decision: {
    readonly from: string;
    readonly to: string;
    readonly status: 'confirmed' | 'refused';
    readonly relation?: Relation | undefined;
    readonly note?: string | undefined;
  },
): Promise<void> {
  requireSteward(actor);
  const { from, to, status, relation = null, note = null } = decision;
  const by = actor === 'operator' ? 'operator' : actor.actor;
  const found = await runAs(services, actor, (tx) =>
    decidePair(tx, { from, to, status, relation, note, by, at: services.clock.now() }),
  );
  if (!found) throw problem('crosswalk-not-found', 404, 'These two skills were not proposed as a pair.');
}
