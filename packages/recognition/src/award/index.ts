/**
 * The rule of the Applied Learning Qualification, in the order in which it is read: first what can never count on its own
 * account, each with its reason; then what a selection must keep to.
 */
import type { Context, Entry } from './context.ts';
import type { ExclusionReason } from './decision.ts';
import { afterAsOf } from './rules/after-as-of.ts';
import { alreadyUsed } from './rules/already-used.ts';
import { assessedTooLate } from './rules/assessed-too-late.ts';
import { notAchieved } from './rules/not-achieved.ts';
import { notConfirmed } from './rules/not-confirmed.ts';
import { outcomeNotAccredited } from './rules/outcome-not-accredited.ts';
import { providerNotAccredited } from './rules/provider-not-accredited.ts';
import { withdrawn } from './rules/withdrawn.ts';
import { zeroCredit } from './rules/zero-credit.ts';

/** The first that applies is the reason (contracts 3). */
export const COUNTABLE: readonly (readonly [ExclusionReason, (entry: Entry, context: Context) => boolean])[] = [
  ['after-as-of', afterAsOf],
  ['not-achieved', notAchieved],
  ['not-confirmed', notConfirmed],
  ['withdrawn', withdrawn],
  ['outcome-not-accredited', outcomeNotAccredited],
  ['provider-not-accredited', providerNotAccredited],
  ['assessed-too-late', assessedTooLate],
  ['already-used', alreadyUsed],
  ['zero-credit', zeroCredit],
];

/** Why the achievement can never count, or null when it may. */
export function reasonAgainst(entry: Entry, context: Context): ExclusionReason | null {
  for (const [reason, applies] of COUNTABLE) if (applies(entry, context)) return reason;
  return null;
}
