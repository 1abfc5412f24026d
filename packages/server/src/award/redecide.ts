import { addWorkingDays, decideSelection, nz, type RecognitionRecord } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';
import { aliasSet } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import { change, note } from './events.ts';
import { madeOptionsOf, stillMade, usesUp } from './made.ts';
import { type AwardRow, lockLearner, readEvidence, standingOn } from './queries.ts';
import { respend } from './write-queries.ts';
import { readForDecision } from './reading.ts';
import { spendingOf } from './spending.ts';
import { NO_LONGER_HOLDS } from './rule-reason.ts';

/** How long a learner has to answer for a suspended award, in working days. */
export const ANSWER_WORKING_DAYS = 20;

/**
 * Decides every award again that stands on achievements which were corrected or withdrawn (domain A25), in the transaction of the change.
 * One that still holds is noted, or restored when it was suspended; one that no longer holds is suspended, its learner told and given time.
 */
export async function redecideAwards(
  tx: Tx,
  services: Services,
  learnerId: number,
  achievementIds: readonly number[],
  why: 'corrected' | 'withdrawn',
): Promise<void> {
  const learnerIds = await aliasSet(services, learnerId);
  const changed = achievementIds.map(String);
  if ((await standingOn(tx, learnerIds, changed)).length === 0) return;
  await lockLearner(tx, learnerIds);
  const awards = await standingOn(tx, learnerIds, changed);
  const record = await readForDecision(tx, learnerIds);
  for (const award of awards) {
    const detail = { why, achievements: award.selection.filter((id) => changed.includes(id)) };
    const problems = await stillHolds(tx, services, record, award);
    if (problems.length > 0) await suspend(tx, services, award, { ...detail, problems });
    else await keep(tx, services, record, award, detail);
  }
}

/** What is wrong now with the selection of an award under its own policy; [] when it still holds. */
export async function stillHolds(
  tx: Tx,
  services: Services,
  record: RecognitionRecord,
  award: AwardRow,
): Promise<readonly string[]> {
  if (award.definition !== null) {
    const options = madeOptionsOf((await readEvidence(tx, award.learnerId, award.awardId))?.trace);
    return options !== null && stillMade(award, options, record) ? [] : ['parts-missing'];
  }
  const { selection } = decideSelection(nz, award.award, record, {
    select: [...award.selection],
    asOf: services.clock.today(),
    policy: `${award.policyId}@${award.policyVersion}`,
    supersedes: award.publicId,
  });
  if (!selection.valid) return selection.problems.map(({ code }) => code);
  return award.major === null || selection.majors.some((field) => field === award.major) ? [] : ['major-not-held'];
}

async function suspend(tx: Tx, services: Services, award: AwardRow, detail: Readonly<Record<string, unknown>>): Promise<void> {
  const actor = 'rules';
  const reason = NO_LONGER_HOLDS;
  if (award.status === 'suspended') return note(tx, services, award, { kind: 'noted', actor, reason, detail });
  const answerBy = addWorkingDays(services.clock.today(), ANSWER_WORKING_DAYS);
  await change(tx, services, award, 'suspended', { actor, reason, answerBy, detail: { ...detail, answerBy } });
  await tell(tx, { learnerId: award.learnerId, code: 'award-suspended', data: { award: award.publicId, answerBy } });
}

async function keep(
  tx: Tx,
  services: Services,
  record: RecognitionRecord,
  award: AwardRow,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const actor = 'rules';
  await respend(tx, award.learnerId, award.awardId, usesUp(award) ? spendingOf(record, award.selection) : []);
  if (award.status === 'suspended') {
    await change(tx, services, award, 'restored', { actor, reason: 'The award holds again.', detail });
    await tell(tx, { learnerId: award.learnerId, code: 'award-restored', data: { award: award.publicId } });
    return;
  }
  await note(tx, services, award, {
    kind: 'noted',
    actor,
    reason: 'A result that this award stands on was changed, and the award still holds.',
    detail,
  });
  await tell(tx, { learnerId: award.learnerId, code: 'award-noted', data: { award: award.publicId } });
}
