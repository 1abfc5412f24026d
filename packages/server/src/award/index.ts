import { aliasSet } from '../identity/index.ts';
import { afterAchievementChanged } from '../record/changes.ts';
import { endCredentialsOf } from './outcome-credential.ts';
import { redecideAwards } from './redecide.ts';

/** Awards: deciding, claiming, issuing, and what becomes of them. What other folders may use. */
export { type ClaimInput, claimAward, claimForLearner } from './claim.ts';
export { didDocument, issuerDid } from './issuer.ts';
export { readAwardId } from './public-id.ts';
export { publicAward } from './public-award.ts';
export { publishedStatusList } from './status.ts';
export { DISCLAIMER } from './title.ts';
export { verifyForPublic } from './verification.ts';
export { type AwardPage, awardPage, type AwardSummary, type AwardView, viewAward } from './view.ts';

/** Asks the record to tell of corrections and withdrawals, so that awards which stand on them are decided again. */
export function listenToRecord(): void {
  afterAchievementChanged(whenAchievementsChange);
}

const whenAchievementsChange: Parameters<typeof afterAchievementChanged>[0] = async (
  tx,
  services,
  learnerId,
  achievementIds,
  change,
) => {
  await redecideAwards(tx, services, learnerId, achievementIds, change);
  await endCredentialsOf(tx, await aliasSet(services, learnerId), achievementIds);
};
