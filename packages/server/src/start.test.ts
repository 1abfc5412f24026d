import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PERSONAS } from './demonstration/personas.ts';

// The product as `npm start` runs it: a process of its own, on a folder of its own.
const main = fileURLToPath(new URL('main.ts', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly said: string;
  readonly url: string;
  /** Ctrl-C; answers the exit code. */
  readonly stop: () => Promise<number | null>;
}

const PORT = String(20_000 + (process.pid % 20_000));

const settings = () => {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
  return { PATH, HOME, ...compiled, RECOGNITION_DATA: folder, PORT };
};

async function start(...flags: readonly string[]): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, [main, ...flags], {
    env: settings(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((ready, failed) => {
    const hear = (text: Buffer): void => {
      said += text.toString();
      if (/^Ready at/m.test(said)) ready();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => failed(new Error(`it ended with ${code}:\n${said}`)));
  });
  return {
    said,
    url: /^Ready at (\S+)/m.exec(said)?.[1] ?? '',
    stop: () =>
      new Promise((done) => {
        child.removeAllListeners('exit');
        child.once('exit', (code) => done(code));
        child.kill('SIGINT');
      }),
  };
}

test('the start prints a sign-in link for each person and where it is ready; Ctrl-C ends it cleanly, also before it is ready, and the next start keeps the data', async () => {
  const first = await start();
  expect(first.url).toBe(`http://127.0.0.1:${PORT}`);
  for (const { id } of PERSONAS) expect(first.said).toContain(`${first.url}/sign-in?as=${id}`);
  for (const door of ['learner', 'provider', 'developer', 'employer', 'steward']) expect(first.said).toContain(door);
  expect(first.said).toContain('Making the demonstration');
  const keys = readFileSync(join(folder, 'keys', 'keys.json'), 'utf8');
  expect(await first.stop()).toBe(0);
  // A signal at its first word, before it is ready, ends it as cleanly.
  const hasty = spawn(process.execPath, [main], { env: settings(), stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((done) => hasty.once('exit', done));
  hasty.stdout.once('data', () => hasty.kill('SIGINT'));
  expect(await ended).toBe(0);
  const second = await start();
  expect(second.said).not.toContain('Making the demonstration');
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  expect(readFileSync(join(folder, 'keys', 'keys.json'), 'utf8')).toBe(keys);
  expect(await second.stop()).toBe(0);
});

test('--https serves HTTPS under a certificate made for it, with cookies that only HTTPS carries', async () => {
  // On the folder that was served without it: what is there stays.
  const served = await start('--https');
  expect(served.url).toBe(`https://127.0.0.1:${PORT}`);
  const answer = await new Promise<{ status: number | undefined; hsts: unknown; cookie: string }>((done, failed) => {
    const asked = request(`${served.url}/sign-in?as=marama`, { rejectUnauthorized: false }, (reply) => {
      reply.resume();
      done({
        status: reply.statusCode,
        hsts: reply.headers['strict-transport-security'],
        cookie: String(reply.headers['set-cookie']),
      });
    });
    asked.once('error', failed);
    asked.end();
  });
  expect(answer.status).toBe(302);
  expect(answer.hsts).toMatch(/max-age=31536000/);
  expect(answer.cookie).toMatch(/__Host-sign-in=.*Secure/);
  expect(await served.stop()).toBe(0);
});

test('a word that it does not know is refused with those that there are', async () => {
  await expect(start('--nothing')).rejects.toThrow(/ended with 2:\nUnknown: --nothing/);
});
