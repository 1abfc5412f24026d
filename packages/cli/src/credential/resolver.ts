import { lookup as systemLookup } from 'node:dns';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopback, type Resolver } from '@recognition/credentials';
import { isOwnMachine, isPublic } from './addresses.ts';

export interface ResolverOptions {
  /** Milliseconds for one address, from the first step to the last byte. */
  readonly timeout?: number;
  /** Bytes of an answer. */
  readonly maxBytes?: number;
  /** Also private networks, for a register that is not on the public internet. */
  readonly allowPrivate?: boolean;
}

type Fetched = Awaited<ReturnType<Resolver['fetch']>>;

/**
 * Reaches what a credential names, and only what it may: HTTPS on the public internet, or this machine itself. The address is judged when
 * the name has been looked up, so a name that points inwards is refused too; a redirect is an answer that is not followed.
 */
export function createResolver({
  timeout = 8000,
  maxBytes = 8 * 1024 * 1024,
  allowPrivate = false,
}: ResolverOptions = {}): Resolver {
  return {
    fetch: async (address) => {
      if (!URL.canParse(address)) return unreachable('not an address');
      const url = new URL(address);
      const local = isLoopback(url.hostname);
      if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local))
        return unreachable('only https, or http on this machine');
      if (url.username !== '' || url.password !== '') return unreachable('an address with a password in it');
      const allowed = (ip: string): boolean => (local ? isOwnMachine(ip) : allowPrivate || isPublic(ip));
      const host = url.hostname.replace(/^\[|\]$/gu, '');
      if (isIP(host) !== 0 && !allowed(host)) return unreachable('not a public address');
      return get(url, guarded(allowed), timeout, maxBytes);
    },
  };
}

function unreachable(detail: string): Fetched {
  return { status: 'unreachable', detail };
}

/** Looks a name up and refuses it when any of its addresses is not allowed. */
function guarded(allowed: (ip: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null || first === undefined) done(error ?? new Error('no address'), '', 4);
      else if (!addresses.every(({ address }) => allowed(address))) done(new Error('not a public address'), '', 4);
      else if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function get(url: URL, lookup: LookupFunction, timeout: number, maxBytes: number): Promise<Fetched> {
  return new Promise((resolve) => {
    const accept =
      'application/did+ld+json, application/vc, application/vc+ld+json, application/vc+jwt, application/statuslist+jwt, application/trusted-issuers+jwt, application/json;q=0.9';
    const options = {
      lookup,
      headers: { accept, 'accept-encoding': 'identity' },
      signal: AbortSignal.timeout(timeout),
      agent: false,
    } as const;
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, options, (response) => {
      read(response, maxBytes).then(resolve, (error: unknown) => resolve(unreachable(String(error))));
    });
    request.on('error', (error) => resolve(unreachable(error.message)));
    request.end();
  });
}

async function read(response: IncomingMessage, maxBytes: number): Promise<Fetched> {
  if (response.statusCode !== 200) {
    response.destroy();
    return unreachable(`answered ${response.statusCode ?? 'nothing'}`);
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) {
      response.destroy();
      return unreachable('the answer is too large');
    }
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  try {
    const body: unknown = JSON.parse(text);
    return { status: 'found', body };
  } catch {
    return { status: 'found', body: text };
  }
}
