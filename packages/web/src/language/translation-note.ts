import { type Language, say } from './index.ts';
import { knownReview } from './review.ts';

/**
 * What the foot of every page says of te reo Māori: in te reo Māori, how much of it is a draft translation; in English, that not all of it
 * has been reviewed. Null when a licensed translator stands by every sentence.
 */
export function translationNote(language: Language): string | null {
  const reviewed = knownReview();
  if (reviewed === null) return language === 'en' ? say('en', 'site.not-reviewed') : null;
  const { drafts, sentences } = reviewed;
  if (drafts === 0) return null;
  return language === 'mi' ? say('mi', 'site.drafts', { drafts, sentences }) : say('en', 'site.not-reviewed');
}
