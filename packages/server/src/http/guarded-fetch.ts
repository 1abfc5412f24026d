import { lookup } from 'node:dns';
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

/**
 * Fetches a JSON document that a stranger's credential names. HTTPS on port 443 only; the address is checked where the connection is made, so
 * a name cannot answer differently a second time; no redirect; at most 2 MB and 5 seconds. Never throws: `unreachable` says why.
 */
export async function guardedFetch(address: string): Promise<Fetched> {
  if (!URL.canParse(address)) return unreachable('the address is not a URL');
  const url = new URL(address);
  if (url.protocol !== 'https:' || (url.port !== '' && url.port !== '443'))
    return unreachable('only HTTPS on its usual port is asked');
  if (url.username !== '' || url.password !== '') return unreachable('the address holds a password');
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) return unreachable('the address is not on the public internet');
  return new Promise((done) => {
    const asked = request(
      url,
      {
        method: 'GET',
        agent: false,
        lookup: lookupPublic,
        signal: AbortSignal.timeout(MOST_MILLISECONDS),
        headers: { accept: 'application/json, application/*+json, application/statuslist+jwt, application/vc+jwt' },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        let size = 0;
        if (answer.statusCode !== 200) {
          answer.destroy();
          done(unreachable(`the answer was ${answer.statusCode}`));
          return;
        }
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length;
          chunks.push(chunk);
          if (size <= MOST_BYTES) return;
          answer.destroy();
          done(unreachable('the answer is too large'));
        });
        answer.once('error', () => done(unreachable('the answer broke off')));
        answer.once('end', () => done(readJson(Buffer.concat(chunks))));
      },
    );
    asked.once('error', (error) =>
      done(unreachable(error.name === 'AbortError' || error.name === 'TimeoutError' ? 'no answer in time' : 'no connection')),
    );
    asked.end();
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

function unreachable(detail: string): Fetched {
  return { status: 'unreachable', detail };
}
