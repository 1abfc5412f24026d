import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

export type Fetched =
  | { readonly status: 'found'; readonly body: unknown }
  | { readonly status: 'unreachable'; readonly detail: string };

const MOST_BYTES = 2_000_000;
const MOST_MILLISECONDS = 5_000;

// What is not the public internet (IANA special-purpose registries, RFC 6890): never asked on a stranger's word.
const closed = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, prefix, 'ipv4');
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, prefix, 'ipv6');

/** Whether an address is on the public internet. A name that does not parse as an address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** What is asked of another system, beside its address. */
export interface Question {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Origins that the operator lets us ask although they are not on the public internet, or not by HTTPS on its port. */
  readonly allowed?: readonly string[];
  /** At most so long and so much, where neither five seconds nor 2 MB fit. */
  readonly milliseconds?: number;
  readonly bytes?: number;
}

export type Answered =
  | { readonly status: 'answered'; readonly code: number; readonly body: unknown; readonly total: number | null }
  | { readonly status: 'unreachable'; readonly detail: string };

/**
 * Fetches a JSON document that a stranger's credential names, under the guard of `guardedRequest`. Never throws: `unreachable` says why.
 */
export async function guardedFetch(address: string, allowed: readonly string[] = []): Promise<Fetched> {
  const answer = await guardedRequest(address, {
    allowed,
    headers: { accept: 'application/json, application/*+json, application/statuslist+jwt, application/vc+jwt' },
  });
  if (answer.status === 'unreachable') return answer;
  return answer.code === 200 ? { status: 'found', body: answer.body } : unreachable(`the answer was ${answer.code}`);
}

/**
 * Asks another system for JSON. HTTPS on port 443 only; the address is checked where the connection is made, so a name cannot answer
 * differently a second time; no redirect; at most 2 MB and 5 seconds where nothing else is said. Never throws: `unreachable` says why. `total` is X-Total-Count.
 */
export async function guardedRequest(address: string, question: Question = {}): Promise<Answered> {
  if (!URL.canParse(address)) return unreachable('the address is not a URL');
  const url = new URL(address);
  const { method = 'GET', headers = {}, body, allowed = [], milliseconds = MOST_MILLISECONDS, bytes = MOST_BYTES } = question;
  if (url.username !== '' || url.password !== '') return unreachable('the address holds a password');
  const isAllowed = allowed.includes(url.origin) && /^https?:$/u.test(url.protocol);
  if (!isAllowed) {
    if (url.protocol !== 'https:' || (url.port !== '' && url.port !== '443'))
      return unreachable('only HTTPS on its usual port is asked');
    const host = url.hostname.replace(/^\[|\]$/gu, '');
    if (isIP(host) !== 0 && !isPublicAddress(host)) return unreachable('the address is not on the public internet');
  }
  const ask = url.protocol === 'http:' ? httpRequest : request;
  return new Promise((done) => {
    const asked = ask(
      url,
      {
        method,
        agent: false,
        ...(isAllowed ? {} : { lookup: lookupPublic }),
        signal: AbortSignal.timeout(milliseconds),
        headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const code = answer.statusCode ?? 0;
        if (code >= 300 && code < 400) {
          answer.destroy();
          done(unreachable(`the answer was ${code}`));
          return;
        }
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length;
          chunks.push(chunk);
          if (size <= bytes) return;
          answer.destroy();
          done(unreachable('the answer is too large'));
        });
        answer.once('error', () => done(unreachable('the answer broke off')));
        answer.once('end', () => {
          const read = readJson(Buffer.concat(chunks));
          const counted = Number(answer.headers['x-total-count'] ?? Number.NaN);
          const total = Number.isSafeInteger(counted) ? counted : null;
          if (read.status === 'found') done({ status: 'answered', code, body: read.body, total });
          else done(code >= 400 ? { status: 'answered', code, body: null, total } : read);
        });
      },
    );
    asked.once('error', (error) =>
      done(unreachable(error.name === 'AbortError' || error.name === 'TimeoutError' ? 'no answer in time' : 'no connection')),
    );
    asked.end(body);
  });
}

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) return callback(error ?? new Error('no address'), '', 4);
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new Error('not on the public internet'), '', 4);
    return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** JSON, or the text of a token, as status lists may be served. */
function readJson(bytes: Buffer): Fetched {
  const text = bytes.toString('utf8').trim();
  if (/^eyJ[\w-]*\.[\w-]+\.[\w-]*$/u.test(text)) return { status: 'found', body: text };
  try {
    return { status: 'found', body: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return unreachable('the answer is not JSON');
  }
}

function unreachable(detail: string): { readonly status: 'unreachable'; readonly detail: string } {
  return { status: 'unreachable', detail };
}
