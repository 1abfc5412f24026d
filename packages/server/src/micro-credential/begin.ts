import { NOTHING_WRITTEN } from '@recognition/recognition/micro-credential';
import { type CatalogueActor, runAs } from '../catalogue/actor.ts';
import { isTaken } from '../catalogue/create.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { lockOwn, wrongState } from './change.ts';
import type { Moved } from './document.ts';
import { readVersions } from './queries.ts';
import { insertDraft, insertEvents } from './write-queries.ts';

export const versionId = (code: string, version: number): string => `${code}-v${version}`;

/**
 * Begins a micro-credential of the organisation that the actor acts for; the operator names one. The code must be new (409
 * `micro-credential-code-taken`).
 */
export async function begin(
  services: Services,
  actor: CatalogueActor,
  { code, title, developerId = null }: { readonly code: string; readonly title: string; readonly developerId?: number | null },
): Promise<Moved> {
  const owner = actor === 'operator' ? developerId : actor.organisationId;
  if (owner === null) throw problem('organisation-not-found', 422, 'A micro-credential has an organisation that answers for it.');
  return runAs(services, actor, async (tx) => {
    const at = services.clock.now();
    const id = versionId(code, 1);
    try {
      const key = await insertDraft(tx, { id, code, version: 1, developerId: owner, content: { ...NOTHING_WRITTEN, title } }, at);
      await insertEvents(tx, [{ key, kind: 'created' }], actor, at);
    } catch (error) {
      if (isTaken(error)) throw codeTaken();
      throw error;
    }
    return { id, status: 'draft', revision: 1 };
  });
}

/**
 * Begins the next version of a listed micro-credential as a draft with the same text; the listed one stays as it is until the new one is
 * listed. 409 `version-begun` where one has been begun, with its id.
 */
export async function beginVersion(services: Services, actor: CatalogueActor, id: string): Promise<Moved> {
  return runAs(services, actor, async (tx) => {
    const one = await lockOwn(tx, actor, id);
    if (one.status === 'draft' || one.status === 'in-review') throw wrongState(one, 'A new version follows a listed one.');
    const versions = await readVersions(tx, one.code);
    const begun = versions.find(({ status }) => status === 'draft' || status === 'in-review');
    if (begun !== undefined) throw problem('version-begun', 409, 'A new version has been begun.', { id: begun.id });
    const version = Math.max(...versions.map((each) => each.version)) + 1;
    const next = versionId(one.code, version);
    const at = services.clock.now();
    const { code, developerId, content } = one;
    try {
      const key = await insertDraft(tx, { id: next, code, version, developerId, content }, at);
      await insertEvents(tx, [{ key, kind: 'created', note: `follows ${id}` }], actor, at);
    } catch (error) {
      if (isTaken(error)) throw problem('version-begun', 409, 'A new version has been begun.', { id: next });
      throw error;
    }
    return { id: next, status: 'draft', revision: 1 };
  });
}

const codeTaken = () => problem('micro-credential-code-taken', 409, 'A micro-credential with this code is there already.');
