import { addYears } from '../record/local-date.ts';
import type { Field, LocalDate, RecordId } from '../record/portable-record.ts';
import { lineagesHeld } from './goal/requirement.ts';
import type { Reached } from './check.ts';
import { suits } from './candidates.ts';
import type { Candidate, Problem } from './problem.ts';

/** Why a course stands in a plan, as data; `words/` says it. */
export type Why =
  /** Its credits count; in the major where `major` is a field. */
  | { readonly code: 'counts'; readonly credits: number; readonly major: Field | null }
  /** It is a part of what the goal is made of. */
  | { readonly code: 'part' }
  /** It gives skills that the goal asks for. */
  | { readonly code: 'gives-skills'; readonly skills: readonly string[] }
  /** It gives skills that are not held yet. */
  | { readonly code: 'new-skills'; readonly count: number }
  /** A later course asks for it first. */
  | { readonly code: 'before'; readonly offer: string }
  /** It ends before what is held leaves the window. */
  | { readonly code: 'in-window'; readonly achievement: RecordId; readonly until: LocalDate }
  /** It is the only one that teaches this within the limits, or one of several. */
  | { readonly code: 'only' }
  | { readonly code: 'one-of'; readonly count: number };

/** Why the course at a place of a plan is in it, the most telling first. */
export function whyOf(problem: Problem, taken: readonly Candidate[], at: number, result: Reached): readonly Why[] {
  const one = taken[at];
  if (one === undefined) return [];
  const { goal, limits, offers } = problem;
  const why: Why[] = [];
  const outcomes = problem.outcomes.filter(({ id }) => one.offer.outcomes.includes(id));
  if (result.planned.has(at)) {
    if (goal.kind === 'stack') {
      const major = goal.major !== null && outcomes.every(({ field }) => field === goal.major) ? goal.major : null;
      why.push({ code: 'counts', credits: outcomes.reduce((sum, { credits }) => sum + credits, 0), major });
    } else if (goal.kind === 'skills') {
      const held = new Set(problem.skills);
      why.push({ code: 'gives-skills', skills: one.skills.filter((uri) => goal.skills.includes(uri) && !held.has(uri)) });
    } else why.push({ code: 'part' });
  }
  const held = lineagesHeld(problem);
  for (const later of taken)
    if (later !== one && later.offer.requires.some((lineage) => one.lineages.includes(lineage) && !held.has(lineage)))
      why.push({ code: 'before', offer: later.offer.id });
  const leaving = goal.kind === 'stack' && result.planned.has(at) ? firstToLeave(problem, result.held) : null;
  if (leaving !== null && at === lastOf(taken)) why.push(leaving);
  const known = new Set(problem.skills);
  const fresh = one.skills.filter((uri) => !known.has(uri)).length;
  if (goal.kind !== 'skills' && fresh > 0) why.push({ code: 'new-skills', count: fresh });
  const key = [...one.offer.outcomes].sort().join(' ');
  const same = offers.filter((other) => [...other.outcomes].sort().join(' ') === key && suits(other, limits)).length;
  why.push(same <= 1 ? { code: 'only' } : { code: 'one-of', count: same });
  return why;
}

const lastOf = (taken: readonly Candidate[]): number =>
  taken.reduce((last, { ends }, at) => (ends > (taken[last]?.ends ?? 0) ? at : last), 0);

/** Years of the window of the Applied Learning Qualification (domain A5). */
const WINDOW_YEARS = 7;

function firstToLeave({ record }: Problem, counted: readonly RecordId[]): Why | null {
  const dated = record.achievements
    .filter(({ id }) => counted.includes(id))
    .map(({ id, date, mode, originalDate }) => ({ id, on: mode === 'crt' && originalDate !== null ? originalDate : date }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const [first] = dated;
  return first === undefined ? null : { code: 'in-window', achievement: first.id, until: addYears(first.on, WINDOW_YEARS) };
}
