import { checkListing, type Finding, missingFields, type OutcomePart } from '@recognition/recognition';
import type { OutcomeDocument } from './document.ts';

export type { Finding } from '@recognition/recognition';

/** The parts of a definition that are still missing, in the order in which a form asks for them. */
export const missingParts = (outcome: OutcomeDocument): readonly OutcomePart[] => missingFields(outcome);

/** Every listing check on a definition, the same for every developer (N4), as of a day. */
export const checkDefinition = (outcome: OutcomeDocument, asOf: string): readonly Finding[] => checkListing(outcome, { asOf });
