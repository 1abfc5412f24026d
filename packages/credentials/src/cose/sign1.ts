import { decode, encode } from 'cborg';
import { importJWK, type JWK } from 'jose';
import { algorithmsOf } from '../jose/keys.ts';
import { type IssueAlgorithm, type JwtSigner, PARAMETERS } from '../jose/sign.ts';
import type { JwsCode } from '../jose/verify.ts';
import { concatenate } from '../proof/digest.ts';

/** A COSE_Sign1 structure (RFC 9052, section 4.2) as it is written, its signature not looked at. */
export interface Sign1 {
  /** The JOSE name of the algorithm; null for one that we do not read. */
  readonly alg: IssueAlgorithm | null;
  /** The media types of the content (header 3) and of the whole (header 16, RFC 9596). */
  readonly contentType: string | null;
  readonly typ: string | null;
  readonly kid: string | null;
  readonly payload: Uint8Array;
  /** The bytes that are signed. */
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** COSE algorithm numbers (RFC 9053, section 2) under their names in JOSE. */
const ALGORITHMS: ReadonlyMap<number, IssueAlgorithm> = new Map([
  [-8, 'EdDSA'],
  [-7, 'ES256'],
  [-35, 'ES384'],
  [-36, 'ES512'],
]);
const ALG = 1;
const CRIT = 2;
const CONTENT_TYPE = 3;
const KID = 4;
const TYP = 16;
/** Tag 18, and the array of four behind it: every tagged COSE_Sign1 begins so. */
const TAG = 0xd2;
const FOUR = 0x84;

/** Whether bytes begin as a tagged COSE_Sign1 does. */
export function isSign1(bytes: Uint8Array): boolean {
  return bytes[0] === TAG && bytes[1] === FOUR;
}

/** Reads a tagged COSE_Sign1 with its payload inside; null for anything else, and where a header is critical that we do not know. */
export function readSign1(bytes: Uint8Array): Sign1 | null {
  if (!isSign1(bytes)) return null;
  const value = decoded(bytes.subarray(1));
  if (!Array.isArray(value)) return null;
  const [head, open, payload, signature]: readonly unknown[] = value;
  if (!(head instanceof Uint8Array) || !(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) return null;
  const headers: unknown = head.length === 0 ? new Map() : decoded(head);
  if (!(headers instanceof Map) || !(open instanceof Map) || headers.has(CRIT)) return null;
  // Only the key's name may stand outside of what is signed: it says nothing of the document.
  const alg: unknown = headers.get(ALG);
  const kid: unknown = headers.get(KID) ?? open.get(KID);
  return {
    alg: typeof alg === 'number' ? (ALGORITHMS.get(alg) ?? null) : null,
    contentType: text(headers.get(CONTENT_TYPE)),
    typ: text(headers.get(TYP)),
    kid: kid instanceof Uint8Array ? new TextDecoder().decode(kid) : null,
    payload,
    signed: toBeSigned(head, payload),
    signature: Uint8Array.from(signature),
  };
}

/** Signs a payload as a tagged COSE_Sign1. `typ` and `contentType` are media types. Throws `RangeError` for an algorithm without a number here. */
export async function signSign1(
  payload: Uint8Array,
  { signer, typ, contentType }: { readonly signer: JwtSigner; readonly typ: string; readonly contentType: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const alg = [...ALGORITHMS].find(([, name]) => name === signer.alg)?.[0];
  if (alg === undefined) throw new RangeError(`COSE has no ${signer.alg} here`);
  const head = encode(
    new Map<number, unknown>([
      [ALG, alg],
      [CONTENT_TYPE, contentType],
      ...(signer.kid === null ? [] : [[KID, new TextEncoder().encode(signer.kid)] as const]),
      [TYP, typ],
    ]),
  );
  const signature = await signer.sign(toBeSigned(head, payload));
  const body = encode([head, new Map(), payload, signature]);
  return concatenate(Uint8Array.of(TAG), body);
}

/** Whether the signature fits this public key, and the key this algorithm. */
export async function verifySign1({ alg, signed, signature }: Sign1, jwk: JWK): Promise<JwsCode> {
  if (alg === null || !algorithmsOf(jwk).includes(alg)) return 'algorithm-refused';
  try {
    const key = await importJWK(jwk, alg);
    if (key instanceof Uint8Array) return 'algorithm-refused';
    return (await crypto.subtle.verify(PARAMETERS[alg], key, signature, signed)) ? 'signature-fits' : 'signature-does-not-fit';
  } catch (error) {
    if (error instanceof Error) return 'key-unreadable';
    throw error;
  }
}

/** The Sig_structure (RFC 9052, section 4.4), with no external data. */
function toBeSigned(head: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(encode(['Signature1', head, new Uint8Array(0), payload]));
}

/** CBOR without indefinite lengths and repeated keys; undefined for what is none. */
function decoded(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, { useMaps: true, allowIndefinite: false, rejectDuplicateMapKeys: true });
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
