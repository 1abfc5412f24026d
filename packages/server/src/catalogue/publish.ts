import { addYears } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { type CatalogueActor, requireSteward, runAs } from './actor.ts';
import { changedMeanwhile, lockAny, type Moved } from './change.ts';
import type { KeptOutcome } from './document.ts';
import { readLineage } from './queries.ts';
import { requireReady, requireSecondPerson, said, wrongState } from './review.ts';
import { insertEvents, moveOutcome, writeExclusions } from './write-queries.ts';

/** Expiry is normally two years after the review (domain 1.3). */
const YEARS_TO_EXPIRE = 2;

export interface Publication {
  /** First day on which it may be assessed; today when not given. */
  readonly from?: string;
  /** Last day for assessment of what it replaces; two years from that day when not given. */
  readonly previousUntil?: string;
  /** What the steward says with it. */
  readonly note?: string;
  /** The revision that the steward read; another one is not published unseen (409 `draft-changed`). */
  readonly revision?: number;
}

/**
 * Publishes a definition under review, or a legacy outcome that is complete: from then on this version does not change. What it
 * replaces (an older version, or by category C another outcome) begins to expire. Stewards only, and not one who wrote some of it (403
 * `second-person-needed`); 422 `not-ready` with findings.
 */
export async function publish(
  services: Services,
  actor: CatalogueActor,
  id: string,
  { from, previousUntil, note, revision }: Publication = {},
): Promise<Moved> {
  requireSteward(actor);
  return runAs(services, actor, async (tx) => {
    const outcome = await lockAny(tx, id);
    if (outcome.status !== 'in-review' && outcome.status !== 'legacy')
      throw wrongState(outcome, 'Only what is in review can be published.');
    if (revision !== undefined && revision !== outcome.revision) throw changedMeanwhile(outcome);
    await requireSecondPerson(tx, actor, outcome.outcomeId);
    requireReady(outcome, services.clock.today());
    const at = services.clock.now();
    const registered = from ?? services.clock.today();
    const replaced = await replacedBy(tx, outcome);
    const until = previousUntil ?? outcome.previousUntil ?? addYears(registered, YEARS_TO_EXPIRE);
    for (const previous of replaced) {
      await moveOutcome(
        tx,
        previous.outcomeId,
        { status: 'expiring', lastAssessment: until, category: outcome.replaces?.category ?? null },
        at,
      );
    }
    await moveOutcome(tx, outcome.outcomeId, { status: 'published', registered }, at);
    await writeExclusions(tx, outcome.lineage, outcome.excludes);
    await insertEvents(
      tx,
      [
        { outcomeId: outcome.outcomeId, kind: 'published', ...said(note) },
        ...replaced.map(({ outcomeId }) => ({ outcomeId, kind: 'expiring', note: `replaced by ${outcome.id}` })),
      ],
      actor,
      at,
    );
    return { id, status: 'published' };
  });
}

async function replacedBy(tx: Tx, outcome: KeptOutcome): Promise<readonly KeptOutcome[]> {
  if (outcome.replaces === null) return [];
  const versions = await readLineage(tx, outcome.replaces.lineage);
  return versions.filter(({ id, status }) => id !== outcome.id && status === 'published');
}
