import { en } from './en/index.ts';
import { learn } from './index.ts';
import { mi } from './mi/index.ts';
import { reviews } from './mi/reviewed/index.ts';
import { keepReview, reviewOf } from './review.ts';

export * from './index.ts';
export { translationNote } from './translation-note.ts';
export { knownReview } from './review.ts';

learn('en', en);
learn('mi', mi);
const reviewed = reviewOf(mi, reviews);
keepReview({ sentences: reviewed.sentences, drafts: reviewed.drafts.length });
