import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface StartedProduct {
  /** Where it is served, without a trailing slash. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the whole product with its demonstration, as `npm start` does, in a folder of its own. Passkeys need a host with a name. */
export async function startProduct(env: Readonly<Record<string, string>> = {}): Promise<StartedProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'journeys-'));
  chmodSync(folder, 0o711);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const main = fileURLToPath(new URL('../packages/server/src/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, RECOGNITION_URL: url, RECOGNITION_DATA: folder, PORT: String(port), LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, failed) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (/^Ready/m.test(said)) ready();
    });
    child.once('exit', (code) => failed(new Error(`the product ended with ${code} before it was ready:\n${said}`)));
  });
  return {
    url,
    stop: async () => {
      const ended = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
