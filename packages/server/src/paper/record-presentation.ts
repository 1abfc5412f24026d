import { VC_V2 } from '@recognition/credentials';
import type { RecognitionRecord } from '@recognition/recognition';
import { credentialOfAchievement } from '../award/outcome-credential.ts';
import { openAward } from '../award/view.ts';
import type { SignedIn } from '../http/route.ts';
import type { AwardSummary } from '../record/read-queries.ts';
import type { Services } from '../services.ts';

/** A verifier looks at 500 credentials of a presentation; the newest outcomes are taken. */
const MOST = 400;

/**
 * The signed credentials of a record in one presentation: of every award in force, and of every confirmed achievement of an accredited
 * outcome (made at the first request, the same afterwards). The presentation itself is unsigned: it only holds them together. Null for none.
 */
export async function recordPresentation(
  services: Services,
  signedIn: SignedIn & { readonly learnerId: number },
  record: RecognitionRecord,
  awards: readonly AwardSummary[],
): Promise<unknown> {
  const held: unknown[] = [];
  for (const { id, status } of awards)
    if (status === 'live') held.push((await services.db.as(signedIn.acting, (tx) => openAward(tx, id))).credential);
  const accredited = new Set(record.outcomes.filter((outcome) => outcome.accredited).map(({ id }) => id));
  const kept = record.achievements
    .filter(({ status, result, outcome }) => status === 'confirmed' && result !== 'not-achieved' && accredited.has(outcome))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, MOST);
  for (const { id } of kept) held.push(await credentialOfAchievement(services, signedIn, id));
  return held.length === 0 ? null : { '@context': [VC_V2], type: ['VerifiablePresentation'], verifiableCredential: held };
}
