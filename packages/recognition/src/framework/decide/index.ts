import { DecisionError } from '../../award/decision-error.ts';
import { type DecideOptions as StackOptions, MOST_ACHIEVEMENTS } from '../../award/decide.ts';
import type { Entry } from '../../award/context.ts';
import { addYears, dateOfDay, dayNumber } from '../../record/local-date.ts';
import type { LocalDate, RecognitionRecord } from '../../record/portable-record.ts';
import type { Definition } from '../definition.ts';
import { versionInForce } from '../load.ts';
import type { ComposedAward, RecognitionFramework, RuleVersion } from '../schema.ts';
import type { AwardDecision, LeftOut } from './answer.ts';
import { byParts, type Holdings, holdingsOf, type PartsMade } from './by-parts.ts';
import { bySize, total } from './by-size.ts';
import { stacked } from './stacked.ts';
import { type Countable, isBySize, readForAward, type Reading } from './read.ts';
import { decimal } from '../../size/amount.ts';

export interface AwardOptions extends StackOptions {
  /** The definition to decide, for an award that is made of named parts. */
  readonly definition?: string;
  /** Definitions that the award and those below it are made by. */
  readonly definitions?: readonly Definition[];
  /** Who makes the award, where shares of other institutions are capped. */
  readonly institution?: string;
  /** Minutes of one credit of the record, where its outcomes give credits and no size: those of the record's own framework. */
  readonly recordUnit?: number;
}

/**
 * Decides an award of a framework on a portable record: whether it can be made, of what, what is missing, and why each achievement
 * counts or does not. Exact, or refused: an approximate answer is never given. The rule is the version in force on the day of the
 * decision, or the one that `policy` names (`in-degree@2025.1`, or `2025.1`). Sizes are whole minutes. Throws DecisionError
 * `unknown-award`, `unknown-policy`, `unknown-definition` or `too-entangled`. Source: the framework's file and README; domain 7.
 */
export function decide(
  framework: RecognitionFramework,
  awardId: string,
  record: RecognitionRecord,
  options: AwardOptions = {},
): AwardDecision {
  const award = framework.awards.find(({ id }) => id === awardId);
  if (award === undefined) throw new DecisionError('unknown-award', `The framework ${framework.id} has no award ${awardId}.`);
  if (award.rule === 'stack') return stacked(framework, awardId, record, options);
  if (record.achievements.length > MOST_ACHIEVEMENTS)
    throw new DecisionError('too-entangled', `A record of more than ${MOST_ACHIEVEMENTS} achievements is not decided.`);
  const rule = ruleOf(framework, award, record, options);
  const reading = read(framework, rule, record, options);
  const { asOf } = reading.context;
  const made = isBySize(rule)
    ? sized(framework, award, rule, reading, options)
    : parted(framework, award, rule, reading, record, options);
  const { counted } = made;
  const missing = made.gates.reduce(
    (least, gate) => (gate.gate === 'size' || gate.gate === 'at-level' ? Math.max(least, gate.need - gate.have) : least),
    0,
  );
  return {
    framework: framework.id,
    award: award.id,
    version: rule.version,
    definition: made.definition,
    asOf,
    eligible: made.met,
    route: made.met ? made.route : null,
    institution: made.institution,
    minutes: made.minutes,
    rounded: reading.rounded,
    counted: counted.map(({ achievement }) => achievement.id),
    excluded: reading.excluded.map(({ entry, reason }) => ({ achievement: entry.achievement.id, reason })),
    leftOut: made.leftOut,
    gates: made.gates,
    parts: made.parts,
    missing,
    points: rule.points ? pointsOf(framework, made.sized) : null,
    use: rule.use,
    validUntil: made.met && rule.validYears !== null && asOf !== null ? addYears(asOf, rule.validYears) : null,
    cumulative:
      rule.cumulative && !made.met
        ? made.parts.flatMap(({ ref, held }) => (held === null ? [] : [ref]))
        : rule.cumulative
          ? []
          : null,
    expiring: expiring(rule, counted),
    stack: null,
  };
}

interface Answer extends PartsMade {
  readonly definition: string | null;
  readonly institution: string | null;
  readonly minutes: number;
  readonly leftOut: AwardDecision['leftOut'];
  readonly sized: readonly Countable[];
}

const read = (
  framework: RecognitionFramework,
  rule: RuleVersion,
  record: RecognitionRecord,
  { asOf, supersedes, recordUnit }: AwardOptions,
): Reading =>
  readForAward(framework, rule, record, recordUnit ?? framework.unit.minutes, {
    ...(asOf === undefined ? {} : { asOf }),
    ...(supersedes === undefined ? {} : { supersedes }),
  });

function ruleOf(
  framework: RecognitionFramework,
  award: ComposedAward,
  record: RecognitionRecord,
  { policy, asOf }: AwardOptions,
): RuleVersion {
  if (policy !== undefined) {
    const named = award.versions.find(({ version }) => version === policy || `${framework.id}-${award.id}@${version}` === policy);
    if (named === undefined) throw new DecisionError('unknown-policy', `The award ${award.id} has no policy ${policy}.`);
    return named;
  }
  const day = asOf ?? latestDate(record);
  const rule = versionInForce(award, day);
  if (rule === null) throw new DecisionError('unknown-policy', `No rule of the award ${award.id} is in force on ${day}.`);
  return rule;
}

function latestDate(record: RecognitionRecord): LocalDate | null {
  let latest: LocalDate | null = null;
  for (const { mode, originalDate, date } of record.achievements) {
    const counting = mode === 'crt' && originalDate !== null ? originalDate : date;
    if (latest === null || counting > latest) latest = counting;
  }
  return latest;
}

function sized(
  framework: RecognitionFramework,
  award: ComposedAward,
  rule: RuleVersion,
  reading: Reading,
  options: AwardOptions,
): Answer {
  const ranks = new Map(framework.levels.map(({ label }, at) => [label, at]));
  const rank = (label: string): number => ranks.get(label) ?? framework.levels.length;
  const definition = rule.composition.kind === 'list' ? definitionOf(award, options) : null;
  const listed = definition === null ? null : new Set(definition.parts.map(({ ref }) => ref));
  const [within, without] = split(reading.countable, listed);
  const made = bySize(rule, { ...reading, countable: within }, rank, options.institution);
  return {
    ...made,
    definition: definition?.id ?? null,
    route: null,
    parts: [],
    minutes: total(made.counted),
    counted: made.counted.flatMap(({ entry, beside }) => [...beside, entry]),
    sized: made.counted,
    leftOut: sorted([
      ...made.leftOut.map(({ one, why }) => ({ achievement: one.entry.achievement.id, why })),
      ...without.map(({ entry }) => ({ achievement: entry.achievement.id, why: 'not-a-part' as const })),
      ...reading.loose.map(({ entry }) => ({ achievement: entry.achievement.id, why: 'group-not-whole' as const })),
    ]),
  };
}

function split(
  all: readonly Countable[],
  listed: ReadonlySet<string> | null,
): readonly [readonly Countable[], readonly Countable[]] {
  if (listed === null) return [all, []];
  const isIn = ({ entry: { outcome } }: Countable): boolean =>
    listed.has(outcome.lineage) || listed.has(outcome.group?.lineage ?? '');
  return [all.filter(isIn), all.filter((one) => !isIn(one))];
}

function parted(
  framework: RecognitionFramework,
  award: ComposedAward,
  rule: RuleVersion,
  reading: Reading,
  record: RecognitionRecord,
  options: AwardOptions,
): Answer {
  const definition = definitionOf(award, options);
  const definitions = new Map((options.definitions ?? []).map((one) => [one.id, one]));
  const way = new Set<string>();
  const make = (of: Definition, version: RuleVersion, held: Holdings): PartsMade => {
    if (way.has(of.id)) throw new DecisionError('unknown-definition', `The definition ${of.id} leads back to itself.`);
    way.add(of.id);
    const made = byParts(version.composition, of, held, below, definitions);
    way.delete(of.id);
    return made;
  };
  // What counts for an award below is read once, however many definitions of it there are.
  const lower = new Map<string, { readonly version: RuleVersion; readonly held: Holdings }>();
  const rungOf = (name: string): { readonly version: RuleVersion; readonly held: Holdings } => {
    const known = lower.get(name);
    if (known !== undefined) return known;
    const found = framework.awards.find(({ id }) => id === name);
    if (found?.rule !== 'compose')
      throw new DecisionError('unknown-award', `The framework ${framework.id} has no award ${name}.`);
    const { policy: _, ...dated } = options;
    const { asOf } = reading.context;
    const version = ruleOf(framework, found, record, asOf === null ? dated : { ...dated, asOf });
    const rung = { version, held: holdingsOf(read(framework, version, record, options)) };
    lower.set(name, rung);
    return rung;
  };
  const done = new Map<Definition, PartsMade>();
  const below = (of: Definition, name: string): PartsMade => {
    if (of.award !== name) throw new DecisionError('unknown-definition', `${of.id} is not a definition of ${name}.`);
    const { version, held } = rungOf(name);
    const made = done.get(of) ?? make(of, version, held);
    done.set(of, made);
    return made;
  };
  const made = make(definition, rule, holdingsOf(reading));
  const inUse = new Set(made.counted);
  const countable = [
    ...reading.countable.flatMap(({ entry, beside }) => [entry, ...beside]),
    ...reading.loose.map(({ entry }) => entry),
  ];
  const refs = new Set(made.counted.map(({ outcome }) => outcome.lineage));
  const measured = reading.countable.filter(({ entry }) => inUse.has(entry));
  return {
    ...made,
    definition: definition.id,
    institution: null,
    minutes: total(measured),
    counted: [...made.counted].sort(byDay),
    sized: measured,
    leftOut: sorted(
      countable
        .filter((entry) => !inUse.has(entry))
        .map((entry) => ({
          achievement: entry.achievement.id,
          why: refs.has(entry.outcome.lineage) ? ('same-learning' as const) : ('not-a-part' as const),
        })),
    ),
  };
}

const byDay = (a: Entry, b: Entry): number => a.day - b.day || (a.achievement.id < b.achievement.id ? -1 : 1);

const sorted = (all: { readonly achievement: string; readonly why: LeftOut }[]): AwardDecision['leftOut'] =>
  all.sort((a, b) => (a.achievement < b.achievement ? -1 : 1));

function definitionOf(award: ComposedAward, { definition, definitions = [] }: AwardOptions): Definition {
  const own = definitions.filter((one) => one.award === award.id);
  const found = definition === undefined ? (own.length === 1 ? own[0] : undefined) : own.find(({ id }) => id === definition);
  if (found === undefined)
    throw new DecisionError('unknown-definition', `The award ${award.id} is made of named parts: say which definition.`);
  return found;
}

/** Credits x level, summed: 40 credits at level 4.5 are 180 points. An achievement without a numbered level gives none. Source: domain 4. */
function pointsOf({ unit, levels }: RecognitionFramework, counted: readonly Countable[]): string {
  let sum = 0;
  for (const { minutes, rank } of counted) {
    const tenths = Math.round(Number(levels[rank]?.label ?? 0) * 10);
    if (Number.isFinite(tenths)) sum += minutes * tenths;
  }
  return decimal(Math.floor((sum * 100) / unit.minutes));
}

function expiring({ counts: { shelfLifeYears } }: RuleVersion, counted: readonly Entry[]): AwardDecision['expiring'] {
  if (shelfLifeYears === null) return [];
  return counted
    .map(({ achievement, countingDate }) => ({
      achievement: achievement.id,
      on: dayAfter(addYears(countingDate, shelfLifeYears)),
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.achievement < b.achievement ? -1 : 1));
}

const dayAfter = (date: LocalDate): LocalDate => dateOfDay(dayNumber(date) + 1);
