/** Awards: deciding, claiming, issuing, and what becomes of them. What other folders may use. */
export { askBatchWithdrawal, previewBatchWithdrawal, settleBatchWithdrawal } from './batch-withdrawal.ts';
export { resumeBulkRevocations } from './bulk-revocation.ts';
export { type ClaimInput, claimAward, claimForLearner } from './claim.ts';
export { claimMany, threadsFor } from './claim-many.ts';
export { type ClaimOrder } from './claim-order.ts';
export { didDocument, issuerDid } from './issuer.ts';
export { listenToRecord } from './listen.ts';
export { FORMATS, type Format } from './formats.ts';
export { takeForOperator, type Wanted } from './operator-credential.ts';
export { awardForOperator, awardsForOperator } from './operator.ts';
export { type BestClaim, claimableFor, claimBest, claimMadeFor, generatedLearners } from './operator-claim.ts';
export { readAwardId } from './public-id.ts';
export { publicAward } from './public-award.ts';
export { publishedStatusList } from './status.ts';
export { awardSizeOf, awardTitleOf } from './title.ts';
export { examineForPublic, verifyForPublic } from './verification.ts';
export { type AwardPage, awardPage, type AwardSummary, type AwardView, viewAward } from './view.ts';
export { withdrawForLearner } from './withdraw.ts';
