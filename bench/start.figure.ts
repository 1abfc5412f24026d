import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figure.ts';

/** First start (an empty folder: cluster, migrations, demonstration), second start, and the first page after it. */
export async function run(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  chmodSync(folder, 0o711);
  const port = await freePort();
  try {
    const first = await start(folder, port);
    await stop(first.child);
    const second = await start(folder, port);
    const before = performance.now();
    const page = await fetch(`http://127.0.0.1:${port}/`);
    await page.text();
    const firstPage = performance.now() - before;
    await stop(second.child);
    const how = '`packages/server/src/main.ts` as a process of its own, from its start to the line that says it is ready';
    return [
      {
        name: 'first start, with the demonstration',
        value: `${(first.ms / 1000).toFixed(1)} s`,
        target: 'published',
        reached: null,
        how,
      },
      {
        name: 'second start',
        value: `${(second.ms / 1000).toFixed(1)} s`,
        ratio: second.ms / first.ms,
        target: 'published',
        reached: null,
        how: `${how}; ratio to the first start`,
      },
      {
        name: 'first page after the second start',
        value: `${firstPage.toFixed(0)} ms`,
        target: 'published',
        reached: null,
        how: 'GET / until the whole document is there',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(folder: string, port: number): Promise<{ child: ChildProcess; ms: number }> {
  const began = performance.now();
  const main = fileURLToPath(new URL('../packages/server/src/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, RECOGNITION_DATA: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done, failed) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (/^Ready/m.test(said)) done({ child, ms: performance.now() - began });
    });
    child.once('exit', (code) => failed(new Error(`the product ended with ${code} before it was ready`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.removeAllListeners('exit');
    child.once('exit', () => done());
    child.kill('SIGINT');
  });
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    }),
  );
}
