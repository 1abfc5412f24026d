import type { AwardPolicy, Framework } from '../framework/framework.ts';
import { addYears } from '../record/local-date.ts';
import { FIELDS, type Field, type LocalDate, type RecognitionRecord, type RecordId } from '../record/portable-record.ts';
import { type Context, type Entry, readContext } from './context.ts';
import type { DecideOptions } from './decide.ts';
import { EXCLUSION_REASONS, type SelectionDecision, type Undated } from './decision.ts';
import { reasonAgainst } from './index.ts';
import { choosePolicy } from './policy.ts';

export interface SelectOptions extends DecideOptions {
  /** Ids of the achievements that the learner picked. */
  readonly select: readonly RecordId[];
}

/** What can be wrong with a selection; a reason of exclusion is a code as well. */
export const SELECTION_PROBLEM_CODES = [
  'unknown-achievement',
  'outside-window',
  'same-lineage',
  'excluded-pair',
  'same-transfer',
  'group-not-whole',
  'too-few-credits',
] as const;
export type SelectionProblemCode = (typeof SELECTION_PROBLEM_CODES)[number];

interface Problem {
  readonly code: string;
  readonly achievements: readonly RecordId[];
}

/**
 * Decides a selection that the learner edited: whether it makes the award, with which majors, and what is wrong with it (contracts
 * 3, `--select`). Throws DecisionError `unknown-policy` or `unknown-award`.
 */
export function decideSelection(
  framework: Framework,
  award: string,
  record: RecognitionRecord,
  options: SelectOptions & { readonly asOf: LocalDate },
): SelectionDecision;
export function decideSelection(
  framework: Framework,
  award: string,
  record: RecognitionRecord,
  options: SelectOptions,
): Undated<SelectionDecision>;
export function decideSelection(
  framework: Framework,
  award: string,
  record: RecognitionRecord,
  options: SelectOptions,
): Undated<SelectionDecision> {
  const { award: chosen, policy } = choosePolicy(framework, award, options.policy);
  const context = readContext(record, options);
  const asked = new Set(options.select);
  const picked = context.entries.filter((entry) => asked.has(entry.achievement.id));
  for (const entry of picked) asked.delete(entry.achievement.id);
  const problems: Problem[] = [];
  if (asked.size > 0) problems.push({ code: 'unknown-achievement', achievements: [...asked].sort() });
  const countable: Entry[] = [];
  const byReason = new Map<string, Entry[]>();
  for (const entry of picked) {
    const reason = reasonAgainst(entry, context);
    if (reason === null) countable.push(entry);
    else byReason.set(reason, [...(byReason.get(reason) ?? []), entry]);
  }
  for (const code of EXCLUSION_REASONS) {
    const entries = byReason.get(code);
    if (entries !== undefined) problems.push({ code, achievements: ids(entries) });
  }
  countable.sort((a, b) =>
    a.countingDate === b.countingDate ? (a.achievement.id < b.achievement.id ? -1 : 1) : a.countingDate < b.countingDate ? -1 : 1,
  );
  problems.push(...windowProblems(countable, policy), ...pairProblems(countable, context));
  const { credits, byField, broken } = total(countable);
  problems.push(...broken);
  if (credits < policy.minCredits) problems.push({ code: 'too-few-credits', achievements: ids(countable) });
  const valid = problems.length === 0;
  return {
    award: chosen.id,
    policy: { id: chosen.policy, version: policy.version },
    asOf: context.asOf,
    selection: {
      valid,
      credits,
      from: countable[0]?.countingDate ?? null,
      to: countable.at(-1)?.countingDate ?? null,
      majors: valid ? FIELDS.filter((field) => 100 * (byField.get(field) ?? 0) >= policy.majorPercent * credits) : [],
      problems,
    },
  };
}

const ids = (entries: readonly Entry[]): readonly RecordId[] => entries.map(({ achievement }) => achievement.id).sort();

/** Those later than seven calendar years after the earliest, anniversary included (domain A5, A6). */
function windowProblems(ordered: readonly Entry[], policy: AwardPolicy): readonly Problem[] {
  const first = ordered[0];
  if (first === undefined) return [];
  const last = addYears(first.countingDate, policy.windowYears);
  const outside = ordered.filter(({ countingDate }) => countingDate > last);
  return outside.length === 0 ? [] : [{ code: 'outside-window', achievements: ids(outside) }];
}

const namesOf = ({ outcome }: Entry): readonly string[] =>
  outcome.group === null ? [outcome.lineage] : [outcome.lineage, outcome.group.lineage];

function pairProblems(entries: readonly Entry[], { chain }: Context): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [at, a] of entries.entries()) {
    for (const b of entries.slice(at + 1)) {
      const code = pairProblem(a, b, chain);
      if (code !== null) problems.push({ code, achievements: ids([a, b]) });
    }
  }
  return problems;
}

function pairProblem(a: Entry, b: Entry, chain: Int32Array): SelectionProblemCode | null {
  if (chain[a.index] === chain[b.index]) return 'same-transfer';
  if (a.outcome.lineage === b.outcome.lineage) return 'same-lineage';
  if (a.outcome.group !== null && a.outcome.group.id === b.outcome.group?.id) return null;
  const [ofA, ofB] = [namesOf(a), namesOf(b)];
  if (ofA.some((name) => ofB.includes(name))) return 'same-lineage';
  return a.outcome.excludes.some((name) => ofB.includes(name)) || b.outcome.excludes.some((name) => ofA.includes(name))
    ? 'excluded-pair'
    : null;
}

/** Credits of outcomes and of whole groups; a group that is not whole is a problem (domain A1). */
function total(entries: readonly Entry[]): {
  readonly credits: number;
  readonly byField: ReadonlyMap<Field | null, number>;
  readonly broken: readonly Problem[];
} {
  const byField = new Map<Field | null, number>();
  const groups = new Map<string, Entry[]>();
  const broken: Problem[] = [];
  let credits = 0;
  const add = (field: Field | null, more: number): void => {
    credits += more;
    byField.set(field, (byField.get(field) ?? 0) + more);
  };
  for (const entry of entries) {
    const { group } = entry.outcome;
    if (group === null) add(entry.outcome.field, entry.outcome.credits);
    else groups.set(group.id, [...(groups.get(group.id) ?? []), entry]);
  }
  for (const members of groups.values()) {
    const { outcome } = members[0]!;
    if (outcome.group === null) continue;
    if (new Set(members.map((member) => member.outcome.id)).size === outcome.group.members)
      add(outcome.field, outcome.group.credits);
    else broken.push({ code: 'group-not-whole', achievements: ids(members) });
  }
  return { credits, byField, broken };
}
