import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';

/** Who works on the catalogue: someone signed in, or the operator at the machine's own command line. */
export type CatalogueActor = SignedIn | 'operator';

/** Runs in one transaction under the actor's own database role. */
export function runAs<T>(services: Pick<Services, 'db'>, actor: CatalogueActor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return actor === 'operator' ? services.db.asBatch(work) : services.db.as(actor.acting, work);
}

/** Whether the actor answers for the whole catalogue: a steward, or the operator. */
export function isSteward(actor: CatalogueActor): boolean {
  return actor === 'operator' || actor.kind === 'steward';
}

/** Throws `stewards-only` unless the actor is a steward or the operator. */
export function requireSteward(actor: CatalogueActor): void {
  if (!isSteward(actor)) throw problem('stewards-only', 403, 'Only a steward may do this.');
}

/** How the actor is named beside what was said of a definition. */
export const kindOf = (actor: CatalogueActor): 'operator' | 'steward' | 'developer' =>
  actor === 'operator' ? 'operator' : actor.kind === 'steward' ? 'steward' : 'developer';

export const accountOf = (actor: CatalogueActor): number | null => (actor === 'operator' ? null : actor.accountId);
