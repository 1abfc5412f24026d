import { fromBase64 } from '../cose/base64.ts';
import { isSign1 } from '../cose/sign1.ts';
import { CredentialError } from '../errors/codes.ts';
import { hasType, isObject, type JsonObject } from '../json.ts';
import { isPng, isSvg, takeFromPng, takeFromSvg } from '../open-badges/baked.ts';
import { isOpenBadge2 } from '../open-badges/open-badge-2.ts';
import { credentialInPdf, isPdf } from '../pdf/attachment.ts';
import { checkShape, MAX_BYTES } from '../proof/limits.ts';
import { coseOf, type Envelope, open, openCose, tokenOf } from './envelope.ts';
import type { FindingCode } from './findings.ts';
import { envelopeProblems } from './vc-shape.ts';

export type Read =
  | { readonly kind: 'credential' | 'presentation'; readonly document: JsonObject; readonly envelope?: Envelope }
  | { readonly kind: 'refused'; readonly code: FindingCode<'format'>; readonly document?: JsonObject };

/**
 * What a file holds: a credential or presentation in JSON, as a JWT, SD-JWT or COSE, baked into a picture, or carried by a PDF of ours; or why it is none that we read.
 * Throws `unreadable` for what is none of these, `pdf-unreadable`, `pdf-without-credential`, `too-large`, `too-deep` or `too-complex`.
 */
export async function read(input: unknown): Promise<Read> {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) return readValue(input);
  if (input.length > MAX_BYTES) throw new CredentialError('too-large');
  if (input instanceof Uint8Array && isPng(input)) return unbaked(await takeFromPng(input));
  if (input instanceof Uint8Array && isPdf(input)) return readText(await credentialInPdf(input));
  if (input instanceof Uint8Array && isSign1(input)) return openCose(input);
  const text = (typeof input === 'string' ? input : decode(input)).replace(/^\u{FEFF}/u, '').trim();
  return isSvg(text) ? unbaked(takeFromSvg(text)) : readText(text);
}

/** What a value in JSON is: a string may be a token, an object a document or an envelope. */
export async function classify(value: unknown): Promise<Read> {
  if (typeof value === 'string') return looksLikeJwt(value) ? open(value) : refused('not-a-credential');
  if (!isObject(value)) return refused('not-a-credential');
  if (hasType(value, 'EnvelopedVerifiableCredential')) return unwrapped(value, 'credential');
  if (hasType(value, 'EnvelopedVerifiablePresentation')) return unwrapped(value, 'presentation');
  if (hasType(value, 'VerifiableCredential')) return { kind: 'credential', document: value };
  if (hasType(value, 'VerifiablePresentation')) return { kind: 'presentation', document: value };
  return isOpenBadge2(value) ? { kind: 'refused', code: 'open-badge-2', document: value } : refused('not-a-credential');
}

async function unwrapped(value: JsonObject, kind: 'credential' | 'presentation'): Promise<Read> {
  const cose = coseOf(value);
  if (cose !== null) {
    if (envelopeProblems(value).length > 0 || cose.type !== (kind === 'presentation' ? 'vp' : 'vc'))
      return refused('malformed-envelope');
    return openCose(cose.bytes);
  }
  const held = envelopeProblems(value).length > 0 ? null : tokenOf(value);
  if (held === null) return refused('malformed-envelope');
  const opened = await open(held.token);
  if (opened.kind !== 'refused' && (opened.kind !== kind || held.type.includes('sd-jwt') !== (opened.envelope.form === 'sd-jwt')))
    return refused('malformed-envelope');
  return opened;
}

function readValue(value: unknown): Promise<Read> {
  checkShape(value);
  return classify(value);
}

async function unbaked(text: string | null): Promise<Read> {
  return text === null ? refused('no-badge-inside') : readText(text.trim());
}

function readText(text: string): Promise<Read> {
  if (looksLikeJwt(text)) return open(text);
  if (looksLikeCose(text)) return Promise.resolve(openCose(fromBase64(text) ?? new Uint8Array(0)));
  if (text.startsWith('%PDF')) return Promise.resolve(refused('unsupported'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CredentialError('unreadable', undefined, { cause: error });
  }
  return readValue(value);
}

function refused(code: FindingCode<'format'>): Read {
  return { kind: 'refused', code };
}

function starts(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function decode(bytes: Uint8Array): string {
  const encoding = starts(bytes, [0xff, 0xfe]) ? 'utf-16le' : starts(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CredentialError('unreadable', undefined, { cause: error });
  }
}

/** A tagged COSE_Sign1 in base64. */
function looksLikeCose(text: string): boolean {
  return /^0oR[A-Za-z0-9+/]+={0,2}$/u.test(text);
}

/** A compact JWS, or an SD-JWT with its disclosures. */
function looksLikeJwt(text: string): boolean {
  return /^eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*(?:~[A-Za-z0-9_.-]*)*$/u.test(text);
}
