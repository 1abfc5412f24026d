import type { Definition, Part } from '../framework/definition.ts';
import type { RecognitionFramework } from '../framework/schema.ts';
import { type Converted, convertSize } from '../size/convert.ts';
import { claimable, holding, oneMore, type Standing } from './claimable.ts';
import { inOrder } from './units.ts';

/** What somebody picked, and what it adds up to. */
export interface Basket {
  /** Each unit once, in one order. */
  readonly units: readonly Part[];
  /** Units that were picked more than once, or by more than one pack: they count once. */
  readonly once: readonly string[];
  /** Units without a size, which the sums leave out. */
  readonly unsized: readonly string[];
  readonly frameworks: readonly {
    readonly framework: string;
    readonly size: Converted;
    readonly standings: readonly Standing[];
    /** What one more unit would complete, by the unit. */
    readonly oneMore: readonly { readonly ref: string; readonly completes: readonly string[] }[];
  }[];
}

/**
 * What picked units add up to in each framework: their size in its unit, what they make of its definitions, and what one more unit would
 * complete. A unit counts once however often it was picked. Sizes are for comparison (domain 9, A30).
 */
export function basketOf(
  picked: readonly Part[],
  frameworks: readonly { readonly framework: RecognitionFramework; readonly definitions: readonly Definition[] }[],
): Basket {
  const units = new Map<string, Part>();
  const once = new Set<string>();
  for (const part of picked) {
    if (units.has(part.ref)) once.add(part.ref);
    else units.set(part.ref, part);
  }
  const each = inOrder([...units.values()]);
  const minutes = each.reduce((sum, part) => sum + (part.minutes ?? 0), 0);
  const held = holding(units.keys());
  return {
    units: each,
    once: [...once].sort(),
    unsized: each.flatMap(({ ref, minutes: own }) => (own === null ? [ref] : [])),
    frameworks: frameworks.map(({ framework, definitions }) => {
      const standings = claimable(framework, definitions, held);
      return {
        framework: framework.id,
        size: convertSize(minutes, framework),
        standings,
        oneMore: [...oneMore(standings)].map(([ref, completes]) => ({ ref, completes })),
      };
    }),
  };
}
