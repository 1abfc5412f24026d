import { dayNumber } from '../record/local-date.ts';
import type { Candidate, Limits, Offer, PlannedOutcome, Problem } from './problem.ts';

/** Minutes of one credit where an outcome has no size of its own: ten hours (domain 1.1). */
const MINUTES_A_CREDIT = 600;
/** Study at one's own pace takes so many hours a week, or what somebody has where that is less. */
export const OWN_PACE = 10;
/** On how many days study that may begin any day is considered: every so many weeks. */
export const STEP_WEEKS = 4;

/** Monday is the first day of a week; 1970-01-01 was a Thursday. */
export const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

export const minutesOf = ({ size, credits, group }: PlannedOutcome): number =>
  size?.minutes ?? (group === null ? credits * MINUTES_A_CREDIT : Math.ceil((group.credits * MINUTES_A_CREDIT) / group.members));

/** Whether an offer keeps to what somebody will have of places, ways and languages. */
export function suits({ km, delivery, languages, full }: Offer, limits: Limits): boolean {
  if (full) return false;
  if (limits.km !== null && (km === null || km > limits.km)) return false;
  if (limits.deliveries !== null && !limits.deliveries.includes(delivery)) return false;
  return limits.languages === null || languages.some((one) => limits.languages?.includes(one) === true);
}

/**
 * What there is to choose from within these limits, in the order of the offers. What has a day stands once. What may begin any day stands
 * once for every fourth week; without a last day it is studied at `pace` hours a week. The weekly load is the size spread evenly over its weeks.
 */
export function candidatesOf(
  problem: Problem,
  limits: Limits,
  pace = Math.min(problem.limits.hours, OWN_PACE),
): readonly Candidate[] {
  const outcomes = new Map(problem.outcomes.map((one) => [one.id, one]));
  const first = Math.max(dayNumber(limits.start), dayNumber(problem.today));
  const last = dayNumber(limits.finish);
  const origin = mondayOf(first);
  const week = (day: number): number => Math.floor((day - origin) / 7);
  return problem.offers.flatMap((offer): readonly Candidate[] => {
    if (!suits(offer, limits)) return [];
    const own = offer.outcomes.flatMap((id) => outcomes.get(id) ?? []);
    if (own.length < offer.outcomes.length || own.length === 0) return [];
    const minutes = own.reduce((sum, one) => sum + minutesOf(one), 0);
    const lineages = own.map(({ lineage }) => lineage);
    const skills = [...new Set(own.flatMap((one) => one.skills))];
    const weeks = Math.max(1, Math.ceil(minutes / Math.max(1, Math.floor(pace * 60))));
    const at = (begins: number, ends: number): readonly Candidate[] => {
      if (begins < first || ends > last) return [];
      const [firstWeek, lastWeek] = [week(begins), week(ends)];
      return [
        {
          offer,
          begins,
          ends,
          firstWeek,
          lastWeek,
          load: Math.ceil(minutes / (lastWeek - firstWeek + 1)),
          minutes,
          lineages,
          skills,
        },
      ];
    };
    if (offer.begins !== null) {
      const begins = dayNumber(offer.begins);
      return at(begins, offer.ends === null ? begins + 7 * weeks - 1 : dayNumber(offer.ends));
    }
    const found: Candidate[] = [];
    for (let begins = first; begins <= last; begins = mondayOf(begins) + 7 * STEP_WEEKS) {
      // It ends on a Sunday at the latest, so that no week of it is begun that it does not use.
      found.push(...at(begins, mondayOf(begins) + 7 * weeks - 1));
    }
    return found;
  });
}

/**
 * Of what is alike in every way that a plan can see but for its price, the cheapest; of those the first. Two are alike when they teach the
 * same on the same days and ask for the same before: any plan with one is a plan with the other, no dearer. Never changes an optimum.
 */
export function withoutDearer(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const one of candidates) {
    const { offer, begins, ends } = one;
    const key = `${[...offer.outcomes].sort().join(' ')}|${begins}|${ends}|${[...offer.requires].sort().join(' ')}`;
    const before = best.get(key);
    if (before === undefined || offer.cents < before.offer.cents) best.set(key, one);
  }
  const kept = new Set(best.values());
  return candidates.filter((one) => kept.has(one));
}
