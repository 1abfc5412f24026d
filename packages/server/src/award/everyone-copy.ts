import type { Duplex } from 'node:stream';
import type pg from 'pg';

type Piece = Uint8Array<ArrayBuffer>;

/** A message's letter and its length, which counts itself. */
const HEADER = 5;
const COPY_DATA = 0x64;
/** What may come among the data: the answer to COPY, notices, parameters, notifications. */
const BESIDE: ReadonlySet<number | undefined> = new Set([0x48, 0x4e, 0x53, 0x41]);
const PIECE = 512 * 1024;

/**
 * COPY … TO STDOUT as the server sends it: pieces in which one CopyData message follows the other, headers and all, since what the
 * driver makes of each row costs more than the row. Nothing more is read until what `take` answered is settled; after a failure of
 * `take` the rest is read to nowhere, so that the connection stays usable.
 */
export function copyRaw(client: pg.ClientBase, text: string, take: (piece: Piece) => Promise<void>): Promise<void> {
  return new Promise((done, failed) => {
    client.query(new RawCopy(text, take, done, failed));
  });
}

const isListener = (value: unknown): value is (bytes: Buffer) => void => typeof value === 'function';

class RawCopy implements pg.Submittable {
  readonly #text: string;
  readonly #take: (piece: Piece) => Promise<void>;
  readonly #done: () => void;
  readonly #failed: (error: unknown) => void;
  #piece: Piece = new Uint8Array(PIECE);
  #length = 0;
  /** Bytes of the message at hand that are still to come, and whether they are data. */
  #left = 0;
  #isData = false;
  /** A header of which the end is still to come. */
  #begun: Buffer = Buffer.alloc(0);
  #taken: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | null = null;

  constructor(text: string, take: (piece: Piece) => Promise<void>, done: () => void, failed: (error: unknown) => void) {
    this.#text = text;
    this.#take = take;
    this.#done = done;
    this.#failed = failed;
  }

  submit(connection: pg.Connection): void {
    const { stream } = connection;
    const [driver] = stream.listeners('data');
    if (!isListener(driver)) throw new TypeError('the driver does not read the connection');
    const read = (bytes: Buffer): void => {
      const rest = this.#read(stream, bytes);
      if (rest === null) return;
      stream.off('data', read);
      stream.on('data', driver);
      driver(rest);
    };
    stream.off('data', driver);
    stream.on('data', read);
    connection.query(this.#text);
  }

  handleError(error: unknown): void {
    this.#failed(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    void this.#taken.then(() => (this.#failure === null ? this.#done() : this.#failed(this.#failure.error)));
  }

  /** Keeps the data in these bytes; what follows it, from the first message that is the driver's to read. */
  #read(stream: Duplex, chunk: Buffer): Buffer | null {
    const bytes = this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk]);
    let at = Math.min(this.#left, bytes.length);
    let from = this.#isData ? 0 : at;
    this.#left -= at;
    while (at + HEADER <= bytes.length) {
      this.#isData = bytes[at] === COPY_DATA;
      const next = at + 1 + bytes.readUInt32BE(at + 1);
      if (!this.#isData) {
        this.#keep(stream, bytes.subarray(from, at));
        if (!BESIDE.has(bytes[at])) {
          this.#give(stream);
          return bytes.subarray(at);
        }
        from = Math.min(next, bytes.length);
      }
      this.#left = Math.max(0, next - bytes.length);
      at = Math.min(next, bytes.length);
    }
    this.#begun = bytes.subarray(at);
    this.#keep(stream, bytes.subarray(from, at));
    return null;
  }

  #keep(stream: Duplex, bytes: Buffer): void {
    if (this.#length + bytes.length > PIECE) this.#give(stream);
    for (let at = 0; at < bytes.length; at += PIECE) {
      const part = bytes.subarray(at, at + PIECE);
      if (at > 0) this.#give(stream);
      this.#piece.set(part, this.#length);
      this.#length += part.length;
    }
  }

  #give(stream: Duplex): void {
    if (this.#length === 0) return;
    const piece = this.#piece.subarray(0, this.#length);
    this.#piece = new Uint8Array(PIECE);
    this.#length = 0;
    if (this.#failure !== null) return;
    stream.pause();
    this.#taken = this.#taken
      .then(() => (this.#failure === null ? this.#take(piece) : undefined))
      .catch((error: unknown) => {
        this.#failure = { error };
      })
      .finally(() => stream.resume());
  }
}
