import { DecisionError } from '../award/decision-error.ts';
import { decide } from '../framework/decide/index.ts';
import type { Definition, Part } from '../framework/definition.ts';
import type { RecognitionFramework } from '../framework/schema.ts';
import type { LocalDate, Outcome, RecognitionRecord } from '../record/portable-record.ts';
import type { Converted } from '../size/convert.ts';
import { basketOf } from './basket.ts';
import { claimable, type Held, oneMore, type Standing } from './claimable.ts';

/** A unit that somebody thinks of learning. */
export interface Picked {
  readonly outcome: Outcome;
  /** The framework that it is a unit of. */
  readonly framework: string;
  /** Who would teach it, where that is chosen. */
  readonly provider: string | null;
}

/** An award that is made by size. */
export interface SizedStanding {
  readonly award: string;
  readonly enough: boolean;
  /** Minutes of the framework's unit that are still needed; 0 when there are enough. */
  readonly missing: number;
  /** The 17 fields in which more than half lies, for an award with majors. */
  readonly majors: readonly string[];
  /** Whether what is held already would be enough. */
  readonly before: boolean;
}

export interface FrameworkSum {
  readonly framework: string;
  /** The picked units alone, in the framework's unit. */
  readonly size: Converted;
  /** Some of the units are another framework's: their sizes are compared, and no award follows from that (domain 9, A30). */
  readonly compared: boolean;
  readonly sized: readonly SizedStanding[];
  /** Awards that are made of named parts, of which something is picked. */
  readonly made: readonly (Standing & { readonly before: boolean })[];
  readonly oneMore: readonly { readonly ref: string; readonly completes: readonly string[] }[];
}

export type Overlap =
  | { readonly kind: 'held'; readonly lineage: string }
  | { readonly kind: 'twice'; readonly lineage: string }
  | { readonly kind: 'excludes'; readonly lineage: string; readonly other: string };

export interface Sum {
  readonly frameworks: readonly FrameworkSum[];
  readonly overlaps: readonly Overlap[];
  /** Lineages of units whose size nobody said; the sums leave them out. */
  readonly unsized: readonly string[];
}

const CREDIT = 600;

/**
 * What picked units add up to in each framework, alone or with what somebody holds already: sizes in its unit, awards by size (decided as
 * if each unit were achieved on `asOf`), awards of named parts, and what one more part would complete. A unit counts once however often
 * it was picked, and not at all beside the same learning that is held. Nothing is promised: an award is decided on what was achieved.
 */
export function addsUp(
  picked: readonly Picked[],
  frameworks: readonly { readonly framework: RecognitionFramework; readonly definitions: readonly Definition[] }[],
  { asOf, own }: { readonly asOf: LocalDate; readonly own: RecognitionRecord | null },
): Sum {
  const units = [...new Map(picked.map((one) => [one.outcome.lineage, one])).values()];
  const parts = partsOf(units);
  const basket = basketOf(parts, frameworks);
  const mine = ownHeld(own);
  const both: Held = new Map([...parts.map(({ ref }): [string, readonly string[]] => [ref, ['assessed']]), ...mine]);
  const refs = new Set(parts.map(({ ref }) => ref));
  return {
    frameworks: frameworks.map(({ framework, definitions }, at) => {
      const touched = withPart(definitions, refs);
      const standings = claimable(framework, touched, both, asOf);
      const before = new Set(claimable(framework, touched, mine, asOf).flatMap((one) => (one.claimable ? [one.definition] : [])));
      return {
        framework: framework.id,
        size: basket.frameworks[at]!.size,
        compared: units.some((one) => one.framework !== framework.id),
        sized: sizedIn(framework, units, own, asOf),
        made: standings.map((one) => ({ ...one, before: before.has(one.definition) })),
        oneMore: [...oneMore(standings)].map(([ref, completes]) => ({ ref, completes })),
      };
    }),
    overlaps: overlapsOf(picked, units, mine),
    unsized: units.flatMap(({ outcome }) => (minutesOf(outcome) === null && outcome.group === null ? [outcome.lineage] : [])),
  };
}

/** Units as parts; a standard whose outcomes are all there is a part too, since its credit sits on all of them. */
function partsOf(units: readonly Picked[]): readonly Part[] {
  const groups = new Map<string, { readonly minutes: number; readonly members: number; there: number }>();
  const part = (ref: string, minutes: number | null, creditBearing: boolean): Part => ({
    ref,
    role: 'unit',
    minutes,
    source: null,
    creditBearing,
  });
  for (const { outcome } of units) {
    if (outcome.group === null) continue;
    const { lineage, credits, members } = outcome.group;
    const known = groups.get(lineage) ?? { minutes: credits * CREDIT, members, there: 0 };
    known.there += 1;
    groups.set(lineage, known);
  }
  const whole = [...groups].filter(([, { members, there }]) => there >= members);
  return [
    ...units.map(({ outcome }) => part(outcome.lineage, minutesOf(outcome), outcome.creditBearing !== false)),
    ...whole.map(([lineage, { minutes }]) => part(lineage, minutes, true)),
  ];
}

const minutesOf = ({ size, credits }: Outcome): number | null => size?.minutes ?? (credits > 0 ? credits * CREDIT : null);

/** What of a record is held, by lineage, each with the ways in which it was earned. */
function ownHeld(own: RecognitionRecord | null): Map<string, readonly string[]> {
  const held = new Map<string, readonly string[]>();
  if (own === null) return held;
  const lineages = new Map(own.outcomes.map(({ id, lineage }) => [id, lineage]));
  for (const { outcome, result, status, mode } of own.achievements) {
    const lineage = lineages.get(outcome);
    if (lineage === undefined || result === 'not-achieved' || status !== 'confirmed') continue;
    held.set(lineage, [...(held.get(lineage) ?? []), mode]);
  }
  return held;
}

/** Definitions that have one of the parts, and the wholes that are made of those. */
function withPart(definitions: readonly Definition[], refs: ReadonlySet<string>): readonly Definition[] {
  const found = new Set<string>(refs);
  const taken = new Set<Definition>();
  for (let before = -1; before !== taken.size; ) {
    before = taken.size;
    for (const one of definitions) {
      if (taken.has(one) || !one.parts.some(({ ref }) => found.has(ref))) continue;
      taken.add(one);
      found.add(one.id);
    }
  }
  return definitions.filter((one) => taken.has(one));
}

function sizedIn(
  framework: RecognitionFramework,
  units: readonly Picked[],
  own: RecognitionRecord | null,
  asOf: LocalDate,
): readonly SizedStanding[] {
  const awards = framework.awards.filter(
    (award) => award.rule === 'stack' || award.versions.some(({ composition }) => composition.kind === 'any'),
  );
  if (awards.length === 0) return [];
  const record = withPicked(own, units, asOf);
  return awards.flatMap((award) => {
    try {
      const now = standing(framework, award.id, record, asOf);
      return [{ ...now, before: own !== null && wasEnough(framework, award.id, own, asOf) }];
    } catch (error) {
      // A record that this award cannot be decided on says nothing here; its own page says why.
      if (error instanceof DecisionError) return [];
      throw error;
    }
  });
}

const known = new WeakMap<RecognitionRecord, Map<string, boolean>>();

/** Whether a record alone is enough: asked once of each record, since a basket that changes does not change it. */
function wasEnough(framework: RecognitionFramework, award: string, own: RecognitionRecord, asOf: LocalDate): boolean {
  const name = `${framework.id} ${award} ${asOf}`;
  const held = known.get(own) ?? new Map<string, boolean>();
  known.set(own, held);
  const enough = held.get(name) ?? standing(framework, award, own, asOf).enough;
  held.set(name, enough);
  return enough;
}

function standing(
  framework: RecognitionFramework,
  award: string,
  record: RecognitionRecord,
  asOf: LocalDate,
): Omit<SizedStanding, 'before'> {
  const { eligible, missing, stack } = decide(framework, award, record, { asOf, recordUnit: CREDIT });
  return {
    award,
    enough: eligible,
    missing: stack === null ? missing : (stack.missing?.credits ?? 0) * CREDIT,
    majors: (stack?.options ?? []).flatMap(({ major }) => (major === null ? [] : [major])),
  };
}

/** A record in which each picked unit was achieved that day, at a provider that may assess it. */
function withPicked(own: RecognitionRecord | null, units: readonly Picked[], asOf: LocalDate): RecognitionRecord {
  const providers = [...new Set(units.map(({ provider }) => provider ?? ''))];
  const at = (provider: string): string => `picked-provider-${providers.indexOf(provider)}`;
  return {
    type: 'RecognitionRecord',
    version: 1,
    framework: own?.framework ?? 'nz',
    ...(own?.learner === undefined ? {} : { learner: own.learner }),
    organisations: [
      ...(own?.organisations ?? []),
      ...providers.map((provider) => ({
        id: at(provider),
        name: 'picked',
        kind: 'provider' as const,
        accreditations: [{ from: asOf, to: null, scope: [{ kind: 'all' as const }] }],
      })),
    ],
    outcomes: [
      ...(own?.outcomes ?? []),
      // Each is accredited by the framework that it is a unit of; what the other frameworks make of it is a comparison.
      ...units.map(({ outcome }, n) => ({ ...outcome, id: `picked-outcome-${n}`, accredited: true })),
    ],
    achievements: [
      ...(own?.achievements ?? []),
      ...units.map(({ provider }, n) => ({
        id: `picked-${n}`,
        outcome: `picked-outcome-${n}`,
        provider: at(provider ?? ''),
        date: asOf,
        result: 'achieved' as const,
        mode: 'assessed' as const,
        originalDate: null,
        source: null,
        status: 'confirmed' as const,
        usedIn: [],
        alsoCountedIn: [],
      })),
    ],
  };
}

function overlapsOf(picked: readonly Picked[], units: readonly Picked[], mine: Held): readonly Overlap[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { outcome } of picked) {
    if (seen.has(outcome.lineage)) twice.add(outcome.lineage);
    seen.add(outcome.lineage);
  }
  return [
    ...units.flatMap(({ outcome: { lineage } }): Overlap[] => (mine.has(lineage) ? [{ kind: 'held', lineage }] : [])),
    ...[...twice].map((lineage): Overlap => ({ kind: 'twice', lineage })),
    ...units.flatMap(({ outcome: { lineage, excludes } }): Overlap[] =>
      excludes.flatMap((other): Overlap[] =>
        (seen.has(other) && lineage < other) || mine.has(other) ? [{ kind: 'excludes', lineage, other }] : [],
      ),
    ),
  ];
}
