import type { SignedIn } from '../http/route.ts';
import { learnerName } from '../identity/index.ts';
import type { Services } from '../services.ts';

/** For whom a session acts, as every page of it says; null where it is for whoever signed in. */
export async function actsFor(services: Services, { delegation, learnerId }: SignedIn) {
  if (delegation === undefined || learnerId === null) return null;
  const { authority, acts, until } = delegation;
  return { learner: await learnerName(services, learnerId), authority, acts: [...acts], until };
}
