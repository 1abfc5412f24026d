import { isDeepStrictEqual } from 'node:util';
import type { MicroCredentialContent } from '@recognition/recognition/micro-credential';
import { problem } from '../http/problem.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Services } from '../services.ts';
import { begin, beginVersion } from './begin.ts';
import { change } from './change.ts';
import type { Moved } from './document.ts';
import { readVersions } from './queries.ts';

/**
 * Writes a document for the organisation that answers for it, as an operator whom its developer asked: a code that is new is begun, a draft
 * is replaced, and what is listed gets its next version. The same text again changes nothing. Throws `organisation-not-found` (404),
 * `not-your-micro-credential` (403) for another organisation's code, and what `begin`, `beginVersion` and `change` throw.
 */
export async function writeFor(
  services: Services,
  { code, developer, content }: { readonly code: string; readonly developer: string; readonly content: MicroCredentialContent },
): Promise<Moved & { readonly written: boolean }> {
  const owner = (await loadSnapshot(services)).organisationByPublicId(developer);
  if (owner === undefined) throw problem('organisation-not-found', 404, `There is no organisation ${developer}.`);
  const versions = await services.db.asBatch((tx) => readVersions(tx, code));
  const newest = versions.at(-1);
  if (newest !== undefined && newest.developerId !== owner.organisation_id)
    throw problem('not-your-micro-credential', 403, 'Another organisation answers for this micro-credential.');
  if (newest !== undefined && isDeepStrictEqual(newest.content, content))
    return { id: newest.id, status: newest.status, revision: newest.revision, written: false };
  const { id } =
    newest === undefined
      ? await begin(services, 'operator', { code, title: content.title, developerId: owner.organisation_id })
      : newest.status === 'draft' || newest.status === 'in-review'
        ? newest
        : await beginVersion(services, 'operator', newest.id);
  return { ...(await change(services, 'operator', id, { content })), written: true };
}
