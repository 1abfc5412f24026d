import type { Definition, Part } from '../framework/definition.ts';
import { type Header, inOrder, type Refused, refused, sumOf } from './units.ts';

export type Bundled =
  | {
      readonly ok: true;
      readonly definition: Definition;
      /** Units that more than one of the sets had: they count once. */
      readonly once: readonly string[];
    }
  | Refused;

/** An award taken apart: all of its units, each with its identity, in one order. Nothing is lost and nothing added (domain 5). */
export const unbundle = (definition: Definition): readonly Part[] => inOrder(definition.parts);

/**
 * One award out of sets of units. A unit is itself wherever it comes from: in two sets it counts once. The size is the sum of the
 * units. Refuses an empty bundle, a bundle of itself, a unit that two sets describe differently, and, unless `nonCredit` is allowed, a
 * unit without credit. Source: domain 5; TESDA Circular 077-2024.
 */
export function bundle(
  header: Header,
  sets: readonly (readonly Part[])[],
  options: { readonly nonCredit?: boolean } = {},
): Bundled {
  const units = new Map<string, Part>();
  const once = new Set<string>();
  for (const set of sets) {
    const own = new Set<string>();
    for (const part of set) {
      if (part.ref === header.id)
        return refused(
          'bundle-of-itself',
          part.ref,
          'A bundle is not a part of itself.',
          'Ehara te pūkei i te wāhanga o ia anō.',
        );
      if (!part.creditBearing && options.nonCredit !== true)
        return refused(
          'non-credit-unit',
          part.ref,
          'What bears no credit is never stacked.',
          'Ki te kore he whiwhinga, kāore e taea te whakapeto.',
        );
      const before = units.get(part.ref);
      if (before !== undefined && !sameUnit(before, part))
        return refused(
          'unit-disagrees',
          part.ref,
          'Two of the sets describe this unit differently.',
          'He rerekē ngā whakaahua o tēnei wāhanga i ngā huinga e rua.',
        );
      if (before !== undefined && !own.has(part.ref)) once.add(part.ref);
      own.add(part.ref);
      units.set(part.ref, before === undefined ? part : { ...before, source: firstOf(before.source, part.source) });
    }
  }
  if (units.size === 0) return refused('nothing-to-bundle', null, 'There is nothing to bundle.', 'Kāore he mea hei pūkei.');
  const parts = inOrder([...units.values()]);
  return { ok: true, definition: { ...header, minutes: sumOf(parts), parts }, once: [...once].sort() };
}

// Where it comes from does not make it another unit; the first name stands, so that the order of the sets says nothing.
const sameUnit = (a: Part, b: Part): boolean =>
  a.minutes === b.minutes && a.creditBearing === b.creditBearing && a.role === b.role;

const firstOf = (a: string | null, b: string | null): string | null => (a === null ? b : b === null || a < b ? a : b);

/**
 * A new award out of units of several sources, such as training regulations: at least `least` of them, two by default. Units keep
 * their identity, and name the award they were taken from where they named no source.
 */
export function rebundle(
  header: Header,
  from: readonly Definition[],
  pick: (part: Part, of: Definition) => boolean = () => true,
  least = 2,
): Bundled {
  const sets = from.map((of) =>
    of.parts.filter((part) => pick(part, of)).map((part) => ({ ...part, source: part.source ?? of.id })),
  );
  const have = new Set(sets.flat().map(({ source }) => source)).size;
  if (sets.flat().length > 0 && have < least)
    return refused(
      'too-few-sources',
      null,
      `The units come from ${have} sources, and at least ${least} are needed.`,
      `E ${have} ngā puna o ngā wāhanga, me ${least} te iti rawa.`,
    );
  return bundle(header, sets);
}

/** How two qualifications may be bundled: the same one across levels, or different ones of one sector and level (TESDA Circular 07-2016). */
export function bundlingOf(a: Definition, b: Definition): 'vertical' | 'horizontal' | null {
  const name = ({ listing }: Definition): string | undefined => listing['qualification'];
  if (name(a) === undefined || name(b) === undefined) return null;
  if (name(a) === name(b)) return a.level === b.level ? null : 'vertical';
  return a.sector !== null && a.sector === b.sector && a.level !== null && a.level === b.level ? 'horizontal' : null;
}

/** What of a target's parts of a role a set of units covers, and what it leaves open. */
export function coverage(
  units: readonly Part[],
  target: Definition,
  role: string,
): { readonly covered: readonly string[]; readonly open: readonly string[] } {
  const held = new Set(units.map(({ ref }) => ref));
  const asked = target.parts.filter((part) => part.role === role).map(({ ref }) => ref);
  return { covered: asked.filter((ref) => held.has(ref)), open: asked.filter((ref) => !held.has(ref)) };
}
