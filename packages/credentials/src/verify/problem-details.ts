import type { Finding } from './findings.ts';

/** A problem as VC Data Model 2.0 (section 7.2), Data Integrity 1.0 (section 4.8) and Bitstring Status List 1.0 (section 3.5) name them; RFC 9457. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
}

const MODEL = 'https://www.w3.org/TR/vc-data-model#';
const INTEGRITY = 'https://w3id.org/security#';
const STATUS = 'https://www.w3.org/ns/credentials/status-list#';

/** By `check/code`, then by check. What is not here has no name in the standards and is `about:blank`. */
const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  format: [`${MODEL}PARSING_ERROR`, 'Not a document that can be read'],
  schema: [`${MODEL}MALFORMED_VALUE_ERROR`, 'A part is missing or malformed'],
  'schema/resource-differs': [`${MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`, 'A related resource differs'],
  proof: [`${INTEGRITY}PROOF_VERIFICATION_ERROR`, 'The proof does not fit'],
  'proof/signature-does-not-fit': [`${MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`, 'The signature does not fit'],
  'proof/no-proof': [`${INTEGRITY}PROOF_VERIFICATION_ERROR`, 'There is no proof'],
  'proof/wrong-challenge': [`${INTEGRITY}INVALID_CHALLENGE_ERROR`, 'Made for another request'],
  'proof/nonce-refused': [`${INTEGRITY}INVALID_CHALLENGE_ERROR`, 'No answer to a question of ours'],
  'proof/wrong-domain': [`${INTEGRITY}INVALID_DOMAIN_ERROR`, 'Made for another verifier'],
  'proof/invalid-document': [`${INTEGRITY}PROOF_TRANSFORMATION_ERROR`, 'Terms are undefined or redefined'],
  'proof/unknown-context': [`${INTEGRITY}PROOF_TRANSFORMATION_ERROR`, 'A vocabulary is not known'],
  'proof/too-complex': [`${INTEGRITY}PROOF_TRANSFORMATION_ERROR`, 'The document is too tangled'],
  'proof/key-not-found': [`${INTEGRITY}INVALID_VERIFICATION_METHOD`, 'The key is not listed'],
  'proof/key-of-another-kind': [`${INTEGRITY}INVALID_VERIFICATION_METHOD`, 'The key is of another kind'],
  'proof/key-unreadable': [`${INTEGRITY}INVALID_VERIFICATION_METHOD`, 'The key cannot be read'],
  'proof/wrong-purpose': [`${INTEGRITY}PROOF_VERIFICATION_ERROR`, 'Made for another purpose'],
  issuer: [`${INTEGRITY}INVALID_CONTROLLED_IDENTIFIER_DOCUMENT`, 'The key is not the issuer’s'],
  validity: [`${MODEL}RANGE_ERROR`, 'Out of date'],
  'validity/bad-date': [`${MODEL}MALFORMED_VALUE_ERROR`, 'A date is not one'],
  status: [`${STATUS}STATUS_VERIFICATION_ERROR`, 'The status could not be verified'],
  'status/list-unreachable': [`${STATUS}STATUS_RETRIEVAL_ERROR`, 'The status list could not be had'],
  'status/entry-out-of-range': [`${MODEL}RANGE_ERROR`, 'The status list has no such entry'],
};

/** What a check found wrong, as a problem of the standards. */
export function problemDetails({
  check,
  code,
  detail,
  data,
}: Pick<Finding, 'check' | 'code' | 'detail' | 'data'>): ProblemDetails {
  const [type, title] = TYPES[`${check}/${code}`] ?? TYPES[check] ?? ['about:blank', 'Not verified'];
  const part = data['part'] ?? data['address'];
  return { type, title, detail: part === undefined ? detail : `${detail}: ${part}` };
}
