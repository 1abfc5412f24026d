import { learn } from './index.ts';
import type { Language } from './languages.ts';
import { keepReview, reviewOf } from './review.ts';

/** Brings the sentences of one language to the browser, which keeps those of the other for when they are asked for. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'mi') {
    const [{ mi }, { reviews }] = await Promise.all([import('./mi/index.ts'), import('./mi/reviewed/index.ts')]);
    learn('mi', mi);
    keepReview(reviewOf(mi, reviews));
  } else learn('en', (await import('./en/index.ts')).en);
}
