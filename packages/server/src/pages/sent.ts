import { inflateSync } from 'node:zlib';
import { isPdf } from '@recognition/credentials';
import { readAwardId } from '../award/index.ts';

/** What somebody gave to be verified, by what its bytes say it is: never by its name. */
export type Sent =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'share'; readonly token: string }
  | { readonly kind: 'award'; readonly id: string }
  | { readonly kind: 'other-link' }
  | { readonly kind: 'credential'; readonly credential: string | Uint8Array };

const MOST_TEXT = 10_000_000;

/** Reads what was typed or pasted: a link of ours, the code of an award, or the text of a credential. */
export function readText(text: string, url: string): Sent {
  const typed = text.trim();
  if (typed === '') return { kind: 'nothing' };
  const id = typed.length < 60 ? readAwardId(typed) : null;
  if (id !== null) return { kind: 'award', id };
  return /^https?:\/\/\S+$/i.test(typed) && URL.canParse(typed)
    ? readLink(new URL(typed), new URL(url))
    : { kind: 'credential', credential: baked(typed) ?? typed };
}

function readLink(link: URL, own: URL): Sent {
  if (link.host !== own.host) return { kind: 'other-link' };
  const token = /^\/s\/([\w-]+)\/?$/.exec(link.pathname)?.[1];
  if (token !== undefined) return { kind: 'share', token };
  const code = link.searchParams.get('award') ?? /^\/(?:record\/)?awards\/([^/]+)/.exec(link.pathname)?.[1] ?? '';
  const id = readAwardId(code);
  return id === null ? { kind: 'other-link' } : { kind: 'award', id };
}

/** Reads a file. A badge that is baked into a picture is taken out of it; of any other picture and of a PDF the bytes go to the verifier. */
export function readFile(bytes: Uint8Array, url: string): Sent {
  if (bytes.length === 0) return { kind: 'nothing' };
  if (isPng(bytes)) return { kind: 'credential', credential: bakedInPng(bytes) ?? bytes };
  const text = isPdf(bytes) ? null : decoded(bytes);
  return text === null ? { kind: 'credential', credential: bytes } : readText(text, url);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** The text of the iTXt chunk `openbadgecredential` (Open Badges 3.0, section 5.3.1); null when there is none. */
export function bakedInPng(bytes: Uint8Array): string | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SIGNATURE.length; at + 12 <= data.length; ) {
    const length = data.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > data.length) return null;
    if (data.toString('latin1', at + 4, at + 8) === 'iTXt') {
      const text = internationalText(data.subarray(at + 8, end));
      if (text !== null) return text;
    }
    at = end + 4;
  }
  return null;
}

/** Keyword, NUL, whether and how it is compressed, language, NUL, translated keyword, NUL, text (PNG, 11.3.4.5). */
function internationalText(chunk: Buffer): string | null {
  const keyword = chunk.indexOf(0);
  if (keyword < 0 || chunk.toString('latin1', 0, keyword) !== 'openbadgecredential') return null;
  const compressed = chunk[keyword + 1] === 1;
  const language = chunk.indexOf(0, keyword + 3);
  const translated = language < 0 ? -1 : chunk.indexOf(0, language + 1);
  if (translated < 0) return null;
  const text = chunk.subarray(translated + 1);
  try {
    return (compressed ? inflateSync(text, { maxOutputLength: MOST_TEXT }) : text).toString('utf8');
  } catch {
    return null;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The credential in an SVG (Open Badges 3.0, section 5.3.2): the element's text, or the token in its `verify`; null when there is none. */
function baked(text: string): string | null {
  if (!/<svg[\s>]/u.test(text.slice(0, 10_000))) return null;
  const open = text.indexOf('<openbadges:credential');
  const end = open < 0 ? -1 : text.indexOf('>', open);
  if (end < 0) return null;
  const tag = text.slice(open, Math.min(end, open + 100_000));
  const token = /\sverify\s*=\s*["']([^"']*)["']/u.exec(tag)?.[1] ?? null;
  const close = tag.endsWith('/') ? -1 : text.indexOf('</openbadges:credential>', end);
  const inside = close < 0 ? '' : text.slice(end + 1, close).trim();
  if (inside === '') return token;
  if (inside.startsWith('<![CDATA[') && inside.endsWith(']]>')) return inside.slice('<![CDATA['.length, -']]>'.length);
  return inside.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}
