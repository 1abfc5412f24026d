import { type Entry, readContext } from '../../award/context.ts';
import { reasonAgainst } from '../../award/index.ts';
import { choosePolicy } from '../../award/policy.ts';
import { frameworks } from '../../framework/frameworks.ts';
import { stackOf } from '../../framework/stack.ts';
import { addYearsToDay, dateOfDay } from '../../record/local-date.ts';
import type { Field } from '../../record/portable-record.ts';
import type { Programme, Terms } from '../milp.ts';
import { plannedRecord } from '../planned-record.ts';
import type { Candidate, Goal, Problem } from '../problem.ts';

type StackGoal = Extract<Goal, { kind: 'stack' }>;

/** Something that may be counted once: its credits count when the terms make one. */
interface Item {
  readonly credits: number;
  readonly field: Field | null;
  readonly terms: Terms;
  readonly names: readonly string[];
  readonly excludes: readonly string[];
}

interface Source {
  readonly entry: Entry;
  /** The column that is one when it is there: the candidate's, or whether what is held is counted. */
  readonly column: number;
}

/**
 * Writes the rule of an award that stacks, for what is held and what may be planned together: enough credits within the window, each
 * learning once, exclusions kept, groups whole, and the major's share. What can never count is found by the very rules that decide.
 * `loose` says that somebody may take what they do not count, so that counting is a choice of its own for every outcome.
 */
export function writeStackGoal(
  programme: Programme,
  problem: Problem,
  goal: StackGoal,
  candidates: readonly Candidate[],
  columns: readonly number[],
  loose: (lineage: string) => boolean,
): void {
  const { policy } = choosePolicy(stackOf(frameworks[goal.framework]), goal.award);
  const { record, places } = plannedRecord(problem, candidates);
  const latest = candidates.reduce((most, { ends }) => Math.max(most, ends), 0);
  const context = readContext(record, { asOf: dateOfDay(latest) });
  const entryAt = new Map(context.entries.map((entry) => [entry.index, entry]));
  const earliest = candidates.reduce((least, { ends }) => Math.min(least, ends), Number.POSITIVE_INFINITY);
  const counts = (entry: Entry | undefined): entry is Entry => entry !== undefined && reasonAgainst(entry, context) === null;
  const until = (entry: Entry): number => addYearsToDay(entry.day, policy.windowYears);
  // Something is planned, so what left the window before anything can end counts no more.
  const held = context.entries.filter(
    (entry) => entry.index < problem.record.achievements.length && counts(entry) && until(entry) >= earliest,
  );
  const heldSources = held.map((entry): Source => ({ entry, column: programme.binary() }));
  const planned = candidates.flatMap((_, at) =>
    (places[at] ?? []).flatMap((place): readonly Source[] => {
      const entry = entryAt.get(place);
      return counts(entry) ? [{ entry, column: columns[at] ?? 0 }] : [];
    }),
  );
  const late = lateness(programme, heldSources, latest, until);
  const items = itemsOf(programme, heldSources, planned, loose, late);
  keepApart(programme, items, heldSources, context.chain);
  const all = items.flatMap(({ credits, terms }) => terms.map(([column, each]) => [column, each * credits] as const));
  programme.atLeast(all, policy.minCredits);
  if (goal.major !== null) {
    const share = items.flatMap(({ credits, field, terms }) =>
      terms.map(([column, each]) => [column, each * credits * ((field === goal.major ? 100 : 0) - policy.majorPercent)] as const),
    );
    programme.atLeast(share, 0);
  }
}

/** For each day on which something that is held leaves the window: whether anything that counts ends after it. */
interface Lateness {
  readonly days: readonly number[];
  readonly columns: readonly number[];
}

function lateness(programme: Programme, held: readonly Source[], latest: number, until: (entry: Entry) => number): Lateness {
  const days = [...new Set(held.map(({ entry }) => until(entry)))].filter((day) => day < latest).sort((a, b) => a - b);
  const columns = days.map(() => programme.binary());
  for (let at = 1; at < columns.length; at += 1)
    programme.atMost(
      [
        [columns[at] ?? 0, 1],
        [columns[at - 1] ?? 0, -1],
      ],
      0,
    );
  for (const { entry, column } of held) {
    const at = days.indexOf(until(entry));
    if (at >= 0)
      programme.atMost(
        [
          [column, 1],
          [columns[at] ?? 0, 1],
        ],
        1,
      );
  }
  return { days, columns };
}

function itemsOf(
  programme: Programme,
  held: readonly Source[],
  planned: readonly Source[],
  loose: (lineage: string) => boolean,
  late: Lateness,
): readonly Item[] {
  const items: Item[] = [];
  for (const { entry, column } of held) {
    if (entry.outcome.group !== null) continue;
    const { credits, field, lineage, excludes } = entry.outcome;
    items.push({ credits, field, terms: [[column, 1]], names: [lineage], excludes });
  }
  const alone = planned.filter(({ entry }) => entry.outcome.group === null);
  for (const sources of Map.groupBy(alone, ({ entry }) => entry.outcome.lineage).values())
    for (const same of Map.groupBy(sources, ({ entry }) => entry.outcome.id).values()) {
      const { credits, field, lineage, excludes } = same[0]!.entry.outcome;
      const taken = same.map(({ column }) => [column, 1] as const);
      if (!loose(lineage)) {
        items.push({ credits, field, terms: taken, names: [lineage], excludes });
        for (const [at, day] of late.days.entries()) {
          const after = same.filter(({ entry }) => entry.day > day).map(({ column }) => [column, 1] as const);
          if (after.length > 0) programme.atMost([...after, [late.columns[at] ?? 0, -1]], 0);
        }
        continue;
      }
      const counted = programme.binary();
      supply(programme, counted, same, [], late);
      items.push({ credits, field, terms: [[counted, 1]], names: [lineage], excludes });
    }
  items.push(...groupsOf(programme, held, planned, late));
  return items;
}

/** A column may be one only when one of the sources is there, and no later than the last day that counts. */
function supply(programme: Programme, column: number, planned: readonly Source[], held: readonly Source[], late: Lateness): void {
  const there = held.map((one) => [one.column, -1] as const);
  programme.atMost([[column, 1], ...there, ...planned.map((one) => [one.column, -1] as const)], 0);
  for (const [at, day] of late.days.entries()) {
    const inTime = planned.filter(({ entry }) => entry.day <= day);
    if (inTime.length === planned.length) continue;
    programme.atMost([[column, 1], ...there, ...inTime.map((one) => [one.column, -1] as const), [late.columns[at] ?? 0, -1]], 0);
  }
}

/** Credit that sits on a whole set of outcomes counts when every member is there, held or planned (domain A1). */
function groupsOf(programme: Programme, held: readonly Source[], planned: readonly Source[], late: Lateness): readonly Item[] {
  const inGroup = [...held, ...planned].filter(({ entry }) => entry.outcome.group !== null);
  const own = new Set(held);
  return [...Map.groupBy(inGroup, ({ entry }) => entry.outcome.group?.id).values()].flatMap((sources): readonly Item[] => {
    const { group, field } = sources[0]!.entry.outcome;
    const members = [...Map.groupBy(sources, ({ entry }) => entry.outcome.id).values()];
    if (group === null || members.length < group.members) return [];
    const whole = programme.binary();
    for (const member of members)
      supply(
        programme,
        whole,
        member.filter((one) => !own.has(one)),
        member.filter((one) => own.has(one)),
        late,
      );
    const outcomes = members.map((member) => member[0]!.entry.outcome);
    return [
      {
        credits: group.credits,
        field,
        terms: [[whole, 1]],
        names: [...new Set([group.lineage, ...outcomes.map(({ lineage }) => lineage)])],
        excludes: [...new Set(outcomes.flatMap(({ excludes }) => excludes))],
      },
    ];
  });
}

/** Each learning once, whatever it came by; what excludes one another not together; one of a chain of transfers. */
function keepApart(programme: Programme, items: readonly Item[], held: readonly Source[], chain: Int32Array): void {
  const named = new Map<string, Item[]>();
  for (const item of items) for (const name of item.names) named.set(name, [...(named.get(name) ?? []), item]);
  for (const same of named.values())
    if (same.length > 1)
      programme.atMost(
        same.flatMap(({ terms }) => terms),
        1,
      );
  const done = new Set<string>();
  const place = new Map(items.map((item, at) => [item, at]));
  for (const item of items)
    for (const name of item.excludes)
      for (const other of named.get(name) ?? []) {
        const pair = [place.get(item) ?? 0, place.get(other) ?? 0].sort((a, b) => a - b).join(' ');
        if (item === other || done.has(pair)) continue;
        done.add(pair);
        programme.atMost([...item.terms, ...other.terms], 1);
      }
  for (const same of Map.groupBy(held, ({ entry }) => chain[entry.index]).values())
    if (same.length > 1)
      programme.atMost(
        same.map(({ column }) => [column, 1] as const),
        1,
      );
}
