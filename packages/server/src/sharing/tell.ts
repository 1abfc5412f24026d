import type { Tx } from '../database/connection.ts';
import { tell } from '../notice/tell.ts';
import type { ShareRow } from './queries.ts';

type Told = Pick<ShareRow, 'learnerId' | 'shareId' | 'audience'>;

/** Tells the learner that a link was locked after wrong PINs. */
export async function tellLocked(tx: Tx, row: Told): Promise<void> {
  await tell(tx, { learnerId: row.learnerId, code: 'share-locked', data: dataOf(row) });
}

/** Tells the learner, once for each link, that somebody else has opened it. */
export async function tellOpened(tx: Tx, row: Told): Promise<void> {
  await tell(tx, { learnerId: row.learnerId, code: 'share-opened', data: dataOf(row), once: `share ${row.shareId}` });
}

function dataOf({ audience, shareId }: Told) {
  return { name: audience, share: String(shareId) };
}
