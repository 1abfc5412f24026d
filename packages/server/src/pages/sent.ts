import { isPdf } from '@recognition/credentials';
import { readAwardId } from '../award/index.ts';

/** What somebody gave to be verified, by what its bytes say it is: never by its name. */
export type Sent =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'share'; readonly token: string }
  | { readonly kind: 'award'; readonly id: string }
  | { readonly kind: 'other-link' }
  | { readonly kind: 'credential'; readonly credential: string | Uint8Array };

/** Reads what was typed or pasted: a link of ours, the code of an award, or the text of a credential. */
export function readText(text: string, url: string): Sent {
  const typed = text.trim();
  if (typed === '') return { kind: 'nothing' };
  const id = typed.length < 60 ? readAwardId(typed) : null;
  if (id !== null) return { kind: 'award', id };
  return /^https?:\/\/\S+$/i.test(typed) && URL.canParse(typed)
    ? readLink(new URL(typed), new URL(url))
    : { kind: 'credential', credential: typed };
}

function readLink(link: URL, own: URL): Sent {
  if (link.host !== own.host) return { kind: 'other-link' };
  const token = /^\/s\/([\w-]+)\/?$/.exec(link.pathname)?.[1];
  if (token !== undefined) return { kind: 'share', token };
  const code = link.searchParams.get('award') ?? /^\/(?:record\/)?awards\/([^/]+)/.exec(link.pathname)?.[1] ?? '';
  const id = readAwardId(code);
  return id === null ? { kind: 'other-link' } : { kind: 'award', id };
}

/** Reads a file: text as what was typed, all else as bytes for the verifier, which knows pictures and PDF. */
export function readFile(bytes: Uint8Array, url: string): Sent {
  if (bytes.length === 0) return { kind: 'nothing' };
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
