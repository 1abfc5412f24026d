import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { allowance, noteAsked } from './limit.ts';
import type { Asker } from './match.ts';
import { findByBirthDate } from './queries.ts';
import { isNsn, knownBirthDate } from './question.ts';

export type Found = number | 'identity-not-confirmed' | 'identity-probing';

/** The learner with this NSN and birth date; unknown and mismatched have one answer, and misses are limited as those of reports are. */
export async function findLearner(
  services: Services,
  asker: Asker,
  asked: { readonly nsn: string; readonly birthDate: string },
): Promise<Found> {
  const birthDate = knownBirthDate(asked.birthDate);
  return withinLimit(services, asker, async (tx) => {
    if (birthDate === null || !isNsn(asked.nsn)) return null;
    // While the index key is being changed, some learners are still found under the one before.
    for (const keyId of services.keys.indexKeys()) {
      const { rows } = await tx.query<{ id: number }>(
        findByBirthDate(services.keys.blindIndex(asked.nsn, keyId).hash, birthDate),
      );
      if (rows[0] !== undefined) return rows[0].id;
    }
    return null;
  });
}

/** Asks for one learner under the asker's limit: once it has missed too often, every question gets the same answer, right or wrong. */
export async function withinLimit(services: Services, asker: Asker, find: (tx: Tx) => Promise<number | null>): Promise<Found> {
  return services.db.asIdentity(async (tx) => {
    const left = await allowance(tx, services, asker);
    const answer = left <= 0 ? 'identity-probing' : ((await find(tx)) ?? 'identity-not-confirmed');
    await noteAsked(tx, services, asker, [answer]);
    return answer;
  });
}
