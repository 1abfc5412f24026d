import { learnerRecord } from '../award/learner-record.ts';
import { holderOf } from '../award/outcome-credential.ts';
import { Problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';

/**
 * The whole record as one signed Comprehensive Learner Record, which names nobody: the paper does. Null when nothing in it has a credential,
 * or when it is more than one document holds; the paper then goes without.
 */
export async function recordCredential(
  services: Services,
  { acting, learnerId }: SignedIn & { readonly learnerId: number },
): Promise<unknown> {
  const holder = await holderOf(services, learnerId);
  try {
    return await services.db.as(acting, (tx) => learnerRecord(services, tx, holder, { chosen: null, name: null }));
  } catch (error) {
    if (error instanceof Problem && (error.code === 'record-empty' || error.code === 'record-too-large')) return null;
    throw error;
  }
}
