import type { Answer, CheckName, CheckResult } from './answer.ts';
import { FINDINGS } from './findings.ts';
import { REASONS_EN } from './sentences.en.ts';
import { REASONS_MI } from './sentences.mi.ts';

export type Language = 'en' | 'mi';

/** What each check asks, as a person would. */
export const QUESTIONS: Readonly<Record<CheckName, Readonly<Record<Language, string>>>> = {
  format: { en: 'Is it a credential that we can read?', mi: 'He tohu whakamana e taea ana e mātou te pānui?' },
  schema: { en: 'Does it hold all that it must?', mi: 'Kei roto ngā mea katoa e tika ana?' },
  proof: { en: 'Has it been changed?', mi: 'Kua whakarerekētia?' },
  issuer: { en: 'Who issued it?', mi: 'Nā wai i tuku?' },
  recognised: { en: 'Do we know the issuer?', mi: 'E mōhio ana mātou ki te kaituku?' },
  status: { en: 'Has it been withdrawn?', mi: 'Kua unuhia?' },
  validity: { en: 'Is it in date?', mi: 'E whai mana ana i tēnei rā?' },
  log: { en: 'Is it in the public log?', mi: 'Kei te rārangi tūmatanui?' },
};

const HEADLINES: Readonly<Record<Answer, Readonly<Record<Language, string>>>> = {
  verified: { en: 'Genuine.', mi: 'He tūturu.' },
  'not-verified': {
    en: 'Not verified. At least one check failed.',
    mi: 'Kāore i whakamanatia. I rahua tētahi arowhai, neke atu rānei.',
  },
  inconclusive: {
    en: 'We cannot say. Nothing failed, but not everything could be checked.',
    mi: 'Kāore e taea te kī. Kāore he arowhai i rahua, engari kāore te katoa i taea te arowhai.',
  },
};

/** One sentence for the whole answer. */
export function headline(answer: Answer, language: Language): string {
  return HEADLINES[answer][language];
}

/** The question of a check and the answer to it, in plain words. Takes a check of an answer or of an examination, which knows more. */
export function sentenceOf(
  check: CheckResult & { readonly code?: string; readonly data?: Readonly<Record<string, string>> },
  language: Language,
): { readonly question: string; readonly reason: string } {
  const code = check.code ?? codeOf(check);
  const reasons: Readonly<Record<string, string>> = (language === 'mi' ? REASONS_MI : REASONS_EN)[check.check];
  const reason = reasons[code] ?? check.detail;
  return { question: QUESTIONS[check.check][language], reason: withData(reason, check.data ?? {}) };
}

/** The code behind a check's fixed detail. */
function codeOf({ check, detail }: CheckResult): string {
  return Object.entries(FINDINGS[check]).find(([, [, text]]) => text === detail)?.[0] ?? '';
}

/** `[… {name} …]` is kept when the name is known and dropped when it is not. */
function withData(sentence: string, data: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\[([^\]]*)\{(\w+)\}([^\]]*)\]/gu, (_, before: string, key: string, after: string) => {
    const value = data[key];
    return value === undefined || value === ''
      ? ''
      : `${before}${/^\d{4}-\d\d-\d\dT/u.test(value) ? value.slice(0, 10) : value}${after}`;
  });
}
