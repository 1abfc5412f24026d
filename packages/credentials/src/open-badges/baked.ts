import { inflate } from '../status/gzip.ts';
import { CredentialError } from '../errors/codes.ts';

/** A badge may be baked into a picture of this size and no larger. */
const MOST_TEXT = 10 * 1024 * 1024;
const SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORD = 'openbadgecredential';
const utf8 = new TextEncoder();

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** An SVG by how it begins; XML declarations, comments and a document type may come first. */
export function isSvg(text: string): boolean {
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/u.test(text);
}

interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly data: Uint8Array<ArrayBuffer>;
  readonly end: number;
}

/** The chunks of a PNG (PNG, section 5.3), as far as they are whole. */
function* chunks(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return;
    yield { type: latin1(bytes.subarray(at + 4, at + 8)), start: at, data: bytes.slice(at + 8, at + 8 + length), end };
    at = end;
  }
}

/** The credential in the iTXt chunk `openbadgecredential` of a PNG (Open Badges 3.0, section 5.3.1); null when there is none or it cannot be unpacked. */
export async function takeFromPng(bytes: Uint8Array): Promise<string | null> {
  if (!isPng(bytes)) return null;
  for (const { type, data } of chunks(bytes)) {
    if (type !== 'iTXt') continue;
    const text = await internationalText(data);
    if (text !== null) return text;
  }
  return null;
}

/** Keyword, NUL, whether and how it is compressed, language, NUL, translated keyword, NUL, text (PNG, 11.3.4.5). */
async function internationalText(chunk: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const keyword = chunk.indexOf(0);
  if (keyword < 0 || latin1(chunk.subarray(0, keyword)) !== KEYWORD) return null;
  const language = chunk.indexOf(0, keyword + 3);
  const translated = language < 0 ? -1 : chunk.indexOf(0, language + 1);
  if (translated < 0) return null;
  const packed = chunk.slice(translated + 1);
  try {
    const text = chunk[keyword + 1] === 1 ? await inflate(packed, MOST_TEXT) : packed;
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return null;
  }
}

/** A PNG with the credential baked in before its end; one that was there is replaced. Throws `unreadable` if the picture is no whole PNG. */
export function bakeIntoPng(picture: Uint8Array, credential: string): Uint8Array<ArrayBuffer> {
  const all = isPng(picture) ? [...chunks(picture)] : [];
  const last = all.at(-1);
  if (all[0]?.type !== 'IHDR' || last?.type !== 'IEND') throw new CredentialError('unreadable', 'the picture is not a whole PNG');
  const kept = all.filter(
    ({ type, data }) => !(type === 'iTXt' && latin1(data.subarray(0, KEYWORD.length + 1)) === `${KEYWORD}\0`),
  );
  const text = Uint8Array.from([...utf8.encode(KEYWORD), 0, 0, 0, 0, 0, ...utf8.encode(credential)]);
  const parts = [
    Uint8Array.from(SIGNATURE),
    ...kept.slice(0, -1).map(({ start, end }) => picture.subarray(start, end)),
    chunk('iTXt', text),
    picture.subarray(last.start, last.end),
  ];
  const baked = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    baked.set(part, at);
    at += part.length;
  }
  return baked;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + data.length);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(utf8.encode(type), 4);
  whole.set(data, 8);
  view.setUint32(8 + data.length, crc32(whole.subarray(4, 8 + data.length)));
  return whole;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The credential in an SVG (Open Badges 3.0, section 5.3.2): the element's text, or the token in its `verify`; null when there is none. */
export function takeFromSvg(text: string): string | null {
  const open = text.indexOf('<openbadges:credential');
  const end = open < 0 ? -1 : text.indexOf('>', open);
  if (end < 0) return null;
  const tag = text.slice(open, end);
  const token = /\sverify\s*=\s*["']([^"']*)["']/u.exec(tag)?.[1] ?? null;
  const close = tag.endsWith('/') ? -1 : text.indexOf('</openbadges:credential>', end);
  const inside = close < 0 ? '' : text.slice(end + 1, close).trim();
  if (inside === '') return token;
  if (inside.startsWith('<![CDATA[') && inside.endsWith(']]>')) return inside.slice('<![CDATA['.length, -']]>'.length).trim();
  return inside.replaceAll(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => ENTITIES[name] ?? '');
}

/** An SVG with the credential baked in as its first element; one that was there is replaced. Throws `unreadable` if it is no SVG. */
export function bakeIntoSvg(picture: string, credential: string): string {
  const bare = picture.replace(/\s*<openbadges:credential\b[^>]*(?:\/>|>[^]*?<\/openbadges:credential>)/u, '');
  const tag = isSvg(bare.trim()) ? /<svg(?=[\s>])[^>]*>/u.exec(bare) : null;
  if (tag === null || tag[0].endsWith('/>'))
    throw new CredentialError('unreadable', 'the picture is not an SVG with something in it');
  const opening = tag[0].includes('xmlns:openbadges')
    ? tag[0]
    : `${tag[0].slice(0, -1)} xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">`;
  const escaped = credential.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const element = credential.trimStart().startsWith('{')
    ? `<openbadges:credential>${escaped}</openbadges:credential>`
    : `<openbadges:credential verify="${escaped.replaceAll('"', '&quot;')}"></openbadges:credential>`;
  return `${bare.slice(0, tag.index)}${opening}${element}${bare.slice(tag.index + tag[0].length)}`;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
