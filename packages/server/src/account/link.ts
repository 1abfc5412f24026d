import { randomInt } from 'node:crypto';
import { learnerName, matchLearners } from '../identity/index.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { countCall } from '../operations/rate-limit.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import { codeOf, insertCode, noteAttempt, settle, takeCode } from './link-queries.ts';
import { askReview, endSessionsOfAccount, linkedLearner, linkLearner } from './queries.ts';

/** Without the letters and digits that are mistaken for one another. 12 of 31: 59 bits. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_DAYS = 14;

/**
 * Links a sign-in to the record that the NSN, the birth date and a provider's code agree on. Unknown and mismatched have one answer
 * (422 `identity-not-confirmed`); five tries an hour (429). A record that is linked to someone else goes to a steward's review.
 */
export async function linkRecord(
  services: Services,
  signedIn: SignedIn,
  asked: { readonly nsn: string; readonly dateOfBirth: string; readonly code: string },
): Promise<{ id: string; state: 'linked' | 'in-review' }> {
  const accountId = signedIn.accountId ?? 0;
  await countCall(services.db, signedIn.actor, services.settings.limits.link);
  if (signedIn.learnerId !== null) throw problem('already-linked', 409, 'Your sign-in is linked to a record already.');
  const code = normal(asked.code);
  const learnerId = await services.db.asAccount((tx) => codeOf(tx, code));
  const confirmed = learnerId !== null && (await agrees(services, signedIn.actor, learnerId, asked));
  const state = await services.db.asAccount(async (tx) => {
    const taken = confirmed && (await takeCode(tx, code));
    await noteAttempt(tx, accountId, taken);
    if (!taken || learnerId === null) return null;
    // Sessions carry the link: the next sign-in opens the record.
    if (await linkLearner(tx, accountId, learnerId, 'provider-code')) {
      await endSessionsOfAccount(tx, accountId);
      return 'linked';
    }
    if ((await linkedLearner(tx, accountId)) !== null)
      throw problem('already-linked', 409, 'Your sign-in is linked to a record already.');
    await askReview(tx, accountId, learnerId, 'already-linked');
    return 'in-review';
  });
  if (state === null) throw problem('identity-not-confirmed', 422, 'These details do not match a record and a code.');
  return { id: `account-${accountId}`, state };
}

async function agrees(
  services: Services,
  asker: string,
  learnerId: number,
  asked: { readonly nsn: string; readonly dateOfBirth: string },
): Promise<boolean> {
  const name = await learnerName(services, learnerId);
  const [answer] = await matchLearners(services, asker, [
    { nsn: asked.nsn, familyName: '', givenNames: name, birthDate: asked.dateOfBirth },
  ]);
  return answer === learnerId;
}

/** A code that a registrar hands to a learner in person; only its hash is kept, for two weeks. */
export async function makeLinkCode(
  services: Services,
  signedIn: SignedIn,
  who: { readonly nsn: string; readonly familyName: string; readonly givenNames: string; readonly dateOfBirth: string },
): Promise<{ code: string; expiresAt: string }> {
  const { dateOfBirth, ...identity } = who;
  const [learnerId] = await matchLearners(services, `organisation:${signedIn.organisationId}`, [
    { ...identity, birthDate: dateOfBirth },
  ]);
  if (typeof learnerId !== 'number') throw problem('identity-not-confirmed', 422, 'These details do not match a record.');
  const letters = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const expiresAt = await services.db.asAccount((tx) =>
    insertCode(tx, letters, learnerId, signedIn.organisationId ?? 0, signedIn.accountId, CODE_DAYS),
  );
  return { code: letters.replace(/(.{4})(?=.)/g, '$1-'), expiresAt: expiresAt.toISOString() };
}

function normal(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** Recovery: a steward who agrees gives the record to the new sign-in; the old one loses it, and its sessions, at once. */
export async function settleReview(
  services: Services,
  signedIn: SignedIn,
  reviewId: number,
  agreed: boolean,
): Promise<{ id: string }> {
  await services.db.asAccount(async (tx) => {
    const review = await settle(tx, reviewId, signedIn.accountId ?? 0, agreed);
    if (review === null) throw problem('review-settled', 409, 'This review is unknown or settled already.');
    for (const accountId of review.accounts) await endSessionsOfAccount(tx, accountId);
    if (agreed) await tell(tx, { learnerId: review.learnerId, code: 'link-moved' });
  });
  return { id: String(reviewId) };
}
