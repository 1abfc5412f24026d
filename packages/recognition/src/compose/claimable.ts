import { versionInForce } from '../framework/load.ts';
import type { Definition } from '../framework/definition.ts';
import type { Composition, RecognitionFramework } from '../framework/schema.ts';
import type { LocalDate } from '../record/portable-record.ts';

/** What somebody holds: lineages of outcomes and ids of awards, each with the ways in which it was earned. */
export type Held = ReadonlyMap<string, readonly string[]>;

export const holding = (refs: Iterable<string>, mode = 'assessed'): Held => new Map(Array.from(refs, (ref) => [ref, [mode]]));

export interface Standing {
  readonly definition: string;
  readonly award: string;
  readonly claimable: boolean;
  /** Parts that are missing by the nearest way; empty when it can be claimed. */
  readonly missing: readonly string[];
}

/**
 * What can be claimed of all definitions that are made of parts, and what the others still need: automatic upward claims, so that who
 * holds every A of a B holds the B, and with every B the C. Nothing that is held is ever lost by holding more. Definitions that are
 * made by size are left out: they are decided on a record. Source: domain 6.3.
 */
export function claimable(
  framework: RecognitionFramework,
  definitions: readonly Definition[],
  held: Held,
  on: LocalDate | null = null,
): readonly Standing[] {
  const known = new Map(definitions.map((one) => [one.id, one]));
  const done = new Map<string, readonly string[] | null>();
  const missingOf = (definition: Definition): readonly string[] | null => {
    const before = done.get(definition.id);
    if (before !== undefined) return before;
    // A circle of definitions claims nothing.
    done.set(
      definition.id,
      definition.parts.map(({ ref }) => ref),
    );
    const award = framework.awards.find(({ id }) => id === definition.award);
    const rule = award?.rule === 'compose' ? versionInForce(award, on) : null;
    const missing = rule === null ? null : lacking(rule.composition, definition);
    done.set(definition.id, missing);
    return missing;
  };
  const has = (ref: string, modes: readonly string[] | undefined): boolean =>
    held.get(ref)?.some((mode) => modes === undefined || modes.includes(mode)) === true;
  const lacking = (
    composition: Composition,
    { parts, electives }: Pick<Definition, 'parts' | 'electives'>,
  ): readonly string[] | null => {
    const open = (roles: readonly string[], modes?: readonly string[]): readonly string[] | null => {
      const asked = parts.filter(({ role }) => roles.includes(role));
      return asked.length === 0 ? null : asked.filter(({ ref }) => !has(ref, modes)).map(({ ref }) => ref);
    };
    switch (composition.kind) {
      case 'any':
      case 'list':
        return null;
      case 'all-of':
        return open(composition.roles, composition.modes);
      case 'core-elective': {
        const core = open(composition.core);
        const chosen = parts.filter(({ role }) => role === composition.elective);
        const short = Math.max(0, electives - chosen.filter(({ ref }) => has(ref, undefined)).length);
        return core === null
          ? null
          : [
              ...core,
              ...chosen
                .filter(({ ref }) => !has(ref, undefined))
                .map(({ ref }) => ref)
                .slice(0, short),
              ...Array.from({ length: Math.max(0, short - chosen.length) }, () => composition.elective),
            ];
      }
      case 'lattice': {
        const asked = parts.filter(({ role }) => role === composition.of);
        if (asked.length === 0) return null;
        return asked.flatMap(({ ref }) => {
          if (has(ref, undefined)) return [];
          const lower = known.get(ref);
          return lower !== undefined && lower.award === composition.of && missingOf(lower)?.length === 0 ? [] : [ref];
        });
      }
      case 'one-of':
        return composition.routes
          .map(({ of }) => lacking(of, { parts, electives }))
          .reduce((best, way) => (way === null || (best !== null && best.length <= way.length) ? best : way), null);
    }
  };
  return definitions.flatMap((definition) => {
    if (has(definition.id, undefined))
      return [{ definition: definition.id, award: definition.award, claimable: true, missing: [] }];
    const missing = missingOf(definition);
    return missing === null
      ? []
      : [{ definition: definition.id, award: definition.award, claimable: missing.length === 0, missing }];
  });
}

/** What one more part would complete: those that lack exactly one, by the part. */
export function oneMore(standings: readonly Standing[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { definition, missing } of standings) {
    const [only] = missing;
    if (only !== undefined && missing.length === 1) found.set(only, [...(found.get(only) ?? []), definition]);
  }
  return found;
}
