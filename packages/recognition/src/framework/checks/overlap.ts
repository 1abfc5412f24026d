import type { Definition } from '../definition.ts';
import { type DefinitionCheck, finding } from './check.ts';

/** How much of a definition is in another, in whole percent rounded up: by minutes where all its parts have them, else by parts. */
export function overlapPercent(definition: Definition, other: Definition): number {
  const theirs = new Set(other.parts.map(({ ref }) => ref));
  const measured = definition.parts.every(({ minutes }) => minutes !== null && minutes > 0);
  let [shared, all] = [0, 0];
  for (const { ref, minutes } of definition.parts) {
    const size = measured ? (minutes ?? 0) : 1;
    all += size;
    if (theirs.has(ref)) shared += size;
  }
  return all === 0 ? 0 : Math.ceil((100 * shared) / all);
}

/** It is mostly new: no more of it than its kind allows is in one definition that is there already. */
export const overlap: DefinitionCheck = (definition, context) => {
  const most = context.rule.definition?.mostOverlapPercent ?? null;
  if (most === null) return [];
  return context.others
    .filter(({ id }) => id !== definition.id)
    .flatMap((other) => {
      const percent = overlapPercent(definition, other);
      return percent > most
        ? [
            finding(
              'overlap',
              'parts',
              context,
              `${percent}% of it is in “${other.title}”, and at most ${most}% may be.`,
              `Kei roto te ${percent}% i te “${other.title}”, ko te ${most}% te mōrahi.`,
            ),
          ]
        : [];
    });
};
