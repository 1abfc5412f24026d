import type { Cap, RuleVersion } from '../schema.ts';
import type { Gate, LeftOut } from './answer.ts';
import { fill } from './fill.ts';
import { type Knot, knotsOf } from './groups.ts';
import type { Countable, Reading } from './read.ts';
import { freshSteps, type Steps } from './steps.ts';
import { takeAll } from './take-all.ts';

export interface Made {
  readonly met: boolean;
  readonly counted: readonly Countable[];
  readonly leftOut: readonly { readonly one: Countable; readonly why: LeftOut }[];
  readonly gates: readonly Gate[];
  readonly institution: string | null;
}

/** An award that is made by size: the best selection, and how it stands to each gate. Throws DecisionError `too-entangled`. */
export function bySize(
  rule: RuleVersion,
  reading: Reading,
  rank: (label: string) => number,
  institution: string | undefined,
): Made {
  const knots = knotsOf(reading);
  const steps = freshSteps();
  const other = rule.caps.some(({ on }) => on === 'other-institution');
  if (!other) return made(rule, knots, rank, null, steps);
  const asked = institution === undefined ? institutionsOf(rule, reading) : [institution];
  let best: Made | null = null;
  for (const one of asked) {
    const so = made(rule, knots, rank, one, steps);
    if (best === null || (so.met && !best.met) || (so.met === best.met && !so.met && total(so.counted) > total(best.counted)))
      best = so;
    if (best.met) break;
  }
  return best ?? made(rule, knots, rank, null, steps);
}

export const total = (counted: readonly Countable[]): number => counted.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * Who could make the award: those that gave at least what may not come from others, most first. Where nobody did, the one that gave
 * most, so that what is short can be said.
 */
function institutionsOf(rule: RuleVersion, { countable }: Reading): readonly string[] {
  const minutes = new Map<string, number>();
  for (const one of countable) minutes.set(one.entry.provider.id, (minutes.get(one.entry.provider.id) ?? 0) + one.minutes);
  const order = [...minutes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const least = rule.size.least ?? 0;
  const share = Math.max(0, ...rule.caps.map((cap) => (cap.on === 'other-institution' ? 100 - cap.mostPercent : 0)));
  const could = order.filter(([, own]) => 100 * own >= share * least);
  return (could.length > 0 ? could : order.slice(0, 1)).map(([id]) => id);
}

function made(
  rule: RuleVersion,
  knots: readonly Knot[],
  rank: (label: string) => number,
  institution: string | null,
  steps: Steps,
): Made {
  const least = rule.size.least ?? 0;
  const under = rule.caps.map((cap) => (one: Countable) => isUnder(cap, one, institution));
  const limits = rule.caps.map(({ mostPercent }) => Math.floor((least * mostPercent) / 100));
  const counted = choose(rule, knots, rank, under, limits, steps);
  const have = total(counted);
  const gates: Gate[] = [
    { gate: 'size', need: least, have, met: have >= least && (rule.size.most === null || have <= rule.size.most) },
  ];
  for (const gate of rule.atLevels) {
    const from = rank(gate.from);
    const own = total(counted.filter((one) => one.rank >= from));
    gates.push({ gate: 'at-level', level: gate.from, need: gate.least, have: own, met: own >= gate.least });
  }
  for (const [at, cap] of rule.caps.entries()) {
    const own = total(counted.filter(under[at]!));
    gates.push({ gate: 'cap', on: cap.on, percent: cap.mostPercent, most: limits[at]!, have: own, met: own <= limits[at]! });
  }
  const inUse = new Set(counted);
  return {
    met: counted.length > 0 && gates.every(({ met }) => met),
    counted: [...counted].sort((a, b) => a.entry.day - b.entry.day || (a.entry.achievement.id < b.entry.achievement.id ? -1 : 1)),
    leftOut: knots.flatMap((knot) => left(knot, inUse, under, have < least)),
    gates,
    institution,
  };
}

const MASKS = [
  [0, 2],
  [1, 3],
] as const;

function choose(
  rule: RuleVersion,
  knots: readonly Knot[],
  rank: (label: string) => number,
  under: readonly ((one: Countable) => boolean)[],
  limits: readonly number[],
  steps: Steps,
): readonly Countable[] {
  const least = rule.size.least ?? 0;
  const [first, second] = under;
  const everything = () =>
    takeAll(
      knots,
      rule.atLevels.map(({ from }) => rank(from)),
      [least, ...rule.atLevels.map((gate) => gate.least)],
    );
  if (rule.use === 'keeps') {
    const all = everything();
    // A cap that nothing reaches leaves nothing to choose.
    if (rule.size.most === null && under.every((is, at) => total(all.filter(is)) <= limits[at]!)) return all;
  }
  return fill(
    knots,
    least,
    {
      maskOf: (one) => MASKS[first?.(one) === true ? 1 : 0][second?.(one) === true ? 1 : 0],
      limits: [limits[0] ?? Number.MAX_SAFE_INTEGER, limits[1] ?? Number.MAX_SAFE_INTEGER],
    },
    steps,
  );
}

function isUnder(cap: Cap, { entry }: Countable, institution: string | null): boolean {
  return cap.on === 'kind' ? cap.kinds.includes(entry.outcome.kind ?? '') : entry.provider.id !== institution;
}

/** Why each of a knot that is not counted was left: the same learning counts, it excludes what counts, it is over a cap, or enough counts without it. */
function left(
  knot: Knot,
  inUse: ReadonlySet<Countable>,
  under: readonly ((one: Countable) => boolean)[],
  short: boolean,
): Made['leftOut'] {
  const used = knot.members.filter((one) => inUse.has(one));
  return knot.members.flatMap((one): Made['leftOut'] => {
    if (inUse.has(one)) return [];
    if (used.length > 0) return [{ one, why: used.some((other) => same(one, other)) ? 'same-learning' : 'excluded-pair' }];
    return [{ one, why: short && under.some((is) => is(one)) ? 'over-cap' : 'not-needed' }];
  });
}

const same = (a: Countable, b: Countable): boolean =>
  (a.entry.outcome.group?.lineage ?? a.entry.outcome.lineage) === (b.entry.outcome.group?.lineage ?? b.entry.outcome.lineage) ||
  !a.entry.outcome.excludes
    .concat(b.entry.outcome.excludes)
    .some((name) => name === a.entry.outcome.lineage || name === b.entry.outcome.lineage);
