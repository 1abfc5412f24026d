import { keyFor } from '../did/resolve.ts';
import { idOf } from '../json.ts';
import { finding, type Finding } from './findings.ts';
import type { ExaminedProof } from './examined-proof.ts';
import type { Subject } from './subject.ts';

/**
 * A presentation has no issuer. If it names its holder and is signed, the key must be the holder's: else anybody could show what they copied
 * (VC Data Model 2.0, section 4.13).
 */
export async function checkHolder({ document, controller }: Subject, proofs: readonly ExaminedProof[]): Promise<Finding> {
  const holder = idOf(document['holder']);
  if (holder === null || proofs.length === 0) return finding('issuer', 'not-for-presentations');
  const resolved = await controller(holder);
  if (resolved.status === 'unreachable') return finding('issuer', 'holder-unreachable', { holder });
  if (resolved.status !== 'found') return finding('issuer', 'holder-unsupported', { holder });
  const own = proofs.some(({ methodId }) => keyFor(resolved.document, methodId, 'authentication') !== null);
  return finding('issuer', own ? 'key-of-holder' : 'key-not-of-holder', { holder });
}
