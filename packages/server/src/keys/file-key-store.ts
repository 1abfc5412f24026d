import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type KeyRing, newRing, parseRing, withEveryPurpose } from './key-ring.ts';
import { type KeyStore, KeyStoreError } from './key-store.ts';
import { ringStore } from './ring-store.ts';

const LOOK_AGAIN_MS = 1000;

/**
 * A key store in one file of mode 0600, made with new keys when it is missing. Another process's rotation is seen within a second.
 * Throws `key-file-open` when others may read the file, `key-file-unusable` when it is damaged.
 */
export function fileKeyStore(file: string, now: () => Date = () => new Date()): KeyStore {
  if (!existsSync(file)) create(file, newRing(now()));
  let held: { readonly ring: KeyRing; readonly stamp: string } | null = null;
  let lookedAt = 0;
  const read = (afresh: boolean): KeyRing => {
    const time = performance.now();
    if (held !== null && !afresh && time - lookedAt < LOOK_AGAIN_MS) return held.ring;
    lookedAt = time;
    const { mode, mtimeMs, ino } = statSync(file);
    if ((mode & 0o077) !== 0)
      throw new KeyStoreError(
        'key-file-open',
        `Others may read the key file ${file}: run chmod 600 on it, and rotate the keys if they have.`,
      );
    const stamp = `${mtimeMs}:${ino}`;
    if (held?.stamp !== stamp) held = { ring: parseRing(readFileSync(file, 'utf8')), stamp };
    return held.ring;
  };
  const change = (make: (ring: KeyRing) => KeyRing): void => {
    const lock = `${file}.lock`;
    closeSync(lockFile(lock));
    try {
      const temporary = `${file}.new`;
      write(temporary, make(read(true)));
      renameSync(temporary, file);
    } finally {
      rmSync(lock, { force: true });
    }
    read(true);
  };
  const opened = read(true);
  if (withEveryPurpose(opened, now()) !== opened) change((ring) => withEveryPurpose(ring, now()));
  return ringStore({ read, change, now });
}

function lockFile(lock: string): number {
  try {
    return openSync(lock, 'wx', 0o600);
  } catch (error) {
    throw new KeyStoreError('key-file-unusable', `Another command is changing the keys; if none is, remove ${lock}.`, {
      cause: error,
    });
  }
}

/** Writes the first ring; when another process was faster, its ring stays. */
function create(file: string, ring: KeyRing): void {
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    write(temporary, ring);
  } catch (error) {
    throw new KeyStoreError(
      'key-file-unusable',
      `The keys cannot be written to ${dirname(file)}: give this user the right to, or name another place with KEY_STORE or RECOGNITION_DATA.`,
      { cause: error },
    );
  }
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(temporary);
  }
}

function write(path: string, ring: KeyRing): void {
  rmSync(path, { force: true });
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify(ring, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
