import type { Definition, Part } from '../framework/definition.ts';

/** What an award is called and is, without its parts. */
export type Header = Omit<Definition, 'parts' | 'minutes'>;

export const COMPOSE_CODES = [
  'nothing-to-bundle',
  'bundle-of-itself',
  'unit-disagrees',
  'non-credit-unit',
  'too-few-sources',
  'course-withdrawn',
  'course-twice',
  'no-size',
  'too-large',
] as const;
export type ComposeCode = (typeof COMPOSE_CODES)[number];

/** Why parts make no award, and the part it is about. */
export interface Refused {
  readonly ok: false;
  readonly code: ComposeCode;
  readonly ref: string | null;
  readonly message: { readonly en: string; readonly mi: string };
}

export const refused = (code: ComposeCode, ref: string | null, en: string, mi: string): Refused => ({
  ok: false,
  code,
  ref,
  message: { en, mi },
});

const byRef = (a: Part, b: Part): number => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0);

/** Parts in one order, so that the order in which they were picked says nothing. */
export const inOrder = (parts: readonly Part[]): Part[] => [...parts].sort(byRef);

/** The size that parts sum to, in minutes; null while one of them has none. */
export function sumOf(parts: readonly Part[]): number | null {
  let sum = 0;
  for (const { minutes } of parts) {
    if (minutes === null) return null;
    sum += minutes;
  }
  return sum;
}
