import { type FoundKey, keyFor } from '../did/resolve.ts';
import { idOf } from '../json.ts';
import { finding, type Finding } from './findings.ts';
import type { ExaminedProof } from './examined-proof.ts';
import { instant } from '../time.ts';
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
  const keys = (fitting.length > 0 ? fitting : proofs).flatMap(
    ({ methodId }) => keyFor(resolved.document, methodId, purposeOf(subject)) ?? [],
  );
  if (keys.length === 0) return finding('issuer', 'key-not-of-holder', { holder });
  return finding('issuer', keys.every((key) => isRevoked(key, subject.now)) ? 'holder-key-revoked' : 'key-of-holder', { holder });
}

/**
 * Whether a holder's key is withdrawn by now. When a presentation says that it was made does not count here: it is shown now, and whoever
 * has a key that leaked would date it back.
 */
function isRevoked(key: FoundKey | 'unsupported', now: string): boolean {
  if (key === 'unsupported' || key.revoked === null) return false;
  const [withdrawn, at] = [instant(key.revoked), instant(now)];
  return withdrawn === null || at === null || withdrawn <= at;
}
