import type { CheckName, CheckResult, Outcome } from './answer.ts';

/**
 * Everything that a check can find: `check/code`, its outcome and the fixed text of `detail`. sentences.ts says the same to a person in
 * two languages, and a test holds the two together.
 */
export const FINDINGS = {
  format: {
    'readable-credential': ['pass', 'a verifiable credential in JSON-LD'],
    'readable-presentation': ['pass', 'a verifiable presentation in JSON-LD'],
    'readable-jwt-credential': ['pass', 'a verifiable credential as a JWT'],
    'readable-jwt-presentation': ['pass', 'a verifiable presentation as a JWT'],
    'readable-sd-jwt': ['pass', 'a credential with selective disclosure (SD-JWT)'],
    'readable-cose-credential': ['pass', 'a verifiable credential in COSE'],
    'readable-cose-presentation': ['pass', 'a verifiable presentation in COSE'],
    unsupported: ['fail', 'unsupported'],
    'malformed-cose': ['fail', 'this looks like COSE, but is not well formed'],
    'malformed-jwt': ['fail', 'this looks like a JWT, but is not well formed'],
    'malformed-envelope': ['fail', 'the envelope is not well formed, or holds something else than it says'],
    'wrong-media-type': ['fail', 'the token says that it is something else (typ or cty)'],
    'claim-not-allowed': ['fail', 'a vc or vp claim stands in a token that is itself the credential'],
    'claims-disagree': ['fail', 'the claims of the token contradict the credential in it'],
    'open-badge-2': ['fail', 'an Open Badge 2.0: it can be read as evidence, and is no verifiable credential'],
    'no-badge-inside': ['fail', 'the picture holds no credential'],
    'not-a-credential': ['fail', 'this is JSON, but neither a credential nor a presentation'],
    'nothing-inside': ['fail', 'the presentation holds no credential'],
    'too-many-inside': ['fail', 'more credentials are nested in this document than are checked'],
  },
  schema: {
    complete: ['pass', 'every required part is there and well formed'],
    incomplete: ['fail', 'a required part is missing or not well formed'],
    'resource-differs': ['fail', 'a related resource is not the one that the issuer meant'],
    'not-read': ['unknown', 'the document could not be read'],
  },
  proof: {
    'signature-fits': ['pass', 'the signature fits this document exactly'],
    'signature-of-presentation': ['pass', 'the holder says it of themselves, under the signature of the presentation'],
    'signature-does-not-fit': ['fail', 'the signature does not match the document'],
    'no-proof': ['fail', 'the document is not signed'],
    'unsigned-presentation': ['not-applicable', 'the presentation is not signed; what is inside is checked on its own'],
    'malformed-proof': ['fail', 'the proof is not well formed'],
    'wrong-purpose': ['fail', 'the proof was made for another purpose'],
    'proof-expired': ['fail', 'the proof has expired'],
    'wrong-challenge': ['fail', 'the proof was made for another request'],
    'wrong-domain': ['fail', 'the proof was made for another verifier'],
    'previous-proof-missing': ['fail', 'a proof that this one stands on is not there'],
    'context-differs': ['fail', 'the proof was made under other vocabularies'],
    'base-proof': ['fail', 'the proof is for the holder alone, who must derive one to show'],
    'proof-not-yet': ['fail', 'the proof says that it was made in the future'],
    'algorithm-refused': ['fail', 'the token is not signed, or with an algorithm that we refuse for this key'],
    'malformed-disclosure': ['fail', 'a disclosure is not well formed'],
    'repeated-digest': ['fail', 'a disclosure or its digest stands twice'],
    'disclosure-does-not-fit': ['fail', 'a disclosure was added that the issuer did not sign'],
    'unknown-hash': ['unknown', 'the disclosures use a hash that we do not know'],
    'not-bound': ['fail', 'the holder did not sign for this presentation'],
    'binding-does-not-fit': ['fail', 'the holder’s signature does not fit this presentation'],
    'nonce-refused': ['fail', 'the nonce is not ours, or was used before'],
    'unknown-suite': ['unknown', 'the kind of signature is not one that we can check'],
    'unknown-context': ['unknown', 'the document uses a vocabulary that we do not know'],
    'invalid-document': ['fail', 'the document uses terms that its vocabularies do not define, or redefines them'],
    'hidden-terms': ['fail', 'the document states something under another name than the one that verifiers read'],
    'too-complex': ['fail', 'the document is too tangled to be checked'],
    'key-of-another-kind': ['fail', 'the key is of another kind than the proof says'],
    'key-unreadable': ['unknown', 'the key is of a kind that we cannot read'],
    'key-unreachable': ['unknown', 'the key could not be fetched'],
    'key-not-found': ['fail', 'the document of the key’s owner does not list the key'],
    'not-read': ['unknown', 'the document could not be read'],
  },
  issuer: {
    'key-of-issuer': ['pass', 'the key belongs to the issuer'],
    'key-of-another': ['fail', 'the key does not belong to the issuer'],
    'key-revoked': ['fail', 'the issuer withdrew the key before this signature'],
    'issuer-unreachable': ['unknown', 'the issuer’s list of keys could not be fetched'],
    'issuer-document-invalid': ['fail', 'the issuer’s list of keys is not its own or cannot be read'],
    'issuer-unsupported': ['unknown', 'the issuer is named in a way that we cannot look up'],
    'no-issuer': ['fail', 'the document names no issuer'],
    'no-proof': ['unknown', 'the document is not signed, so there is no key to ask about'],
    'not-for-presentations': ['not-applicable', 'a presentation has no issuer'],
    'key-of-holder': ['pass', 'the key belongs to the holder'],
    'key-not-of-holder': ['fail', 'the key does not belong to the holder that it names'],
    'holder-key-revoked': ['fail', 'the holder withdrew the key'],
    'holder-unreachable': ['unknown', 'the holder’s list of keys could not be fetched'],
    'holder-unsupported': ['unknown', 'the holder is named in a way that we cannot look up'],
    'not-read': ['unknown', 'the document could not be read'],
  },
  recognised: {
    trusted: ['pass', 'the issuer is on a list that we trust'],
    stranger: ['unknown', 'the issuer is on no list that we trust'],
    'no-issuer': ['unknown', 'the document names no issuer'],
    'not-for-presentations': ['not-applicable', 'a presentation has no issuer'],
    'not-read': ['unknown', 'the document could not be read'],
  },
  status: {
    'in-force': ['pass', 'not withdrawn and not suspended'],
    refreshable: ['pass', 'in force; the issuer offers a newer version'],
    'message-set': ['pass', 'in force; the issuer says something about it'],
    'unknown-value': ['unknown', 'the list gives a status that we do not know'],
    'no-status': ['not-applicable', 'the credential says nowhere that it can be withdrawn'],
    revoked: ['fail', 'the issuer has withdrawn it'],
    suspended: ['fail', 'the issuer has suspended it'],
    'list-unreachable': ['unknown', 'the status list could not be fetched'],
    'list-unverifiable': ['unknown', 'the status list could not be checked'],
    'list-outdated': ['unknown', 'the status list is out of date'],
    'list-invalid': ['fail', 'the status list is not one, or cannot be read'],
    'list-of-another': ['fail', 'the status list is not the issuer’s'],
    'list-not-signed': ['fail', 'the signature of the status list does not fit'],
    'entry-invalid': ['fail', 'the entry for the status is not well formed'],
    'entry-out-of-range': ['fail', 'the status list has no such entry'],
    'unknown-status-type': ['unknown', 'the kind of status is not one that we can check'],
    'not-for-presentations': ['not-applicable', 'a presentation has no status'],
    'not-read': ['unknown', 'the document could not be read'],
  },
  validity: {
    'in-date': ['pass', 'in date'],
    'no-end': ['pass', 'in date, without an end'],
    expired: ['fail', 'its time has ended'],
    'not-yet': ['fail', 'its time has not begun'],
    'bad-date': ['fail', 'a date is not one'],
    'not-for-presentations': ['not-applicable', 'a presentation has no dates of its own'],
    'not-read': ['unknown', 'the document could not be read'],
  },
  log: {
    'no-log': ['not-applicable', 'there is no public log yet'],
  },
} as const satisfies Readonly<Record<CheckName, Readonly<Record<string, readonly [Outcome, string]>>>>;

export type FindingCode<Check extends CheckName = CheckName> = Check extends CheckName
  ? keyof (typeof FINDINGS)[Check] & string
  : never;

/** A check's result with its stable code and what it was about, before it is cut down to the answer of contracts 4. */
export interface Finding extends CheckResult {
  readonly code: string;
  /** Dates, names and paths for the sentence. */
  readonly data: Readonly<Record<string, string>>;
}

export function finding<Check extends CheckName>(
  check: Check,
  code: FindingCode<Check>,
  data: Readonly<Record<string, string>> = {},
): Finding {
  const table: Readonly<Record<string, readonly [Outcome, string]>> = FINDINGS[check];
  const [outcome, detail] = table[code]!;
  return { check, code, outcome, detail, data };
}
