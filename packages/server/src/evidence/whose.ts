import { type Recipient, recipientOf } from '@recognition/credentials';
import { aliasSet, learnerNames } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { emailsOf } from './queries.ts';

/** Whom a badge of another issuer names, against the learner who shows it: by her names, and by the e-mail address that she signs in with. */
export async function whoseBadge(services: Services, learnerId: number, document: object | null): Promise<Recipient> {
  if (document === null) return 'unnamed';
  const ids = await aliasSet(services, learnerId);
  const names = await learnerNames(services, ids);
  const emails = await services.db.asBatch((tx) => emailsOf(tx, ids));
  return recipientOf({ ...document }, { emails, names: [...names.values()] });
}
