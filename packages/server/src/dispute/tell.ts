import { type CatalogueSnapshot, nameOn } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { tell } from '../notice/tell.ts';
import type { NoticeCode } from '../notice/words.ts';
import type { DisputeRow } from './queries.ts';

/** Tells the learner what became of what they said was wrong, in the transaction of the step. */
export async function tellLearner(
  tx: Tx,
  catalogue: CatalogueSnapshot,
  dispute: Pick<DisputeRow, 'learnerId' | 'disputeId' | 'answererId' | 'answerBy'>,
  code: Extract<NoticeCode, `dispute-${string}`>,
): Promise<void> {
  const answerer = dispute.answererId === null ? undefined : catalogue.organisationById(dispute.answererId);
  await tell(tx, {
    learnerId: dispute.learnerId,
    code,
    data: {
      dispute: String(dispute.disputeId),
      organisation: answerer === undefined ? '' : nameOn(answerer),
      answerBy: dispute.answerBy,
    },
  });
}
