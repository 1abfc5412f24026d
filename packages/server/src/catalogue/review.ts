import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { accountOf, type CatalogueActor, requireSteward, runAs } from './actor.ts';
import { lockAny, lockOwn, type Moved } from './change.ts';
import { checkDefinition } from './checks.ts';
import type { KeptOutcome } from './document.ts';
import { insertEvents, moveOutcome } from './write-queries.ts';

/**
 * Hands a draft to the stewards, or says that a legacy outcome is now complete (it stays listed meanwhile). Refused while a listing
 * check fails: 422 `not-ready`, with the findings.
 */
export async function submit(services: Services, actor: CatalogueActor, id: string): Promise<Moved> {
  return runAs(services, actor, async (tx) => {
    const outcome = await lockOwn(tx, actor, id);
    if (outcome.status !== 'draft' && outcome.status !== 'legacy') throw wrongState(outcome, 'A draft can be handed in.');
    requireReady(outcome, services.clock.today());
    const status = outcome.status === 'legacy' ? 'legacy' : 'in-review';
    const at = services.clock.now();
    await moveOutcome(tx, outcome.outcomeId, { status }, at);
    await insertEvents(tx, [{ outcomeId: outcome.outcomeId, kind: 'submitted' }], accountOf(actor), at);
    return { id, status };
  });
}

/** Sends a definition back to its developer, saying why. Stewards only. */
export async function returnToDeveloper(services: Services, actor: CatalogueActor, id: string, note: string): Promise<Moved> {
  requireSteward(actor);
  return runAs(services, actor, async (tx) => {
    const outcome = await lockAny(tx, id);
    if (outcome.status !== 'in-review') throw wrongState(outcome, 'Only what is in review can be returned.');
    const at = services.clock.now();
    await moveOutcome(tx, outcome.outcomeId, { status: 'draft' }, at);
    await insertEvents(tx, [{ outcomeId: outcome.outcomeId, kind: 'returned', note }], accountOf(actor), at);
    return { id, status: 'draft' };
  });
}

/** Throws 422 `not-ready`, with the findings, while a listing check fails. */
export function requireReady(outcome: KeptOutcome, asOf: string): void {
  const findings = checkDefinition(outcome, asOf);
  if (findings.some(({ severity }) => severity === 'error')) {
    throw problem('not-ready', 422, 'Some listing checks do not pass yet.', { findings });
  }
}

export const wrongState = (outcome: KeptOutcome, detail: string) =>
  problem('wrong-state', 409, `${detail} This one is ${outcome.status}.`, { status: outcome.status });
