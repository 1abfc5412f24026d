import { DecisionError } from '../../award/decision-error.ts';

/** Steps that one decision may still take: counted, not timed, so that the limit is the same on every machine. */
export interface Steps {
  left: number;
}

/** A record of 2,000 achievements takes some two million; one that was made to be hard is refused after a fraction of a second. */
export const freshSteps = (): Steps => ({ left: 20_000_000 });

/** Takes steps from what is left. Throws DecisionError `too-entangled` when there are too few: never an approximate answer. */
export function take(steps: Steps, count: number): void {
  steps.left -= count;
  if (steps.left < 0) throw new DecisionError('too-entangled', 'This record needs more steps to decide than are allowed.');
}
