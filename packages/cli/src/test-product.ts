import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '@recognition/server/database/open.ts';
import { type OpenedServices, openServices } from '@recognition/server/open-services.ts';
import pg from 'pg';
import type { Io } from './command.ts';
import { run } from './run.ts';

export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface TestProduct {
  /** The working folder of the commands; its `.data` holds the database. */
  readonly folder: string;
  /** Signed in as the owner, to look behind the curtain. */
  readonly owner: pg.Client;
  /** Where the owner signs in. */
  readonly address: { readonly host: string; readonly port: number };
  /** `nzrr` beside the running product, within this process. */
  readonly nzrr: (...words: readonly string[]) => Promise<Said>;
  /** The same as a process of its own: slower, and what a person types. */
  readonly asProcess: (...words: readonly string[]) => Promise<Said>;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly end: () => Promise<void>;
}

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** What a command keeps of the environment: where programs are, and what was compiled before. */
function kept(): Readonly<Record<string, string | undefined>> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return NODE_COMPILE_CACHE === undefined ? { PATH } : { PATH, NODE_COMPILE_CACHE };
}

/** Runs `nzrr` as a process of its own in a folder, to its end. */
export function nzrrIn(folder: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [MAIN, ...words], {
      cwd: folder,
      env: { ...kept(), RECOGNITION_DATA: join(folder, '.data'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (err += text.toString()));
    child.once('error', failed);
    child.once('close', (code) => done({ exit: code ?? -1, out, err }));
  });
}

/** Runs `nzrr` within this process, as if typed in this folder. */
export async function nzrrHere(
  folder: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = { RECOGNITION_DATA: join(folder, '.data') },
  open?: Io['open'],
): Promise<Said> {
  let [out, err] = ['', ''];
  const exit = await run(words, {
    cwd: folder,
    env,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    ...(open === undefined ? {} : { open }),
  });
  return { exit, out, err };
}

const SETTINGS = { fsync: 'off', shared_buffers: '32MB' } as const;
let made: Promise<string> | undefined;

/** A folder with a database that is made and migrated, and stopped: made once for each worker, copied for each file. */
function emptyProduct(): Promise<string> {
  made ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nzrr-cli-empty-'));
    chmodSync(folder, 0o711);
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const opened = await openEmbedded({ folder: join(folder, '.data', 'postgres'), settings: SETTINGS });
    await opened.stop();
    return folder;
  })();
  return made;
}

/** A database of a product of this test file's own, running in a folder, for commands beside it. */
export async function testProduct(): Promise<TestProduct> {
  const empty = await emptyProduct();
  const folder = mkdtempSync(join(tmpdir(), 'nzrr-cli-'));
  chmodSync(folder, 0o711);
  // With its owner, which is not root where root runs the tests.
  execFileSync('cp', ['-a', `${empty}/.data`, folder]);
  const opened = await openEmbedded({ folder: join(folder, '.data', 'postgres'), settings: SETTINGS });
  if (!('host' in opened.owner)) throw new Error('an embedded database has a folder');
  const owner = new pg.Client({ ...opened.owner, user: opened.ownerUser });
  await owner.connect();
  // A process of its own opens the product for each command; here the connections stay, since most of a command's time would be spent on them.
  let stays: Promise<OpenedServices> | undefined;
  const open: Io['open'] = async (...from) => ({ ...(await (stays ??= openServices(...from))), stop: async () => undefined });
  return {
    folder,
    owner,
    address: opened.owner,
    nzrr: (...words) => nzrrHere(folder, words, undefined, open),
    asProcess: (...words) => nzrrIn(folder, words),
    write: (name, content) => {
      writeFileSync(join(folder, name), content);
      return name;
    },
    end: async () => {
      await (await stays)?.stop();
      await owner.end();
      await opened.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A small invented catalogue (contracts 2b): a provider for everything, one for health up to level 4, and outcomes of five credits. */
export function aCatalogue(): string {
  const organisation = (id: string, scope: object) => ({
    id,
    name: id === 'kea' ? 'Kea Training' : 'Weka School of Care',
    kind: 'private-training-establishment',
    accreditations: [{ from: '2015-01-01', to: null, scope: [scope] }],
  });
  return JSON.stringify({
    type: 'Catalogue',
    version: 1,
    organisations: [organisation('kea', { kind: 'all' }), organisation('weka', { kind: 'field', field: 'health', maxLevel: 4 })],
    outcomes: Array.from({ length: 10 }, (_, at) => ({
      id: `k-${at + 1}`,
      code: `K${at + 1}`,
      version: 1,
      name: `Invented outcome ${at + 1}`,
      credits: 5,
      level: 3,
      field: at < 6 ? 'health' : 'business',
      subfield: null,
      domain: null,
      lineage: `K${at + 1}`,
      accredited: true,
      excludes: [],
      group: null,
      lastAssessment: null,
      developer: 'nzqa',
      assessments: [{ text: 'A task is done before an assessor.', lang: 'en' }],
      theory: [{ text: 'Why it is done.', lang: 'en' }],
      practice: [{ text: 'How it is done.', lang: 'en' }],
      skills: [
        { uri: `https://skills.example/${at + 1}`, scheme: 'example', label: 'A skill', relation: 'earns', proficiency: null },
      ],
      status: 'published',
      registered: '2015-01-01',
      replaces: null,
      gradesAvailable: ['achieved'],
    })),
  });
}

export const RESULTS_HEADER = 'provider,nsn,family_name,given_names,date_of_birth,outcome,date,result,reference';

/** One line of a results file: an invented learner by number, an outcome of `aCatalogue`. */
export function aResult(
  learner: number,
  outcome: number,
  changes: { readonly date?: string; readonly result?: string } = {},
): string {
  const nsn = `0000${String(300_000 + learner)}`;
  return `kea,${nsn},Rātā,Invented,1991-02-03,K${outcome},${changes.date ?? '2024-03-01'},${changes.result ?? 'A'},p${learner}-k${outcome}`;
}

export function resultsFile(lines: readonly string[]): string {
  return `${[RESULTS_HEADER, ...lines].join('\n')}\n`;
}
