import { learn } from './index.ts';
import type { Language } from './languages.ts';
import { keepReview } from './review.ts';

/** The sentences of each language in two parts: what most pages say, and what those say that fewer open. */
const PARTS = {
  en: {
    first: async () => (await import('./en/first.ts')).first,
    rest: async () => (await import('./en/rest.ts')).rest,
  },
  mi: {
    first: async () => (await import('./mi/first.ts')).first,
    rest: async () => (await import('./mi/rest.ts')).rest,
  },
} as const;

let wantsRest = false;

/** Brings the sentences of one language to the browser, which keeps those of the other for when they are asked for. */
export async function loadLanguage(language: Language): Promise<void> {
  learn(language, await PARTS[language].first());
  if (wantsRest) learn(language, await PARTS[language].rest());
  keepReview(reviewSaid(document.documentElement.dataset));
}

/** Brings the rest, for a page that says it; later switches of language bring it too. */
export async function loadRestOfLanguage(language: Language): Promise<void> {
  wantsRest = true;
  learn(language, await PARTS[language].rest());
}

/** The page says how far te reo Māori is reviewed: the browser does not hold every sentence, and cannot count. */
function reviewSaid({ sentences, drafts }: DOMStringMap): { readonly sentences: number; readonly drafts: number } {
  return { sentences: Number(sentences ?? 0), drafts: Number(drafts ?? 0) };
}
