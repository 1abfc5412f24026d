import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { learnerNames } from '../identity/index.ts';
import type { Services } from '../services.ts';

/** A learner's own affairs and whoever attends to them: `run` reads and writes with their rights, and `actor` is who is written down. */
export interface OwnAccess {
  readonly learnerId: number;
  readonly actor: string;
  readonly run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** The learner who is signed in, or who acts for them, within what the database lets their session do. */
export const ownAccess = (
  { db }: Pick<Services, 'db'>,
  { acting, actor, learnerId }: SignedIn & { readonly learnerId: number },
): OwnAccess => ({ learnerId, actor, run: (work) => db.as(acting, work) });

/** An operator at the command line, whom the learner asked to, with the product's own rights. Throws `record-not-found` (404). */
export async function accessAsAsked(services: Services, learnerId: number): Promise<OwnAccess> {
  if (!(await learnerNames(services, [learnerId])).has(learnerId))
    throw problem('record-not-found', 404, 'There is no such learner.');
  return { learnerId, actor: 'operator', run: services.db.asBatch };
}
