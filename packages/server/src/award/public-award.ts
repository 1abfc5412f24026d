import { Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { openAward } from './view.ts';

/**
 * The credential of an award for whoever holds its code: fifty of its bits are random, it is printed on the certificate, and the
 * learner chose whether it names them. Null when there is no such award.
 */
export async function publicAward(services: Services, publicId: string): Promise<unknown> {
  try {
    const { credential } = await services.db.asBatch((tx) => openAward(tx, publicId));
    return credential;
  } catch (error) {
    if (error instanceof Problem && error.code === 'award-not-found') return null;
    throw error;
  }
}
