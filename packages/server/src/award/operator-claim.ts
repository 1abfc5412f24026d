import { problem } from '../http/problem.ts';
import { learnerNames, ownNsn } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { claimChosen } from './claim.ts';
import { claimMadeForLearner } from './claim-made.ts';
import { type ClaimableAward, claimableOf } from './claimable.ts';
import type { MadeBy } from './made.ts';
import { GENERATED_PAGE, generatedLearnersAfter } from './queries.ts';

export interface BestClaim {
  /** A field slug; null: without a major; undefined: the major with the highest share, where there is one. */
  readonly major?: string | null | undefined;
  /** Whether the award names the learner, as the record does. */
  readonly named: boolean;
}

/**
 * Claims the best award that a record allows, for a learner who asked an operator to (domain A27). Null when it allows none. Throws
 * `major-not-held` (422) for a major that it does not allow, and `record-not-found` (404), and what `claimChosen` throws.
 */
export async function claimBest(
  services: Services,
  learnerId: number,
  { major, named }: BestClaim,
): Promise<{ readonly id: string; readonly major: string | null; readonly credits: number } | null> {
  const name = (await learnerNames(services, [learnerId])).get(learnerId);
  if (name === undefined) throw problem('record-not-found', 404, 'There is no such learner.');
  const claimed = await claimChosen(services, { learnerId, actor: 'operator' }, ({ options }) => {
    // The first option is the best without a major; those with one follow, by share.
    const [plain, strongest] = options;
    if (plain === undefined) return null;
    const option = major === undefined ? (strongest ?? plain) : options.find((one) => one.major === major);
    if (option === undefined) throw problem('major-not-held', 422, 'The record does not allow this major.');
    const { counted: select, credits } = option;
    return { major: option.major, credits, select, nameOnAward: named ? name.normalize('NFC') : null };
  });
  return claimed === null ? null : { id: claimed.id, major: claimed.major, credits: claimed.credits };
}

/**
 * Claims an award that is made of named parts, for a learner who asked an operator to. Throws `record-not-found` (404) and what
 * `claimMadeForLearner` throws.
 */
export async function claimMadeFor(
  services: Services,
  learnerId: number,
  named: boolean,
  made: MadeBy,
): Promise<{ readonly id: string }> {
  const name = (await learnerNames(services, [learnerId])).get(learnerId);
  if (name === undefined) throw problem('record-not-found', 404, 'There is no such learner.');
  return claimMadeForLearner(
    services,
    { learnerId, actor: 'operator' },
    { ...made, nameOnAward: named ? name.normalize('NFC') : null },
  );
}

/** What a learner can claim of awards that are made of named parts, for an operator whom the learner asked. Throws `record-not-found` (404). */
export async function claimableFor(services: Services, learnerId: number): Promise<readonly ClaimableAward[]> {
  if (!(await learnerNames(services, [learnerId])).has(learnerId))
    throw problem('record-not-found', 404, 'There is no such learner.');
  return claimableOf(services, learnerId, services.db.asBatch);
}

/** The learners of generated results files, by number. Their NSNs begin with 0000, which no real learner's does; personas are left out. */
export async function* generatedLearners(services: Services): AsyncGenerator<number> {
  for (let after = 0; ; ) {
    const { rows } = await services.db.asBatch((tx) => tx.query<{ id: number }>(generatedLearnersAfter(after)));
    for (const { id } of rows) {
      after = id;
      // Asked only for whether the learner is an invented one.
      const nsn = await ownNsn(services, id);
      if (/^0000[0-9]{6}$/u.test(nsn) && Number(nsn) >= 1000) yield id;
    }
    if (rows.length < GENERATED_PAGE) return;
  }
}
