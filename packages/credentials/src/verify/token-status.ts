import { codeOf } from '../errors/codes.ts';
import { asString, isObject, type JsonObject } from '../json.ts';
import { mediaType, readCompact } from '../jose/compact.ts';
import { decodeTokenList, type EntryBits, readToken, TOKEN_STATUS } from '../status/token-status-list.ts';
import { instant } from '../time.ts';
import { rfc3339 } from './envelope.ts';
import { finding, type Finding, type FindingCode } from './findings.ts';
import { checkIssuer } from './issuer.ts';
import { checkProof } from './proof.ts';
import { besides, type Subject } from './subject.ts';

/** Has it been withdrawn or suspended, by a Token Status List (section 8.3)? The list must be signed with a key of the credential's issuer. */
export async function checkTokenStatus(subject: Subject): Promise<Finding> {
  const status = subject.document['status'];
  if (status === undefined) return finding('status', 'no-status');
  return finding('status', isObject(status) ? await readReference(subject, status) : 'entry-invalid');
}

async function readReference(subject: Subject, status: JsonObject): Promise<FindingCode<'status'>> {
  const reference = status['status_list'];
  if (!isObject(reference)) return 'unknown-status-type';
  const { idx, uri } = reference;
  if (typeof idx !== 'number' || !Number.isSafeInteger(idx) || idx < 0 || typeof uri !== 'string' || !URL.canParse(uri))
    return 'entry-invalid';
  const answer = await subject.fetch(uri);
  if (answer.status === 'unreachable') return 'list-unreachable';
  const jwt = typeof answer.body === 'string' ? readCompact(answer.body.trim()) : null;
  if (jwt === null || mediaType(jwt.header['typ']) !== 'statuslist+jwt') return 'list-invalid';
  if (jwt.claims['sub'] !== uri) return 'list-of-another';
  const now = instant(subject.now) ?? Number.NaN;
  const until = jwt.claims['exp'];
  if (until !== undefined && !((instant(rfc3339(until)) ?? 0) > now)) return 'list-outdated';
  // Read as a statement of the credential's issuer, whatever it says of its own.
  const as = besides(
    subject,
    { issuer: subject.document['issuer'] },
    { form: 'jwt', profile: subject.envelope?.profile ?? 'sd-jwt-vc', jwt, sdJwt: null, problem: null },
  );
  const proof = await checkProof(as);
  if (proof.finding.outcome === 'fail') return 'list-not-signed';
  const issuer = await checkIssuer(as, proof.proofs);
  if (issuer.outcome === 'fail') return 'list-of-another';
  if (proof.finding.outcome !== 'pass' || issuer.outcome !== 'pass') return 'list-unverifiable';
  return entryOf(jwt.claims['status_list'], idx);
}

async function entryOf(list: unknown, index: number): Promise<FindingCode<'status'>> {
  const bits = isObject(list) ? entryBits(list['bits']) : null;
  const packed = isObject(list) ? asString(list['lst']) : null;
  if (bits === null || packed === null) return 'list-invalid';
  try {
    const value = readToken(await decodeTokenList(packed), index, bits);
    if (value === null) return 'entry-out-of-range';
    if (value === TOKEN_STATUS.valid) return 'in-force';
    if (value === TOKEN_STATUS.invalid) return 'revoked';
    return value === TOKEN_STATUS.suspended ? 'suspended' : 'unknown-value';
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return 'list-invalid';
  }
}

function entryBits(value: unknown): EntryBits | null {
  return value === 1 || value === 2 || value === 4 || value === 8 ? value : null;
}
