import type { $ZodIssue } from 'zod/v4/core';
import type { Composition, RecognitionFramework, RuleVersion } from './schema.ts';
import { frameworkFile } from './schema.ts';

/** Why a framework file is refused. Stable: scripts may rely on them. */
export const FRAMEWORK_PROBLEM_CODES = [
  'not-valid',
  'unknown-key',
  'unknown-rule',
  'unknown-level',
  'unknown-award',
  'duplicate-id',
  'cycle',
  'contradictory-gates',
  'cap-over-100',
  'not-a-multiple',
  'not-decidable',
] as const;
export type FrameworkProblemCode = (typeof FRAMEWORK_PROBLEM_CODES)[number];

export interface FrameworkProblem {
  /** Such as `awards[2].versions[0].size.most`. */
  readonly path: string;
  readonly code: FrameworkProblemCode;
  readonly message: string;
}

export type CheckedFramework =
  | { readonly ok: true; readonly framework: RecognitionFramework }
  | { readonly ok: false; readonly problems: readonly FrameworkProblem[] };

/**
 * Reads a framework file out of untrusted JSON: the framework, or every problem with its path and stable code, before anything is
 * decided by it. Never throws.
 */
export function checkFrameworkFile(json: unknown): CheckedFramework {
  const read = frameworkFile.safeParse(json);
  if (!read.success) return { ok: false, problems: read.error.issues.map(problemOf) };
  const problems = [
    ...ids(read.data),
    ...sizes(read.data),
    ...versions(read.data),
    ...claims(read.data),
    ...references(read.data),
    ...circles(read.data),
  ];
  return problems.length === 0 ? { ok: true, framework: read.data } : { ok: false, problems };
}

const RULE_KEYS = new Set(['rule', 'kind', 'on']);

function problemOf(issue: $ZodIssue): FrameworkProblem {
  const path = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part).slice(0, 64)}`))
    .join('')
    .replace(/^\./, '');
  if (issue.code === 'invalid_union' && RULE_KEYS.has(String(issue.path.at(-1))))
    return { path, code: 'unknown-rule', message: 'The engine has no such rule. A new rule is a new rule file.' };
  if (issue.code === 'unrecognized_keys')
    return { path, code: 'unknown-key', message: `A framework file has no ${issue.keys.slice(0, 3).join(', ')} here.` };
  return { path, code: 'not-valid', message: issue.message };
}

const twice = (names: readonly string[]): readonly number[] =>
  names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []));

function ids({ awards, accounts, levels }: RecognitionFramework): readonly FrameworkProblem[] {
  const say = (path: string): FrameworkProblem => ({ path, code: 'duplicate-id', message: 'This is in the file before.' });
  return [
    ...twice(awards.map(({ id }) => id)).map((at) => say(`awards[${at}].id`)),
    ...twice(accounts.map(({ id }) => id)).map((at) => say(`accounts[${at}].id`)),
    ...twice(levels.map(({ label }) => label)).map((at) => say(`levels[${at}].label`)),
    ...awards.flatMap(({ versions: all }, award) => [
      ...twice(all.map(({ version }) => version)).map((at) => say(`awards[${award}].versions[${at}].version`)),
      ...twice(all.map(({ from }) => from)).map((at) => say(`awards[${award}].versions[${at}].from`)),
    ]),
  ];
}

interface Place {
  readonly path: string;
  readonly rule: RuleVersion;
}

const rulesOf = ({ awards }: RecognitionFramework): readonly Place[] =>
  awards.flatMap((award, at) =>
    award.rule === 'stack' ? [] : award.versions.map((rule, nth) => ({ path: `awards[${at}].versions[${nth}]`, rule })),
  );

/** Every size is made of whole steps of the unit: 7.5 hours in India, a whole credit in New Zealand. */
function sizes(framework: RecognitionFramework): readonly FrameworkProblem[] {
  const { unit } = framework;
  const given: (readonly [string, number | null])[] = [
    ['unit.minutes', unit.minutes],
    ...rulesOf(framework).flatMap(({ path, rule }): (readonly [string, number | null])[] => [
      [`${path}.size.least`, rule.size.least],
      [`${path}.size.most`, rule.size.most],
      ...rule.atLevels.map(({ least }, at) => [`${path}.atLevels[${at}].least`, least] as const),
      [`${path}.definition.partStep`, rule.definition?.partStep ?? null],
    ]),
  ];
  return given.flatMap(([path, minutes]) =>
    minutes === null || minutes % unit.step === 0
      ? []
      : [{ path, code: 'not-a-multiple', message: `${minutes} minutes are no multiple of the step of ${unit.step}.` }],
  );
}

function versions(framework: RecognitionFramework): readonly FrameworkProblem[] {
  const rank = new Map(framework.levels.map(({ label }, at) => [label, at]));
  return rulesOf(framework).flatMap(({ path, rule }) => [
    ...gates(path, rule, rank),
    ...rule.caps.flatMap(({ mostPercent }, at): readonly FrameworkProblem[] =>
      mostPercent > 100
        ? [{ path: `${path}.caps[${at}].mostPercent`, code: 'cap-over-100', message: 'A share is at most 100 percent.' }]
        : [],
    ),
    ...decidable(path, rule),
  ]);
}

/**
 * What is claimed here is made of named parts, so that it has a title and is the same for everybody, and is not debited: debiting is done
 * in a bank of credits, which has its own rules.
 */
function claims({ awards }: RecognitionFramework): readonly FrameworkProblem[] {
  return awards.flatMap((award, at): readonly FrameworkProblem[] => {
    if (award.rule === 'stack' || award.claim === null) return [];
    const path = `awards[${at}].claim`;
    const { name } = award.claim;
    const problems: FrameworkProblem[] = [];
    if (!Object.values(name).every((words) => words === undefined || words.includes('{title}')))
      problems.push({ path: `${path}.name`, code: 'not-valid', message: 'The name has no place for the {title}.' });
    if (award.versions.some(isBySize))
      problems.push({ path, code: 'not-decidable', message: 'Only an award that is made of named parts is claimed here.' });
    if (award.versions.some(({ use }) => use === 'debits'))
      problems.push({
        path,
        code: 'not-decidable',
        message: 'What is debited is redeemed in a bank of credits, and not claimed here.',
      });
    return problems;
  });
}

const isBySize = ({ composition: { kind } }: RuleVersion): boolean => kind === 'any' || kind === 'list';

function gates(path: string, rule: RuleVersion, rank: ReadonlyMap<string, number>): readonly FrameworkProblem[] {
  const problems: FrameworkProblem[] = [];
  const against = (at: string, message: string) => problems.push({ path: `${path}.${at}`, code: 'contradictory-gates', message });
  const { least, most } = rule.size;
  if (least !== null && most !== null && least > most) against('size', 'The least size is above the most.');
  const { levels } = rule.counts;
  for (const [at, label] of [
    ['counts.levels.least', levels?.least],
    ['counts.levels.most', levels?.most],
    ...rule.atLevels.map((gate, nth) => [`atLevels[${nth}].from`, gate.from]),
  ] as const) {
    if (label != null && !rank.has(label))
      problems.push({ path: `${path}.${at}`, code: 'unknown-level', message: 'The framework has no such level.' });
  }
  if (levels?.most != null && (rank.get(levels.least) ?? 0) > (rank.get(levels.most) ?? 0))
    against('counts.levels', 'The lowest level is above the highest.');
  for (const [at, gate] of rule.atLevels.entries()) {
    if (most !== null && gate.least > most) against(`atLevels[${at}].least`, 'More is asked for at this level than in all.');
    if (levels?.most != null && (rank.get(gate.from) ?? 0) > (rank.get(levels.most) ?? 0))
      against(`atLevels[${at}].from`, 'Nothing of this level counts.');
  }
  const { definition } = rule;
  if (definition?.parts != null && definition.parts.most !== null && definition.parts.least > definition.parts.most)
    against('definition.parts', 'The fewest parts are more than the most.');
  if (definition?.leastSources != null && definition.mostSources !== null && definition.leastSources > definition.mostSources)
    against('definition.leastSources', 'The fewest sources are more than the most.');
  for (const role of definition?.needs ?? [])
    if (definition?.roles != null && !definition.roles.includes(role))
      against('definition.needs', `A part “${role}” is needed and not allowed.`);
  if (definition?.reviewYears != null && definition.reviewYears.least > definition.reviewYears.most)
    against('definition.reviewYears', 'The shortest time is above the longest.');
  if (definition?.mostOverlapPercent != null && definition.mostOverlapPercent > 100)
    problems.push({
      path: `${path}.definition.mostOverlapPercent`,
      code: 'cap-over-100',
      message: 'A share is at most 100 percent.',
    });
  return problems;
}

/** What the engine decides exactly, and no more: another mixture of gates is a new rule file, never an approximate answer. */
function decidable(path: string, rule: RuleVersion): readonly FrameworkProblem[] {
  const problems: FrameworkProblem[] = [];
  const not = (at: string, message: string) => problems.push({ path: `${path}.${at}`, code: 'not-decidable', message });
  const chooses = rule.caps.length > 0 || rule.use !== 'keeps' || rule.size.most !== null;
  const bySize = rule.composition.kind === 'any' || rule.composition.kind === 'list';
  if (rule.caps.length > 2) not('caps', 'Two caps are decided exactly; a third needs a rule of its own.');
  if (rule.caps.length > 0 && rule.size.least === null) not('caps', 'A cap is a share of the size that the award needs.');
  if (rule.atLevels.length > 0 && chooses)
    not('atLevels', 'Sizes by level are decided where all learning is kept and none is capped.');
  if (!bySize && (rule.caps.length > 0 || rule.atLevels.length > 0))
    not('composition', 'Caps and sizes by level are decided where the award is made by size.');
  return problems;
}

function latticesIn(of: Composition): readonly string[] {
  if (of.kind === 'lattice') return [of.of];
  return of.kind === 'one-of' ? of.routes.flatMap((route) => latticesIn(route.of)) : [];
}

function references(framework: RecognitionFramework): readonly FrameworkProblem[] {
  const known = new Set(framework.awards.map(({ id }) => id));
  return rulesOf(framework).flatMap(({ path, rule }) =>
    latticesIn(rule.composition).flatMap((below): readonly FrameworkProblem[] =>
      known.has(below)
        ? []
        : [{ path: `${path}.composition`, code: 'unknown-award', message: `The framework has no award ${below}.` }],
    ),
  );
}

/** An award is not made, over any number of steps, of itself. */
function circles({ awards }: RecognitionFramework): readonly FrameworkProblem[] {
  const below = new Map(
    awards.map((award) => [
      award.id,
      award.rule === 'stack' ? [] : award.versions.flatMap(({ composition }) => latticesIn(composition)),
    ]),
  );
  return awards.flatMap(({ id }, at): readonly FrameworkProblem[] => {
    const seen = new Set<string>();
    const next = [...(below.get(id) ?? [])];
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (one === id) return [{ path: `awards[${at}]`, code: 'cycle', message: `The award ${id} is made of itself.` }];
      if (!seen.has(one)) next.push(...(below.get(one) ?? []));
      seen.add(one);
    }
    return [];
  });
}
