import type { Tx } from '../database/connection.ts';
import type { CheckedRow } from './check-row.ts';
import { type Existing, judge, type RowAnswer } from './judge.ts';
import {
  type ReferenceRow,
  referencesSeen,
  type SeenRow,
  seenBefore,
  seeReferences,
  outcomesOfAchievements,
} from './preview-queries.ts';
import type { ReadyRow, WriteContext } from './write-rows.ts';

/** A checked row of a dry run: its learner, or what stands for one who would be created. */
export interface PreviewRow extends Omit<ReadyRow, 'learnerId'> {
  readonly learner: number | `new:${string}` | null;
}

interface Standing {
  learner: number | string;
  contentHash: string;
  withdrawn: boolean;
  outcomeIds: readonly number[];
}

/**
 * Answers rows as `writeRows` would, and records nothing: what an import would have recorded so far lies in a table of the dry run's
 * own, so that memory stays flat and a second row of one reference is answered as it would be.
 */
export async function previewRows(tx: Tx, rows: readonly PreviewRow[], context: WriteContext): Promise<readonly RowAnswer[]> {
  await context.turn();
  const standing = await standingOf(tx, rows, context.batchId);
  const touched = new Map<string, SeenRow>();
  const answers: RowAnswer[] = [];
  for (const { checked, learner } of rows) {
    const key = `${checked.providerId}\t${checked.reference}`;
    const before = standing.get(key);
    const existing: Existing | undefined = before && {
      ...before,
      sameLearner: await same(context, checked, learner, before.learner),
    };
    const answer = judge(checked, existing, context.catalogue);
    answers.push(answer);
    if (answer !== 'recorded' && answer !== 'corrected' && answer !== 'withdrawn') continue;
    const after: Standing = {
      learner: before?.learner ?? learner ?? '',
      contentHash: answer === 'withdrawn' ? (before?.contentHash ?? '') : checked.contentHash,
      withdrawn: answer === 'withdrawn',
      outcomeIds: checked.result?.outcomes.map(({ id }) => id) ?? before?.outcomeIds ?? [],
    };
    standing.set(key, after);
    touched.set(key, {
      provider_id: checked.providerId,
      reference: checked.reference,
      learner: String(after.learner),
      outcome_ids: after.outcomeIds,
      content_hash: after.contentHash,
      withdrawn: after.withdrawn,
    });
  }
  if (touched.size > 0) await tx.query(seeReferences(context.batchId, [...touched.values()]));
  return answers;
}

async function standingOf(tx: Tx, rows: readonly PreviewRow[], batchId: number): Promise<Map<string, Standing>> {
  const providers = rows.map(({ checked }) => checked.providerId);
  const references = rows.map(({ checked }) => checked.reference);
  const standing = new Map<string, Standing>();
  const { rows: recorded } = await tx.query<ReferenceRow>(referencesSeen(providers, references));
  const changing = new Set(
    rows
      .filter(({ checked }) => checked.action === 'correct')
      .map(({ checked }) => `${checked.providerId}\t${checked.reference}`),
  );
  const wanted = recorded.filter((row) => changing.has(`${row.provider_id}\t${row.reference}`));
  const outcomes = new Map<string, number[]>();
  if (wanted.length > 0) {
    const asked = outcomesOfAchievements(
      wanted.flatMap((row) => row.achievement_ids.map(() => row.learner_id)),
      wanted.flatMap((row) => row.achievement_ids.map(Number)),
    );
    const { rows: found } = await tx.query<{ provider_id: number; reference: string; outcome_ids: number[] }>(asked);
    for (const row of found) outcomes.set(`${row.provider_id}\t${row.reference}`, row.outcome_ids);
  }
  for (const row of recorded) {
    const key = `${row.provider_id}\t${row.reference}`;
    standing.set(key, {
      learner: row.learner_id,
      contentHash: row.content_hash,
      withdrawn: row.withdrawn,
      outcomeIds: outcomes.get(key) ?? [],
    });
  }
  const { rows: seen } = await tx.query<SeenRow>(seenBefore(batchId, providers, references));
  for (const row of seen) {
    const learner = /^\d+$/.test(row.learner) ? Number(row.learner) : row.learner;
    standing.set(`${row.provider_id}\t${row.reference}`, {
      learner,
      contentHash: row.content_hash,
      withdrawn: row.withdrawn,
      outcomeIds: row.outcome_ids,
    });
  }
  return standing;
}

async function same(
  context: WriteContext,
  checked: CheckedRow,
  learner: number | string | null,
  before: number | string,
): Promise<boolean> {
  if (learner === null) return checked.action === 'withdraw';
  if (learner === before) return true;
  return typeof learner === 'number' && typeof before === 'number' && context.sameLearner(learner, before);
}
