import { RESULT_CODES } from './reject-codes-result.ts';
import { ROW_CODES } from './reject-codes-row.ts';

/** Every reason why a row of results is not recorded: a closed set, each in docs/reference/results-import.md. */
export const REJECT_CODES = { ...ROW_CODES, ...RESULT_CODES } as const;

export type RejectCode = keyof typeof REJECT_CODES;

export function isRejectCode(code: string): code is RejectCode {
  return Object.hasOwn(REJECT_CODES, code);
}
