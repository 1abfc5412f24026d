import { frameworkNamed } from '../../framework/frameworks.ts';
import { decide } from '../../framework/decide/index.ts';
import { versionInForce } from '../../framework/load.ts';
import type { Definition } from '../../framework/definition.ts';
import type { Composition } from '../../framework/schema.ts';
import type { Programme, Terms } from '../milp.ts';
import type { Candidate, Goal, Problem } from '../problem.ts';

/** What a goal asks for, as a tree: a unit by its lineage, a skill by its address, or so many of several. */
export type Requirement =
  | { readonly kind: 'unit'; readonly ref: string; readonly held: boolean }
  | { readonly kind: 'skill'; readonly uri: string; readonly held: boolean }
  | { readonly kind: 'some'; readonly least: number; readonly of: readonly Requirement[] };

type PartsGoal = Exclude<Goal, { kind: 'stack' }>;

/** What a goal asks for; null where the award is not made of named parts. Throws DecisionError as `decide` does. */
export function requirementOf(problem: Problem, goal: PartsGoal): Requirement | null {
  switch (goal.kind) {
    case 'skills': {
      const held = new Set(problem.skills);
      return every(goal.skills.map((uri) => ({ kind: 'skill', uri, held: held.has(uri) })));
    }
    case 'units': {
      const held = lineagesHeld(problem);
      return every(goal.units.map((ref) => ({ kind: 'unit', ref, held: held.has(ref) })));
    }
    case 'definition':
      return ofDefinition(problem, goal, goal.definition, new Set());
  }
}

const every = (of: readonly Requirement[]): Requirement => ({ kind: 'some', least: of.length, of });

/** Lineages of what was achieved and is confirmed. */
export function lineagesHeld({ record }: Pick<Problem, 'record'>): ReadonlySet<string> {
  const lineage = new Map(record.outcomes.map((one) => [one.id, one.lineage]));
  return new Set(
    record.achievements.flatMap(({ outcome, result, status }) => {
      const found = lineage.get(outcome);
      return found === undefined || result === 'not-achieved' || status !== 'confirmed' ? [] : [found];
    }),
  );
}

function ofDefinition(
  problem: Problem,
  goal: Extract<Goal, { kind: 'definition' }>,
  id: string,
  way: ReadonlySet<string>,
): Requirement | null {
  const framework = frameworkNamed(goal.framework);
  const definition = goal.definitions.find((one) => one.id === id);
  const award = framework?.awards.find((one) => one.id === definition?.award);
  if (framework === null || definition === undefined || award?.rule !== 'compose' || way.has(id)) return null;
  const rule = versionInForce(award, problem.today);
  if (rule === null) return null;
  const standing = decide(framework, award.id, problem.record, {
    asOf: problem.today,
    definition: id,
    definitions: goal.definitions,
  });
  const held = new Set(standing.parts.flatMap((part) => (part.held === null ? [] : [part.ref])));
  return ofComposition(rule.composition, definition, held, (ref) => ofDefinition(problem, goal, ref, new Set([...way, id])));
}

function ofComposition(
  composition: Composition,
  definition: Definition,
  held: ReadonlySet<string>,
  below: (ref: string) => Requirement | null,
): Requirement | null {
  const parts = (roles: readonly string[]): readonly Requirement[] =>
    definition.parts.filter(({ role }) => roles.includes(role)).map(({ ref }) => ({ kind: 'unit', ref, held: held.has(ref) }));
  switch (composition.kind) {
    case 'any':
    case 'list':
      return null;
    case 'all-of': {
      // What is earned in a course is assessed; a part that counts only when it was recognised otherwise cannot be planned.
      if (composition.modes?.includes('assessed') === false) return null;
      const asked = parts(composition.roles);
      return asked.length === 0 ? null : every(asked);
    }
    case 'core-elective': {
      const core = parts(composition.core);
      const may = parts([composition.elective]);
      if (core.length === 0) return null;
      return definition.electives === 0 ? every(core) : every([...core, { kind: 'some', least: definition.electives, of: may }]);
    }
    case 'lattice': {
      const asked = parts([composition.of]).map((part): Requirement => {
        const lower = part.kind === 'unit' && !part.held ? below(part.ref) : null;
        return lower === null ? part : { kind: 'some', least: 1, of: [part, lower] };
      });
      return asked.length === 0 ? null : every(asked);
    }
    case 'one-of': {
      const ways = composition.routes.flatMap(({ of }) => ofComposition(of, definition, held, below) ?? []);
      return ways.length === 0 ? null : { kind: 'some', least: 1, of: ways };
    }
  }
}

/** Refs and addresses that are still missing and that none of these candidates gives. */
export function givenByNone(requirement: Requirement, candidates: readonly Candidate[], problem: Problem): readonly string[] {
  const given = new Set(candidates.flatMap(({ lineages, skills }) => [...lineages, ...skills]));
  for (const { group } of problem.outcomes) if (group !== null) given.add(group.lineage);
  const walk = (one: Requirement): readonly string[] => {
    if (one.kind === 'some') {
      const lacking = one.of.map(walk);
      const open = lacking.filter((each) => each.length > 0);
      return one.of.length - open.length >= one.least ? [] : open.flat();
    }
    const ref = one.kind === 'unit' ? one.ref : one.uri;
    return one.held || given.has(ref) ? [] : [ref];
  };
  return [...new Set(walk(requirement))];
}

/** Leaves that are still missing: what a step of a plan may be taken for. */
export function missingOf(requirement: Requirement): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (one: Requirement): void => {
    if (one.kind === 'some') one.of.forEach(walk);
    else if (!one.held) found.add(one.kind === 'unit' ? one.ref : one.uri);
  };
  walk(requirement);
  return found;
}

/** Writes what a goal asks for: each leaf is held, or one candidate that gives it is taken. */
export function writeRequirement(
  programme: Programme,
  problem: Problem,
  requirement: Requirement,
  candidates: readonly Candidate[],
  columns: readonly number[],
): void {
  const givers = new Map<string, (readonly [number, number])[]>();
  for (const [at, { lineages, skills }] of candidates.entries())
    for (const name of new Set([...lineages, ...skills]))
      givers.set(name, [...(givers.get(name) ?? []), [columns[at] ?? 0, 1] as const]);
  const write = (one: Requirement): Terms | 'held' => {
    if (one.kind !== 'some') {
      if (one.held) return 'held';
      const terms = givers.get(one.kind === 'unit' ? one.ref : one.uri) ?? [];
      return one.kind === 'unit' ? [...terms, ...wholeGroup(programme, problem, one.ref, givers)] : terms;
    }
    const children = one.of.map(write);
    const held = children.filter((child) => child === 'held').length;
    if (held >= one.least) return 'held';
    const open = children.filter((child) => child !== 'held');
    const made = programme.binary();
    const least = one.least - held;
    if (least === open.length) for (const child of open) programme.atMost([[made, 1], ...minus(child)], 0);
    else {
      // Each child counts once, however many give it.
      const each = open.map((child) => {
        const there = programme.binary();
        programme.atMost([[there, 1], ...minus(child)], 0);
        return [there, -1] as const;
      });
      programme.atMost([[made, least], ...each], 0);
    }
    return [[made, 1]];
  };
  const root = write(requirement);
  if (root !== 'held') programme.atLeast(root, 1);
}

const minus = (terms: Terms): Terms => terms.map(([column, each]) => [column, -each] as const);

/** A part may be a standard whose credit sits on all of its outcomes: it is there when each of them is. */
function wholeGroup(programme: Programme, problem: Problem, lineage: string, givers: ReadonlyMap<string, Terms>): Terms {
  const members = problem.outcomes.filter(({ group }) => group?.lineage === lineage);
  const held = lineagesHeld(problem);
  return [...Map.groupBy(members, ({ group }) => group?.id).values()].flatMap((own): Terms => {
    const [first] = own;
    if (first === undefined || own.length < (first.group?.members ?? 0)) return [];
    const whole = programme.binary();
    for (const member of own)
      if (!held.has(member.lineage)) programme.atMost([[whole, 1], ...minus(givers.get(member.lineage) ?? [])], 0);
    return [[whole, 1]];
  });
}
