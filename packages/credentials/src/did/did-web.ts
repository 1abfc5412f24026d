import { CredentialError } from '../errors/codes.ts';

/**
 * Where the document of a `did:web` is (did:web method, 3.2): `did:web:example.nz` at `/.well-known/did.json`, `did:web:example.nz:a:b` at
 * `/a/b/did.json`, a port as `%3A8080`. HTTPS, or HTTP on a loopback address, so that a product on one's own machine can be tried.
 * Throws `invalid-did`.
 */
export function didWebUrl(did: string): string {
  const [scheme, method, host, ...path] = did.split(':');
  if (scheme !== 'did' || method !== 'web' || host === undefined || did.length > 2048) throw new CredentialError('invalid-did');
  const authority = decode(host);
  if (!/^[A-Za-z0-9.-]+(?::\d{1,5})?$/u.test(authority) && !/^\[[0-9a-f:.]+\](?::\d{1,5})?$/iu.test(authority))
    throw new CredentialError('invalid-did');
  if (
    path.some((part) => !/^[A-Za-z0-9._~%-]+$/u.test(part) || ['.', '..'].includes(decode(part)) || /[/\\?#]/u.test(decode(part)))
  )
    throw new CredentialError('invalid-did');
  const name = authority.replace(/:\d+$/u, '');
  const url = `${isLoopback(name) ? 'http' : 'https'}://${authority}/${path.length === 0 ? '.well-known' : path.join('/')}/did.json`;
  if (!URL.canParse(url)) throw new CredentialError('invalid-did');
  return url;
}

/** A name or address that stays on this machine: `localhost`, 127.0.0.0/8, `[::1]`. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(name);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    throw new CredentialError('invalid-did', undefined, { cause: error });
  }
}
