import { type Entry, readContext } from '../award/context.ts';
import { reasonAgainst } from '../award/index.ts';
import { dateOfDay } from '../record/local-date.ts';
import { lineagesHeld, missingOf, type Requirement, requirementOf } from './goal/requirement.ts';
import { plannedRecord } from './planned-record.ts';
import type { Candidate, Problem } from './problem.ts';

/**
 * Candidates that can be of use: what the goal can count, what those ask for before, and so on. A candidate whose own conditions no other
 * meets in time is left out. What is left out is in no plan that is best for an aim, but for the most skill, which takes everything.
 */
export function withinReach(problem: Problem, candidates: readonly Candidate[]): readonly Candidate[] {
  const useful = usefulTo(problem, candidates);
  const givers = Map.groupBy(
    candidates.flatMap((one) => one.lineages.map((lineage) => ({ lineage, one }))),
    ({ lineage }) => lineage,
  );
  const kept = new Set<Candidate>();
  const left = candidates.filter(useful);
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (kept.has(one)) continue;
    kept.add(one);
    for (const lineage of one.offer.requires) left.push(...(givers.get(lineage) ?? []).map((giver) => giver.one));
  }
  return withConditions(
    problem,
    candidates.filter((one) => kept.has(one)),
  );
}

/** Which candidates the goal can count by themselves. */
export const countedBy = (problem: Problem, candidates: readonly Candidate[]): ((one: Candidate) => boolean) =>
  usefulTo(problem, candidates);

function usefulTo(problem: Problem, candidates: readonly Candidate[]): (one: Candidate) => boolean {
  const { goal } = problem;
  if (goal.kind !== 'stack') {
    const requirement = requirementOf(problem, goal);
    const missing = requirement === null ? new Set<string>() : withMembers(problem, requirement);
    return ({ lineages, skills }) => lineages.some((one) => missing.has(one)) || skills.some((one) => missing.has(one));
  }
  const { record, places } = plannedRecord(problem, candidates);
  const latest = candidates.reduce((most, { ends }) => Math.max(most, ends), 0);
  const context = readContext(record, { asOf: dateOfDay(latest) });
  const counts = new Set(
    context.entries.filter((entry: Entry) => reasonAgainst(entry, context) === null).map(({ index }) => index),
  );
  const at = new Map(candidates.map((one, place) => [one, place]));
  return (one) => places[at.get(one) ?? -1]?.some((place) => counts.has(place)) === true;
}

function withMembers({ outcomes }: Problem, requirement: Requirement): ReadonlySet<string> {
  const missing = new Set(missingOf(requirement));
  for (const { lineage, group } of outcomes) if (group !== null && missing.has(group.lineage)) missing.add(lineage);
  return missing;
}

/** Leaves out what can never be begun, until nothing more is left out. */
function withConditions(problem: Problem, candidates: readonly Candidate[]): readonly Candidate[] {
  const held = lineagesHeld(problem);
  for (let before = candidates; ; ) {
    const first = new Map<string, number>();
    for (const { lineages, ends } of before)
      for (const lineage of lineages) first.set(lineage, Math.min(first.get(lineage) ?? Number.POSITIVE_INFINITY, ends));
    const after = before.filter(({ offer, lineages, begins }) =>
      offer.requires.every((one) => held.has(one) || lineages.includes(one) || (first.get(one) ?? begins) < begins),
    );
    if (after.length === before.length) return after;
    before = after;
  }
}
