import { loadSnapshot, nameOn } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import { checkKnownResult, lineagesHeld } from '../record/report-known.ts';
import { REJECT_CODES } from '../record/reject-codes.ts';
import type { Services } from '../services.ts';
import { writeLog } from '../sharing/log-queries.ts';
import { elsewhere, type Learner, ownApplication, shownOf } from './draft.ts';
import { newEvent } from './events.ts';
import { askedIn, showMore, takeStep } from './queries.ts';
import { isAssessable } from './story.ts';

/**
 * Sends an application, with the learner's consent that this provider reads this story and this evidence, and nothing else. Every outcome
 * could be recorded today by this provider: what could not is said now and not after an assessment. Throws `rpl-incomplete`,
 * `consent-needed`, `outcome-not-offered` (422), `already-held`, `rpl-settled` (409).
 */
export async function sendApplication(
  services: Services,
  learner: Learner,
  id: string,
  consent: boolean,
): Promise<{ readonly id: string }> {
  if (!consent) throw problem('consent-needed', 422, 'The provider may read your application only with your consent.');
  const catalogue = await loadSnapshot(services);
  const today = services.clock.today();
  const ids = await aliasSet(services, learner.learnerId);
  const held = await services.db.asBatch((tx) => lineagesHeld(services, tx, learner.learnerId));
  return services.db.as(learner.acting, async (tx) => {
    const application = await ownApplication(tx, id, 'draft');
    const { learnerId, applicationId, providerId, story } = application;
    const asked = await askedIn(tx, [learnerId], [applicationId]);
    const provider = providerId === null ? undefined : catalogue.organisationById(providerId);
    if (provider === undefined || asked.length === 0 || (story.trim() === '' && asked.every(({ words }) => words.trim() === '')))
      throw problem('rpl-incomplete', 422, 'It needs your story, at least one outcome and a provider.');
    for (const { outcomeId, evidence } of asked) {
      const row = catalogue.outcomeById(outcomeId);
      if (row === undefined || !isAssessable(catalogue, outcomeId, today))
        throw problem('outcome-not-offered', 422, 'One of these outcomes is not assessed any more. Take it out.');
      if (held.has(row.lineage))
        throw problem('already-held', 409, 'You have passed one of these outcomes already. Take it out.');
      const { public_id: publicId } = provider;
      const fault = await checkKnownResult(services, learnerId, null, {
        provider: publicId,
        outcome: row.code,
        version: row.version,
        date: today,
        result: 'achieved',
        mode: 'rpl',
        reference: referenceOf(applicationId, row.public_id),
      });
      if (typeof fault === 'string') throw problem('outcome-not-offered', 422, REJECT_CODES[fault].message.en);
      // What was removed since the draft was written is not sent.
      await shownOf(
        tx,
        ids,
        evidence.map(({ item }) => item),
      );
    }
    const at = services.clock.now();
    const detail = { provider: provider.public_id, evidence: asked.flatMap(({ evidence }) => evidence) };
    const event = newEvent(services, { learnerId, applicationId, kind: 'applied', actor: learner.actor, words: null, detail });
    if (!(await takeStep(tx, event, { appliedAt: at.toISOString(), consentedAt: at.toISOString() }))) throw elsewhere();
    const line = { learnerId, about: 'rpl', aboutId: applicationId, at, actor: learner.actor } as const;
    await writeLog(tx, { ...line, kind: 'granted', organisationId: providerId, detail: { to: nameOn(provider) } });
    return { id };
  });
}

/** The reference that a granted outcome is reported under: the same one however often it is reported. */
export function referenceOf(applicationId: number, outcome: string): string {
  return `rpl-${applicationId}-${outcome}`;
}

/** Takes a draft or an application back; the provider reads nothing of it any more. Throws `rpl-settled` (409) once it is decided. */
export async function withdrawApplication(services: Services, learner: Learner, id: string): Promise<{ readonly id: string }> {
  return endConsent(services, learner, id, 'withdrawn');
}

/** Ends the consent after the decision: the provider keeps its decision, and reads story and evidence no more. */
export async function endRplConsent(services: Services, learner: Learner, id: string): Promise<{ readonly id: string }> {
  return endConsent(services, learner, id, 'consent-ended');
}

async function endConsent(services: Services, learner: Learner, id: string, kind: 'withdrawn' | 'consent-ended') {
  return services.db.as(learner.acting, async (tx) => {
    const standing =
      kind === 'withdrawn'
        ? (['draft', 'applied', 'asked', 'assessed', 'withdrawn'] as const)
        : (['decided', 'recorded'] as const);
    const application = await ownApplication(tx, id, ...standing);
    const { learnerId, applicationId, consentedAt, consentEndedAt } = application;
    // Ending it again changes nothing.
    if (application.status === 'withdrawn' || consentEndedAt !== null) return { id };
    const at = services.clock.now();
    const event = newEvent(services, { learnerId, applicationId, kind, actor: learner.actor, words: null, detail: {} });
    if (!(await takeStep(tx, event, { consentEndedAt: at.toISOString() }))) throw elsewhere();
    if (consentedAt !== null)
      await writeLog(tx, { learnerId, about: 'rpl', aboutId: applicationId, kind: 'withdrawn', at, actor: learner.actor });
    return { id };
  });
}

/** Answers a question of the assessor, with more evidence or without. Throws `rpl-settled` (409), `evidence-not-found`, `outcome-not-found` (422). */
export async function answerQuestion(
  services: Services,
  learner: Learner,
  id: string,
  {
    words,
    evidence,
  }: { readonly words: string; readonly evidence: readonly { readonly outcome: string; readonly items: readonly string[] }[] },
): Promise<{ readonly id: string }> {
  const catalogue = await loadSnapshot(services);
  const ids = await aliasSet(services, learner.learnerId);
  return services.db.as(learner.acting, async (tx) => {
    const application = await ownApplication(tx, id, 'asked');
    const { learnerId, applicationId } = application;
    const asked = await askedIn(tx, [learnerId], [applicationId]);
    const added: string[] = [];
    for (const { outcome, items } of evidence) {
      const row = asked.find(({ outcomeId }) => outcomeId === catalogue.outcomeByPublicId(outcome)?.outcome_id);
      if (row === undefined) throw problem('outcome-not-found', 422, 'This outcome is not in your application.');
      const more = (await shownOf(tx, ids, items)).filter(({ item }) => !row.evidence.some((one) => one.item === item));
      await showMore(tx, application, row.outcomeId, [...row.evidence, ...more]);
      added.push(...more.map(({ item }) => item));
    }
    const event = newEvent(services, {
      learnerId,
      applicationId,
      kind: 'answered',
      actor: learner.actor,
      words,
      detail: { evidence: added },
    });
    if (!(await takeStep(tx, event))) throw elsewhere();
    return { id };
  });
}
