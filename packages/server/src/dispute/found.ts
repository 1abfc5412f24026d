import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { newEvent } from './events.ts';
import { changeDispute, type DisputeChange, type DisputeRow, findDispute, nextEventId } from './queries.ts';
import type { DisputeEventKind, DisputeStatus } from './reasons.ts';

/** The dispute as far as the actor may see it; one that is not theirs is not there (404 `dispute-not-found`). */
export async function disputeById(tx: Tx, id: string): Promise<DisputeRow> {
  const dispute = await findDispute(tx, Number(id));
  if (dispute === null) throw problem('dispute-not-found', 404, 'There is no such dispute.');
  return dispute;
}

export interface Step {
  readonly kind: DisputeEventKind;
  readonly words: string | null;
  readonly from: readonly DisputeStatus[];
  readonly change: DisputeChange;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Takes a dispute one step on, with its event. 409 `dispute-settled` when it stands elsewhere than the step begins. */
export async function takeStep(
  tx: Tx,
  services: Pick<Services, 'clock'>,
  { actor }: Pick<SignedIn, 'actor'>,
  { learnerId, disputeId }: DisputeRow,
  { kind, words, from, change, detail = {} }: Step,
): Promise<{ readonly id: string }> {
  const event = newEvent(services, { learnerId, disputeId, eventId: await nextEventId(tx), kind, actor, words, detail });
  const done = await changeDispute(tx, event, from, change).catch((error: unknown) => {
    // The line was disputed again meanwhile: one dispute of a line waits at a time.
    if (error instanceof Error && 'code' in error && error.code === '23505')
      throw problem('dispute-open', 409, 'Something else that you said of this is not settled yet.');
    throw error;
  });
  if (!done) throw problem('dispute-settled', 409, 'This cannot be done where the dispute stands now. Read it again.');
  return { id: String(disputeId) };
}
