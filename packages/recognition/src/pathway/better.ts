import { dayNumber } from '../record/local-date.ts';
import { candidatesOf, mondayOf } from './candidates.ts';
import type { Aim, Candidate, Problem } from './problem.ts';
import { withinReach } from './reach.ts';

/** What a plan comes to, as far as an aim can see. `skills` are those that the record does not stand for. */
export interface Worth {
  readonly finish: string;
  readonly cents: number;
  readonly minutes: number;
  readonly skills: number;
}

/** Whether a plan is strictly better than another in an aim: done in an earlier week, cheaper, with less study, with more skills. Days of one week are equal. */
export function isBetter(aim: Aim, one: Worth, other: Worth): boolean {
  switch (aim) {
    case 'soonest':
      return mondayOf(dayNumber(one.finish)) < mondayOf(dayNumber(other.finish));
    case 'cheapest':
      return one.cents < other.cents;
    case 'least-study':
      return one.minutes < other.minutes;
    case 'most-skill':
      return one.skills > other.skills;
  }
}

/**
 * Whether one of these offers could be part of a plan that is strictly better than one of this worth: it is within the limits, of use to the goal, and not by
 * itself as late, as dear or as long as that one. No means that none can; yes means that only a solver can tell. Nothing is solved here.
 */
export function mayBeat(problem: Problem, aim: Aim, worth: Worth, offers: ReadonlySet<string>): boolean {
  const candidates = candidatesOf(problem, problem.limits);
  const helps = ({ offer, ends, minutes }: Candidate): boolean => {
    if (!offers.has(offer.id)) return false;
    if (aim === 'soonest') return mondayOf(ends) < mondayOf(dayNumber(worth.finish));
    if (aim === 'cheapest') return offer.cents < worth.cents;
    return aim === 'most-skill' || minutes < worth.minutes;
  };
  if (!candidates.some(helps)) return false;
  // For the most skill anything may be taken beside what the goal needs.
  return aim === 'most-skill' || withinReach(problem, candidates).some(helps);
}
