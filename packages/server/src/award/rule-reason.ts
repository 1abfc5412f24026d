/** What the rule itself says when it suspends, as an event and an award keep it; the code is for whoever says it in their language. */
export const NO_LONGER_HOLDS = 'A result that this award stands on was changed, and the award no longer holds with what is left.';

/** The code of a reason that the rule gave; null for the words of a person. */
export function reasonCode(reason: string | null): 'no-longer-holds' | null {
  return reason === NO_LONGER_HOLDS ? 'no-longer-holds' : null;
}
