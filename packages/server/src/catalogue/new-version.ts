import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type CatalogueActor, runAs } from './actor.ts';
import { lockOwn, type Moved } from './change.ts';
import { codeTaken, isTaken, versionId } from './create.ts';
import type { KeptOutcome } from './document.ts';
import { readLineage, readOutcomesNamed } from './queries.ts';
import { wrongState } from './review.ts';
import { insertEvents, insertOutcomes } from './write-queries.ts';

export type NewVersion =
  /** Same learning, same code, next version. `version` is needed when the listing did not state the old one. */
  | { readonly category: 'A' | 'B'; readonly version?: number }
  /** Other learning under a new code, in place of the old. */
  | { readonly category: 'C'; readonly code: string };

/** Begins the next version of an outcome as a draft with the same content, after a review (domain 1.3; category D has no replacement: see `expire`). */
export async function newVersion(services: Services, actor: CatalogueActor, id: string, next: NewVersion): Promise<Moved> {
  return runAs(services, actor, async (tx) => {
    const outcome = await lockOwn(tx, actor, id);
    if (outcome.status === 'draft' || outcome.status === 'in-review')
      throw wrongState(outcome, 'A new version follows a published one.');
    const versions = await readLineage(tx, outcome.lineage);
    const unfinished = versions.find(
      ({ status, code }) => code === outcome.code && (status === 'draft' || status === 'in-review'),
    );
    if (next.category !== 'C' && unfinished !== undefined)
      throw problem('version-begun', 409, 'A new version has been begun.', { id: unfinished.id });
    const [code, version] = next.category === 'C' ? [next.code, 1] : [outcome.code, nextVersion(versions, next.version)];
    if (next.category === 'C' && (await readOutcomesNamed(tx, [code], [])).length > 0) throw codeTaken();
    const made = versionId(code, version);
    const at = services.clock.now();
    try {
      const keys = await insertOutcomes(tx, [
        {
          ...outcome,
          id: made,
          code,
          version,
          lineage: next.category === 'C' ? code : outcome.lineage,
          status: 'draft',
          lastAssessment: null,
          registered: null,
          replaces: { lineage: outcome.lineage, category: next.category },
          excludes: outcome.excludes.filter((lineage) => lineage !== code),
          // A standard holds one version of each member: the new version joins a new one.
          group: null,
        },
      ]);
      await insertEvents(
        tx,
        [...keys.values()].map((outcomeId) => ({
          outcomeId,
          kind: 'created',
          note: `review of ${id}: category ${next.category}`,
        })),
        actor,
        at,
      );
    } catch (error) {
      if (isTaken(error)) throw codeTaken();
      throw error;
    }
    return { id: made, status: 'draft' };
  });
}

function nextVersion(versions: readonly KeptOutcome[], asked: number | undefined): number {
  const newest = Math.max(0, ...versions.map(({ version }) => version ?? 0));
  if (asked === undefined && newest === 0)
    throw problem(
      'version-needed',
      422,
      'The listing did not state a version of this outcome. Say which version the new one is.',
    );
  if (asked !== undefined && asked <= newest) throw problem('version-not-newer', 422, `The newest version is ${newest}.`);
  return asked ?? newest + 1;
}
