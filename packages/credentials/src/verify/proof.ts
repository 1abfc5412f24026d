import { keyFor } from '../did/resolve.ts';
import { asList, asString, isIri, isObject } from '../json.ts';
import { suiteOf } from '../proof/suites.ts';
import { verifyProof } from '../proof/verify-proof.ts';
import { checkEnvelope } from './envelope-proof.ts';
import type { ExaminedProof } from './examined-proof.ts';
import { finding, type Finding, type FindingCode } from './findings.ts';
import { hidesTerms } from './hidden-terms.ts';
import { checkChallenge } from './key-binding.ts';
import type { Subject } from './subject.ts';

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
  if (given.length === 0) {
    const unsigned = subject.kind === 'presentation' ? 'unsigned-presentation' : 'no-proof';
    return { finding: finding('proof', (await checkChallenge(subject, [])) ?? unsigned), proofs: [] };
  }
  if (given.length > MAX_PROOFS) return { finding: finding('proof', 'too-complex'), proofs: [] };
  const proofs: ExaminedProof[] = [];
  for (const proof of given) proofs.push(await examine(subject, proof));
  const said = proofs.find(({ outcome }) => outcome === 'fail') ?? proofs.find(({ outcome }) => outcome === 'pass') ?? proofs[0]!;
  if (said.outcome === 'pass' && (await hidesTerms(subject.document)))
    return { finding: finding('proof', 'hidden-terms'), proofs };
  const unasked = said.outcome === 'pass' ? await checkChallenge(subject, proofs) : null;
  if (unasked !== null) return { finding: finding('proof', unasked, { key: said.methodId }), proofs };
  return { finding: finding('proof', said.code, { key: said.methodId }), proofs };
}

async function examine(subject: Subject, value: unknown): Promise<ExaminedProof> {
  const proof = isObject(value) ? value : {};
  const methodId = fullMethodId(asString(proof['verificationMethod']) ?? '');
  const found = (code: FindingCode<'proof'>): ExaminedProof => {
    const { outcome } = finding('proof', code);
    return { proof, methodId, code, outcome: outcome === 'not-applicable' ? 'unknown' : outcome };
  };
  if (!isObject(value) || asString(proof['type']) === null) return found('malformed-proof');
  if (suiteOf(proof) === null) return found('unknown-suite');
  if (!isIri(methodId)) return found('malformed-proof');
  const purpose = subject.kind === 'presentation' ? 'authentication' : 'assertionMethod';
  const key = await publicKey(subject, methodId, purpose);
  if (typeof key === 'object') {
    const { code } = await verifyProof(subject.document, proof, {
      publicKeyMultibase: key.publicKeyMultibase,
      now: subject.now,
      purpose,
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
  // A did:key may be used for whatever its holder likes (did:key method, 3.1.1).
  const key = keyFor(resolved.document, methodId, controllerOf(methodId).startsWith('did:key:') ? 'assertionMethod' : purpose);
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
