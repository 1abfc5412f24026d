import { BackupError } from './backup-format.ts';

const PIECE = 64 * 1024;

/** Length (4 bytes, big-endian), then that many bytes. A table's data end with a frame of length 0. */
export function frame(data: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  return Buffer.concat([head, data]);
}

export const END: Buffer = Buffer.alloc(4);

/** Small pieces joined, so that a frame does not hold one row. */
export async function* framed(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of source) {
    held.push(piece);
    size += piece.length;
    if (size < PIECE) continue;
    yield frame(Buffer.concat(held));
    held = [];
    size = 0;
  }
  if (size > 0) yield frame(Buffer.concat(held));
  yield END;
}

/** Reads frames from a stream; `table` answers the pieces of one table up to its end. Throws `backup-damaged`. */
export function frameReader(source: AsyncIterable<Buffer>): {
  readonly next: () => Promise<Buffer | null>;
  readonly table: () => AsyncGenerator<Buffer>;
  readonly atEnd: () => Promise<boolean>;
} {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const take = async (size: number): Promise<Buffer> => {
    while (held.length < size) {
      const piece = await pieces.next();
      if (piece.done === true)
        throw new BackupError('backup-damaged', 'The backup ends in the middle: copy it again from where it was made.');
      held = held.length === 0 ? piece.value : Buffer.concat([held, piece.value]);
    }
    const taken = held.subarray(0, size);
    held = held.subarray(size);
    return taken;
  };
  const next = async (): Promise<Buffer | null> => {
    const size = (await take(4)).readUInt32BE();
    if (size > 256 * 1024 * 1024) throw new BackupError('backup-unusable', 'This is not a backup of ours.');
    return size === 0 ? null : take(size);
  };
  return {
    next,
    table: async function* () {
      for (let piece = await next(); piece !== null; piece = await next()) yield piece;
    },
    atEnd: async () => held.length === 0 && (await pieces.next()).done === true,
  };
}
