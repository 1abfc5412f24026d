import { asList, asString, idOf, isObject, type JsonObject } from '../json.ts';
import type { FindingCode } from './findings.ts';
import type { Subject } from './subject.ts';

/**
 * The older way of Open Badges (1EdTech Revocation List Status Method 1.0): a plain list of what was revoked, at the address that the entry
 * names. It carries no signature, so it is taken only over HTTPS or from this machine (the caller's resolver sees to that), and only if
 * it names the credential's own issuer.
 */
export async function readRevocationList(subject: Subject, entry: JsonObject): Promise<FindingCode<'status'>> {
  const url = asString(entry['id']);
  const id = asString(subject.document['id']);
  if (url === null || id === null || !URL.canParse(url)) return 'entry-invalid';
  const answer = await subject.fetch(url);
  if (answer.status === 'unreachable') return 'list-unreachable';
  if (!isObject(answer.body)) return 'list-invalid';
  const { issuer, revokedCredential } = answer.body;
  if (idOf(issuer) !== idOf(subject.document['issuer'])) return 'list-of-another';
  if (revokedCredential !== undefined && typeof revokedCredential !== 'object') return 'list-invalid';
  const named = asList(revokedCredential).filter((one) => idOf(one) === id);
  const revoked = named.some((one) => !isObject(one) || one['revoked'] !== false);
  return revoked ? 'revoked' : 'in-force';
}
