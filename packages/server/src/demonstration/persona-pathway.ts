import { loadSnapshot } from '../catalogue/snapshot.ts';
import { createLearners } from '../identity/index.ts';
import { changeOffering, publishOfferings } from '../offering/publish.ts';
import { offeringBody, offeringChange } from '../offering/schemas.ts';
import { planPathway } from '../pathway/plan.ts';
import { insertSaved, savedAfter } from '../pathway/queries.ts';
import { askBody, type GoalBody, type PlanView } from '../pathway/schemas.ts';
import { exportRecord } from '../record/read-record.ts';
import type { Services } from '../services.ts';
import { PERSONAS } from './personas.ts';

const WEEK = 7 * 86_400_000;

/**
 * Hēmi, who is one credit short, keeps the plan that gets him there soonest. Rangi keeps one to a micro-credential, and a provider has moved a
 * course of it since: the product plans anew for that by itself. Wiremu keeps the cheapest to a job, and a provider has published a cheaper course
 * since: his plan still stands, and the product finds the better one by itself. All are made by the planner from what is offered.
 */
export async function keepPathways(services: Services): Promise<void> {
  await keepFor(services, 'hemi', { kind: 'alq', major: null });
  const plan = await keepFor(services, 'rangi', { kind: 'definition', framework: 'nz', definition: 'demo-mc-dementia' });
  if (plan !== null) await moveFirst(services, plan);
  const cheapest = await keepFor(services, 'wiremu', { kind: 'job', source: 'demo-roles', code: 'home-carer' }, 'cheapest');
  if (cheapest !== null) await offerCheaper(services, cheapest);
}

/** Keeps a plan for one who keeps none; cut off and begun again, it keeps one. Answers it where it was made now. */
async function keepFor(
  services: Services,
  persona: string,
  goal: GoalBody,
  aim: PlanView['aims'][number]['aim'] = 'soonest',
): Promise<PlanView | null> {
  const who = PERSONAS.find(({ id }) => id === persona)?.learner;
  if (who === undefined) throw new RangeError(`the demonstration has no learner "${persona}"`);
  const { nsn, familyName, givenNames, birthDate } = who;
  const [learnerId] = await createLearners(services, 'operator', [{ nsn, familyName, givenNames, birthDate }]);
  if (typeof learnerId !== 'number') throw new Error(`the demonstration's ${persona} has no record`);
  const [kept] = await services.db.asBatch((tx) => savedAfter(tx, [learnerId, 0], 1));
  if (kept?.learnerId === learnerId) return null;
  const asked = askBody.parse({ goal, hours: 20, aims: [aim] });
  const answer = await planPathway(services, await exportRecord(services, learnerId), asked);
  const [plan] = answer.plans;
  if (plan === undefined) return null;
  await services.db.asBatch((tx) => insertSaved(tx, learnerId, { title: answer.title.en, asked, plan }, services.clock.now()));
  return plan;
}

/** The provider of the first course of a plan begins it a week later. */
async function moveFirst(services: Services, { steps }: PlanView): Promise<void> {
  const offering = steps.map((step) => step.offering).find(({ begins, ends }) => begins !== null && ends !== null);
  if (offering === undefined) return;
  const provider = (await loadSnapshot(services)).organisationByPublicId(offering.provider.id);
  if (provider === undefined) return;
  const later = (day: string | null) => (day === null ? null : new Date(Date.parse(day) + WEEK).toISOString().slice(0, 10));
  const by = { acting: 'operator', organisationId: provider.organisation_id, actor: 'operator' } as const;
  const change = offeringChange.parse({
    ...offering,
    outcomes: offering.outcomes.map(({ id }) => id),
    requires: offering.requires.map(({ id }) => id),
    begins: later(offering.begins),
    ends: later(offering.ends),
    revision: 1,
  });
  await changeOffering(services, by, Number(offering.id), change);
}

/** The provider of the dearest course of a plan publishes the same online, to begin any day, for half the price. */
async function offerCheaper(services: Services, { steps }: PlanView): Promise<void> {
  const [dearest] = steps.toSorted((one, other) => other.cents - one.cents);
  const provider =
    dearest === undefined ? undefined : (await loadSnapshot(services)).organisationByPublicId(dearest.offering.provider.id);
  if (dearest === undefined || provider === undefined) return;
  const by = { acting: 'operator', organisationId: provider.organisation_id, actor: 'operator' } as const;
  const { offering } = dearest;
  const cheaper = offeringBody.parse({
    reference: `${offering.id}-evenings`,
    outcomes: offering.outcomes.map(({ id }) => id),
    requires: offering.requires.map(({ id }) => id),
    title: offering.title,
    languages: offering.languages,
    delivery: 'online',
    schedule: 'evenings, at your own pace',
    begins: null,
    prices: { adult: Math.floor(dearest.cents / 1000) * 500 },
  });
  await publishOfferings(services, by, [cheaper]);
}
