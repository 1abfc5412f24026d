import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { DatabaseError } from './database-error.ts';
import { locatePrograms, MAJOR, openToAll } from './programs.ts';
import { makeWay, noteParent } from './takeover.ts';

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
const SETPRIV = '/usr/bin/setpriv';
const INITDB = [
  '-U',
  'postgres',
  '--auth=trust',
  '-E',
  'UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--no-instructions',
];

/** Starts (and makes, when missing) a PostgreSQL cluster in a folder, on a unix socket only. Throws `DatabaseError`. */
export async function startEmbedded({ folder, settings = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  const asRoot = process.getuid?.() === 0;
  const programs = await locatePrograms(asRoot);
  const data = resolve(folder);
  const parent = dirname(data);
  mkdirSync(parent, { recursive: true });
  const runAs = asRoot ? asNobody(parent) : [];
  const socketFolder = mkdtempSync(join(tmpdir(), 'nzrr-'));
  if (asRoot) chownSync(socketFolder, NOBODY, NOBODY);
  try {
    if (existsSync(join(data, 'PG_VERSION'))) {
      checkMajor(data);
      await makeWay(data);
      if (asRoot) chownSync(data, NOBODY, NOBODY);
    } else await make(data, programs.initdb, runAs, socketFolder);
    chmodSync(data, 0o700);
    const flags = Object.entries({ listen_addresses: '', shared_buffers: '512MB', max_wal_size: '4GB', ...settings }).flatMap(
      ([name, value]) => ['-c', `${name}=${value}`],
    );
    const ending = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'INT', ...runAs] : [];
    const server = run(
      [...ending, programs.postgres, '-D', data, '-p', String(PORT), '-k', socketFolder, ...flags],
      socketFolder,
    );
    noteParent(data);
    await ready(server, socketFolder);
    return {
      host: socketFolder,
      port: PORT,
      stop: async () => {
        if (server.exitCode === null && server.signalCode === null) {
          const ended = new Promise<void>((done) => server.once('exit', () => done()));
          server.kill('SIGINT');
          await ended;
        }
        rmSync(socketFolder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(socketFolder, { recursive: true, force: true });
    throw error;
  }
}

/** Makes a cluster beside its place and moves it there whole, so that one that was cut off is never taken for one. */
async function make(data: string, initdb: string, runAs: readonly string[], cwd: string): Promise<void> {
  const making = `${data}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  if (process.getuid?.() === 0) chownSync(making, NOBODY, NOBODY);
  const child = run([...(runAs.length === 0 ? [] : [SETPRIV, ...runAs]), initdb, '-D', making, ...INITDB], cwd);
  const said = listen(child);
  const code = await new Promise<number | null>((done) => {
    child.once('error', () => done(null));
    child.once('exit', done);
  });
  if (code !== 0) throw explain(said());
  rmSync(data, { recursive: true, force: true });
  renameSync(making, data);
}

/** What `setpriv` is told so that root's PostgreSQL runs as nobody, and may pass the closed folders on the way to its own. */
function asNobody(parent: string): readonly string[] {
  const plain = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];
  const candidates = openToAll(parent)
    ? [plain]
    : ['dac_read_search', 'dac_override'].map((right) => [...plain, '--inh-caps', `+${right}`, '--ambient-caps', `+${right}`]);
  const fits = candidates.find((words) => spawnSync(SETPRIV, [...words, 'test', '-d', join(parent, '.')]).status === 0);
  if (fits !== undefined) return fits;
  throw new DatabaseError(
    'database-folder-closed',
    `PostgreSQL does not run as root, and no other user may enter ${parent}: set RECOGNITION_DATA to a folder outside closed ones, or start as an ordinary user.`,
  );
}

function checkMajor(data: string): void {
  const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (major === MAJOR) return;
  throw new DatabaseError(
    'database-other-major',
    `${data} was made by PostgreSQL ${major} and this is ${MAJOR}: with the version of the product that made it run "nzrr backup FILE", move the folder away, and "nzrr restore FILE" here.`,
  );
}

function run([program = '', ...words]: readonly string[], cwd: string): ChildProcess {
  return spawn(program, words, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
}

/** Keeps the last of what a program says. */
function listen(child: ChildProcess): () => string {
  let said = '';
  child.on('error', (error) => (said += error.message));
  child.stderr?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
  return () => said.trim();
}

/** A sentence for what PostgreSQL said when it did not start. */
export function explain(said: string): DatabaseError {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(said)?.[1];
  if (library !== undefined)
    return new DatabaseError(
      'database-programs-missing',
      `PostgreSQL needs the library ${library}, which this machine lacks: install it, or set DATABASE_URL to a server of your own.`,
    );
  if (/No space left on device|Disk quota exceeded/i.test(said))
    return new DatabaseError(
      'database-disk-full',
      'The disk is full: make room and start again; nothing that was acknowledged is lost.',
    );
  if (/lock file "postmaster.pid" already exists/.test(said))
    return new DatabaseError(
      'database-in-use',
      'Another PostgreSQL runs on this folder: stop it, or give this one a folder of its own with RECOGNITION_DATA.',
    );
  if (/Permission denied|EACCES/.test(said))
    return new DatabaseError(
      'database-folder-closed',
      `PostgreSQL may not open its folder: give it to the user who starts the product, or set RECOGNITION_DATA. It said: ${lastLine(said)}`,
    );
  return new DatabaseError('database-did-not-start', `PostgreSQL did not start. It said: ${lastLine(said)}`);
}

function lastLine(said: string): string {
  return said.split('\n').findLast((line) => /FATAL|ERROR|error/.test(line)) ?? said.split('\n').at(-1) ?? 'nothing';
}

async function ready(server: ChildProcess, host: string): Promise<void> {
  const said = listen(server);
  for (let attempt = 0; attempt < 2400; attempt += 1) {
    if (server.exitCode !== null || server.signalCode !== null) throw explain(said());
    const client = new pg.Client({ host, port: PORT, user: 'postgres', database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // Not yet; after a crash it first reads its log again.
      await new Promise((next) => setTimeout(next, 25));
    }
  }
  server.kill('SIGINT');
  throw new DatabaseError('database-did-not-start', 'PostgreSQL did not answer within a minute.');
}
