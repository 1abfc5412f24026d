import type { Language, Say } from '../language/index.ts';

/** How a page speaks of an award. */
export interface AwardSpoken {
  readonly t: Say;
  readonly language: Language;
  readonly field: (field: string | null) => string;
}

/** What an award is called: an Applied Learning Qualification by its major, any other as it was called when it was issued. */
export function awardNameOf(
  award: { readonly award: string; readonly major: string | null; readonly title: Readonly<Record<Language, string>> },
  { t, language, field }: AwardSpoken,
): string {
  if (award.award !== 'alq') return award.title[language];
  return `${t('award.alq')}${award.major === null ? '' : t('award.with-major', { field: field(award.major) })}`;
}
