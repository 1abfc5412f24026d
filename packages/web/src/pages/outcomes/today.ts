import { dateOfInstant } from '../../language/index.ts';

/** The calendar date in Pacific/Auckland now. */
export const today = (): string => dateOfInstant(new Date().toISOString());
