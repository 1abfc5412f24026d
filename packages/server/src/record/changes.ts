import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';

export type AchievementChange = 'corrected' | 'withdrawn';

/** Runs in the transaction of the change; what it throws undoes the change. */
export type ChangeListener = (
  tx: Tx,
  services: Services,
  learnerId: number,
  achievementIds: readonly number[],
  change: AchievementChange,
) => Promise<void>;

const listeners: ChangeListener[] = [];

/** Asks to be told of every achievement that is corrected or withdrawn: awards that stand on it are decided again (domain A25). */
export function afterAchievementChanged(listener: ChangeListener): void {
  if (!listeners.includes(listener)) listeners.push(listener);
}

export async function tellOfChange(
  tx: Tx,
  services: Services,
  learnerId: number,
  achievementIds: readonly number[],
  change: AchievementChange,
): Promise<void> {
  for (const listener of listeners) await listener(tx, services, learnerId, achievementIds, change);
}
