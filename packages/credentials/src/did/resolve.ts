import { CredentialError, codeOf } from '../errors/codes.ts';
import { asList, asString, idOf, isObject, type JsonObject } from '../json.ts';
import { decodeMultikey } from '../proof/multikey.ts';
import { didKeyDocument } from './did-document.ts';
import { didJwkDocument } from './did-jwk.ts';
import { didWebUrl, isLoopback } from './did-web.ts';
import { multikeyOfJwk } from './jwk.ts';

/** What the caller lends for reaching others: sockets, time limits and the guard against private addresses are theirs. */
export interface Resolver {
  readonly fetch: (
    url: string,
  ) => Promise<
    { readonly status: 'found'; readonly body: unknown } | { readonly status: 'unreachable'; readonly detail: string }
  >;
}

export type Resolution =
  | { readonly status: 'found'; readonly document: JsonObject }
  | { readonly status: 'unreachable' }
  | { readonly status: 'invalid' }
  | { readonly status: 'unsupported' };

/**
 * The controller document of a `did:key`, a `did:jwk`, a `did:web` or an HTTPS address. `fetch` is only called for the last two.
 * `invalid`: there is a document, but it is not that one's.
 */
export async function resolveController(id: string, fetch: Resolver['fetch']): Promise<Resolution> {
  try {
    if (id.startsWith('did:key:')) {
      const multikey = id.slice('did:key:'.length);
      decodeMultikey(multikey);
      return { status: 'found', document: { ...didKeyDocument(multikey) } };
    }
    if (id.startsWith('did:jwk:')) {
      const document = didJwkDocument(id);
      return document === null ? { status: 'invalid' } : { status: 'found', document };
    }
    const url = addressOf(id);
    if (url === null) return { status: 'unsupported' };
    const answer = await fetch(url);
    if (answer.status === 'unreachable') return answer;
    return isObject(answer.body) && answer.body['id'] === id ? { status: 'found', document: answer.body } : { status: 'invalid' };
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return codeOf(error) === 'invalid-key' ? { status: 'unsupported' } : { status: 'invalid' };
  }
}

function addressOf(id: string): string | null {
  if (id.startsWith('did:web:')) return didWebUrl(id);
  if (!/^https?:/u.test(id) || !URL.canParse(id)) return null;
  const { protocol, hostname, username, password } = new URL(id);
  if (username !== '' || password !== '') throw new CredentialError('invalid-did');
  return protocol === 'https:' || isLoopback(hostname) ? id : null;
}

export interface FoundKey {
  readonly publicKeyMultibase: string;
  readonly revoked: string | null;
}

/** The key that a controller document lists under this id for this purpose; `null` if it lists none, `unsupported` if it is of another kind. */
export function keyFor(document: JsonObject, methodId: string, purpose: string): FoundKey | 'unsupported' | null {
  const controller = asString(document['id']) ?? '';
  const absolute = (id: string): string => (id.startsWith('#') ? controller + id : id);
  const listed = asList(document[purpose]).find((entry) => absolute(idOf(entry) ?? '') === methodId);
  if (listed === undefined) return null;
  const method = isObject(listed)
    ? listed
    : asList(document['verificationMethod']).find((entry) => absolute(idOf(entry) ?? '') === methodId);
  if (!isObject(method) || method['controller'] !== controller) return null;
  const publicKeyMultibase = multikeyOf(method);
  if (publicKeyMultibase === null) return 'unsupported';
  return { publicKeyMultibase, revoked: asString(method['revoked']) };
}

function multikeyOf(method: JsonObject): string | null {
  const multikey = asString(method['publicKeyMultibase']);
  if (multikey === null) return isObject(method['publicKeyJwk']) ? multikeyOfJwk(method['publicKeyJwk']) : null;
  try {
    decodeMultikey(multikey);
    return multikey;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}
