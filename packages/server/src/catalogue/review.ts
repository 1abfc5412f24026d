import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { accountOf, type CatalogueActor, requireSteward, runAs } from './actor.ts';
import { lockAny, lockOwn, type Moved } from './change.ts';
import { checkDefinition } from './checks.ts';
import type { KeptOutcome } from './document.ts';
import { type OutcomeEvent, readEvents } from './queries.ts';
import { insertEvents, moveOutcome } from './write-queries.ts';

/**
 * Hands a draft to the stewards, or says that a legacy outcome is now complete (it stays listed meanwhile). Refused while a listing
 * check fails: 422 `not-ready`, with the findings.
 */
export async function submit(services: Services, actor: CatalogueActor, id: string, note?: string): Promise<Moved> {
  return runAs(services, actor, async (tx) => {
    const outcome = await lockOwn(tx, actor, id);
    if ((outcome.status !== 'draft' && outcome.status !== 'legacy') || outcome.submittedAt !== null)
      throw wrongState(outcome, 'A draft can be handed in.');
    requireReady(outcome, services.clock.today());
    const status = outcome.status === 'legacy' ? 'legacy' : 'in-review';
    const at = services.clock.now();
    await moveOutcome(tx, outcome.outcomeId, { status, submitted: at }, at);
    await insertEvents(tx, [{ outcomeId: outcome.outcomeId, kind: 'submitted', ...said(note) }], actor, at);
    return { id, status };
  });
}

/** Sends a definition back to its developer, saying why; a legacy outcome stays listed. Stewards only. */
export async function returnToDeveloper(services: Services, actor: CatalogueActor, id: string, note: string): Promise<Moved> {
  requireSteward(actor);
  return runAs(services, actor, async (tx) => {
    const outcome = await lockAny(tx, id);
    if (outcome.submittedAt === null) throw wrongState(outcome, 'Only what is in review can be returned.');
    const at = services.clock.now();
    const status = outcome.status === 'legacy' ? 'legacy' : 'draft';
    await moveOutcome(tx, outcome.outcomeId, { status }, at);
    await insertEvents(tx, [{ outcomeId: outcome.outcomeId, kind: 'returned', note }], actor, at);
    return { id, status };
  });
}

/** Adds to what is said about a definition, about one part of it or the whole; it is kept. Its developer and stewards only. */
export async function comment(
  services: Services,
  actor: CatalogueActor,
  id: string,
  { text, path }: { readonly text: string; readonly path: string | null },
): Promise<{ readonly id: string }> {
  return runAs(services, actor, async (tx) => {
    const outcome = await lockOwn(tx, actor, id);
    const event = { outcomeId: outcome.outcomeId, kind: 'comment', note: text, ...(path === null ? {} : { path }) };
    await insertEvents(tx, [event], actor, services.clock.now());
    return { id };
  });
}

/** What a writer has done to a definition; whoever did one of these does not also approve it. */
const WRITING: readonly string[] = ['created', 'changed', 'submitted'];

/** Whether this actor did any of these to it: by default, wrote any of it. */
export function hasDone(actor: CatalogueActor, events: readonly OutcomeEvent[], what: readonly string[] = WRITING): boolean {
  const account = accountOf(actor);
  return account !== null && events.some(({ kind, accountId }) => what.includes(kind) && accountId === account);
}

/** Two people stand behind a publication: throws 403 `second-person-needed` for one who wrote it. */
export async function requireSecondPerson(
  tx: Parameters<typeof readEvents>[0],
  actor: CatalogueActor,
  outcomeId: number,
  what: readonly string[] = WRITING,
): Promise<void> {
  if (hasDone(actor, await readEvents(tx, outcomeId), what))
    throw problem('second-person-needed', 403, 'You wrote some of this yourself. Another steward approves it.');
}

/** Throws 422 `not-ready`, with the findings, while a listing check fails. */
export function requireReady(outcome: KeptOutcome, asOf: string): void {
  const findings = checkDefinition(outcome, asOf);
  if (findings.some(({ severity }) => severity === 'error')) {
    throw problem('not-ready', 422, 'Some listing checks do not pass yet.', { findings });
  }
}

export const said = (note: string | undefined): { readonly note?: string } => (note === undefined ? {} : { note });

export const wrongState = (outcome: KeptOutcome, detail: string) =>
  problem('wrong-state', 409, `${detail} This one is ${outcome.status}.`, { status: outcome.status });
