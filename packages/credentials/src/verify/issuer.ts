import { keyFor } from '../did/resolve.ts';
import { idOf } from '../json.ts';
import { instant, instantOrUtc } from '../time.ts';
import { finding, type Finding, type FindingCode } from './findings.ts';
import type { ExaminedProof } from './examined-proof.ts';
import type { Subject } from './subject.ts';

/**
 * Does the key belong to the issuer? The issuer's own document must list it for assertions, a retired key too: it may sign nothing new, but
 * what it signed stays signed. Asked of the proofs that fit; if none does, of all, because a changed document still says whose key it names.
 */
export async function checkIssuer(subject: Subject, proofs: readonly ExaminedProof[]): Promise<Finding> {
  if (subject.kind === 'presentation') return finding('issuer', 'not-for-presentations');
  const issuer = idOf(subject.document['issuer']);
  if (issuer === null) return finding('issuer', 'no-issuer');
  if (proofs.length === 0) return finding('issuer', 'no-proof');
  const fitting = proofs.filter(({ outcome }) => outcome === 'pass');
  const codes: FindingCode<'issuer'>[] = [];
  for (const proof of fitting.length > 0 ? fitting : proofs) codes.push(await belongs(subject, issuer, proof));
  const best =
    codes.find((code) => finding('issuer', code).outcome === 'pass') ??
    codes.find((code) => finding('issuer', code).outcome === 'unknown') ??
    codes[0]!;
  const name = subject.trusted.find(({ id }) => id === issuer)?.name;
  return finding('issuer', best, { issuer, ...(name === undefined ? {} : { name }) });
}

async function belongs(
  { controller }: Subject,
  issuer: string,
  { methodId, proof, issuerCode }: ExaminedProof,
): Promise<FindingCode<'issuer'>> {
  if (issuerCode !== undefined) return issuerCode;
  const resolved = await controller(issuer);
  if (resolved.status === 'unreachable') return 'issuer-unreachable';
  if (resolved.status === 'unsupported') return 'issuer-unsupported';
  if (resolved.status === 'invalid') return 'issuer-document-invalid';
  const key = keyFor(resolved.document, methodId, 'assertionMethod');
  if (key === null) return 'key-of-another';
  if (key === 'unsupported' || key.revoked === null) return 'key-of-issuer';
  const [made, withdrawn] = [instantOrUtc(proof['created']), instant(key.revoked)];
  return made !== null && withdrawn !== null && made < withdrawn ? 'key-of-issuer' : 'key-revoked';
}
