import { matchOutcomes, sentencesOf, type Spoken } from '@recognition/recognition/prior-learning';
import { isCovered } from '@recognition/recognition';
import { type CatalogueSnapshot, loadSnapshot, nameOn } from '../catalogue/snapshot.ts';
import { lineagesHeld } from '../record/report-known.ts';
import type { Services } from '../services.ts';
import { suggestSkills } from '../skill/suggest.ts';
import { outcomesOfSkills } from './story-queries.ts';

const SENTENCES = 20;
const SKILLS_OF_A_SENTENCE = 6;
const MOST = 12;

/**
 * The outcomes that a story speaks for, best first, each with why, what is lacking and who may assess it today. Skills are found sentence
 * by sentence, so that each comes with the words that speak for it. What the learner has passed is left out.
 */
export async function outcomesForStory(services: Services, learnerId: number, story: string) {
  const spoken: Spoken[] = [];
  for (const sentence of sentencesOf(story, SENTENCES)) {
    const found = await suggestSkills(services, { said: sentence, scheme: null, limit: SKILLS_OF_A_SENTENCE });
    spoken.push(...found.map(({ skill: { uri, en, mi } }, rank): Spoken => ({ uri, label: { en, mi }, sentence, rank })));
  }
  const catalogue = await loadSnapshot(services);
  const today = services.clock.today();
  const { rows, held } = await services.db.asBatch(async (tx) => ({
    rows: await outcomesOfSkills(tx, [...new Set(spoken.map(({ uri }) => uri))]),
    held: await lineagesHeld(services, tx, learnerId),
  }));
  const candidates = [...Map.groupBy(rows, ({ outcomeId }) => outcomeId)].flatMap(([outcomeId, skills]) => {
    const row = catalogue.outcomeById(outcomeId);
    if (row === undefined || held.has(row.lineage) || !isAssessable(catalogue, outcomeId, today)) return [];
    return [{ outcome: row.public_id, skills: skills.map(({ uri, label }) => ({ uri, label })) }];
  });
  const items = matchOutcomes(candidates, spoken, MOST).map(({ outcome, why, lacking }) => {
    const row = catalogue.outcomeByPublicId(outcome);
    if (row === undefined) throw new RangeError('an outcome was matched that is not in the catalogue');
    return {
      ...outcomeFacts(catalogue, row.outcome_id),
      why: [...why],
      lacking: [...lacking],
      providers: providersFor(catalogue, row.outcome_id, today),
    };
  });
  return { items };
}

/** Whether an outcome is accredited and may be assessed on the day. */
export function isAssessable(catalogue: CatalogueSnapshot, outcomeId: number, today: string): boolean {
  const row = catalogue.outcomeById(outcomeId);
  return row !== undefined && row.accredited && catalogue.inForce(row.code, today)?.outcome_id === outcomeId;
}

/** An outcome as a list of them shows it. */
export function outcomeFacts(catalogue: CatalogueSnapshot, outcomeId: number) {
  const row = catalogue.outcomeById(outcomeId);
  return {
    outcome: row?.public_id ?? '',
    code: row?.code ?? '',
    version: row?.version ?? null,
    name: row?.name ?? '',
    credits: row?.credits ?? 0,
    level: row?.level ?? null,
    field: row?.field ?? null,
  };
}

/** Who is accredited with consent to assess an outcome on the day (domain 2.4), by name. */
export function providersFor(
  catalogue: CatalogueSnapshot,
  outcomeId: number,
  today: string,
): { readonly id: string; readonly name: string }[] {
  const outcome = catalogue.toRecordOutcome(outcomeId);
  return catalogue.organisations
    .filter(
      ({ organisation_id: id, closed_on: closed }) =>
        closed === null && isCovered(catalogue.accreditationsOf(id), outcome, today),
    )
    .map((row) => ({ id: row.public_id, name: nameOn(row) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'mi'));
}
