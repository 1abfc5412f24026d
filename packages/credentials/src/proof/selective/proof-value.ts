import { decode, encode } from 'cborg';
import { CredentialError } from '../../errors/codes.ts';
import { fromBase64Url, toBase64Url } from '../base64url.ts';
import { concatenate } from '../digest.ts';

/** What the issuer gives to the holder alone: all that is needed to derive. */
export interface BaseValue {
  readonly baseSignature: Uint8Array<ArrayBuffer>;
  /** Multikey bytes of the key that was made for this one proof. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly hmacKey: Uint8Array<ArrayBuffer>;
  readonly signatures: readonly Uint8Array<ArrayBuffer>[];
  readonly mandatoryPointers: readonly string[];
}

/** What the holder shows. */
export interface DerivedValue {
  readonly baseSignature: Uint8Array<ArrayBuffer>;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly signatures: readonly Uint8Array<ArrayBuffer>[];
  /** From the canonical label in the shown document to the one that was signed. */
  readonly labels: ReadonlyMap<string, string>;
  readonly mandatoryIndexes: readonly number[];
}

/** CBOR tags 0x5d00 and 0x5d01 (vc-di-ecdsa 1.0, 3.5). */
const BASE = Uint8Array.of(0xd9, 0x5d, 0x00);
const DERIVED = Uint8Array.of(0xd9, 0x5d, 0x01);
const MAX_TEXT = 1024 * 1024;

export function encodeBase({ baseSignature, publicKey, hmacKey, signatures, mandatoryPointers }: BaseValue): string {
  return `u${toBase64Url(concatenate(BASE, encode([baseSignature, publicKey, hmacKey, [...signatures], [...mandatoryPointers]])))}`;
}

export function encodeDerived({ baseSignature, publicKey, signatures, labels, mandatoryIndexes }: DerivedValue): string {
  const packed = new Map(Array.from(labels, ([label, signed]) => [labelNumber(label), fromBase64Url(signed.slice(1))]));
  return `u${toBase64Url(concatenate(DERIVED, encode([baseSignature, publicKey, [...signatures], packed, [...mandatoryIndexes]])))}`;
}

/** Which of the two a `proofValue` is, by how it begins; null for any other. */
export function kindOf(proofValue: string): 'base' | 'derived' | null {
  if (!/^u[A-Za-z0-9_-]{8,}$/u.test(proofValue) || proofValue.length > MAX_TEXT) return null;
  const head = fromBase64Url(proofValue.slice(1, 5));
  if (head[0] !== 0xd9 || head[1] !== 0x5d) return null;
  return head[2] === 0x00 ? 'base' : head[2] === 0x01 ? 'derived' : null;
}

/** The parts of a base proof. Throws `invalid-proof`. */
export function decodeBase(proofValue: string): BaseValue {
  const [baseSignature, publicKey, hmacKey, signatures, mandatoryPointers] = parts(proofValue, 'base');
  return {
    baseSignature: bytes(baseSignature, 64),
    publicKey: bytes(publicKey, 35),
    hmacKey: bytes(hmacKey, 32),
    signatures: list(signatures).map((one) => bytes(one, 64)),
    mandatoryPointers: list(mandatoryPointers).map((one) => {
      if (typeof one !== 'string') throw unusable();
      return one;
    }),
  };
}

/** The parts of a derived proof. Throws `invalid-proof`. */
export function decodeDerived(proofValue: string): DerivedValue {
  const [baseSignature, publicKey, signatures, labels, mandatoryIndexes] = parts(proofValue, 'derived');
  if (!(labels instanceof Map)) throw unusable();
  return {
    baseSignature: bytes(baseSignature, 64),
    publicKey: bytes(publicKey, 35),
    signatures: list(signatures).map((one) => bytes(one, 64)),
    labels: new Map(
      Array.from(labels, ([label, signed]: [unknown, unknown]) => [`c14n${whole(label)}`, `u${toBase64Url(bytes(signed, 32))}`]),
    ),
    mandatoryIndexes: list(mandatoryIndexes).map(whole),
  };
}

function parts(proofValue: string, kind: 'base' | 'derived'): readonly unknown[] {
  if (kindOf(proofValue) !== kind) throw unusable();
  try {
    const value: unknown = decode(fromBase64Url(proofValue.slice(1)).subarray(3), { useMaps: true });
    if (Array.isArray(value) && value.length === 5) return value;
  } catch (error) {
    throw unusable(error);
  }
  throw unusable();
}

function labelNumber(label: string): number {
  return whole(/^c14n\d+$/u.test(label) ? Number(label.slice(4)) : null);
}

function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw unusable();
  return value;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw unusable();
  return value;
}

function bytes(value: unknown, length: number): Uint8Array<ArrayBuffer> {
  if (!(value instanceof Uint8Array) || value.length !== length) throw unusable();
  return Uint8Array.from(value);
}

function unusable(cause?: unknown): CredentialError {
  return new CredentialError('invalid-proof', 'the value of the proof is not one of ecdsa-sd-2023', { cause });
}
