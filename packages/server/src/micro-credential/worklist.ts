import { accountOf, type CatalogueActor, isSteward, runAs } from '../catalogue/actor.ts';
import { hasDone } from '../catalogue/review.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { notFound, notYours } from './change.ts';
import { definitionsOf, judge, withFacts } from './judge.ts';
import { viewOf } from './list.ts';
import { readById, readEvents, readListed, readOwn, readVersions, readWaiting } from './queries.ts';

/** What stands in one list of a writer, or waits for a steward. */
const MOST = 200;

type Reading = Pick<Services, 'db' | 'clock'>;

/** The developer's first screen: their micro-credentials, what each still needs, and what a steward said. */
export async function showWorklist(services: Reading, actor: SignedIn) {
  const today = services.clock.today();
  const snapshot = await loadSnapshot(services);
  return runAs(services, actor, async (tx) => {
    const own = await readOwn(tx, actor.organisationId ?? -1, MOST);
    const listed = await readListed(tx);
    return {
      items: own.map((one) => {
        const { findings } = judge(withFacts(snapshot, one, today), {
          asOf: today,
          others: definitionsOf(snapshot, listed, today, one.code),
        });
        return {
          document: viewOf(snapshot, one, today),
          findings,
          changedAt: one.changedAt.toISOString(),
          returned: one.returnedAt === null ? null : { note: one.returnedNote ?? '', at: one.returnedAt.toISOString() },
        };
      }),
    };
  });
}

/** What waits for a steward, longest first; with whether this one wrote some of it and so leaves it to another. */
export async function listWaiting(services: Reading, actor: CatalogueActor) {
  const today = services.clock.today();
  const snapshot = await loadSnapshot(services);
  return runAs(services, actor, async (tx) => {
    const items = [];
    for (const one of await readWaiting(tx, MOST)) {
      items.push({
        document: viewOf(snapshot, one, today),
        since: (one.submittedAt ?? one.changedAt).toISOString(),
        own: hasDone(actor, await readEvents(tx, one.key)),
      });
    }
    return { items };
  });
}

/**
 * A version as its writers and stewards see it: the document, what the checks find, how much of it is there already, and all that was said.
 * 404 `micro-credential-not-found`; 403 `not-your-micro-credential` for another organisation.
 */
export async function showWriting(services: Reading, actor: CatalogueActor, id: string) {
  const today = services.clock.today();
  const snapshot = await loadSnapshot(services);
  return runAs(services, actor, async (tx) => {
    const one = await readById(tx, id);
    if (one === null) throw notFound();
    const own = isSteward(actor) || (actor !== 'operator' && actor.organisationId === one.developerId);
    if (!own) throw notYours();
    const events = await readEvents(tx, one.key);
    const others = definitionsOf(snapshot, await readListed(tx), today, one.code);
    const versions = await readVersions(tx, one.code);
    return {
      document: viewOf(snapshot, one, today),
      revision: one.revision,
      submittedAt: one.submittedAt?.toISOString() ?? null,
      ...judge(withFacts(snapshot, one, today), { asOf: today, others }),
      versions: versions.map(({ id: each, version, status, listedOn }) => ({ id: each, version, status, listedOn })),
      own: hasDone(actor, events),
      events: events.map(({ kind, at, note, path, by, accountId }) => ({
        kind,
        at: at.toISOString(),
        note,
        path,
        by,
        yours: accountId !== null && accountId === accountOf(actor),
      })),
    };
  });
}
