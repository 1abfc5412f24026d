import { latin1, NotPdf, type PdfDictionary, PdfReader, PdfReference, type PdfStream, type PdfValue } from './objects.ts';

const MAX_UPDATES = 64;
const MAX_OBJECTS = 200_000;

/**
 * A PDF file by its cross-reference table (ISO 32000-2, 7.5.4) and those of its updates. A file whose table is a stream, as programs
 * write that save a PDF anew, and an encrypted one are not read: throws NotPdf.
 */
export class PdfFile {
  readonly catalogue: PdfDictionary;
  readonly #bytes: Uint8Array;
  readonly #places = new Map<number, number>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 2048)));
    const start = /startxref\s+(\d{1,10})\s+%%EOF\s*$/u.exec(tail)?.[1];
    if (start === undefined) throw new NotPdf('no end');
    let root: PdfValue | undefined;
    let at: number | undefined = Number(start);
    for (let updates = 0; at !== undefined; updates += 1) {
      if (updates > MAX_UPDATES) throw new NotPdf('too many updates');
      const trailer = this.#table(at);
      if (trailer.has('Encrypt')) throw new NotPdf('encrypted');
      root ??= trailer.get('Root');
      const previous = trailer.get('Prev');
      at = typeof previous === 'number' ? previous : undefined;
    }
    this.catalogue = this.dictionary(root);
  }

  /** Reads a table and answers its trailer. The newest place of an object stands. */
  #table(at: number): PdfDictionary {
    const reader = new PdfReader(this.#bytes, at);
    if (!reader.take('xref')) throw new NotPdf('no table');
    while (!reader.take('trailer')) {
      const [first, count] = [Number(reader.word()), Number(reader.word())];
      if (!Number.isSafeInteger(first) || !Number.isSafeInteger(count) || count + this.#places.size > MAX_OBJECTS)
        throw new NotPdf('not a table');
      for (let number = first; number < first + count; number += 1) {
        const place = Number(reader.word());
        reader.word();
        if (reader.word() === 'n' && Number.isSafeInteger(place) && !this.#places.has(number)) this.#places.set(number, place);
      }
    }
    return reader.dictionary();
  }

  /** What a value stands for: itself, or the object that it refers to; null for one that is not there. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfReference)) return value ?? null;
    const reader = this.#object(value);
    const inner = reader?.value() ?? null;
    if (inner instanceof PdfReference) throw new NotPdf('a reference to a reference');
    return inner;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const resolved = this.resolve(value);
    return resolved instanceof Map ? resolved : new Map<string, PdfValue>();
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.resolve(value);
    return Array.isArray(resolved) ? resolved : [];
  }

  /** The stream that a reference leads to; null when it leads to none. */
  stream(value: PdfValue | undefined): PdfStream | null {
    const reader = value instanceof PdfReference ? this.#object(value) : null;
    if (reader === null) return null;
    const dictionary = reader.value();
    const at = reader.streamAt();
    return dictionary instanceof Map && at !== null ? { dictionary, at } : null;
  }

  /** The bytes of a stream as they stand in the file. */
  bytesOf({ dictionary, at }: PdfStream): Uint8Array {
    const length = this.resolve(dictionary.get('Length'));
    if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0 || at + length > this.#bytes.length)
      throw new NotPdf('a stream has no length');
    return this.#bytes.subarray(at, at + length);
  }

  #object({ number }: PdfReference): PdfReader | null {
    const place = this.#places.get(number);
    if (place === undefined) return null;
    const reader = new PdfReader(this.#bytes, place);
    if (reader.word() !== String(number)) throw new NotPdf('the table is wrong');
    reader.word();
    if (!reader.take('obj')) throw new NotPdf('the table is wrong');
    return reader;
  }
}
