import { codeOf } from '../errors/codes.ts';
import { asList, asString, hasType, idOf, isObject, type JsonObject } from '../json.ts';
import { CLOCK_SKEW } from '../proof/verify-proof.ts';
import { decodeStatusList, MIN_ENTRIES, readEntry } from '../status/bits.ts';
import { instant } from '../time.ts';
import { finding, type Finding, type FindingCode } from './findings.ts';
import { checkIssuer } from './issuer.ts';
import { checkProof } from './proof.ts';
import { classify } from './read.ts';
import { readRevocationList } from './revocation-list.ts';
import { besides, type Subject } from './subject.ts';
import { checkTokenStatus } from './token-status.ts';

const ENTRY_TYPES = ['BitstringStatusListEntry', 'StatusList2021Entry'];
const MAX_ENTRIES = 8;
/** Bits of one entry, at most: a message is one of 65,536. */
const MAX_SIZE = 16;

/**
 * Has it been withdrawn or suspended (Bitstring Status List 1.0, section 3.2)? The list must be the issuer's, signed with a key of the
 * issuer. A list that cannot be had is `unknown`; one that is there but not right is `fail`, as the standard has it. Of several entries the
 * worst is said, and what is only information (`refresh`, `message`) before nothing at all.
 */
export async function checkStatus(subject: Subject): Promise<Finding> {
  if (subject.kind === 'presentation') return finding('status', 'not-for-presentations');
  if (subject.envelope?.profile === 'sd-jwt-vc') return checkTokenStatus(subject);
  const entries = asList(subject.document['credentialStatus']);
  if (entries.length === 0) return finding('status', 'no-status');
  if (entries.length > MAX_ENTRIES) return finding('status', 'entry-invalid');
  const found: Finding[] = [];
  for (const entry of entries) found.push(await entryFinding(subject, entry));
  return (
    found.find(({ outcome }) => outcome === 'fail') ??
    found.find(({ outcome }) => outcome === 'unknown') ??
    found.find(({ code }) => code !== 'in-force') ??
    found[0]!
  );
}

async function entryFinding(subject: Subject, entry: unknown): Promise<Finding> {
  if (!isObject(entry) || asList(entry['type']).length === 0) return finding('status', 'entry-invalid');
  if (hasType(entry, '1EdTechRevocationList')) return finding('status', await readRevocationList(subject, entry));
  if (!ENTRY_TYPES.some((type) => hasType(entry, type))) return finding('status', 'unknown-status-type');
  const url = asString(entry['statusListCredential']);
  const index = indexOf(entry['statusListIndex']);
  const purpose = asString(entry['statusPurpose']);
  const size = entry['statusSize'] ?? 1;
  const sized = typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= MAX_SIZE;
  if (url === null || index === null || purpose === null || !URL.canParse(url) || !sized)
    return finding('status', 'entry-invalid');
  const answer = await subject.fetch(url);
  if (answer.status === 'unreachable') return finding('status', 'list-unreachable');
  const bits = await readList(subject, answer.body, url, purpose);
  if (typeof bits === 'string') return finding('status', bits);
  const value = readEntry(bits, index, size);
  if (value === null) return finding('status', 'entry-out-of-range');
  if (purpose === 'message') return message(entry, value);
  if (value === 0) return finding('status', 'in-force');
  if (purpose === 'revocation') return finding('status', 'revoked');
  if (purpose === 'suspension') return finding('status', 'suspended');
  return finding('status', purpose === 'refresh' ? 'refreshable' : 'in-force');
}

/** What the issuer says in words about this value (Bitstring Status List 1.0, section 2.1, `statusMessage`): hexadecimal, from 0x0. */
function message(entry: JsonObject, value: number): Finding {
  const said = asList(entry['statusMessage']).find(
    (one) => isObject(one) && /^0x[0-9a-f]+$/iu.test(asString(one['status']) ?? '') && Number(one['status']) === value,
  );
  const words = isObject(said) ? asString(said['message']) : null;
  if (words === null) return finding('status', value === 0 ? 'in-force' : 'unknown-value');
  return value === 0 ? finding('status', 'in-force') : finding('status', 'message-set', { message: words.slice(0, 300) });
}

/** The bits of a list that is what it has to be, or what is wrong with it. */
async function readList(
  subject: Subject,
  body: unknown,
  url: string,
  purpose: string,
): Promise<Uint8Array | FindingCode<'status'>> {
  // A list may itself be a JWT.
  const read = await classify(typeof body === 'string' ? body.trim() : body);
  if (read.kind !== 'credential') return 'list-invalid';
  const { document: list, envelope } = read;
  if (!hasType(list, 'BitstringStatusListCredential') && !hasType(list, 'StatusList2021Credential')) return 'list-invalid';
  const content = list['credentialSubject'];
  const encoded = isObject(content) ? asString(content['encodedList']) : null;
  if (!isObject(content) || encoded === null || !asList(content['statusPurpose']).includes(purpose)) return 'list-invalid';
  const ttl = content['ttl'];
  if (ttl !== undefined && !(typeof ttl === 'number' && Number.isFinite(ttl) && ttl >= 0)) return 'list-invalid';
  if (idOf(list['id']) !== url.split('#')[0] && idOf(list['id']) !== url) return 'list-of-another';
  if (idOf(list['issuer']) !== idOf(subject.document['issuer'])) return 'list-of-another';
  const now = instant(subject.now) ?? Number.NaN;
  const [from, until] = [list['validFrom'] ?? list['issuanceDate'], list['validUntil'] ?? list['expirationDate']];
  if (from !== undefined && !((instant(from) ?? Number.NaN) <= now + CLOCK_SKEW)) return 'list-outdated';
  if (until !== undefined && !((instant(until) ?? 0) > now)) return 'list-outdated';
  const as = besides(subject, list, envelope);
  const proof = await checkProof(as);
  if (proof.finding.outcome === 'fail') return 'list-not-signed';
  const issuer = await checkIssuer(as, proof.proofs);
  if (issuer.outcome === 'fail') return 'list-of-another';
  if (proof.finding.outcome !== 'pass' || issuer.outcome !== 'pass') return 'list-unverifiable';
  try {
    const bits = await decodeStatusList(encoded);
    return bits.length * 8 < MIN_ENTRIES ? 'list-invalid' : bits;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return 'list-invalid';
  }
}

/** A decimal number as text; StatusList2021 and some issuers write a number. */
function indexOf(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^(?:0|[1-9]\d{0,14})$/u.test(text)) return null;
  return Number(text);
}
