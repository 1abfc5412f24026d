import type { Tx } from '../database/connection.ts';
import { insertNotice } from './queries.ts';
import type { NoticeCode, NoticeData } from './words.ts';

/**
 * Tells a learner something, in the transaction in which it happened: both are written or neither. With `once` the same code is told
 * once for each such word, whoever tells it again. Answers whether it was told now.
 */
export async function tell(
  tx: Tx,
  notice: { readonly learnerId: number; readonly code: NoticeCode; readonly data?: NoticeData; readonly once?: string },
): Promise<boolean> {
  const { learnerId, code, data = {}, once = null } = notice;
  return (await insertNotice(tx, { learnerId, code, data, once })) !== null;
}
