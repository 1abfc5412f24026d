import { Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { ANY_AWARD, awardsPage } from './queries.ts';
import { readAwardId } from './public-id.ts';
import { type AwardSummary, openAward, summaryOf } from './view.ts';

/** An award with the documents that it keeps, for the operator at the command line; null when there is none. */
export async function awardForOperator(
  services: Services,
  typed: string,
): Promise<{
  readonly award: AwardSummary;
  readonly input: unknown;
  readonly trace: unknown;
  readonly credential: unknown;
} | null> {
  const id = readAwardId(typed);
  if (id === null) return null;
  try {
    const { award, ...documents } = await services.db.asBatch((tx) => openAward(tx, id));
    return { award: summaryOf(award), ...documents };
  } catch (error) {
    if (error instanceof Problem && error.code === 'award-not-found') return null;
    throw error;
  }
}

/** The newest awards. Throws RangeError unless 1 <= limit <= 10,000. */
export async function awardsForOperator(services: Services, limit: number): Promise<readonly AwardSummary[]> {
  if (limit < 1 || limit > 10_000) throw new RangeError('a page has 1 to 10,000 awards');
  return (await services.db.asBatch((tx) => awardsPage(tx, ANY_AWARD, null, limit))).map(summaryOf);
}
