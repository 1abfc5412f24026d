import { addYears, type RecognitionRecord } from '@recognition/recognition';
import { lineagesHeld, type Offer, type PlannedOutcome, type Problem } from '@recognition/recognition/pathway';
import { kilometres, townNamed } from '@recognition/recognition/places';
import { problem as failure } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { loadShelf } from '../offering/shelf/load.ts';
import type { Shelf } from '../offering/shelf/shelf.ts';
import type { Offering } from '../offering/offering.ts';
import { goalOf, type NamedGoal } from './goal.ts';
import type { Asked } from './schemas.ts';

/** A problem with what it was made from. */
export interface Gathered extends NamedGoal {
  readonly problem: Problem;
  readonly shelf: Shelf;
}

const YEARS = 2;
const MOST_YEARS = 5;

/** Everything a plan is made from: the record that is handed in, what is offered today, and what was asked. Nothing else of a person. */
export async function gather(services: Services, record: RecognitionRecord, asked: Asked): Promise<Gathered> {
  const shelf = await loadShelf(services);
  const named = await goalOf(services, asked.goal);
  const today = services.clock.today();
  const start = asked.start === undefined || asked.start < today ? today : asked.start;
  const finish = asked.finish ?? addYears(start, YEARS);
  if (finish <= start || finish > addYears(today, MOST_YEARS + 1))
    throw failure('pathway-dates', 422, 'The last day is after the first, and at most five years on.');
  // Whoever can apply no more cannot begin.
  const offered = shelf.offerings
    .filter(({ applyBy, begins }) => (applyBy === null || applyBy >= today) && (begins === null || begins >= today))
    .flatMap((one) => offerOf(one, shelf, asked) ?? []);
  const outcomes = new Map(offered.flatMap(({ outcomes: own }) => own).map((one) => [one.id, one]));
  const providers = new Set(offered.map(({ offer }) => offer.provider));
  const held = lineagesHeld({ record });
  return {
    ...named,
    shelf,
    problem: {
      today,
      record,
      skills: [
        ...new Set(shelf.outcomes.flatMap(({ row, skills }) => (held.has(row.lineage) ? skills.map(({ uri }) => uri) : []))),
      ],
      goal: named.goal,
      limits: {
        start,
        finish,
        hours: asked.hours,
        cents: asked.cents,
        km: asked.town === null ? null : asked.km,
        deliveries: asked.deliveries,
        languages: asked.languages,
      },
      outcomes: [...outcomes.values()],
      organisations: shelf.snapshot.organisations
        .filter(({ public_id: id }) => providers.has(id))
        .map(({ organisation_id: id }) => shelf.snapshot.toRecordOrganisation(id, today)),
      offers: offered.map(({ offer }) => offer),
      aims: asked.aims,
    },
  };
}

/** An offering as this person meets it; null where it has no price for them, or one of its outcomes is not listed. */
function offerOf(
  one: Offering,
  shelf: Shelf,
  { audience, town }: Asked,
): { readonly offer: Offer; readonly outcomes: readonly PlannedOutcome[] } | null {
  const cents = one.prices[audience];
  const outcomes = one.lineages.flatMap((lineage): readonly PlannedOutcome[] => {
    const found = shelf.outcomes[shelf.byLineage.get(lineage) ?? -1];
    if (found === undefined) return [];
    return [{ ...shelf.snapshot.toRecordOutcome(found.row.outcome_id), skills: found.skills.map(({ uri }) => uri) }];
  });
  if (cents === undefined || outcomes.length < one.lineages.length) return null;
  return {
    outcomes,
    offer: {
      id: String(one.id),
      outcomes: outcomes.map(({ id }) => id),
      provider: shelf.snapshot.organisationById(one.providerId)?.public_id ?? '',
      begins: one.begins,
      ends: one.ends,
      cents,
      km: distance(one, town),
      delivery: one.delivery,
      languages: one.languages,
      requires: one.requires,
      full: one.placesLeft === 0,
    },
  };
}

function distance({ delivery, town }: Offering, home: string | null): number | null {
  if (delivery === 'online') return 0;
  const [there, here] = [town === null ? null : townNamed(town), home === null ? null : townNamed(home)];
  return there === null || here === null ? null : kilometres(here, there);
}
