import { aliasSet } from '../identity/index.ts';
import { afterAchievementChanged } from '../record/changes.ts';

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
  // Read when something changes: a command that changes nothing does without deciding and signing.
  const [{ redecideAwards }, { endCredentialsOf }] = await Promise.all([
    import('./redecide.ts'),
    import('./outcome-credential.ts'),
  ]);
  await redecideAwards(tx, services, learnerId, achievementIds, change);
  await endCredentialsOf(tx, await aliasSet(services, learnerId), achievementIds);
};
