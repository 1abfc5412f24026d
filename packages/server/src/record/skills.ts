import {
  type Grouping,
  isShowable,
  type RecognitionRecord,
  type SkillResult,
  skillsHeld,
  skillsView,
} from '@recognition/recognition';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Acting } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { statementsOf } from '../skill/statement-queries.ts';
import { exportRecord, readOwnRecord } from './read-record.ts';

/** The record of the learner who is signed in, read as skills: of every result that was achieved and stands. */
export async function seeSkills(services: Services, acting: Acting, by: Grouping) {
  const today = services.clock.today();
  const { record } = await readOwnRecord(services, acting, await loadSnapshot(services), today);
  const statements = await services.db.asBatch((tx) => statementsOf(tx, outcomesOf(record)));
  const results = resultsOf(record);
  const named = new Set(statements.map(({ outcome }) => outcome));
  return {
    asOf: today,
    by,
    groups: skillsView(statements, results, by),
    /** Outcomes that name no skill yet, which the view is silent about. */
    silent: new Set(results.flatMap(({ outcome }) => (named.has(outcome) ? [] : [outcome]))).size,
  };
}

/** The same of any learner, for the product's own commands: the caller answers for why it is read. */
export async function skillsOfLearner(services: Services, learnerId: number) {
  const record = await exportRecord(services, learnerId);
  const statements = await services.db.asBatch((tx) => statementsOf(tx, outcomesOf(record)));
  return skillsHeld(statements, resultsOf(record));
}

/** The results of a record that stand, as a skills view reads them. */
export function resultsOf(record: RecognitionRecord): readonly SkillResult[] {
  const outcomes = new Map(record.outcomes.map((outcome) => [outcome.id, outcome]));
  const providers = new Map(record.organisations.map(({ id, name }) => [id, name]));
  return record.achievements.filter(isShowable).flatMap((one) => {
    const outcome = outcomes.get(one.outcome);
    if (outcome === undefined) return [];
    return {
      id: one.id,
      outcome: outcome.id,
      name: outcome.name,
      level: outcome.level,
      provider: providers.get(one.provider) ?? null,
      result: one.result,
      mode: one.mode,
      date: one.originalDate ?? one.date,
      confirmed: one.status === 'confirmed',
    };
  });
}

const outcomesOf = (record: RecognitionRecord): readonly string[] => [
  ...new Set(record.achievements.map(({ outcome }) => outcome)),
];
