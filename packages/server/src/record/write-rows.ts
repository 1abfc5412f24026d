import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import type { CatalogueIndex } from './catalogue-index.ts';
import { type AchievementChange, tellOfChange } from './changes.ts';
import type { CheckedResult, CheckedRow } from './check-row.ts';
import { judge, type RowAnswer } from './judge.ts';
import {
  type ChangedRow,
  changeResults,
  COPY_TO_STAGING,
  createStaging,
  emptyStaging,
  planForBatches,
  recordStaged,
  type ReferenceRow,
  referencesFor,
  type StateRow,
  statesOf,
} from './queries.ts';

/** A checked row with its learner; a withdrawal may name none. */
export interface ReadyRow {
  readonly checked: CheckedRow;
  readonly learnerId: number | null;
}

export interface WriteContext {
  readonly services: Services;
  readonly catalogue: CatalogueIndex;
  readonly actor: string;
  /** RFC 3339 in UTC, with milliseconds. */
  readonly at: string;
  readonly batchId: number;
  /** Waited for between staging and writing: the batch before, and the lock on the import. */
  readonly turn: () => Promise<void>;
  /** Whether two learner ids are one person (merged NSNs). */
  readonly sameLearner: (a: number, b: number) => Promise<boolean>;
}

/**
 * Writes rows within the caller's transaction: events, state and references; answers each row, in order. Rows are written as a set;
 * where several rows of one batch name the same reference, they are written in rounds, so that the file's order holds.
 */
export async function writeRows(tx: Tx, rows: readonly ReadyRow[], context: WriteContext): Promise<readonly RowAnswer[]> {
  const answers: RowAnswer[] = new Array<RowAnswer>(rows.length);
  await tx.query(planForBatches);
  await tx.query(createStaging);
  let pending = [...rows.keys()];
  for (let round = 0; round === 0 || pending.length > 0; round += 1) {
    const { records, followers, changes, later } = nextRound(rows, pending);
    if (round > 0 && records.length > 0) await tx.query(emptyStaging);
    if (records.length > 0) await stageRecords(tx, rows, records);
    if (round === 0) await context.turn();
    const taken = records.length === 0 ? [] : await record(tx, context);
    for (const n of records) answers[n] = 'recorded';
    await answerTaken(tx, rows, [...taken, ...followers], context, answers);
    if (changes.length > 0) await change(tx, rows, changes, context, answers);
    pending = later;
  }
  return answers;
}

interface Round {
  readonly records: number[];
  /** More `record` rows of a reference that this round records: they can only be duplicates or conflicts. */
  readonly followers: number[];
  readonly changes: number[];
  readonly later: number[];
}

function nextRound(rows: readonly ReadyRow[], pending: readonly number[]): Round {
  const round: Round = { records: [], followers: [], changes: [], later: [] };
  const taken = new Map<string, 'record' | 'change'>();
  for (const n of pending) {
    const row = at(rows, n).checked;
    const key = `${row.providerId}\t${row.reference}`;
    const before = taken.get(key);
    if (row.action === 'record') {
      if (before === undefined) {
        round.records.push(n);
        taken.set(key, 'record');
      } else (before === 'record' ? round.followers : round.later).push(n);
    } else {
      (before === undefined ? round.changes : round.later).push(n);
      taken.set(key, 'change');
    }
  }
  return round;
}

async function stageRecords(tx: Tx, rows: readonly ReadyRow[], numbers: readonly number[]): Promise<void> {
  const lines: string[] = [];
  for (const n of numbers) stage(lines, n, at(rows, n));
  const text = Buffer.from(lines.join(''));
  await pipeline(
    async function* () {
      for (let begin = 0; begin < text.length; begin += COPY_PIECE) yield text.subarray(begin, begin + COPY_PIECE);
    },
    tx.client.query(copyFrom(COPY_TO_STAGING)),
  );
}

async function record(tx: Tx, context: WriteContext): Promise<readonly number[]> {
  const { rows: taken } = await tx.query<{ n: number }>(recordStaged(context));
  return taken.map(({ n }) => n).sort((a, b) => a - b);
}

const COPY_PIECE = 256 * 1024;

function stage(lines: string[], n: number, { checked, learnerId }: ReadyRow): void {
  const { providerId, reference, result, contentHash } = checked;
  if (result === null || learnerId === null) throw new TypeError('only results with a learner are recorded');
  const { outcomes } = result;
  const name = reference.includes('\\') ? reference.replaceAll('\\', '\\\\') : reference;
  let member = 0;
  for (const outcome of outcomes) {
    lines.push(
      `${n}\t${member}\t${outcomes.length}\t${learnerId}\t${outcome.id}\t${providerId}\t${result.achievedOn}\t${result.countingOn}\t${result.result}\t${result.mode}\t${result.originalOn ?? '\\N'}\t${result.originalProviderId ?? '\\N'}\t${result.status}\t${result.passed && outcome.accredited ? 't' : 'f'}\t${name}\t\\\\x${contentHash}\t${result.sourceId ?? '\\N'}\n`,
    );
    member += 1;
  }
}

async function answerTaken(
  tx: Tx,
  rows: readonly ReadyRow[],
  numbers: readonly number[],
  context: WriteContext,
  answers: RowAnswer[],
): Promise<void> {
  if (numbers.length === 0) return;
  const references = await lookUp(tx, rows, numbers);
  for (const n of numbers) {
    const { checked, learnerId } = at(rows, n);
    const found = references.get(keyOf(checked));
    if (found === undefined) throw new Error('a reference was taken and is gone');
    const existing = {
      sameLearner: await same(context, learnerId, found.learner_id),
      contentHash: found.content_hash,
      withdrawn: found.withdrawn,
      outcomeIds: [],
    };
    answers[n] = judge(checked, existing, context.catalogue);
  }
}

async function change(
  tx: Tx,
  rows: readonly ReadyRow[],
  numbers: readonly number[],
  context: WriteContext,
  answers: RowAnswer[],
): Promise<void> {
  const references = await lookUp(tx, rows, numbers);
  const found = [...references.values()];
  const { rows: stateRows } = await tx.query<StateRow>(
    statesOf(
      found.flatMap((row) => row.achievement_ids.map(() => row.learner_id)),
      found.flatMap((row) => row.achievement_ids.map(Number)),
    ),
  );
  const states = Map.groupBy(stateRows, (row) => `${row.provider_id}\t${row.reference}`);
  const changed: ChangedRow[] = [];
  for (const n of numbers) {
    const { checked, learnerId } = at(rows, n);
    const reference = references.get(keyOf(checked));
    const held = states.get(keyOf(checked)) ?? [];
    const existing = reference && {
      sameLearner: learnerId === null || (await same(context, learnerId, reference.learner_id)),
      contentHash: reference.content_hash,
      withdrawn: reference.withdrawn,
      outcomeIds: held.map((row) => row.outcome_id),
    };
    const answer = judge(checked, existing, context.catalogue);
    answers[n] = answer;
    if (answer === 'withdrawn')
      for (const row of held)
        changed.push({
          ...row,
          kind: answer,
          status: 'withdrawn',
          countable: false,
          content_hash: reference?.content_hash ?? '',
        });
    if (answer === 'corrected' && checked.result !== null)
      for (const row of held) changed.push(corrected(row, checked, checked.result, context.catalogue));
  }
  if (changed.length === 0) return;
  await tx.query(changeResults(changed, context));
  for (const [learnerId, ofLearner] of Map.groupBy(changed, (row) => row.learner_id)) {
    for (const [kind, ofKind] of Map.groupBy(ofLearner, (row): AchievementChange => row.kind)) {
      await tellOfChange(
        tx,
        context.services,
        learnerId,
        ofKind.map((row) => row.achievement_id),
        kind,
      );
    }
  }
}

function corrected(row: StateRow, { contentHash }: CheckedRow, result: CheckedResult, catalogue: CatalogueIndex): ChangedRow {
  const lineage = catalogue.outcomeById(row.outcome_id)?.lineage;
  const outcome = result.outcomes.find((one) => one.lineage === lineage);
  if (outcome === undefined) throw new Error('a correction named other learning');
  return {
    ...row,
    kind: 'corrected',
    outcome_id: outcome.id,
    achieved_on: result.achievedOn,
    counting_on: result.countingOn,
    result: result.result,
    mode: result.mode,
    original_on: result.originalOn,
    original_provider_id: result.originalProviderId,
    status: result.status,
    countable: result.passed && outcome.accredited,
    content_hash: contentHash,
  };
}

async function lookUp(tx: Tx, rows: readonly ReadyRow[], numbers: readonly number[]): Promise<Map<string, ReferenceRow>> {
  const asked = numbers.map((n) => at(rows, n).checked);
  const { rows: found } = await tx.query<ReferenceRow & Record<string, unknown>>(
    referencesFor(
      asked.map((row) => row.providerId),
      asked.map((row) => row.reference),
    ),
  );
  return new Map(found.map((row) => [`${row.provider_id}\t${row.reference}`, row]));
}

function keyOf(row: CheckedRow): string {
  return `${row.providerId}\t${row.reference}`;
}

async function same(context: WriteContext, a: number | null, b: number): Promise<boolean> {
  return a === b || (a !== null && (await context.sameLearner(a, b)));
}

function at<T>(items: readonly T[], n: number): T {
  const item = items[n];
  if (item === undefined) throw new RangeError(`there is no row ${n}`);
  return item;
}
