import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseTrustedIssuers, type Resolver, type TrustedIssuer } from '@recognition/credentials';
import type { Io } from '../command.ts';
import { dataFolder } from '../open.ts';

/** A list that was named cannot be used: its name, for the person who named it. */
export class TrustError extends Error {
  override readonly name = 'TrustError';
}

/**
 * Whom we trust: what `--trust` names, else what `RECOGNITION_TRUSTED` names, else the list that the product writes into its data folder
 * when it starts. A missing list of the last kind is an empty one.
 */
export async function trustedIssuers(
  named: readonly string[],
  io: Io,
  resolver: Resolver | null,
): Promise<readonly TrustedIssuer[]> {
  const fromEnvironment = io.env['RECOGNITION_TRUSTED'];
  const own = resolve(dataFolder(io), 'trusted-issuers.json');
  const sources = named.length > 0 ? named : fromEnvironment !== undefined ? [fromEnvironment] : existsSync(own) ? [own] : [];
  const lists: (readonly TrustedIssuer[])[] = [];
  for (const source of sources) lists.push(await load(source, io, resolver));
  return lists.flat();
}

async function load(source: string, io: Io, resolver: Resolver | null): Promise<readonly TrustedIssuer[]> {
  const issuers = parseTrustedIssuers(
    /^https?:\/\//u.test(source) ? await download(source, resolver) : await fromFile(resolve(io.cwd, source)),
  );
  if (issuers === null) throw new TrustError(`${source} is not a list of trusted issuers`);
  return issuers;
}

async function download(url: string, resolver: Resolver | null): Promise<unknown> {
  if (resolver === null) throw new TrustError(`${url} cannot be read with --offline`);
  const answer = await resolver.fetch(url);
  if (answer.status === 'unreachable') throw new TrustError(`${url} cannot be read: ${answer.detail}`);
  return answer.body;
}

async function fromFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new TrustError(`${path} cannot be read`, { cause: error });
  }
}
