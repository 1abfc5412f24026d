import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';

/** A file as its row knows it. Its key is sealed by the key store, and fits no other file: the file's name and learner are bound in. */
export interface StoredFile {
  readonly fileId: string;
  readonly fileKey: Uint8Array;
  readonly keyId: string;
  readonly bytes: number;
  readonly contentHash: Uint8Array;
}

type Storing = Pick<Services, 'settings' | 'keys'>;

const NONCE = 12;
const TAG = 16;

/** Where the files lie: beside the database and never in it, for nobody but this user. */
export function evidenceFolder({ settings }: Pick<Services, 'settings'>): string {
  return join(settings.dataFolder, 'evidence');
}

function pathOf(services: Pick<Services, 'settings'>, fileId: string): string {
  return join(evidenceFolder(services), fileId.slice(0, 2), fileId);
}

function boundTo(fileId: string, learnerId: number): Buffer {
  return Buffer.from(`evidence:${fileId}:${learnerId}`);
}

/**
 * Writes a file as it comes, encrypted under a key of its own (AES-256-GCM: nonce, cipher, tag). When this answers, all of it is on the
 * disk under its name; when it throws, nothing is. Throws what the source throws, and `disk-full` (507).
 */
export async function storeFile(services: Storing, learnerId: number, source: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const fileId = randomUUID();
  const path = pathOf(services, fileId);
  const part = `${path}.part`;
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(fileId, learnerId));
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(part, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    await file.writeFile(nonce);
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      await file.writeFile(cipher.update(chunk));
    }
    await file.writeFile(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
    await file.sync();
    await file.close();
    await rename(part, path);
    await syncFolder(join(path, '..'));
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
      throw problem('disk-full', 507, 'There is no room for the file at the moment. Nothing was kept.');
    throw error;
  }
  const { keyId, cipher: fileKey } = services.keys.encrypt('evidence', key);
  return { fileId, fileKey, keyId, bytes, contentHash: hash.digest() };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A file's content, whole and unaltered, or nothing of it. Throws `evidence-unreadable` (500) when it is gone or was altered. */
export async function readStored(
  services: Storing,
  learnerId: number,
  { fileId, fileKey, keyId }: Pick<StoredFile, 'fileId' | 'fileKey' | 'keyId'>,
): Promise<Buffer> {
  try {
    const stored = await readFile(pathOf(services, fileId));
    const key = services.keys.decrypt('evidence', keyId, fileKey);
    const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, NONCE));
    decipher.setAAD(boundTo(fileId, learnerId));
    decipher.setAuthTag(stored.subarray(stored.length - TAG));
    return Buffer.concat([decipher.update(stored.subarray(NONCE, stored.length - TAG)), decipher.final()]);
  } catch {
    throw problem(
      'evidence-unreadable',
      500,
      'This file cannot be read at the moment. It was not shown; whoever runs the service can find out why.',
    );
  }
}

export async function removeStored(services: Pick<Services, 'settings'>, fileId: string): Promise<void> {
  await rm(pathOf(services, fileId), { force: true });
}

/** The files that are older than a moment, with those that never became whole: what a sweep compares with the rows. */
export async function* storedBefore(
  services: Pick<Services, 'settings'>,
  moment: number,
): AsyncGenerator<{ readonly fileId: string; readonly path: string; readonly whole: boolean }> {
  const folder = evidenceFolder(services);
  for (const shelf of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, shelf))) {
      const path = join(folder, shelf, name);
      const found = await stat(path).catch(() => null);
      if (found === null || found.mtimeMs >= moment) continue;
      yield { fileId: name.replace(/\.part$/, ''), path, whole: !name.endsWith('.part') };
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
