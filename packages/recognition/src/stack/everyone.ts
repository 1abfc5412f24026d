import type { Entry } from '../award/context.ts';
import { addYearsToDay, dateOfDay } from '../record/local-date.ts';
import type { Outcome } from '../record/portable-record.ts';
import { bestValue, boundsOf, totalBounds, windows } from './best-value.ts';
import { fieldIndex, UNCLASSIFIED } from './field.ts';
import { buildModel, type Rule } from './model.ts';

/** Rows of countable achievements in columns, learner by learner: what a stream out of a database fills. */
export interface Columns {
  /** Index of the outcome in the catalogue that the decider was made with. */
  readonly outcome: Int32Array;
  /** Day number of the counting date. */
  readonly day: Int32Array;
  /** Any number that rows of one transfer chain share, -1 for none; left out when nothing was transferred. */
  readonly chain?: Int32Array;
}

/** Whether the award can be made, and with which majors: bit i of `majors` is the field FIELDS[i]. */
export interface Standing {
  readonly eligible: boolean;
  readonly majors: number;
}

export interface EveryoneDecider {
  /** Decides the rows `from` to before `to` of one learner; bit 31 of the answer is eligible, bits 0 to 16 the attainable majors. */
  readonly decide: (columns: Columns, from: number, to: number) => number;
}

const ELIGIBLE = 0x8000_0000;

export const standingOf = (answer: number): Standing => ({ eligible: (answer & ELIGIBLE) !== 0, majors: answer & 0x1ffff });

/** Anniversaries are looked up for the days from 1970 to about 2134. */
const TABLED_DAYS = 60_000;

const tables = new Map<number, Int32Array>();
function anniversaries(years: number): Int32Array {
  let table = tables.get(years);
  if (table === undefined) {
    table = Int32Array.from({ length: TABLED_DAYS }, (_, day) => addYearsToDay(day, years));
    tables.set(years, table);
  }
  return table;
}

/**
 * Makes a decider for many learners over one catalogue. Bounds decide most: too few credits in every window is a certain no, and
 * what outcomes without conflicts reach is a certain yes; the rest goes through the exact search. Same answers as `decide`.
 */
export function createEveryoneDecider(outcomes: readonly Outcome[], rule: Rule): EveryoneDecider {
  const { minCredits, majorPercent, windowYears } = rule;
  const catalogue = readCatalogue(outcomes);
  const lastSeen = new Int32Array(outcomes.length).fill(-1);
  // The last learner, by a running number, whose rows name an outcome.
  const present = new Int32Array(outcomes.length);
  let learner = 0;
  const anniversary = anniversaries(windowYears);
  const ownLeast = Math.ceil((majorPercent * minCredits) / 100);
  const own = new Int32Array(UNCLASSIFIED + 1);
  const ownUpper = new Int32Array(UNCLASSIFIED + 1);
  // Sums beside a major are kept in 64 bits; a policy that allows more is left to the exact search.
  const narrow = majorPercent > 0 && Math.floor(((100 - majorPercent) * (minCredits - 1)) / majorPercent) < 64;
  let capacity = 0;
  let end = new Int32Array(0);
  let before = new Int32Array(0);
  let after = new Int32Array(0);
  let order = new Int32Array(0);
  let hard = new Uint8Array(0);

  const grow = (count: number): void => {
    if (count <= capacity) return;
    capacity = Math.max(count, 2 * capacity, 256);
    end = new Int32Array(capacity);
    before = new Int32Array(capacity);
    after = new Int32Array(capacity);
    order = new Int32Array(capacity);
    hard = new Uint8Array(capacity);
  };

  /** Whether a row stands in a group, was transferred, or clashes with another row of the same learner. */
  const isHard = (index: number, chained: boolean): boolean => {
    if (chained || catalogue.always[index] === 1) return true;
    const clashes = catalogue.clashes[index];
    return clashes !== undefined && clashes.some((other) => present[other] === learner);
  };

  /** Rows in order of day, their windows, the rows before and after of the same learning, and which of them are hard. */
  const prepare = ({ outcome, day, chain }: Columns, from: number, count: number): boolean => {
    learner += 1;
    for (let p = 0; p < count; p += 1) {
      let at = p;
      while (at > 0 && day[order[at - 1]!]! > day[from + p]!) {
        order[at] = order[at - 1]!;
        at -= 1;
      }
      order[at] = from + p;
      present[outcome[from + p]!] = learner;
    }
    let last = 0;
    let any = false;
    for (let p = 0; p < count; p += 1) {
      const on = day[order[p]!]!;
      const limit = on >= 0 && on < TABLED_DAYS ? anniversary[on]! : addYearsToDay(on, windowYears);
      while (last + 1 < count && day[order[last + 1]!]! <= limit) last += 1;
      end[p] = last;
      const row = order[p]!;
      const learning = catalogue.learning[outcome[row]!]!;
      const earlier = lastSeen[learning]!;
      before[p] = earlier;
      if (earlier >= 0) after[earlier] = p;
      after[p] = count;
      lastSeen[learning] = p;
      const difficult = isHard(outcome[row]!, chain !== undefined && chain[row]! >= 0);
      hard[p] = difficult ? 1 : 0;
      if (difficult) any = true;
    }
    for (let p = 0; p < count; p += 1) lastSeen[catalogue.learning[outcome[order[p]!]!]!] = -1;
    return any;
  };

  /** Whether sums of the other fields' simple outcomes in a window can fill up to the least without costing the major. */
  const fillable = (outcome: Int32Array, goal: number, held: number, lo: number, hi: number): boolean => {
    const fewest = minCredits - held;
    const most = Math.floor(((100 - majorPercent) * held) / majorPercent);
    if (!narrow || most < fewest) return false;
    let low = 1;
    let high = 0;
    const reached = (): boolean => {
      for (let sum = fewest; sum <= most; sum += 1) if ((((sum < 32 ? low : high) >>> (sum & 31)) & 1) === 1) return true;
      return false;
    };
    for (let p = lo; p <= hi; p += 1) {
      const row = order[p]!;
      const index = outcome[row]!;
      const credits = catalogue.credits[index]!;
      if (before[p]! >= lo || catalogue.field[index] === goal || credits > most || hard[p] === 1) continue;
      if (credits >= 32) high |= low << (credits - 32);
      else if (credits > 0) {
        high |= (high << credits) | (low >>> (32 - credits));
        low |= low << credits;
      }
      if (reached()) return true;
    }
    return false;
  };

  const decide = (columns: Columns, from: number, to: number): number => {
    const count = to - from;
    if (count <= 0) return 0;
    grow(count);
    const bound = prepare(columns, from, count) || !narrow;
    const { outcome } = columns;
    let sure = 0;
    let maybe = 0;
    let lastEnd = -1;
    let total = 0;
    let upper = 0;
    own.fill(0);
    ownUpper.fill(0);
    // Of the rows of one learning in a window the earliest counts; the sums move along with the window.
    const move = (p: number, sign: number): void => {
      const index = outcome[order[p]!]!;
      const field = catalogue.field[index]!;
      if (bound) {
        const most = sign * catalogue.upper[index]!;
        ownUpper[field]! += most;
        upper += most;
        if (hard[p] === 1) return;
      }
      const credits = sign * catalogue.credits[index]!;
      own[field]! += credits;
      total += credits;
    };
    for (let lo = 0; lo < count; lo += 1) {
      const hi = end[lo]!;
      if (lo > 0) {
        move(lo - 1, -1);
        if (after[lo - 1]! <= lastEnd) move(after[lo - 1]!, 1);
      }
      if (hi === lastEnd) continue;
      for (let p = lastEnd + 1; p <= hi; p += 1) if (before[p]! < lo) move(p, 1);
      lastEnd = hi;
      if ((bound ? upper : total) < minCredits) continue;
      maybe |= ELIGIBLE;
      if (total >= minCredits) sure |= ELIGIBLE;
      for (let field = 0; field < UNCLASSIFIED; field += 1) {
        const bit = 1 << field;
        if ((sure & bit) !== 0 || (bound ? ownUpper : own)[field]! < ownLeast) continue;
        maybe |= bit;
        const held = own[field]!;
        if (held >= minCredits || (held >= ownLeast && fillable(outcome, field, held, lo, hi))) sure |= bit | ELIGIBLE;
      }
    }
    return !bound || sure === maybe ? sure : exactly(columns, from, count, sure, maybe & ~sure);
  };

  /** The exact search, for what the bounds leave open. */
  const exactly = ({ outcome, day, chain }: Columns, from: number, count: number, sure: number, open: number): number => {
    const roots = new Map<number, number>();
    const chains = new Int32Array(count);
    const entries: Entry[] = [];
    for (let index = 0; index < count; index += 1) {
      const row = from + index;
      const shared = chain === undefined ? -1 : chain[row]!;
      if (shared >= 0 && !roots.has(shared)) roots.set(shared, index);
      chains[index] = shared < 0 ? index : (roots.get(shared) ?? index);
      entries.push(entryOf(outcomes[outcome[row]!]!, index, day[row]!));
    }
    const model = buildModel(entries, chains, rule);
    const starts = windows(model);
    const bounds = totalBounds(model);
    let answer = sure;
    if ((open & ELIGIBLE) !== 0 && bestValue(model, -1, starts, bounds) !== null) answer |= ELIGIBLE;
    if ((answer & ELIGIBLE) === 0) return answer;
    for (let field = 0; field < UNCLASSIFIED; field += 1) {
      if ((open & (1 << field)) !== 0 && bestValue(model, field, starts, boundsOf(model, field, bounds)) !== null)
        answer |= 1 << field;
    }
    return answer;
  };
  return { decide };
}

/** An entry for the search, which looks at the outcome and the counting date only. */
function entryOf(outcome: Outcome, index: number, day: number): Entry {
  const date = dateOfDay(day);
  return {
    index,
    outcome,
    countingDate: date,
    day,
    provider: { id: 'any', name: 'any', kind: 'any', accreditations: [] },
    achievement: {
      id: `${index}`,
      outcome: outcome.id,
      provider: 'any',
      date,
      result: 'achieved',
      mode: 'assessed',
      originalDate: null,
      source: null,
      status: 'confirmed',
      usedIn: [],
      alsoCountedIn: [],
    },
  };
}

interface CatalogueColumns {
  readonly credits: Int32Array;
  readonly field: Uint8Array;
  /** What stands for the outcome where learning is told apart: versions of a lineage with equal credits and field are one. */
  readonly learning: Int32Array;
  /** 1 for a member of a group, which counts with the others or not at all. */
  readonly always: Uint8Array;
  /** The outcomes that may not count beside it: other versions that differ, and exclusions either way. */
  readonly clashes: readonly (readonly number[] | undefined)[];
  /** Credits that it can bring at most: a member's is its group's. */
  readonly upper: Int32Array;
}

function readCatalogue(outcomes: readonly Outcome[]): CatalogueColumns {
  const named = new Map<string, number[]>();
  const excluding = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, name: string, index: number): void => {
    const list = map.get(name);
    if (list === undefined) map.set(name, [index]);
    else list.push(index);
  };
  const namesOf = ({ lineage, group }: Outcome): readonly string[] =>
    group === null || group.lineage === lineage ? [lineage] : [lineage, group.lineage];
  for (const [index, outcome] of outcomes.entries()) {
    for (const name of namesOf(outcome)) add(named, name, index);
    for (const name of outcome.excludes) add(excluding, name, index);
  }
  const alike = (one: Outcome, other: Outcome): boolean =>
    one.group === null && other.group === null && one.credits === other.credits && one.field === other.field;
  const learning = Int32Array.from(outcomes, (outcome, index) => {
    const same = named.get(outcome.lineage) ?? [index];
    return same.every((other) => alike(outcome, outcomes[other]!)) ? same[0]! : index;
  });
  const clashes = outcomes.map((outcome, index) => {
    const found = new Set<number>();
    for (const name of outcome.excludes) for (const other of named.get(name) ?? []) found.add(other);
    for (const name of namesOf(outcome)) {
      for (const other of excluding.get(name) ?? []) found.add(other);
      for (const other of named.get(name) ?? []) if (learning[other] !== learning[index]) found.add(other);
    }
    found.delete(index);
    return found.size === 0 ? undefined : [...found];
  });
  return {
    credits: Int32Array.from(outcomes, ({ credits }) => credits),
    field: Uint8Array.from(outcomes, ({ field }) => fieldIndex(field)),
    learning,
    always: Uint8Array.from(outcomes, ({ group }) => (group === null ? 0 : 1)),
    clashes,
    upper: Int32Array.from(outcomes, ({ credits, group }) => group?.credits ?? credits),
  };
}
