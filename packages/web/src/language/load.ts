import { learn } from './index.ts';
import type { Language } from './languages.ts';

/** Brings the sentences of one language to the browser, which keeps those of the other for when they are asked for. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'mi') learn('mi', (await import('./mi/index.ts')).mi);
  else learn('en', (await import('./en/index.ts')).en);
}
