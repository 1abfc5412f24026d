import type { MicroCredentialContent } from '@recognition/recognition/micro-credential';
import { accountOf, type CatalogueActor, runAs } from '../catalogue/actor.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import type { KeptMicroCredential, Moved } from './document.ts';
import { readById, readEvents } from './queries.ts';
import { insertEvents, rewriteDraft } from './write-queries.ts';

/**
 * Replaces what is written of a draft. Its own developer or a steward only (403 `not-your-micro-credential`). A revision that is not the
 * one that is there is answered with what is there (409 `draft-changed`); what waits for a steward or is listed does not change (409).
 */
export async function change(
  services: Services,
  actor: CatalogueActor,
  id: string,
  { content, revision }: { readonly content: MicroCredentialContent; readonly revision?: number },
): Promise<Moved> {
  return runAs(services, actor, async (tx) => {
    const one = await lockOwn(tx, actor, id);
    if (one.status === 'in-review')
      throw problem('micro-credential-in-review', 409, 'It is being reviewed. Have it returned before you change it.');
    if (one.status !== 'draft')
      throw problem('micro-credential-published', 409, 'A listed version does not change. Make a new version of it.');
    if (revision !== undefined && revision !== one.revision) throw changedMeanwhile(one);
    const at = services.clock.now();
    await rewriteDraft(tx, one.key, content, at);
    // A form keeps what is typed every few seconds: one line of history for a run of changes by one writer.
    const last = (await readEvents(tx, one.key)).at(-1);
    if (last?.kind !== 'changed' || last.accountId !== accountOf(actor))
      await insertEvents(tx, [{ key: one.key, kind: 'changed' }], actor, at);
    return { id, status: one.status, revision: one.revision + 1 };
  });
}

export const changedMeanwhile = ({ revision, content }: KeptMicroCredential) =>
  problem(
    'draft-changed',
    409,
    'Somebody has changed this draft since you opened it. Nothing of yours is lost: compare the two.',
    {
      revision,
      content,
    },
  );

export const wrongState = ({ status }: KeptMicroCredential, detail: string) =>
  problem('wrong-state', 409, `${detail} This one is ${status}.`, { status });

/** The version, locked for a change by one who may make it: 404 `micro-credential-not-found`, 403 `not-your-micro-credential`. */
export async function lockOwn(tx: Tx, actor: CatalogueActor, id: string): Promise<KeptMicroCredential> {
  if (actor !== 'operator' && actor.kind !== 'steward' && actor.kind !== 'developer' && actor.kind !== 'provider')
    throw notYours();
  // Row security locks what is the asker's own only; what is listed may still be read.
  const one = await readById(tx, id, 'locked');
  if (one !== null) return one;
  if ((await readById(tx, id)) !== null) throw notYours();
  throw notFound();
}

export const notFound = () => problem('micro-credential-not-found', 404, 'There is no micro-credential with this id.');
export const notYours = () =>
  problem('not-your-micro-credential', 403, 'Another organisation answers for this micro-credential.');
