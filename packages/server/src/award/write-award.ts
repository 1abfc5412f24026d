import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { alreadyUsed, isTaken, notLive } from './claim-steps.ts';
import { decisionDigest } from './credential.ts';
import { change, newEvent } from './events.ts';
import type { AwardRow } from './queries.ts';
import { insertAward, type NewAward, nextIds, type Spending } from './write-queries.ts';

/** Who an award is issued to, and who asked for it. */
export interface Claimant {
  readonly learnerId: number;
  readonly actor: string;
}

/**
 * Writes an award that was decided, with its event and what it spends, in the transaction of the claim; the award that it takes the place
 * of ends first. Throws `award-not-live`, and `learning-already-used` (409) where the database holds that something is spent; its 23505 on
 * `award_held_once` passes through.
 */
export async function writeAward(
  services: Services,
  tx: Tx,
  { learnerId, actor }: Claimant,
  {
    before,
    award,
    spending,
  }: {
    readonly before: AwardRow | null;
    readonly award: Omit<NewAward, 'supersedesId'>;
    readonly spending: readonly Spending[];
  },
): Promise<void> {
  const { publicId } = award;
  if (before !== null) {
    const kind = before.status === 'suspended' ? 'substituted' : 'superseded';
    const reason =
      kind === 'substituted' ? 'The learner put other learning in its place.' : 'A new version of this award was issued.';
    if (!(await change(tx, services, before, kind, { actor, reason, detail: { by: publicId } }))) throw notLive(before.status);
  }
  const ids = await nextIds(tx, learnerId);
  const event = newEvent(services, {
    learnerId,
    ...ids,
    kind: 'issued',
    actor,
    reason: null,
    detail: {
      publicId,
      award: award.award,
      ...(award.made === undefined ? {} : { framework: award.made.framework, definition: award.made.definition }),
      version: award.version,
      major: award.major,
      selection: award.selection,
      supersedes: before?.publicId ?? null,
      decision: decisionDigest(award.input, award.trace),
    },
  });
  try {
    await insertAward(tx, event, { ...award, supersedesId: before?.awardId ?? null }, spending);
  } catch (error) {
    if (isTaken(error, 'spent_pkey')) throw alreadyUsed(award.selection);
    throw error;
  }
}
