import type { Tx } from '../database/connection.ts';
import { leafOf } from '../log/leaf.ts';
import type { Services } from '../services.ts';
import { type AwardEventKind, type AwardRow, type AwardStatus } from './queries.ts';
import { changeState, insertEvent, type NewEvent, nextEventId } from './write-queries.ts';
import { setStatus } from './status.ts';

export interface EventWords {
  readonly learnerId: number;
  readonly eventId: number;
  readonly awardId: number;
  readonly kind: AwardEventKind;
  readonly actor: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An event with its time and its salted leaf, ready to be written. */
export function newEvent(services: Pick<Services, 'clock'>, words: EventWords): NewEvent {
  const at = services.clock.now().toISOString();
  return { ...words, at, leaf: leafOf({ ...words, at }) };
}

/** Writes down what happened to an award without changing where it stands. */
export async function note(
  tx: Tx,
  services: Services,
  award: AwardRow,
  words: Pick<EventWords, 'kind' | 'actor' | 'reason' | 'detail'>,
): Promise<void> {
  const { learnerId, awardId } = award;
  await insertEvent(tx, newEvent(services, { learnerId, awardId, eventId: await nextEventId(tx), ...words }));
}

interface Transition {
  readonly from: readonly AwardStatus[];
  readonly to: AwardStatus;
  /** Whether what the award spent becomes free. */
  readonly release: boolean;
  /** The bits of its credential afterwards. */
  readonly revoked: boolean;
  readonly suspended: boolean;
}

/** Every way in which an award may change: an award that ended never changes again. */
export const TRANSITIONS = {
  superseded: { from: ['live'], to: 'superseded', release: true, revoked: true, suspended: false },
  substituted: { from: ['suspended'], to: 'superseded', release: true, revoked: true, suspended: false },
  suspended: { from: ['live'], to: 'suspended', release: false, revoked: false, suspended: true },
  restored: { from: ['suspended'], to: 'live', release: false, revoked: false, suspended: false },
  withdrawn: { from: ['live', 'suspended'], to: 'withdrawn', release: true, revoked: true, suspended: false },
  revoked: { from: ['live', 'suspended'], to: 'revoked', release: true, revoked: true, suspended: false },
} as const satisfies Partial<Record<AwardEventKind, Transition>>;

/**
 * Takes an award through one change: state and event in one statement, what it spent set free, the bits of its credential set. False when
 * the award is not in a state that this change may leave. Holds the status list's row to the end of the transaction: call it late.
 */
export async function change(
  tx: Tx,
  services: Services,
  award: AwardRow,
  kind: keyof typeof TRANSITIONS,
  words: {
    readonly actor: string;
    readonly reason: string | null;
    readonly answerBy?: string;
    /** `later`: the caller raises the bits of many credentials at once. */
    readonly bits?: 'later';
    readonly detail?: Readonly<Record<string, unknown>>;
  },
): Promise<boolean> {
  const transition: Transition = TRANSITIONS[kind];
  const { learnerId, awardId } = award;
  const { actor, reason, detail = {} } = words;
  const event = newEvent(services, { learnerId, awardId, eventId: await nextEventId(tx), kind, actor, reason, detail });
  const done = await changeState(tx, event, {
    ...transition,
    reason: transition.to === 'live' ? null : reason,
    answerBy: words.answerBy ?? null,
  });
  if (!done) return false;
  if (words.bits === 'later') return true;
  if (transition.revoked) await setStatus(tx, 'revocation', award.credentialId, true);
  else await setStatus(tx, 'suspension', award.credentialId, transition.suspended);
  return true;
}
