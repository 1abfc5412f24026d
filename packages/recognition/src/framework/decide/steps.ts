import { DecisionError } from '../../award/decision-error.ts';

/** Steps that one decision may still take: counted, not timed, so that the limit is the same on every machine. */
export interface Steps {
  left: number;
}

/** About a second of work at most, on a record that was made to be hard. */
export const freshSteps = (): Steps => ({ left: 60_000_000 });

/** Takes steps from what is left. Throws DecisionError `too-entangled` when there are too few: never an approximate answer. */
export function take(steps: Steps, count: number): void {
  steps.left -= count;
  if (steps.left < 0) throw new DecisionError('too-entangled', 'This record needs more steps to decide than are allowed.');
}
