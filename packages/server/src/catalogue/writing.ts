import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { accountOf, type CatalogueActor, isSteward, runAs } from './actor.ts';
import { judge } from './list.ts';
import type { KeptOutcome } from './document.ts';
import { readEvents, readLineage, readOutcome } from './queries.ts';
import { hasDone } from './review.ts';
import { isOwn } from './work-queries.ts';

/**
 * A definition as its writers and stewards see it: what it says, what the checks find, what was said of it, and the version that it
 * follows. 404 `outcome-not-found`; 403 `not-your-outcome` for a developer of another organisation.
 */
export async function showWriting(services: Pick<Services, 'db' | 'clock'>, actor: CatalogueActor, id: string) {
  return runAs(services, actor, async (tx) => {
    const outcome = await readOutcome(tx, id);
    if (outcome === null) throw problem('outcome-not-found', 404, 'There is no outcome with this id.');
    if (!isSteward(actor) && !(await isOwn(tx, outcome.outcomeId)))
      throw problem('not-your-outcome', 403, 'Another organisation answers for this outcome.');
    const events = await readEvents(tx, outcome.outcomeId);
    const versions = await readLineage(tx, outcome.lineage);
    const replaced = outcome.replaces === null ? [] : await readLineage(tx, outcome.replaces.lineage);
    const { ready, findings } = judge(outcome, services.clock.today());
    return {
      outcome,
      revision: outcome.revision,
      submittedAt: outcome.submittedAt?.toISOString() ?? null,
      previousUntil: outcome.previousUntil,
      expiryAsked: outcome.expiryAsked,
      ready,
      findings: [...findings],
      previous: before(outcome, versions) ?? before(outcome, replaced),
      versions: versions.map(({ id: one, version, status, name }) => ({ id: one, version, status, name })),
      // Those who wrote some of it leave its approval to another.
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

/** The newest version that was in use before this one. */
function before(outcome: KeptOutcome, versions: readonly KeptOutcome[]): KeptOutcome | null {
  const older = versions.filter(
    (one) =>
      one.outcomeId !== outcome.outcomeId &&
      one.status !== 'draft' &&
      one.status !== 'in-review' &&
      (one.code !== outcome.code || (one.version ?? 0) < (outcome.version ?? 0)),
  );
  return older.at(-1) ?? null;
}
