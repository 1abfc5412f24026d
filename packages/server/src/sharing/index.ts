/** What a learner lets others see. What other folders may use. */
export { type Chosen, drawContent } from './content.ts';
export { readUnderConsent, receivedConsents } from './read-under-consent.ts';
export { type OpenedShare, type Opener, openShare } from './open.ts';
export { openedView, type SharedContent } from './schemas.ts';
