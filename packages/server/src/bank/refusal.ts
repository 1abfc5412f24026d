import type { BankCode } from '@recognition/recognition/frameworks';
import { problem, type Problem } from '../http/problem.ts';
import { BANK_SENTENCES } from './sentences.ts';

/** What stands against an entry as the account stands now; anything else was wrong from the start. */
const CONFLICTS: ReadonlySet<BankCode> = new Set([
  'entry-conflict',
  'before-last-entry',
  'already-deposited',
  'already-redeemed',
  'credit-expired',
  'not-transferred',
  'already-there',
]);

/** The pure ledger's refusal as a problem: 409 where the account stands against it, 404 for a credit that is not there, else 422. */
export function refusal(code: BankCode, credits: readonly string[] = []): Problem {
  const status = code === 'unknown-credit' ? 404 : CONFLICTS.has(code) ? 409 : 422;
  return problem(code, status, BANK_SENTENCES[code]?.en ?? code, credits.length === 0 ? {} : { credits });
}
