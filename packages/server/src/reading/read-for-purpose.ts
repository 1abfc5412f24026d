import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet, findLearner, learnerName, matchLearners } from '../identity/index.ts';
import { readRecord } from '../record/read-record.ts';
import { type RecordView, viewOf } from '../record/see-record.ts';
import type { Services } from '../services.ts';
import { redeemCode } from './code.ts';
import { logReading } from './queries.ts';
import type { Reason } from './reasons.ts';

/** Whose record: by number and birth date (with a name or without), or by the code that the learner shows. */
export type Whose =
  | { readonly nsn: string; readonly dateOfBirth: string; readonly familyName: string; readonly givenNames: string }
  | { readonly code: string };

export interface Purpose {
  readonly reason: Reason;
  /** In the reader's words; the learner sees it. */
  readonly purpose: string;
}

/**
 * Reads the record of a learner whom a provider knows, for a purpose that it states. The access row is written in the same transaction:
 * without it nothing is read. Throws `learner-not-confirmed` (404) for unknown and for mismatched, `code-not-valid` (404),
 * `too-many-tries` (429).
 */
export async function readForPurpose(
  services: Services,
  reader: SignedIn & { readonly organisationId: number },
  whose: Whose,
  { reason, purpose }: Purpose,
): Promise<Omit<RecordView, 'looked'>> {
  const learnerId = await find(services, `organisation:${reader.organisationId}`, whose);
  const ids = await aliasSet(services, learnerId);
  const at = services.clock.now();
  const { looked: _looked, ...view } = await viewOf(services, async (catalogue, today) => {
    const record = await services.db.asBatch(async (tx) => {
      await tx.query(logReading({ learnerId, at, actor: reader.actor, organisationId: reader.organisationId, reason, purpose }));
      return readRecord(tx, catalogue, ids, today);
    });
    return { ...record, name: await learnerName(services, learnerId) };
  });
  return view;
}

async function find(services: Services, asker: string, whose: Whose): Promise<number> {
  const answer = 'code' in whose ? await redeemCode(services, asker, whose.code) : await byNumber(services, asker, whose);
  if (typeof answer === 'number') return answer;
  if (answer === 'identity-probing') throw problem('too-many-tries', 429, 'Too many tries. Wait an hour.');
  if ('code' in whose) throw problem('code-not-valid', 404, 'This code is not valid, or its time is over.');
  throw problem('learner-not-confirmed', 404, 'These details do not belong to a learner we know.');
}

async function byNumber(services: Services, asker: string, whose: Exclude<Whose, { readonly code: string }>) {
  const { nsn, dateOfBirth: birthDate, familyName, givenNames } = whose;
  if (familyName === '' && givenNames === '') return findLearner(services, asker, { nsn, birthDate });
  const [answer] = await matchLearners(services, asker, [{ nsn, familyName, givenNames, birthDate }]);
  return answer ?? 'identity-not-confirmed';
}
