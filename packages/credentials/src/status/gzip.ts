import { CredentialError } from '../errors/codes.ts';

interface Zlib {
  readonly gzipSync: (data: Uint8Array) => Uint8Array;
  readonly deflateSync: (data: Uint8Array) => Uint8Array;
}
interface HostProcess {
  readonly getBuiltinModule?: (name: string) => unknown;
}

/** Node's zlib where there is one, found without an import so that a browser can load this file. */
function zlib(): Zlib | null {
  const host: { readonly process?: HostProcess } = globalThis;
  const found = host.process?.getBuiltinModule?.('node:zlib');
  return hasGzip(found) ? found : null;
}

function hasGzip(value: unknown): value is Zlib {
  return (
    typeof value === 'object' &&
    value !== null &&
    'gzipSync' in value &&
    typeof value.gzipSync === 'function' &&
    'deflateSync' in value &&
    typeof value.deflateSync === 'function'
  );
}

/** GZIP (RFC 1952): packed where the host can do it at once, else in stored blocks, which every reader takes too. */
export function gzip(data: Uint8Array): Uint8Array {
  return zlib()?.gzipSync(data) ?? storedGzip(data);
}

/** GZIP with nothing packed: blocks of at most 65,535 bytes as they are (RFC 1951, 3.2.4). */
export function storedGzip(data: Uint8Array): Uint8Array {
  const out: number[] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
  const parts: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < data.length; at += 65_535) {
    const block = data.subarray(at, at + 65_535);
    const last = at + 65_535 >= data.length ? 1 : 0;
    parts.push(
      Uint8Array.from([last, block.length & 255, block.length >> 8, ~block.length & 255, (~block.length >> 8) & 255]),
      block,
    );
  }
  const tail = new DataView(new ArrayBuffer(8));
  tail.setUint32(0, crc32(data), true);
  tail.setUint32(4, data.length, true);
  return concat([Uint8Array.from(out), ...parts, new Uint8Array(tail.buffer)]);
}

/** ZLIB (RFC 1950), as a Token Status List is packed. */
export async function deflate(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const own = zlib();
  if (own !== null) return own.deflateSync(data);
  return new Uint8Array(
    await new Response(new Blob([data]).stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer(),
  );
}

/** Unpacks GZIP and stops at once beyond `maxBytes`. Throws `status-list-too-large` or `invalid-status-list`. */
export function gunzip(data: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  return unpack(data, maxBytes, 'gzip');
}

/** The same for ZLIB. */
export function inflate(data: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  return unpack(data, maxBytes, 'deflate');
}

async function unpack(
  data: Uint8Array<ArrayBuffer>,
  maxBytes: number,
  format: 'gzip' | 'deflate',
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return concat(parts);
      size += value.length;
      if (size > maxBytes) throw new CredentialError('status-list-too-large');
      parts.push(value);
    }
  } catch (error) {
    if (error instanceof CredentialError) throw error;
    throw new CredentialError('invalid-status-list', `the list is not packed as ${format}`, { cause: error });
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
