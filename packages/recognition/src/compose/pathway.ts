import type { Definition } from '../framework/definition.ts';
import { versionInForce } from '../framework/load.ts';
import type { Composition, RecognitionFramework, Translated } from '../framework/schema.ts';
import type { LocalDate } from '../record/portable-record.ts';
import { claimable, type Held } from './claimable.ts';

/** One way in which an award is made of its parts, and how far it has come. */
export interface Way {
  /** The route's id where the rule has several; null where there is one. */
  readonly id: string | null;
  readonly title: Translated | null;
  readonly parts: readonly { readonly ref: string; readonly role: string; readonly held: boolean }[];
  readonly need: number;
  readonly have: number;
  readonly met: boolean;
  /** Units that this way still lacks, over every step below. */
  readonly lacks: readonly string[];
}

/**
 * How somebody stands to a unit or an award: it was earned itself; it can be claimed by what is held; one unit completes it, or it is
 * that unit; more is missing.
 */
export type StepState = 'earned' | 'given' | 'next' | 'open';

/** A unit, or an award that a definition makes, as a picture draws it. */
export interface Step {
  readonly ref: string;
  /** The definition's title; null for a unit, whose name the catalogue has. */
  readonly title: string | null;
  /** The kind of award; null for a unit. */
  readonly award: string | null;
  /** Where it stands between the units (0) and the whole. */
  readonly column: number;
  readonly state: StepState;
  readonly ways: readonly Way[];
  /** The way that lacks least, by units and then by their size; -1 where the award is made by size and has no parts to draw. */
  readonly nearest: number;
  /** Units that the nearest way still lacks; empty when it can be claimed. */
  readonly lacks: readonly string[];
  readonly minutes: number | null;
}

export interface Pathway {
  /** The kind of award in each column; null for the units. */
  readonly columns: readonly (string | null)[];
  readonly steps: readonly Step[];
  /** What one more unit, or one more award that is a part, makes claimable, by its ref, however it is earned. */
  readonly completes: ReadonlyMap<string, readonly string[]>;
}

const ANY_MODE = ['assessed', 'rpl', 'crt'];

/**
 * The awards that definitions make, with the units they are made of, in columns from the units to the whole: what is held, what it
 * already gives, and what completes the next. An award is `given` exactly when `claimable` says so. Pure; a circle of definitions claims
 * nothing. Source: domain 6.3; frameworks/README.md.
 */
export function pathway(
  framework: RecognitionFramework,
  definitions: readonly Definition[],
  held: Held,
  on: LocalDate | null = null,
): Pathway {
  const known = new Map(definitions.map((one) => [one.id, one]));
  const columns = columnsOf(framework, definitions, on);
  const column = new Map(columns.map((award, at) => [award, at]));
  const met = metBy(framework, definitions, held, on);
  const units = unitsOf(definitions, known);
  const completes = new Map<string, readonly string[]>();
  const nextOf = new Map<string, string>();
  const tryOne = (ref: string): void => {
    if (ANY_MODE.every((mode) => held.get(ref)?.includes(mode) === true)) return;
    const more = metBy(framework, definitions, new Map([...held, [ref, ANY_MODE]]), on);
    const gained = definitions.filter(({ id }) => id !== ref && more.has(id) && !met.has(id)).map(({ id }) => id);
    if (gained.length > 0) completes.set(ref, gained);
    for (const id of gained) if (!nextOf.has(id)) nextOf.set(id, ref);
  };
  for (const ref of units.keys()) tryOne(ref);
  // An award may be given on its own account, such as a statement of attainment. Units came first, so they are what is said to be next.
  const inner = new Set(definitions.flatMap(({ parts }) => parts.map(({ ref }) => ref)));
  for (const { id } of definitions) if (inner.has(id) && !met.has(id)) tryOne(id);
  const waysOf = wayReader(framework, known, units, held, met, on);
  const steps = definitions.map((one): Step => {
    const ways = waysOf(one.id);
    const nearest = nearestOf(ways, units);
    const [unit, isMet] = [nextOf.get(one.id), met.has(one.id)];
    return {
      ref: one.id,
      title: one.title,
      award: one.award,
      column: column.get(one.award) ?? 0,
      state: held.has(one.id) ? 'earned' : isMet ? 'given' : unit === undefined ? 'open' : 'next',
      ways,
      nearest,
      lacks: isMet ? [] : unit !== undefined ? [unit] : (ways[nearest]?.lacks ?? []),
      minutes: one.minutes,
    };
  });
  const leaves = [...units].map(
    ([ref, minutes]): Step => ({
      ref,
      title: null,
      award: null,
      column: 0,
      state: held.has(ref) ? 'earned' : completes.has(ref) ? 'next' : 'open',
      ways: [],
      nearest: -1,
      lacks: [],
      minutes,
    }),
  );
  return { columns, steps: [...leaves, ...steps], completes };
}

const metBy = (...asked: Parameters<typeof claimable>): ReadonlySet<string> =>
  new Set(claimable(...asked).flatMap((one) => (one.claimable ? [one.definition] : [])));

/** Parts that are no definition here, in the order in which they are met, with their size. */
function unitsOf(definitions: readonly Definition[], known: ReadonlyMap<string, Definition>): ReadonlyMap<string, number | null> {
  const units = new Map<string, number | null>();
  for (const { parts } of definitions)
    for (const { ref, minutes } of parts) if (!known.has(ref)) units.set(ref, units.get(ref) ?? minutes);
  return units;
}

/** The way that lacks the fewest units; of those the one that lacks the least learning, where all of it has a size; else the first. */
const nearestOf = (ways: readonly Way[], sizes: ReadonlyMap<string, number | null>): number => {
  const missing = ({ lacks }: Way): number => lacks.reduce((sum, ref) => sum + (sizes.get(ref) ?? Number.POSITIVE_INFINITY), 0);
  return ways.reduce((best, way, at) => {
    const before = ways[best];
    if (before === undefined) return at;
    const fewer = way.lacks.length - before.lacks.length;
    return fewer < 0 || (fewer === 0 && missing(way) < missing(before)) ? at : best;
  }, -1);
};

/** Reads the ways of a definition, each once. */
function wayReader(
  framework: RecognitionFramework,
  known: ReadonlyMap<string, Definition>,
  sizes: ReadonlyMap<string, number | null>,
  held: Held,
  met: ReadonlySet<string>,
  on: LocalDate | null,
): (id: string) => readonly Way[] {
  const done = new Map<string, readonly Way[]>();
  const has = (ref: string, modes?: readonly string[]): boolean =>
    held.get(ref)?.some((mode) => modes === undefined || modes.includes(mode)) === true;
  const read = (id: string): readonly Way[] => {
    const before = done.get(id);
    if (before !== undefined) return before;
    done.set(id, []);
    const definition = known.get(id);
    const composition = definition === undefined ? null : compositionOf(framework, definition.award, on);
    const ways =
      definition === undefined || composition === null
        ? []
        : routesOf(composition).flatMap(({ id: route, title, of }) => {
            const way = wayOf(of, definition);
            return way === null ? [] : [{ id: route, title, ...way }];
          });
    done.set(id, ways);
    return ways;
  };
  const below = (ref: string, award: string): boolean => known.get(ref)?.award === award;
  // What a part still lacks: itself where it is a unit, else what its own nearest way lacks.
  const lacking = (ref: string, award: string | null): readonly string[] => {
    if (award === null || !below(ref, award)) return [ref];
    const ways = read(ref);
    return ways[nearestOf(ways, sizes)]?.lacks ?? [ref];
  };
  const wayOf = (of: Composition, { parts, electives }: Definition): Omit<Way, 'id' | 'title'> | null => {
    if (of.kind === 'any' || of.kind === 'list' || of.kind === 'one-of') return null;
    const roles = of.kind === 'lattice' ? [of.of] : of.kind === 'all-of' ? of.roles : of.core;
    const award = of.kind === 'lattice' ? of.of : null;
    const holds = (ref: string): boolean =>
      has(ref, of.kind === 'all-of' ? of.modes : undefined) || (award !== null && below(ref, award) && met.has(ref));
    const must = parts.filter(({ role }) => roles.includes(role)).map((one) => ({ ...one, held: holds(one.ref) }));
    if (must.length === 0) return null;
    const may =
      of.kind === 'core-elective'
        ? parts.filter(({ role }) => role === of.elective).map((one) => ({ ...one, held: holds(one.ref) }))
        : [];
    const chosen = Math.min(electives, may.filter((one) => one.held).length);
    const [need, have] = [must.length + (may.length === 0 ? 0 : electives), must.filter((one) => one.held).length + chosen];
    const lacks = [
      ...must.filter((one) => !one.held).flatMap(({ ref }) => lacking(ref, award)),
      ...may
        .filter((one) => !one.held)
        .slice(0, electives - chosen)
        .map(({ ref }) => ref),
    ];
    return {
      parts: [...must, ...may].map(({ ref, role, held: own }) => ({ ref, role, held: own })),
      need,
      have,
      met: have >= need,
      lacks: [...new Set(lacks)],
    };
  };
  return read;
}

const compositionOf = ({ awards }: RecognitionFramework, id: string, on: LocalDate | null): Composition | null => {
  const award = awards.find((one) => one.id === id);
  return award?.rule === 'compose' ? (versionInForce(award, on)?.composition ?? null) : null;
};

const routesOf = (
  of: Composition,
): readonly { readonly id: string | null; readonly title: Translated | null; readonly of: Composition }[] =>
  of.kind === 'one-of' ? of.routes : [{ id: null, title: null, of }];

const latticesIn = (of: Composition): readonly string[] =>
  routesOf(of).flatMap((route) => (route.of.kind === 'lattice' ? [route.of.of] : []));

/** The kinds of award in the order of their making: each after those it is made of, else as the framework lists them. */
function columnsOf(
  framework: RecognitionFramework,
  definitions: readonly Definition[],
  on: LocalDate | null,
): readonly (string | null)[] {
  const awardOf = new Map(definitions.map((one) => [one.id, one.award]));
  const below = new Map<string, Set<string>>();
  for (const { award, parts } of definitions) {
    const own = below.get(award) ?? new Set<string>();
    const composition = compositionOf(framework, award, on);
    for (const lower of composition === null ? [] : latticesIn(composition)) own.add(lower);
    for (const { ref } of parts) {
      const lower = awardOf.get(ref);
      if (lower !== undefined && lower !== award) own.add(lower);
    }
    below.set(award, own);
  }
  const placed: string[] = [];
  const place = (award: string, way: readonly string[]): void => {
    if (placed.includes(award) || way.includes(award) || !below.has(award)) return;
    for (const lower of below.get(award) ?? []) place(lower, [...way, award]);
    placed.push(award);
  };
  for (const { id } of framework.awards) place(id, []);
  return [null, ...placed];
}

/** A part of a pattern that is no award: what stands for every part of its role. */
export const ROLE_PREFIX = 'role:';

/**
 * The rules of a framework as definitions of their own, one a kind of award and one part a role, so that the picture that draws what
 * somebody holds also draws how a country's awards are made. An award by size has no named parts and nothing to draw: it
 * is left out, unless another is made of it.
 */
export function patternOf(framework: RecognitionFramework, on: LocalDate | null = null): readonly Definition[] {
  const compositions = framework.awards.map(({ id }) => compositionOf(framework, id, on));
  const below = new Set(compositions.flatMap((one) => (one === null ? [] : latticesIn(one))));
  return framework.awards.flatMap((award): readonly Definition[] => {
    const composition = compositionOf(framework, award.id, on);
    if (composition === null) return [];
    const parts = new Map<string, string>();
    for (const { of } of routesOf(composition)) {
      if (of.kind === 'lattice') parts.set(of.of, of.of);
      const roles = of.kind === 'all-of' ? of.roles : of.kind === 'core-elective' ? [...of.core, of.elective] : [];
      for (const role of roles) parts.set(`${ROLE_PREFIX}${role}`, role);
    }
    if (parts.size === 0 && !below.has(award.id)) return [];
    return [
      {
        id: award.id,
        award: award.id,
        title: award.title.en,
        level: null,
        sector: null,
        minutes: null,
        electives: composition.kind === 'core-elective' ? 1 : 0,
        reviewYears: null,
        withdrawn: null,
        listing: {},
        parts: [...parts].map(([ref, role]) => ({ ref, role, minutes: null, source: null, creditBearing: true })),
      },
    ];
  });
}
