import { type CatalogueActor, requireSteward, runAs } from '../catalogue/actor.ts';
import { hasDone, said } from '../catalogue/review.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { changedMeanwhile, lockOwn, wrongState } from './change.ts';
import type { KeptMicroCredential, Moved } from './document.ts';
import { enterDefinitions } from './entry.ts';
import { definitionsOf, judge, withFacts } from './judge.ts';
import { readEvents, readListed, readVersions } from './queries.ts';
import { insertEvents, moveDocument } from './write-queries.ts';

/** Hands a draft to the stewards. Refused while a check fails: 422 `not-ready`, with the findings. */
export async function submit(services: Services, actor: CatalogueActor, id: string, note?: string): Promise<Moved> {
  return runAs(services, actor, async (tx) => {
    const one = await lockOwn(tx, actor, id);
    if (one.status !== 'draft') throw wrongState(one, 'A draft can be handed in.');
    await requireReady(services, tx, one);
    const at = services.clock.now();
    await moveDocument(tx, one.key, { status: 'in-review', submittedAt: at }, at);
    await insertEvents(tx, [{ key: one.key, kind: 'submitted', ...said(note) }], actor, at);
    return { id, status: 'in-review', revision: one.revision };
  });
}

/** Sends it back to its developer, saying why. Stewards only. */
export async function returnToDeveloper(services: Services, actor: CatalogueActor, id: string, note: string): Promise<Moved> {
  requireSteward(actor);
  return runAs(services, actor, async (tx) => {
    const one = await lockOwn(tx, actor, id);
    if (one.status !== 'in-review') throw wrongState(one, 'Only what is in review can be returned.');
    const at = services.clock.now();
    await moveDocument(tx, one.key, { status: 'draft' }, at);
    await insertEvents(tx, [{ key: one.key, kind: 'returned', note }], actor, at);
    return { id, status: 'draft', revision: one.revision };
  });
}

/** Adds to what is said of it, about one part or the whole; it is kept. Its developer and stewards only. */
export async function comment(
  services: Services,
  actor: CatalogueActor,
  id: string,
  { text, path }: { readonly text: string; readonly path: string | null },
): Promise<{ readonly id: string }> {
  return runAs(services, actor, async (tx) => {
    const one = await lockOwn(tx, actor, id);
    const event = { key: one.key, kind: 'comment', note: text, ...(path === null ? {} : { path }) } as const;
    await insertEvents(tx, [event], actor, services.clock.now());
    return { id };
  });
}

/**
 * Lists it: from then on this version does not change, and the version before it is discontinued. Stewards only, and not one who wrote
 * some of it (403 `second-person-needed`); a revision that the steward did not read is not listed (409 `draft-changed`); 422 `not-ready`.
 */
export async function publish(
  services: Services,
  actor: CatalogueActor,
  id: string,
  { note, revision }: { readonly note?: string | undefined; readonly revision?: number | undefined } = {},
): Promise<Moved> {
  requireSteward(actor);
  return runAs(services, actor, async (tx) => {
    const one = await lockOwn(tx, actor, id);
    if (one.status !== 'in-review') throw wrongState(one, 'Only what is in review can be listed.');
    if (revision !== undefined && revision !== one.revision) throw changedMeanwhile(one);
    if (hasDone(actor, await readEvents(tx, one.key)))
      throw problem('second-person-needed', 403, 'You wrote some of this yourself. Another steward approves it.');
    await requireReady(services, tx, one);
    const at = services.clock.now();
    const today = services.clock.today();
    const before = (await readVersions(tx, one.code)).filter(({ status }) => status === 'published');
    for (const { key } of before) {
      await moveDocument(tx, key, { status: 'discontinued', discontinuedOn: today }, at);
      await insertEvents(tx, [{ key, kind: 'discontinued', note: `replaced by ${id}` }], actor, at);
    }
    await enterDefinitions(services, tx, [one]);
    await moveDocument(tx, one.key, { status: 'published', listedOn: today }, at);
    await insertEvents(tx, [{ key: one.key, kind: 'published', ...said(note) }], actor, at);
    return { id, status: 'published', revision: one.revision };
  });
}

/** Takes a listed one out of use, saying why; what was earned of its parts stays. Its developer or a steward. */
export async function discontinue(services: Services, actor: CatalogueActor, id: string, note: string): Promise<Moved> {
  return runAs(services, actor, async (tx) => {
    const one = await lockOwn(tx, actor, id);
    if (one.status !== 'published') throw wrongState(one, 'Only what is listed can be discontinued.');
    const at = services.clock.now();
    await moveDocument(tx, one.key, { status: 'discontinued', discontinuedOn: services.clock.today() }, at);
    await insertEvents(tx, [{ key: one.key, kind: 'discontinued', note }], actor, at);
    return { id, status: 'discontinued', revision: one.revision };
  });
}

async function requireReady(services: Services, tx: Tx, one: KeptMicroCredential): Promise<void> {
  const today = services.clock.today();
  const snapshot = await loadSnapshot(services);
  const others = definitionsOf(snapshot, await readListed(tx), today, one.code);
  const { ready, findings } = judge(withFacts(snapshot, one, today), { asOf: today, others });
  if (!ready) throw problem('not-ready', 422, 'Some checks do not pass yet.', { findings });
}
