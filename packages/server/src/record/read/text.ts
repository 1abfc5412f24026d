import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { unusableFile } from '../file-codes.ts';

/** How far a file has been read, in bytes of the file as it lies on the disk. */
export interface ReadProgress {
  bytesRead: number;
}

/** A results file shrinks to a fifth or a twentieth; deflate can reach 1:1032 on nothing but zeros. */
const BOMB_RATIO = 250;
/** Below this a high ratio proves nothing and harms nobody. */
const BOMB_FLOOR = 16 * 2 ** 20;
const CHUNK = 256 * 1024;

/**
 * The text of a results file, in pieces, plain or gzip (told by its first bytes), without its byte order mark. Bytes that are not
 * UTF-8 come as U+FFFD, so that one bad row stays one bad row. Throws the problems of `file-codes.ts`.
 */
export async function* readText(path: string, progress: ReadProgress): AsyncGenerator<string> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let unpacked = 0;
  let started = false;
  try {
    for await (const bytes of await unpack(path, file, progress)) {
      unpacked += bytes.length;
      if (unpacked > BOMB_FLOOR && unpacked > progress.bytesRead * BOMB_RATIO) throw unusableFile('gzip-bomb');
      if (!started && bytes.length > 0) {
        refuseOtherEncodings(bytes);
        started = true;
        yield decoder.decode(startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes, { stream: true });
      } else {
        yield decoder.decode(bytes, { stream: true });
      }
    }
  } finally {
    file.destroy();
  }
  if (!started) throw unusableFile('file-empty');
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

async function unpack(path: string, file: NodeJS.ReadableStream, progress: ReadProgress): Promise<AsyncIterable<Buffer>> {
  if (!(await isGzip(path))) return counted(file, progress);
  const gunzip = createGunzip({ chunkSize: CHUNK });
  pipeline(
    file,
    (source) => counted(source, progress),
    gunzip,
    () => undefined,
  );
  return gunzipped(gunzip);
}

async function* counted(stream: NodeJS.ReadableStream, progress: ReadProgress): AsyncGenerator<Buffer> {
  for await (const bytes of bytesOf(stream)) {
    progress.bytesRead += bytes.length;
    yield bytes;
  }
}

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function* gunzipped(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  try {
    yield* bytesOf(stream);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'Z_BUF_ERROR') throw unusableFile('gzip-truncated');
    if (typeof code === 'string' && code.startsWith('Z_')) throw unusableFile('gzip-broken');
    throw error;
  }
}

async function isGzip(path: string): Promise<boolean> {
  for await (const chunk of bytesOf(createReadStream(path, { start: 0, end: 1 }))) return startsWith(chunk, 0x1f, 0x8b);
  return false;
}

function refuseOtherEncodings(bytes: Buffer): void {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) throw unusableFile('file-utf-16');
  if (
    startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ||
    startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
    startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd)
  ) {
    throw unusableFile('file-not-text');
  }
  // UTF-16 without its mark: every other byte of a header is zero.
  const head = bytes.subarray(0, 64);
  const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (head.length >= 4 && zeros * 3 >= head.length) throw unusableFile('file-utf-16');
}

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte);
}
