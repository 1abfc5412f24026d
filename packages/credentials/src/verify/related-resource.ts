import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { PUBLISHED_DIGESTS } from '../contexts/digests.ts';
import { codeOf } from '../errors/codes.ts';
import { asList, asString, idOf, isIri, isObject, type JsonObject } from '../json.ts';
import { decodeBase58 } from '../proof/base58.ts';
import { fromBase64Url, toBase64Url } from '../proof/base64url.ts';

/** VC Data Model 2.0, section 5.3: an address, each once, and at least one digest that is well formed. */
export function relatedResourceProblems(resources: readonly unknown[]): readonly string[] {
  const seen = new Set<string>();
  return resources.flatMap((resource, at) => {
    const id = isObject(resource) ? asString(resource['id']) : null;
    const fresh = id !== null && isIri(id) && !seen.has(id);
    if (id !== null) seen.add(id);
    return fresh && isObject(resource) && digestsOf(resource) !== null ? [] : [`relatedResource/${at}`];
  });
}

interface GivenDigest {
  readonly algorithm: 'sha256' | 'sha384' | 'sha512';
  /** base64url, without padding. */
  readonly value: string;
}

const ALGORITHMS = { sha256, sha384, sha512 } as const;

/**
 * The related resources of a document that are not what the issuer meant, by their addresses. `read` fetches the bytes of one, or answers
 * null if it cannot be had; without it only the contexts whose published digests we know are compared.
 */
export async function differingResources(
  document: JsonObject,
  read?: (url: string) => Promise<Uint8Array | null>,
): Promise<readonly string[]> {
  const differing: string[] = [];
  for (const resource of asList(document['relatedResource']).slice(0, MAX_RESOURCES)) {
    const id = idOf(resource);
    const given = isObject(resource) ? digestsOf(resource) : null;
    if (id === null || given === null) continue;
    const published = PUBLISHED_DIGESTS.get(id);
    const bytes = published === undefined ? ((await read?.(id)) ?? null) : null;
    if (published === undefined && bytes === null) continue;
    const fits = given.some(({ algorithm, value }) => {
      const actual = published?.[algorithm].replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
      return value === (actual ?? toBase64Url(ALGORITHMS[algorithm](bytes ?? new Uint8Array())));
    });
    if (!fits) differing.push(id);
  }
  return differing;
}

const MAX_RESOURCES = 32;

/** Every digest that a resource gives, or null when there is none or one is malformed. */
function digestsOf(resource: JsonObject): readonly GivenDigest[] | null {
  const sri = asList(resource['digestSRI']).flatMap((text) => (asString(text) ?? 'x').trim().split(/\s+/u).map(fromSri));
  const multibase = asList(resource['digestMultibase']).map(fromMultibase);
  const digests = [...sri, ...multibase].filter((one) => one !== null);
  return digests.length === 0 || digests.length < sri.length + multibase.length ? null : digests;
}

/** `sha384-<base64>` (Subresource Integrity); base64url is read too, as W3C's own samples write it. */
function fromSri(text: string): GivenDigest | null {
  const [, algorithm, value] = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+)={0,2}$/u.exec(text) ?? [];
  const known = algorithm === 'sha256' || algorithm === 'sha384' || algorithm === 'sha512' ? algorithm : null;
  return known === null || value === undefined
    ? null
    : { algorithm: known, value: value.replaceAll('+', '-').replaceAll('/', '_') };
}

/** Multibase of a multihash (Controlled Identifiers 1.0, 2.4 and 2.5), or of a bare SHA-256, as W3C's samples write it. */
function fromMultibase(value: unknown): GivenDigest | null {
  const text = asString(value) ?? '';
  try {
    const bytes = text.startsWith('u') ? fromBase64Url(text.slice(1)) : text.startsWith('z') ? decodeBase58(text.slice(1)) : null;
    if (bytes === null) return null;
    if (bytes.length === 32) return { algorithm: 'sha256', value: toBase64Url(bytes) };
    for (const [algorithm, code, length] of MULTIHASHES)
      if (bytes[0] === code && bytes[1] === length && bytes.length === length + 2)
        return { algorithm, value: toBase64Url(bytes.subarray(2)) };
    return null;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

const MULTIHASHES = [
  ['sha256', 0x12, 32],
  ['sha384', 0x20, 48],
  ['sha512', 0x13, 64],
] as const;
