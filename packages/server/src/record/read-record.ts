import type { Achievement, LocalDate, RecognitionRecord } from '@recognition/recognition';
import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import type { Acting, Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { aliasSet, learnerNames } from '../identity/index.ts';
import type { Services } from '../services.ts';
import {
  type AwardSummary,
  type Looked,
  ownRecord,
  recordOf,
  type RecordRow,
  type StateCells,
  type Statement,
} from './read-queries.ts';

export interface LearnerRecord {
  readonly record: RecognitionRecord;
  readonly awards: readonly AwardSummary[];
  readonly looked: readonly Looked[];
  /** Who shows a line shows the statement beside it (Privacy Act 2020, section 64). */
  readonly statements: readonly Statement[];
}

export interface NamedRecord extends LearnerRecord {
  /** Given names, then family name; empty when none is known. */
  readonly name: string;
}

/**
 * A learner's record as the portable file has it (contracts 2), without the learner: what a decision reads. `learnerIds` are all that
 * stand for the person. One named statement; the catalogue comes from memory.
 */
export async function readRecord(
  tx: Tx,
  catalogue: CatalogueSnapshot,
  learnerIds: readonly number[],
  today: LocalDate,
): Promise<LearnerRecord> {
  return toRecord(catalogue, (await tx.query<RecordRow>(recordOf(learnerIds))).rows, today);
}

/** The same of the learner who is signed in, with what they are called, in one trip to the database. */
export async function readOwnRecord(
  services: Services,
  acting: Acting,
  catalogue: CatalogueSnapshot,
  today: LocalDate,
): Promise<NamedRecord> {
  const rows = await services.db.look<RecordRow & { readonly name: string }>(acting, ownRecord);
  return { ...toRecord(catalogue, rows, today), name: rows[0]?.name ?? '' };
}

function toRecord(catalogue: CatalogueSnapshot, [row]: readonly RecordRow[], today: LocalDate): LearnerRecord {
  if (row === undefined) throw problem('record-not-found', 404, 'There is no such record.');
  return { record: assemble(catalogue, row, today), awards: row.awards, looked: row.looked, statements: row.statements };
}

function assemble(catalogue: CatalogueSnapshot, { states, used }: RecordRow, today: LocalDate): RecognitionRecord {
  const usedIn = new Map<number, string[]>();
  for (const [achievementId, award] of used) {
    const awards = usedIn.get(achievementId);
    if (awards === undefined) usedIn.set(achievementId, [award]);
    else awards.push(award);
  }
  const outcomes = new Map<number, RecognitionRecord['outcomes'][number]>();
  const organisations = new Map<number, RecognitionRecord['organisations'][number]>();
  const held = new Set(states.map(([achievementId]) => achievementId));
  const achievements = states.map((cells): Achievement => {
    const [achievementId, outcomeId, providerId] = cells;
    let outcome = outcomes.get(outcomeId);
    if (outcome === undefined) outcomes.set(outcomeId, (outcome = catalogue.toRecordOutcome(outcomeId)));
    let provider = organisations.get(providerId);
    if (provider === undefined) organisations.set(providerId, (provider = catalogue.toRecordOrganisation(providerId, today)));
    return achievement(cells, outcome.id, provider.id, usedIn.get(achievementId) ?? [], held);
  });
  return {
    type: 'RecognitionRecord',
    version: 1,
    framework: 'nz',
    organisations: [...organisations.values()],
    outcomes: [...outcomes.values()],
    achievements,
  };
}

function achievement(
  cells: StateCells,
  outcome: string,
  provider: string,
  usedIn: readonly string[],
  held: ReadonlySet<number>,
): Achievement {
  const [achievementId, , , date, result, mode, originalDate, sourceId, status, alsoCountedIn] = cells;
  return {
    id: String(achievementId),
    outcome,
    provider,
    date,
    result,
    mode,
    originalDate,
    source: sourceId !== null && held.has(sourceId) ? String(sourceId) : null,
    status,
    usedIn,
    alsoCountedIn,
  };
}

/** The record of any learner, for the product's own commands: the caller answers for why it is read. */
export async function exportRecord(services: Services, learnerId: number): Promise<RecognitionRecord> {
  return (await exportWithStatements(services, learnerId)).record;
}

/** The same with the learner's statements, which travel beside the record. Throws `record-not-found` for a number that is nobody's. */
export async function exportWithStatements(services: Services, learnerId: number): Promise<LearnerRecord> {
  if (!(await learnerNames(services, [learnerId])).has(learnerId))
    throw problem('record-not-found', 404, 'There is no such learner.');
  const ids = await aliasSet(services, learnerId);
  const catalogue = await loadSnapshot(services);
  return services.db.asBatch((tx) => readRecord(tx, catalogue, ids, services.clock.today()));
}

/** The record as a decision reads it and an award keeps it: without the learner (contracts 2). */
export function toDecisionInput(record: RecognitionRecord): RecognitionRecord {
  const { learner, ...input } = record;
  return learner === undefined ? record : input;
}
