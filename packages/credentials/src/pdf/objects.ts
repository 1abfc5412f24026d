/**
 * The objects of a PDF file (ISO 32000-2, 7.3), read only as far as an attachment needs, without recursion beyond a limit and without a
 * library: no reader that was found bounds what it inflates, and this one also runs in a browser.
 */

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class PdfReference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

export interface PdfStream {
  readonly dictionary: PdfDictionary;
  /** Where its bytes begin. */
  readonly at: number;
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue = null | boolean | number | string | PdfName | PdfReference | readonly PdfValue[] | PdfDictionary;

/** Thrown for what is not well formed; never leaves this folder. */
export class NotPdf extends Error {}

const MAX_DEPTH = 24;
/** Values of one object, at most. */
const MAX_VALUES = 100_000;
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Array.from('()<>[]{}/%', (sign) => sign.charCodeAt(0)));

/** Reads one object after another from a place in the file. */
export class PdfReader {
  at: number;
  readonly #bytes: Uint8Array;
  #left = MAX_VALUES;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** The next object. A dictionary that begins a stream is told apart by `streamAt`. */
  value(depth = 0): PdfValue {
    this.#left -= 1;
    if (depth > MAX_DEPTH || this.#left < 0) throw new NotPdf('too deep or too large');
    this.skip();
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw new NotPdf('ends too early');
    if (byte === 0x2f) return this.#name();
    if (byte === 0x28) return this.#literal();
    if (byte === 0x5b) return this.#array(depth);
    if (byte === 0x3c) return this.#bytes[this.at + 1] === 0x3c ? this.dictionary(depth) : this.#hexadecimal();
    return this.#wordOrReference();
  }

  dictionary(depth = 0): PdfDictionary {
    if (!this.take('<<')) throw new NotPdf('no dictionary');
    const entries = new Map<string, PdfValue>();
    while (!this.take('>>')) {
      const key = this.value(depth + 1);
      if (!(key instanceof PdfName)) throw new NotPdf('a key is no name');
      entries.set(key.name, this.value(depth + 1));
    }
    return entries;
  }

  /** Where the bytes of a stream begin, when a dictionary was just read and one follows; null else. */
  streamAt(): number | null {
    if (!this.take('stream')) return null;
    if (this.#bytes[this.at] === 13) this.at += 1;
    if (this.#bytes[this.at] !== 10) throw new NotPdf('a stream does not begin on a line');
    return this.at + 1;
  }

  /** Takes a word or sign if it is what comes next. */
  take(word: string): boolean {
    this.skip();
    for (let index = 0; index < word.length; index += 1)
      if (this.#bytes[this.at + index] !== word.charCodeAt(index)) return false;
    this.at += word.length;
    return true;
  }

  /** The next run of regular characters. */
  word(): string {
    this.skip();
    const from = this.at;
    while (this.at < this.#bytes.length && this.#isRegular(this.#bytes[this.at] ?? 0)) this.at += 1;
    if (this.at === from || this.at - from > 255) throw new NotPdf('no word');
    return latin1(this.#bytes.subarray(from, this.at));
  }

  /** Passes white space and comments. */
  skip(): void {
    for (; this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at] ?? 0;
      if (byte === 0x25)
        while (this.at + 1 < this.#bytes.length && ![10, 13].includes(this.#bytes[this.at + 1] ?? 0)) this.at += 1;
      else if (!WHITE.has(byte)) return;
    }
  }

  #isRegular(byte: number): boolean {
    return !WHITE.has(byte) && !DELIMITERS.has(byte);
  }

  #name(): PdfName {
    this.at += 1;
    const next = this.#bytes[this.at];
    const raw = next !== undefined && this.#isRegular(next) ? this.word() : '';
    return new PdfName(raw.replaceAll(/#([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
  }

  #array(depth: number): readonly PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    while (!this.take(']')) values.push(this.value(depth + 1));
    return values;
  }

  #literal(): string {
    const out: number[] = [];
    let open = 1;
    for (this.at += 1; this.at < this.#bytes.length; this.at += 1) {
      let byte = this.#bytes[this.at] ?? 0;
      if (byte === 0x29) {
        open -= 1;
        if (open === 0) {
          this.at += 1;
          return latin1(Uint8Array.from(out));
        }
      } else if (byte === 0x28) open += 1;
      else if (byte === 0x5c) {
        this.at += 1;
        byte = this.#bytes[this.at] ?? 0;
      }
      out.push(byte);
    }
    throw new NotPdf('a string does not end');
  }

  #hexadecimal(): string {
    const from = this.at + 1;
    const end = this.#bytes.indexOf(0x3e, from);
    if (end < 0) throw new NotPdf('a string does not end');
    this.at = end + 1;
    const digits = latin1(this.#bytes.subarray(from, end)).replaceAll(/[^0-9A-Fa-f]/gu, '');
    return digits.replaceAll(/..?/gu, (pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)));
  }

  #wordOrReference(): PdfValue {
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(word)) throw new NotPdf(`an unknown word`);
    const after = this.at;
    if (/^\d{1,10}$/u.test(word)) {
      const [, skipped] =
        /^[\0\t\n\f\r ]+\d{1,5}([\0\t\n\f\r ]+R)(?![^\0\t\n\f\r ()<>[\]{}/%])/u.exec(
          latin1(this.#bytes.subarray(after, after + 32)),
        ) ?? [];
      if (skipped !== undefined) {
        this.word();
        this.take('R');
        return new PdfReference(Number(word));
      }
    }
    this.at = after;
    return Number(word);
  }
}

/** Bytes as text, a character for each. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
