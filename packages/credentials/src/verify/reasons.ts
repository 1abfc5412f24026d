import type { CheckName } from './answer.ts';
import type { FindingCode } from './findings.ts';

/** A sentence for every code that a check may find, in one language. */
export type Reasons = { readonly [Check in CheckName]: { readonly [Code in FindingCode<Check>]: string } };
