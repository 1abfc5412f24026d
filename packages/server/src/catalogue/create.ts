import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type CatalogueActor, runAs } from './actor.ts';
import { checkGroup, type Moved } from './change.ts';
import type { OutcomeContent } from './document.ts';
import { readOutcomesNamed } from './queries.ts';
import { insertEvents, insertGroups, insertOutcomes } from './write-queries.ts';

export interface Draft extends OutcomeContent {
  /** The code that results will name it by: letters, digits, full stops, underscores, colons and hyphens, up to 56. */
  readonly code: string;
}

/** Begins a definition, for the developer's own organisation. The code must be new (409 `code-taken`); more versions come by `newVersion`. */
export async function createDraft(services: Services, actor: CatalogueActor, draft: Draft): Promise<Moved> {
  return runAs(services, actor, async (tx) => {
    const { code, ...content } = draft;
    if ((await readOutcomesNamed(tx, [code], [])).length > 0) throw codeTaken();
    await checkGroup(tx, versionId(code, 1), content);
    if (content.group !== null) await insertGroups(tx, [content.group]);
    const id = versionId(code, 1);
    const at = services.clock.now();
    try {
      const keys = await insertOutcomes(tx, [
        {
          ...content,
          id,
          code,
          version: 1,
          lineage: code,
          accredited: true,
          lastAssessment: null,
          size: null,
          creditBearing: true,
          levelLabel: null,
          status: 'draft',
          registered: null,
          replaces: null,
          subjects: [],
          developerId: actor === 'operator' ? null : actor.organisationId,
        },
      ]);
      await insertEvents(
        tx,
        [...keys.values()].map((outcomeId) => ({ outcomeId, kind: 'created' })),
        actor,
        at,
      );
    } catch (error) {
      if (isTaken(error)) throw codeTaken();
      throw error;
    }
    return { id, status: 'draft' };
  });
}

export const versionId = (code: string, version: number): string => `${code}-v${version}`;

export const codeTaken = () => problem('code-taken', 409, 'An outcome with this code is there already.');

/** A draft of another organisation is not visible, but its code is taken. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
