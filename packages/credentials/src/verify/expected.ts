import { asList } from '../json.ts';
import type { FindingCode } from './findings.ts';
import type { ExpectedPresentation } from './subject.ts';

/** Whether somebody asked, so that what is presented must be an answer. */
export function isAsked(expected: ExpectedPresentation | undefined): boolean {
  return expected?.domain !== undefined || expected?.challenge !== undefined || expected?.takeNonce !== undefined;
}

/** What is wrong with an answer, or null. A nonce is taken last: an answer that is wrong in another way leaves it to the right one. */
export async function answers(
  { domain, challenge, takeNonce }: ExpectedPresentation,
  audience: unknown,
  nonce: unknown,
): Promise<FindingCode<'proof'> | null> {
  if (challenge !== undefined && nonce !== challenge) return 'wrong-challenge';
  if (domain !== undefined && !asList(audience).includes(domain)) return 'wrong-domain';
  if (takeNonce === undefined) return null;
  return typeof nonce === 'string' && (await takeNonce(nonce)) ? null : 'nonce-refused';
}
