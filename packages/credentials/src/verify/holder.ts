import { keyFor } from '../did/resolve.ts';
import { idOf } from '../json.ts';
import { finding, type Finding } from './findings.ts';
import type { ExaminedProof } from './examined-proof.ts';
import { purposeOf, type Subject } from './subject.ts';

/**
 * A presentation has no issuer. If it names its holder and is signed, the key must be the holder's: else anybody could show what they copied
 * (VC Data Model 2.0, section 4.13).
 */
export async function checkHolder(subject: Subject, proofs: readonly ExaminedProof[]): Promise<Finding> {
  const { document, controller } = subject;
  const holder = idOf(document['holder']);
  if (holder === null || proofs.length === 0) return finding('issuer', 'not-for-presentations');
  const resolved = await controller(holder);
  if (resolved.status === 'unreachable') return finding('issuer', 'holder-unreachable', { holder });
  if (resolved.status !== 'found') return finding('issuer', 'holder-unsupported', { holder });
  // A proof that nobody could check says nothing of who signed.
  const fitting = proofs.filter(({ outcome }) => outcome === 'pass');
  const own = (fitting.length > 0 ? fitting : proofs).some(
    ({ methodId }) => keyFor(resolved.document, methodId, purposeOf(subject)) !== null,
  );
  return finding('issuer', own ? 'key-of-holder' : 'key-not-of-holder', { holder });
}
