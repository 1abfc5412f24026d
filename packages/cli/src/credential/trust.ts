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
 * issuers of the product's own list.
 */
export async function trustedIssuers(
  { named, registers, now }: { readonly named: readonly string[]; readonly registers: readonly string[]; readonly now: string },
  io: Io,
  resolver: Resolver | null,
): Promise<Trust> {
  const fromEnvironment = io.env['RECOGNITION_TRUSTED'];
  const own = resolve(dataFolder(io), 'trusted-issuers.json');
  const ours = existsSync(own) ? parseTrustedIssuers(await parsed(own, await fromFile(own))) : null;
  const signers = registers.length === 0 ? (ours ?? []) : registers.map((id) => ours?.find((one) => one.id === id) ?? { id });
  const sources = named.length > 0 ? named : fromEnvironment !== undefined ? [fromEnvironment] : existsSync(own) ? [own] : [];
  const issuers: TrustedIssuer[] = [];
  const held = new Map<string, unknown>();
  for (const source of sources) {
    const found = /^https?:\/\//u.test(source) ? await download(source, resolver) : await fromFile(resolve(io.cwd, source));
    const list = await open(source, found, { registers: signers, now, resolver });
    issuers.push(...list.issuers);
    for (const [url, body] of list.held) held.set(url, body);
  }
  return { issuers, held };
}

const REFUSALS: Readonly<Record<TrustRefusal, string>> = {
  'not-a-list': 'is not a list of trusted issuers',
  'another-register': 'is signed by a register that you did not name: give it with --trust-signer if you take its word',
  'register-unreachable': 'cannot be checked: the register that signed it cannot be reached',
  'signature-does-not-fit': 'was changed, or was not signed by the register that it names',
  'out-of-date': 'is out of date: download it again',
};

async function open(
  source: string,
  found: unknown,
  {
    registers,
    now,
    resolver,
  }: { readonly registers: readonly TrustSigner[]; readonly now: string; readonly resolver: Resolver | null },
): Promise<Trust> {
  if (typeof found === 'string' && /^\s*eyJ[\w-]*\.[\w-]+\.[\w-]+\s*$/u.test(found)) {
    const fetch = resolver?.fetch ?? (async () => ({ status: 'unreachable' as const, detail: 'offline' }));
    const opened = await openTrustBundle(found, { registers, now, fetch });
    if (typeof opened === 'string') throw new TrustError(`${source} ${REFUSALS[opened]}`);
    return opened;
  }
  const issuers = parseTrustedIssuers(await parsed(source, found));
  if (issuers === null) throw new TrustError(`${source} ${REFUSALS['not-a-list']}`);
  return { issuers, held: new Map() };
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

async function parsed(source: string, found: unknown): Promise<unknown> {
  if (typeof found !== 'string') return found;
  try {
    return JSON.parse(found);
  } catch (error) {
    throw new TrustError(`${source} cannot be read`, { cause: error });
  }
}
