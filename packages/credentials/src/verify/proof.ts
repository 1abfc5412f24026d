import { keyFor } from '../did/resolve.ts';
import { codeOf } from '../errors/codes.ts';
import { asList, asString, idOf, isIri, isObject, type JsonObject } from '../json.ts';
import { canonicalise } from '../proof/canonicalise.ts';
import { suiteOf } from '../proof/suites/index.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { checkEnvelope } from './envelope-proof.ts';
import type { ExaminedProof } from './examined-proof.ts';
import { answers, isAsked } from './expected.ts';
import { finding, type Finding, type FindingCode } from './findings.ts';
import { hidesTerms } from './hidden-terms.ts';
import { purposeOf, type Subject } from './subject.ts';

/** More proofs than this are not looked at: each costs a canonicalisation. */
const MAX_PROOFS = 8;

/**
 * Has it been changed? Of a set of proofs every one that we understand must fit, and one must be there that we do; one that fits proves
 * the document, whoever else added theirs.
 */
export async function checkProof(
  subject: Subject,
): Promise<{ readonly finding: Finding; readonly proofs: readonly ExaminedProof[] }> {
  if (subject.envelope !== undefined) return checkEnvelope(subject, subject.envelope);
  const given = asList(subject.document['proof']);
  if (given.length === 0 && isSelfAsserted(subject))
    return { finding: finding('proof', 'signature-of-presentation'), proofs: subject.within?.proofs ?? [] };
  if (given.length === 0) {
    const unsigned = isAsked(subject.expected) ? 'not-bound' : 'unsigned-presentation';
    return { finding: finding('proof', subject.kind === 'presentation' ? unsigned : 'no-proof'), proofs: [] };
  }
  if (given.length > MAX_PROOFS) return { finding: finding('proof', 'too-complex'), proofs: [] };
  const proofs: ExaminedProof[] = [];
  for (const proof of given) proofs.push(await examine(subject, proof));
  const said = proofs.find(({ outcome }) => outcome === 'fail') ?? proofs.find(({ outcome }) => outcome === 'pass') ?? proofs[0]!;
  if (said.outcome === 'pass') {
    const wrong = (await meaningOf(subject.document)) ?? (await unanswered(subject, proofs));
    if (wrong !== null) return { finding: finding('proof', wrong), proofs };
  }
  return { finding: finding('proof', said.code, { key: said.methodId }), proofs };
}

/** A claim of the holder about themselves, in a presentation that they signed (VC Data Model 2.0, section 4.13.3). */
function isSelfAsserted({ document, kind, within }: Subject): boolean {
  return kind === 'credential' && within !== undefined && within.proofs.length > 0 && idOf(document['issuer']) === within.holder;
}

/** Why it is no answer to the question that only one may answer, or null. Whoever adds a proof of their own makes no old one a new one. */
async function unanswered(
  { kind, expected = {} }: Subject,
  proofs: readonly ExaminedProof[],
): Promise<FindingCode<'proof'> | null> {
  if (expected.takeNonce === undefined) return null;
  if (kind !== 'presentation') return 'not-bound';
  const fitting = proofs.filter(({ outcome }) => outcome === 'pass').map(({ proof }) => proof);
  const [first] = fitting;
  if (fitting.some((proof) => proof['challenge'] !== first?.['challenge'])) return 'nonce-refused';
  return answers(expected, first?.['domain'], first?.['challenge']);
}

/**
 * What is wrong with the meaning of a document whose signature fits, or null. A signature over canonical JSON says nothing of the meaning of
 * its words, so that is looked at here too: a term that no context defines is an error under every suite.
 */
async function meaningOf(document: JsonObject): Promise<FindingCode<'proof'> | null> {
  try {
    const { proof, ...unsecured } = document;
    if (asList(proof).some((one) => isObject(one) && /-jcs-/u.test(asString(one['cryptosuite']) ?? '')))
      await canonicalise(unsecured);
    return (await hidesTerms(document)) ? 'hidden-terms' : null;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'unknown-context' || code === 'invalid-document') return code;
    if (code === 'too-complex' || code === 'too-deep') return 'too-complex';
    throw error;
  }
}

async function examine(subject: Subject, value: unknown): Promise<ExaminedProof> {
  const proof = isObject(value) ? value : {};
  const methodId = fullMethodId(asString(proof['verificationMethod']) ?? '');
  const found = (code: FindingCode<'proof'>): ExaminedProof => {
    const { outcome } = finding('proof', code);
    return { proof, methodId, code, outcome: outcome === 'not-applicable' ? 'unknown' : outcome };
  };
  if (!isObject(value) || asString(proof['type']) === null) return found('malformed-proof');
  if (proof['type'] === 'DataIntegrityProof' && asString(proof['cryptosuite']) === null) return found('malformed-proof');
  if (suiteOf(proof) === null) return found('unknown-suite');
  if (!isIri(methodId)) return found('malformed-proof');
  const { challenge, domain } = subject.expected ?? {};
  const purpose = purposeOf(subject);
  const key = await publicKey(subject, methodId, purpose);
  if (typeof key === 'object') {
    const { code } = await verifyProof(subject.document, proof, {
      publicKeyMultibase: key.publicKeyMultibase,
      now: subject.now,
      purpose,
      // What is inside a presentation was signed before anybody asked for it.
      ...(subject.kind === 'presentation' && challenge !== undefined ? { challenge } : {}),
      ...(subject.kind === 'presentation' && domain !== undefined ? { domain } : {}),
      ...(subject.digest === undefined ? {} : { digest: subject.digest }),
    });
    return found(code);
  }
  return found(key);
}

/** The key that a proof names, from the document of whoever the key's own id says controls it. */
async function publicKey(
  subject: Subject,
  methodId: string,
  purpose: string,
): Promise<{ readonly publicKeyMultibase: string } | 'key-unreachable' | 'key-unreadable' | 'key-not-found'> {
  const resolved = await subject.controller(controllerOf(methodId));
  if (resolved.status === 'unreachable') return 'key-unreachable';
  if (resolved.status === 'unsupported') return 'key-unreadable';
  if (resolved.status === 'invalid') return 'key-not-found';
  const key = keyFor(resolved.document, methodId, purpose);
  if (key === null) return 'key-not-found';
  return key === 'unsupported' ? 'key-unreadable' : key;
}

/** Whose key it is by its own id: all before the `#`. */
function controllerOf(methodId: string): string {
  return methodId.split('#')[0] ?? '';
}

/** A `did:key` named without its only key, as some issuers write it, means that key. */
function fullMethodId(methodId: string): string {
  return methodId.startsWith('did:key:') && !methodId.includes('#')
    ? `${methodId}#${methodId.slice('did:key:'.length)}`
    : methodId;
}
