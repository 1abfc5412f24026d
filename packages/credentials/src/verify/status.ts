import { codeOf } from '../errors/codes.ts';
import { asList, asString, hasType, idOf, isObject, type JsonObject } from '../json.ts';
import { decodeStatusList, MIN_ENTRIES, readStatus } from '../status/bits.ts';
import { instant } from '../time.ts';
import { finding, type Finding, type FindingCode } from './findings.ts';
import { checkIssuer } from './issuer.ts';
import { checkProof } from './proof.ts';
import type { Subject } from './subject.ts';

const ENTRY_TYPES = ['BitstringStatusListEntry', 'StatusList2021Entry'];
const MAX_ENTRIES = 8;

/**
 * Has it been withdrawn or suspended (Bitstring Status List 1.0, section 3.2)? The list must be the issuer's, signed with a key of the
 * issuer. A list that cannot be had is `unknown`; one that is there but not right is `fail`, as the standard has it.
 */
export async function checkStatus(subject: Subject): Promise<Finding> {
  if (subject.kind === 'presentation') return finding('status', 'not-for-presentations');
  const entries = asList(subject.document['credentialStatus']);
  if (entries.length === 0) return finding('status', 'no-status');
  if (entries.length > MAX_ENTRIES) return finding('status', 'entry-invalid');
  const found: Finding[] = [];
  for (const entry of entries) found.push(finding('status', await readEntry(subject, entry)));
  return found.find(({ outcome }) => outcome === 'fail') ?? found.find(({ outcome }) => outcome === 'unknown') ?? found[0]!;
}

async function readEntry(subject: Subject, entry: unknown): Promise<FindingCode<'status'>> {
  if (!isObject(entry) || asList(entry['type']).length === 0) return 'entry-invalid';
  if (!ENTRY_TYPES.some((type) => hasType(entry, type))) return 'unknown-status-type';
  const url = asString(entry['statusListCredential']);
  const index = indexOf(entry['statusListIndex']);
  const purpose = asString(entry['statusPurpose']);
  if (url === null || index === null || purpose === null || !URL.canParse(url)) return 'entry-invalid';
  const answer = await subject.fetch(url);
  if (answer.status === 'unreachable') return 'list-unreachable';
  if (!isObject(answer.body)) return 'list-invalid';
  const bits = await readList(subject, answer.body, url, purpose);
  if (typeof bits === 'string') return bits;
  const raised = readStatus(bits, index);
  if (raised === null) return 'entry-out-of-range';
  // Other purposes (refresh, message) say something about the credential, not that it is withdrawn.
  if (!raised || (purpose !== 'revocation' && purpose !== 'suspension')) return 'in-force';
  return purpose === 'revocation' ? 'revoked' : 'suspended';
}

/** The bits of a list that is what it has to be, or what is wrong with it. */
async function readList(
  subject: Subject,
  list: JsonObject,
  url: string,
  purpose: string,
): Promise<Uint8Array | FindingCode<'status'>> {
  if (!hasType(list, 'BitstringStatusListCredential') && !hasType(list, 'StatusList2021Credential')) return 'list-invalid';
  const content = list['credentialSubject'];
  const encoded = isObject(content) ? asString(content['encodedList']) : null;
  if (!isObject(content) || encoded === null || !asList(content['statusPurpose']).includes(purpose)) return 'list-invalid';
  if (idOf(list['id']) !== url.split('#')[0] && idOf(list['id']) !== url) return 'list-of-another';
  if (idOf(list['issuer']) !== idOf(subject.document['issuer'])) return 'list-of-another';
  const until = list['validUntil'] ?? list['expirationDate'];
  if (until !== undefined && !((instant(until) ?? 0) > (instant(subject.now) ?? Number.NaN))) return 'list-outdated';
  // What vouches for the credential, an envelope or a presentation, says nothing of the list.
  const { enveloped: _, within: __, ...own } = subject;
  const as: Subject = { ...own, expected: {}, document: list, kind: 'credential' };
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
