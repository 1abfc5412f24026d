import { type Language, type Say, sayer } from '@recognition/web/language';

/** The kinds of thing that a page may name, in the order in which they build on each other. */
export const KINDS = ['outcome', 'unit-standard', 'skill-standard', 'achievement-standard', 'micro-credential'] as const;
export type Kind = (typeof KINDS)[number];

/** The kind that a definition says it is; undefined for one of another country's, which has a name of its own there. */
export const kindNamed = (kind: string | null): Kind | undefined => KINDS.find((one) => one === kind);

/** What an outcome, a standard and a micro-credential are, and how they build on each other: one set of words for page and terminal. */
export function kindsIn(language: Language): {
  readonly title: string;
  readonly short: string;
  readonly kinds: readonly { readonly kind: Kind; readonly name: string; readonly says: string }[];
  readonly together: string;
} {
  const t: Say = sayer(language);
  return {
    title: t('kinds.title'),
    short: t('kinds.short'),
    kinds: KINDS.map((kind) => ({ kind, name: t(`kind.${kind}`), says: t(`kinds.${kind}`) })),
    together: t('kinds.together'),
  };
}
