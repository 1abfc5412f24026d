import { SERVICE_POLICY } from '../dispute/policy.ts';
import { criteriaOf, judgedBy, type Judgement, needsSecond } from '@recognition/recognition/prior-learning';
import { readOutcomesNamed } from '../catalogue/queries.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { tell } from '../notice/tell.ts';
import { acting, type Assessor, providerName } from './assessor.ts';
import { type AssessedOutcome, writeAssessed } from './assess-queries.ts';
import { elsewhere } from './draft.ts';
import { newEvent } from './events.ts';
import { type ApplicationRow, askedIn, takeStep } from './queries.ts';
import { RPL_SENTENCES } from './sentences.ts';
import { settle } from './settle.ts';

/** What an assessor says of one outcome. */
export interface Assessment {
  readonly outcome: string;
  readonly decision: 'granted' | 'declined';
  readonly result: 'achieved' | 'merit' | 'excellence' | null;
  readonly reason: string;
  readonly rubric: readonly { readonly criterion: string; readonly judgement: Judgement; readonly reason: string }[];
}

/** Asks the learner something; the application waits for the answer. Throws `rpl-not-found`, `rpl-settled`, `consent-ended`. */
export async function askLearner(services: Services, by: Assessor, id: string, words: string): Promise<{ readonly id: string }> {
  return acting(services, by, id, 'asked', async (tx, { learnerId, applicationId, providerId }) => {
    const event = newEvent(services, { learnerId, applicationId, kind: 'asked', actor: by.actor, words, detail: {} });
    if (!(await takeStep(tx, event))) throw elsewhere();
    const organisation = await providerName(services, providerId);
    await tell(tx, { learnerId, code: 'rpl-asked', data: { organisation, application: id } });
    return { id };
  });
}

/**
 * Judges every outcome of an application by its rubric. Where the credits that are granted ask for it, a second assessor confirms; else it
 * is decided and recorded at once. Throws `rubric-incomplete`, `rubric-unknown`, `rubric-not-met`, `grade-not-available` (422),
 * `rpl-not-found`, `rpl-settled`, `consent-ended`, and what `settle` throws.
 */
export async function assessApplication(
  services: Services,
  by: Assessor,
  id: string,
  assessments: readonly Assessment[],
): Promise<{ readonly id: string; readonly status: 'assessed' | 'decided' | 'recorded' }> {
  return acting(services, by, id, 'assessed', async (tx, application) => {
    const { learnerId, applicationId } = application;
    const asked = await askedIn(tx, [learnerId], [applicationId]);
    const judged: AssessedOutcome[] = [];
    let credits = 0;
    const catalogue = await loadSnapshot(services);
    for (const { outcomeId } of asked) {
      const row = catalogue.outcomeById(outcomeId);
      const given = assessments.filter(({ outcome }) => outcome === row?.public_id);
      const [one] = given;
      if (one === undefined || given.length > 1) throw refused('rubric-incomplete');
      judged.push(await judge(tx, outcomeId, one));
      if (one.decision === 'granted') credits += row?.credits ?? 0;
    }
    if (assessments.length !== asked.length) throw refused('rubric-unknown');
    await writeAssessed(tx, application, judged, by.accountId, services.clock.now());
    const event = newEvent(services, {
      learnerId,
      applicationId,
      kind: 'assessed',
      actor: by.actor,
      words: null,
      detail: { outcomes: judged, credits },
    });
    if (!(await takeStep(tx, event))) throw elsewhere();
    if (needsSecond(credits, SERVICE_POLICY.parameters.rplSecondAssessor.value)) return { id, status: 'assessed' as const };
    return { id, status: await settle(services, tx, by, application, { confirmed: false }) };
  });
}

/** One outcome judged against its definition. Throws the faults of the rubric (422) and `grade-not-available` (422). */
export async function judge(tx: Tx, outcomeId: number, given: Assessment): Promise<AssessedOutcome> {
  const [definition] = await readOutcomesNamed(tx, [], [given.outcome]);
  if (definition === undefined) throw refused('rubric-unknown');
  const rubric = judgedBy(criteriaOf(definition), given.rubric, given.decision);
  if (typeof rubric === 'string') throw refused(rubric);
  const result = given.decision === 'granted' ? (given.result ?? 'achieved') : null;
  const grades = definition.gradesAvailable;
  if (result !== null && result !== 'achieved' && !grades.includes(result)) throw refused('grade-not-available');
  return { outcomeId, rubric, decision: given.decision, result, reason: given.reason };
}

function refused(code: 'rubric-incomplete' | 'rubric-unknown' | 'rubric-not-met' | 'grade-not-available') {
  return problem(code, 422, RPL_SENTENCES[code].en);
}

/** Who assessed any part of it. */
export async function assessorsOf(tx: Tx, { learnerId, applicationId }: ApplicationRow): Promise<readonly number[]> {
  return (await askedIn(tx, [learnerId], [applicationId])).flatMap(({ assessedBy }) => assessedBy ?? []);
}
