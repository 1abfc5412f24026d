import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { scanContent, scanned } from './scan.ts';
import { INVENTED_SIGNATURE, type SmallScanner, startSmallScanner, verdictOn } from './test-scanner.ts';

const FOUND = INVENTED_SIGNATURE;
let clamd: SmallScanner;
let address: string;
let folder: string;
let received: Buffer = Buffer.alloc(0);
let answer: (content: Buffer) => string | null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clamd-'));
  clamd = await startSmallScanner((content) => {
    received = content;
    return answer(content);
  });
  ({ address } = clamd);
});
afterAll(async () => {
  await clamd.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  received = Buffer.alloc(0);
  answer = verdictOn;
});

const by = (evidenceScanner: string | null) => ({ settings: { evidenceScanner } });
async function through(content: Buffer, scanner: string | null = address): Promise<Buffer> {
  const pieces = Readable.from([content.subarray(0, 10), content.subarray(10)]);
  const out: Uint8Array[] = [];
  for await (const piece of scanned(by(scanner), pieces)) out.push(piece);
  return Buffer.concat(out);
}

test('what is clean comes out as it went in, and all of it was scanned; where no scanner is set up nothing is asked', async () => {
  const content = Buffer.from(`harmless ${'x'.repeat(200_000)}`);
  expect((await through(content)).equals(content)).toBe(true);
  expect(received.equals(content)).toBe(true);
  received = Buffer.alloc(0);
  expect((await through(content, null)).equals(content)).toBe(true);
  expect(received).toHaveLength(0);
});

test('what has something in it is refused, cut across two pieces too, and what lies here already as well', async () => {
  const content = Buffer.from(`12345${FOUND} and more`);
  await expect(through(content)).rejects.toMatchObject({ status: 422, code: 'evidence-infected' });
  await expect(scanContent(by(address), content)).rejects.toMatchObject({ code: 'evidence-infected' });
  await scanContent(by(address), Buffer.from('harmless'));
});

test.each([
  ['says that it could not', () => 'INSTREAM size limit exceeded. ERROR\0'],
  ['speaks otherwise', () => 'stream: OK, I think\0'],
  ['closes without a word', () => null],
  ['closes before the end of its word', () => 'stream: OK'],
])('a scanner that %s is no verdict: nothing comes through as clean', async (_, how) => {
  answer = how;
  await expect(through(Buffer.from('harmless'))).rejects.toMatchObject({ status: 503, code: 'evidence-scan-unavailable' });
});

test('a scanner that says nothing is waited for so long and no longer; whoever sends slowly is waited for', async () => {
  const silent = createServer((socket) => void socket.on('error', () => undefined).resume());
  await new Promise<void>((ready) => silent.listen(join(folder, 'silent.ctl'), ready));
  async function* slow(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('harm');
    await setTimeout(300);
    yield Buffer.from('less');
  }
  const read = async (scanner: string) => {
    const out: Uint8Array[] = [];
    for await (const piece of scanned(by(scanner), slow(), 100)) out.push(piece);
    return Buffer.concat(out).toString();
  };
  expect(await read(address)).toBe('harmless');
  await expect(read(`unix:${join(folder, 'silent.ctl')}`)).rejects.toMatchObject({ code: 'evidence-scan-unavailable' });
  // The connection to it is closed as well.
  await expect.poll(() => new Promise((done) => silent.getConnections((_, open) => done(open)))).toBe(0);
  await new Promise((done) => silent.close(done));
});

test('a scanner that is not there is no verdict either, and a socket of the machine will do', async () => {
  await expect(through(Buffer.from('x'), 'tcp://127.0.0.1:1')).rejects.toMatchObject({ code: 'evidence-scan-unavailable' });
  await expect(through(Buffer.from('x'), `unix:${join(folder, 'none')}`)).rejects.toMatchObject({
    code: 'evidence-scan-unavailable',
  });
  const local = createServer((socket) => void socket.on('data', (more) => more.at(-1) === 0 && socket.end('stream: OK\0')));
  await new Promise<void>((ready) => local.listen(join(folder, 'clamd.ctl'), ready));
  expect((await through(Buffer.from('harmless'), `unix:${join(folder, 'clamd.ctl')}`)).toString()).toBe('harmless');
  await new Promise((done) => local.close(done));
  expect(readdirSync(folder)).toEqual([]);
});
