// What `npm start`, `npm test`, `npm run check`, `npm run bench`, `npm run client` and `npm run gallery` run. Plain JavaScript without dependencies: in a fresh clone it
// runs on whatever Node the machine has, installs what is missing, and goes on under the Node that npm brought.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPILED, findNode, NODE_OPTIONS, WRONG_NODE } from './find-node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [task, ...given] = process.argv.slice(2);
const CLIENT = [join('config', 'client.ts')];
const tasks = { start, test, check, bench, client, gallery };

const run = tasks[task];
if (run === undefined) fail(`There is no task "${task}". There are: ${Object.keys(tasks).join(', ')}.`);
install();
const node = findNode();
if (node === null) fail(WRONG_NODE);
process.exitCode = await run();

/** Installs the dependencies of the lock file, when they are not there or another lock's. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing what is missing …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (done.status !== 0) fail('The dependencies could not be installed; npm says why above.');
  writeFileSync(stamp, lock);
}

async function start() {
  buildWeb();
  return follow([...NODE_OPTIONS, join('packages', 'server', 'src', 'main.ts'), ...given], {});
}

async function test() {
  const full = given.includes('--full');
  const rest = given.filter((word) => word !== '--full' && word !== '--no-skips');
  const browser = findBrowser();
  buildWeb();
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  const tally = join(folder, 'tally.json');
  const status = await follow(
    [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'config/vitest.config.ts', ...rest],
    {
      RECOGNITION_TALLY: tally,
      ...(full ? { RECOGNITION_FULL: '1' } : {}),
      ...(browser === null ? {} : { RECOGNITION_BROWSER: browser }),
    },
  );
  const counts = existsSync(tally) ? JSON.parse(readFileSync(tally, 'utf8')) : { passed: 0, failed: 0, skipped: 0, names: [] };
  rmSync(folder, { recursive: true, force: true });
  for (const name of counts.names) console.log(`skipped: ${name}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
  if (given.includes('--no-skips') && counts.skipped > 0) return 1;
  return status === 0 && counts.passed > 0 ? 0 : 1;
}

/** Client types, format, lint, types, architecture, dead code; all are run, and each that finds something fails the check. */
async function check() {
  const bin = (name, ...path) => join('node_modules', name, ...path);
  /** @type {readonly (readonly [string, readonly string[]])[]} */
  const steps = [
    ['client', CLIENT],
    ['format', [bin('@biomejs', 'biome', 'bin', 'biome'), 'format', '--config-path', 'config/format.json', '.']],
    [
      'lint',
      [
        bin('oxlint', 'bin', 'oxlint'),
        '-c',
        'config/oxlint.json',
        '--type-aware',
        '--deny-warnings',
        'packages',
        'bench',
        'e2e',
        'config',
      ],
    ],
    ['types', [bin('@typescript', 'native', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit']],
    [
      'architecture',
      [
        bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
        '--config',
        'config/dependency-cruiser.mjs',
        'packages',
        'bench',
        'e2e',
      ],
    ],
    ['dead code', [bin('knip', 'bin', 'knip.js'), '--config', 'config/knip.json']],
  ];
  let worst = 0;
  for (const [name, words] of steps) {
    console.log(`— ${name}`);
    const status = await follow(words, {});
    if (status !== 0) {
      console.log(`${name}: found something (exit ${status})`);
      worst = 1;
    }
  }
  console.log(worst === 0 ? 'The check found nothing.' : 'The check found something; see above.');
  return worst;
}

/** Writes the client's types from the routes. */
async function client() {
  return follow(CLIENT, {});
}

/** Takes a picture of every page of every role. */
async function gallery() {
  const browser = findBrowser();
  if (browser === null) return 1;
  buildWeb();
  return follow([join('e2e', 'gallery', 'index.ts'), ...given], { RECOGNITION_BROWSER: browser });
}

async function bench() {
  return follow(['--expose-gc', join('bench', 'index.ts'), ...given], {});
}

/** Builds the web bundle when a source is newer than it. */
function buildWeb() {
  const built = join(root, 'packages', 'web', 'dist', 'index.html');
  const manifest = join(root, 'packages', 'web', 'dist', '.vite', 'manifest.json');
  const made = existsSync(manifest) ? statSync(manifest).mtimeMs : existsSync(built) ? statSync(built).mtimeMs : 0;
  const sources = ['packages/web', 'packages/client/src', 'packages/recognition/src', 'frameworks', 'package-lock.json'];
  if (made > Math.max(...sources.map(newest))) return;
  console.log('Building the web pages …');
  const done = spawnSync(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'packages', 'web'),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (done.status !== 0) fail('The web pages could not be built; the reason is above.');
}

function newest(path) {
  const at = join(root, path);
  const about = statSync(at);
  if (!about.isDirectory()) return about.mtimeMs;
  let latest = 0;
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.includes('.test.')) continue;
    latest = Math.max(latest, newest(join(path, entry.name)));
  }
  return latest;
}

/**
 * The Chromium that the journeys drive: the one without a window where there is a choice, since it does a fifth less work. Debian's is
 * installed when it is missing and we may. Null: the journeys are skipped.
 */
function findBrowser() {
  const named = process.env.RECOGNITION_BROWSER;
  if (named !== undefined && existsSync(named)) return named;
  const windowless = '/usr/bin/chromium-headless-shell';
  const places = [
    windowless,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const found = () => places.find((place) => existsSync(place)) ?? null;
  if (found() === windowless) return windowless;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    if (found() === null)
      console.log('There is no Chromium here and it may not be installed from here: the journeys are skipped.');
    return found();
  }
  console.log('Installing Chromium for the journeys …');
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = (name) => spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
  spawnSync('apt-get', ['update', '-qq'], quiet);
  install('chromium-headless-shell');
  if (found() === null) install('chromium');
  return found();
}

/** Runs a program under our Node and waits for it. It ends with us, even when we are killed: its channel closes. */
function follow(words, env) {
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(node, words, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...COMPILED, ...env, PATH: `${bin}:${process.env.PATH}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  return new Promise((done) => child.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 1))));
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}
