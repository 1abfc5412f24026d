import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  openTrustBundle,
  parseTrustedIssuers,
  type Resolver,
  type TrustedIssuer,
  type TrustRefusal,
} from '@recognition/credentials';
import type { Io } from '../command.ts';
import { dataFolder } from '../open.ts';

/** A list that was named cannot be used: its name, for the person who named it. */
export class TrustError extends Error {
  override readonly name = 'TrustError';
}

/** Whom we trust, and what was downloaded with it. */
export interface Trust {
  readonly issuers: readonly TrustedIssuer[];
  readonly held: ReadonlyMap<string, unknown>;
}

/**
 * Whom we trust: what `named` names, else what `RECOGNITION_TRUSTED` names, else the list that the product writes into its data folder
 * when it starts. A missing list of the last kind is an empty one. A signed list is taken from the `registers` that were named, else from the
 * issuers of the product's own list. Where registers were named, a list that nobody signed is taken from the data folder alone: else whoever
 * can change a signed list could leave its signature away.
 */
export async function trustedIssuers(
  { named, registers, now }: { readonly named: readonly string[]; readonly registers: readonly string[]; readonly now: string },
  io: Io,
  resolver: Resolver | null,
): Promise<Trust> {
  const fromEnvironment = io.env['RECOGNITION_TRUSTED'];
  const own = resolve(dataFolder(io), 'trusted-issuers.json');
  const sources = named.length > 0 ? named : fromEnvironment !== undefined ? [fromEnvironment] : existsSync(own) ? [own] : [];
  const issuers: TrustedIssuer[] = [];
  const held = new Map<string, unknown>();
  for (const source of sources) {
    const isAddress = /^https?:\/\//u.test(source);
    const path = resolve(io.cwd, source);
    const found = isAddress ? await download(source, resolver) : await fromFile(path);
    if (isSigned(found)) {
      const list = await open(source, found, { registers: await signersOf(registers, own), now, resolver });
      issuers.push(...list.issuers);
      for (const [url, body] of list.held) held.set(url, body);
    } else if (registers.length > 0 && (isAddress || path !== own)) throw new TrustError(`${source} ${NOT_SIGNED}`);
    else issuers.push(...listIn(source, found));
  }
  return { issuers, held };
}

const NOT_SIGNED = 'is not signed: with --trust-signer only a signed list is taken';

const REFUSALS: Readonly<Record<TrustRefusal, string>> = {
  'not-a-list': 'is not a list of trusted issuers',
  'another-register': 'is signed by a register that you did not name: give it with --trust-signer if you take its word',
  'register-unreachable': 'cannot be checked: the register that signed it cannot be reached',
  'signature-does-not-fit': 'was changed, or was not signed by the register that it names',
  'out-of-date': 'is out of date: download it again',
};

function isSigned(found: unknown): found is string {
  return typeof found === 'string' && /^\s*eyJ[\w-]*\.[\w-]+\.[\w-]+\s*$/u.test(found);
}

/** Whose signature is taken, each with its document where the product's own list has it. */
async function signersOf(registers: readonly string[], own: string): Promise<readonly TrustSigner[]> {
  const ours = existsSync(own) ? listIn(own, await fromFile(own)) : [];
  return registers.length === 0 ? ours : registers.map((id) => ours.find((one) => one.id === id) ?? { id });
}

async function open(
  source: string,
  found: string,
  {
    registers,
    now,
    resolver,
  }: { readonly registers: readonly TrustSigner[]; readonly now: string; readonly resolver: Resolver | null },
): Promise<Trust> {
  const fetch = resolver?.fetch ?? (async () => ({ status: 'unreachable' as const, detail: 'offline' }));
  const opened = await openTrustBundle(found, { registers, now, fetch });
  if (typeof opened === 'string') throw new TrustError(`${source} ${REFUSALS[opened]}`);
  return opened;
}

function listIn(source: string, found: unknown): readonly TrustedIssuer[] {
  const issuers = parseTrustedIssuers(parsed(source, found));
  if (issuers === null) throw new TrustError(`${source} ${REFUSALS['not-a-list']}`);
  return issuers;
}

type TrustSigner = Pick<TrustedIssuer, 'id' | 'document'>;

async function download(url: string, resolver: Resolver | null): Promise<unknown> {
  if (resolver === null) throw new TrustError(`${url} cannot be read with --offline`);
  const answer = await resolver.fetch(url);
  if (answer.status === 'unreachable') throw new TrustError(`${url} cannot be read: ${answer.detail}`);
  return answer.body;
}

async function fromFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new TrustError(`${path} cannot be read`, { cause: error });
  }
}

function parsed(source: string, found: unknown): unknown {
  if (typeof found !== 'string') return found;
  try {
    return JSON.parse(found);
  } catch (error) {
    throw new TrustError(`${source} cannot be read`, { cause: error });
  }
}
