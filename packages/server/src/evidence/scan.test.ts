import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { scanContent, scanned } from './scan.ts';

// A small server that speaks INSTREAM as clamd does: it finds what has this text, however it is cut.
const FOUND = 'INVENTED-TEST-SIGNATURE';
let clamd: Server;
let address: string;
let folder: string;
let received: Buffer[] = [];
let answer: (content: Buffer) => string | null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clamd-'));
  clamd = createServer((socket) => {
    let held: Buffer = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (more: Buffer) => {
      held = Buffer.concat([held, more]);
      const command = Buffer.from('zINSTREAM\0');
      if (held.length < command.length) return;
      if (!held.subarray(0, command.length).equals(command)) return void socket.end('UNKNOWN COMMAND\0');
      const pieces: Buffer[] = [];
      for (let at = command.length; at + 4 <= held.length; ) {
        const length = held.readUInt32BE(at);
        if (length === 0) {
          received = pieces;
          const said = answer(Buffer.concat(pieces));
          return void (said === null ? socket.destroy() : socket.end(said));
        }
        if (at + 4 + length > held.length) return;
        pieces.push(held.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
  await new Promise<void>((ready) => clamd.listen(0, '127.0.0.1', ready));
  const bound = clamd.address();
  address = `tcp://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
});
afterAll(async () => {
  await new Promise((done) => clamd.close(done));
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  received = [];
  answer = (content) => (content.includes(FOUND) ? 'stream: Invented.Test FOUND\0' : 'stream: OK\0');
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
  expect(Buffer.concat(received).equals(content)).toBe(true);
  received = [];
  expect((await through(content, null)).equals(content)).toBe(true);
  expect(received).toEqual([]);
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
