import { addYears, dateOfDay, dayNumber } from '../src/record/local-date.ts';
import {
  type Accreditation,
  type Achievement,
  FIELDS,
  type Field,
  type Outcome,
  type RecognitionRecord,
} from '../src/record/portable-record.ts';
import { type Random, random } from './random.ts';

/** How tangled a generated record is; shares are from 0 to 1. */
export interface Kind {
  readonly achievements: readonly [number, number];
  readonly fields: number;
  readonly credits: readonly number[];
  readonly years: number;
  /** Outcomes that take the lineage of another. */
  readonly newVersions: number;
  /** Achievements that repeat an outcome. */
  readonly repeats: number;
  /** Exclusions for each outcome. */
  readonly exclusions: number;
  /** Groups for each achievement. */
  readonly groups: number;
  readonly transfers: number;
  /** Results that cannot count, by one reason or another. */
  readonly blemishes: number;
  readonly spent: number;
}

export const SMALL: Kind = {
  achievements: [0, 14],
  fields: 4,
  credits: [0, 1, 2, 3, 4, 5, 5, 6, 8, 8, 10, 10, 12, 15, 20, 21, 26, 40, 45, 100, 999],
  years: 12,
  newVersions: 0.15,
  repeats: 0.15,
  exclusions: 0.2,
  groups: 0.08,
  transfers: 0.15,
  blemishes: 0.08,
  spent: 0.04,
};

export const LARGE: Kind = {
  achievements: [30, 300],
  fields: 17,
  credits: [1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 8, 10, 12, 15, 20],
  years: 15,
  newVersions: 0.03,
  repeats: 0.05,
  exclusions: 0.02,
  groups: 0.015,
  transfers: 0.02,
  blemishes: 0.03,
  spent: 0.005,
};

export const THREE_HUNDRED: Kind = { ...LARGE, achievements: [300, 300] };

const FIRST_DAY = dayNumber('2012-01-01');
/** Where windows begin and end: leap days, their neighbours, and anniversaries seven years on. */
const EDGES = [
  '2016-02-29',
  '2016-02-28',
  '2016-03-01',
  '2020-02-29',
  '2023-02-28',
  '2023-03-01',
  '2013-03-01',
  '2020-03-01',
  '2027-02-28',
  '2020-02-28',
];
/** An accreditation that ends on this day, and a last date for assessment on it: the edge counts, the day after does not. */
const CLOSING = '2019-06-30';
const AFTER_CLOSING = '2019-07-01';

/** A record that `parseRecord` accepts, made from a seed. Small kinds are dense in edges; large ones look like long real records. */
export function generate(seed: number, kind: Kind): RecognitionRecord {
  const r = random(seed);
  const count = r.whole(...kind.achievements);
  const fields: readonly (Field | null)[] = [
    null,
    ...Array.from({ length: kind.fields }, (_, at) => FIELDS[(at * 7 + seed) % FIELDS.length]!),
  ];
  const outcomes = makeOutcomes(r, kind, count, fields);
  const achievements = makeAchievements(r, kind, count, outcomes);
  const used = new Set(achievements.map(({ outcome }) => outcome));
  return {
    type: 'RecognitionRecord',
    version: 1,
    organisations: organisations(),
    outcomes: outcomes.filter(({ id }) => used.has(id) || r.chance(0.2)),
    achievements,
  };
}

function organisations(): RecognitionRecord['organisations'] {
  const provider = (id: string, accreditations: readonly Accreditation[]) => ({
    id,
    name: `Invented provider ${id}`,
    kind: 'provider',
    accreditations,
  });
  return [
    provider('p-all', [{ from: '2000-01-01', to: null, scope: [{ kind: 'all' }] }]),
    provider('p-closed', [{ from: '2000-01-01', to: CLOSING, scope: [{ kind: 'all' }] }]),
    provider('p-none', []),
    provider('p-fields', [
      { from: '2000-01-01', to: null, scope: FIELDS.slice(0, 9).map((field) => ({ kind: 'field', field, maxLevel: 5 })) },
    ]),
  ];
}

function makeOutcomes(r: Random, kind: Kind, count: number, fields: readonly (Field | null)[]): readonly Outcome[] {
  const wanted = Math.max(1, Math.round(count * (1 - kind.repeats)));
  const outcomes: Outcome[] = [];
  let group = 0;
  while (outcomes.length < wanted) {
    if (r.chance(kind.groups) && wanted - outcomes.length >= 2) {
      const members = r.whole(1, Math.min(4, wanted - outcomes.length));
      const earlier = outcomes.find((outcome) => outcome.group !== null)?.group;
      const lineage = earlier !== undefined && earlier !== null && r.chance(0.3) ? earlier.lineage : `gl-${group}`;
      const shared = { id: `g-${group}`, lineage, credits: Math.max(1, r.pick(kind.credits)), members };
      const field = r.pick(fields);
      for (let at = 0; at < members; at += 1)
        outcomes.push({ ...makeOutcome(r, kind, outcomes.length, field), credits: 0, group: shared });
      group += 1;
    } else outcomes.push(makeOutcome(r, kind, outcomes.length, r.pick(fields)));
  }
  return outcomes
    .map((outcome, at) => tangle(r, kind, outcome, at, outcomes))
    .map((outcome, _, all) => untangleGroup(outcome, all));
}

function makeOutcome(r: Random, kind: Kind, at: number, field: Field | null): Outcome {
  return {
    id: `lo-${at}`,
    code: `${8000 + at}`,
    version: 1,
    name: `Invented outcome ${at}`,
    credits: r.pick(kind.credits),
    level: r.chance(0.1) ? null : r.whole(1, 7),
    field,
    subfield: null,
    domain: null,
    lineage: `l-${at}`,
    accredited: !r.chance(kind.blemishes / 3),
    excludes: [],
    group: null,
    lastAssessment: r.chance(kind.blemishes) ? CLOSING : null,
  };
}

function tangle(r: Random, kind: Kind, outcome: Outcome, at: number, all: readonly Outcome[]): Outcome {
  const other = (): Outcome => all[r.whole(0, all.length - 1)]!;
  let { lineage } = outcome;
  if (at > 0 && r.chance(kind.newVersions)) {
    const source = all[r.whole(0, at - 1)]!;
    if (outcome.group === null || source.group?.id !== outcome.group.id) lineage = source.lineage;
  }
  const excludes = new Set<string>();
  for (let chances = kind.exclusions; chances > 0; chances -= 1) {
    if (!r.chance(Math.min(1, chances))) continue;
    const { group, lineage: own } = other();
    excludes.add(group !== null && r.chance(0.5) ? group.lineage : own);
  }
  if (r.chance(0.02)) excludes.add('l-elsewhere');
  excludes.delete(lineage);
  if (outcome.group !== null) excludes.delete(outcome.group.lineage);
  return { ...outcome, lineage, excludes: [...excludes] };
}

/** Members of a group neither share a lineage nor exclude one another, or the file would be unusable. */
function untangleGroup(outcome: Outcome, all: readonly Outcome[]): Outcome {
  if (outcome.group === null) return outcome;
  const fellows = all.filter((other) => other.id !== outcome.id && other.group?.id === outcome.group?.id);
  const lineage = fellows.some((fellow) => fellow.lineage === outcome.lineage) ? `own-${outcome.id}` : outcome.lineage;
  const taken = new Set(fellows.flatMap((fellow) => [fellow.lineage, `own-${fellow.id}`]));
  return { ...outcome, lineage, excludes: outcome.excludes.filter((excluded) => !taken.has(excluded) && excluded !== lineage) };
}

function makeAchievements(r: Random, kind: Kind, count: number, outcomes: readonly Outcome[]): readonly Achievement[] {
  const achievements: Achievement[] = [];
  const order = r.chance(0.5);
  for (let at = 0; at < count; at += 1) {
    const outcome = outcomes[at < outcomes.length ? at : r.whole(0, outcomes.length - 1)]!;
    const date = makeDate(r, kind, achievements);
    const source = at > 0 && r.chance(kind.transfers) ? achievements[r.whole(0, at - 1)]! : null;
    const transferred = source !== null || r.chance(kind.transfers / 4);
    const original = source?.originalDate ?? source?.date ?? date;
    achievements.push({
      id: order ? `a-${at}` : `a-${count - at}`,
      outcome: outcome.id,
      provider: r.chance(kind.blemishes) ? r.pick(['p-closed', 'p-none', 'p-fields']) : r.chance(0.1) ? 'p-closed' : 'p-all',
      date: transferred && original > date ? original : date,
      result: r.chance(kind.blemishes / 2) ? 'not-achieved' : r.pick(['achieved', 'achieved', 'merit', 'excellence']),
      mode: transferred ? 'crt' : r.pick(['assessed', 'assessed', 'rpl']),
      originalDate: transferred ? original : null,
      source: source?.id ?? null,
      status: r.chance(kind.blemishes) ? r.pick(['provisional', 'withdrawn']) : 'confirmed',
      usedIn: r.chance(kind.spent) ? [r.pick(['aw-1', 'aw-2'])] : [],
      alsoCountedIn: r.chance(0.1) ? ['nz-cert-1'] : [],
    });
  }
  return achievements;
}

function makeDate(r: Random, kind: Kind, before: readonly Achievement[]): string {
  if (r.chance(0.06)) return r.pick(EDGES);
  if (r.chance(0.05)) return r.pick([CLOSING, AFTER_CLOSING]);
  if (before.length > 0 && r.chance(0.06)) return r.pick(before).date;
  if (before.length > 0 && r.chance(0.06)) {
    const anniversary = addYears(r.pick(before).date, 7);
    if (anniversary < '2030-01-01') return r.chance(0.5) ? anniversary : dateOfDay(dayNumber(anniversary) + 1);
  }
  return dateOfDay(FIRST_DAY + r.whole(0, kind.years * 365));
}
