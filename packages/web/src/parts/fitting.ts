import { folded } from './folded.ts';

/**
 * What may be picked of what was found. While the answer to what is typed is still on its way, only what holds those words itself is left
 * of the answer before: nobody picks what they did not ask for by being quick. Without regard to case and macrons.
 */
export function fitting<T>(items: readonly T[], late: boolean, typed: string, wordsOf: (item: T) => string): readonly T[] {
  if (!late) return items;
  const sought = folded(typed.trim());
  return items.filter((item) => folded(wordsOf(item)).includes(sought));
}
