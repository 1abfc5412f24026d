import { overlapPercent } from '../framework/checks/overlap.ts';
import type { Definition } from '../framework/definition.ts';

/** How much of one definition is in another that is there already. */
export interface Overlap {
  readonly id: string;
  readonly title: string;
  /** Whole percent of its own size, rounded up. */
  readonly percent: number;
  /** The lineages that both have. */
  readonly shared: readonly string[];
}

/** Every definition that shares something with this one, the largest overlap first, then by id. Measured under every rule. */
export function overlapsOf(definition: Definition, others: readonly Definition[]): readonly Overlap[] {
  const own = new Set(definition.parts.map(({ ref }) => ref));
  return others
    .filter(({ id }) => id !== definition.id)
    .map((other) => ({
      id: other.id,
      title: other.title,
      percent: overlapPercent(definition, other),
      shared: other.parts.map(({ ref }) => ref).filter((ref) => own.has(ref)),
    }))
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => b.percent - a.percent || (a.id < b.id ? -1 : 1));
}
