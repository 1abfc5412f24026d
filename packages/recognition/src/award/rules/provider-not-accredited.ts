import { isCovered } from '../../record/accreditation.ts';
import type { Entry } from '../context.ts';

/** The provider must have been accredited and consented for the outcome on the day of assessment (domain A22). */
export const providerNotAccredited = (entry: Entry): boolean =>
  !isCovered(entry.provider.accreditations, entry.outcome, entry.achievement.date);
