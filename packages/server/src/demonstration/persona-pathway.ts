import { exportRecord } from '../record/read-record.ts';
import { createLearners } from '../identity/index.ts';
import { insertSaved, savedOf } from '../pathway/queries.ts';
import { planPathway } from '../pathway/plan.ts';
import { askBody } from '../pathway/schemas.ts';
import type { Services } from '../services.ts';
import { PERSONAS } from './personas.ts';

/** Hēmi, who is one credit short, keeps the plan that gets him there soonest; made by the planner from what is offered. */
export async function keepPathway(services: Services): Promise<void> {
  const who = PERSONAS.find(({ id }) => id === 'hemi')?.learner;
  if (who === undefined) throw new RangeError('the demonstration has no learner "hemi"');
  const { nsn, familyName, givenNames, birthDate } = who;
  // Cut off after this and begun again, it keeps one plan.
  if ((await services.db.asBatch((tx) => savedOf(tx, 1))).length > 0) return;
  const [learnerId] = await createLearners(services, 'operator', [{ nsn, familyName, givenNames, birthDate }]);
  if (typeof learnerId !== 'number') throw new Error("the demonstration's hemi has no record");
  const asked = askBody.parse({ goal: { kind: 'alq', major: null }, hours: 20, aims: ['soonest'] });
  const answer = await planPathway(services, await exportRecord(services, learnerId), asked);
  const [plan] = answer.plans;
  if (plan === undefined) return;
  await services.db.asBatch((tx) => insertSaved(tx, learnerId, { title: answer.title.en, asked, plan }, services.clock.now()));
}
