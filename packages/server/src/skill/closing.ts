import { kilometres, townNamed } from '@recognition/recognition/places';
import { type Audience, centsIn } from '../offering/offering.ts';
import { findOfferings } from '../offering/find.ts';
import type { OfferingView } from '../offering/schemas.ts';
import type { Services } from '../services.ts';
import { type ClosingOutcome, outcomesFor } from './closing-queries.ts';

export interface ClosingAsked {
  readonly skills: readonly string[];
  /** A slug of our towns: what is online or comes to the workplace counts as there. */
  readonly near: string | null;
  readonly order: 'cheapest' | 'nearest';
  readonly audience: Audience;
}

export interface Closing {
  readonly skill: string;
  readonly outcomes: readonly ClosingOutcome[];
  /** Offerings of those outcomes that are open, the best of the order first. */
  readonly offerings: readonly (OfferingView & { readonly cents: number | null; readonly km: number | null })[];
}

const SHOWN = 5;

/**
 * What would close a gap: for each skill the outcomes in use that stand for it, those that show it in practice first, and the open offerings
 * of them, cheapest or nearest first. Nothing of a person is asked or kept.
 */
export async function closingOf(services: Services, asked: ClosingAsked): Promise<readonly Closing[]> {
  const outcomes = await services.db.asPublic((tx) => outcomesFor(tx, asked.skills));
  const all = [...new Set(outcomes.map(({ lineage }) => lineage))];
  // The soonest first; of those that are equally cheap and near this order stays.
  const open = all.length === 0 ? [] : await findOfferings(services, { outcomes: all, placesLeft: true }, 2000);
  const placed = open.map((one) => ({ ...one, cents: centsOf(one, asked.audience), km: awayFrom(asked.near, one) }));
  const price = ({ cents }: { readonly cents: number | null }): number => cents ?? Number.MAX_SAFE_INTEGER;
  const away = ({ km }: { readonly km: number | null }): number => km ?? Number.MAX_SAFE_INTEGER;
  const first = asked.order === 'cheapest' ? price : away;
  const then = asked.order === 'cheapest' ? away : price;
  return asked.skills.map((skill) => {
    const own = outcomes.filter((one) => one.asked === skill);
    const lineages = new Set(own.map(({ lineage }) => lineage));
    return {
      skill,
      outcomes: own,
      offerings: placed
        .filter(({ outcomes: taught }) => taught.some(({ lineage }) => lineages.has(lineage)))
        .toSorted((one, other) => first(one) - first(other) || then(one) - then(other))
        .slice(0, SHOWN),
    };
  });
}

/** The price for an audience, in cents; the least of all where it has none of its own; null where nothing is said. */
function centsOf({ prices }: OfferingView, audience: Audience): number | null {
  const all = centsIn(prices);
  return prices[audience] ?? (all.length === 0 ? null : Math.min(...all));
}

function awayFrom(near: string | null, { town }: OfferingView): number | null {
  const centre = near === null ? null : townNamed(near);
  if (centre === null) return null;
  if (town === null) return 0;
  const there = townNamed(town);
  return there === null ? null : Math.round(kilometres(centre, there));
}
