import { aliasSet } from '../identity/index.ts';
import { afterAchievementChanged } from '../record/changes.ts';
import { endCredentialsOf } from './outcome-credential.ts';
import { redecideAwards } from './redecide.ts';

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
