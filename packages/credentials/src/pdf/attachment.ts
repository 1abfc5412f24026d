import { CredentialError } from '../errors/codes.ts';
import { hasType, isObject } from '../json.ts';
import { MAX_BYTES } from '../proof/limits.ts';
import { PdfFile } from './file.ts';
import { NotPdf, PdfName, type PdfDictionary, type PdfStream, type PdfValue } from './objects.ts';

const MAX_ATTACHMENTS = 32;
const MAX_TREE = 8;

/** Whether bytes begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  return [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, at) => bytes[at] === byte);
}

/**
 * The text of the credential or presentation that a PDF carries as an attachment. Throws `pdf-unreadable` for a PDF that another program
 * wrote or saved anew in a way that we do not read, `pdf-without-credential` for one that carries none, and `too-large` when the file, or
 * what its attachments inflate to together, is more than 10 MB.
 */
export async function credentialInPdf(bytes: Uint8Array): Promise<string> {
  if (bytes.length > MAX_BYTES) throw new CredentialError('too-large');
  try {
    const file = new PdfFile(bytes);
    let left = MAX_BYTES;
    for (const stream of attachmentsOf(file)) {
      const text = await textOf(file, stream, left);
      if (text === null) continue;
      left -= text.length;
      if (isCredential(text)) return text;
    }
  } catch (error) {
    if (error instanceof NotPdf) throw new CredentialError('pdf-unreadable', error.message);
    throw error;
  }
  throw new CredentialError('pdf-without-credential');
}

/** The embedded files: those associated with the document first, then those that a reader lists (ISO 32000-2, 7.11.4, 14.13). */
function attachmentsOf(file: PdfFile): readonly PdfStream[] {
  const names: PdfValue[] = [];
  collect(file, file.dictionary(file.dictionary(file.catalogue.get('Names')).get('EmbeddedFiles')), names, 0);
  const found = new Map<number, PdfStream>();
  for (const value of [...file.list(file.catalogue.get('AF')), ...names].slice(0, 2 * MAX_ATTACHMENTS)) {
    const embedded = file.dictionary(file.dictionary(value).get('EF'));
    const stream = file.stream(embedded.get('UF') ?? embedded.get('F'));
    if (stream !== null && found.size < MAX_ATTACHMENTS) found.set(stream.at, stream);
  }
  return [...found.values()];
}

function collect(file: PdfFile, node: PdfDictionary, into: PdfValue[], depth: number): void {
  if (depth > MAX_TREE || into.length > MAX_ATTACHMENTS) return;
  for (const [index, value] of file.list(node.get('Names')).entries()) if (index % 2 === 1) into.push(value);
  for (const child of file.list(node.get('Kids')).slice(0, MAX_ATTACHMENTS))
    collect(file, file.dictionary(child), into, depth + 1);
}

/** The text of an attachment; null for what is packed in another way than with zlib, or is no UTF-8. */
async function textOf(file: PdfFile, stream: PdfStream, most: number): Promise<string | null> {
  const given = file.resolve(stream.dictionary.get('Filter'));
  const filters = Array.isArray(given) ? given : given === null ? [] : [given];
  const [only, ...more] = filters.map((one: PdfValue) => (one instanceof PdfName ? one.name : ''));
  if (more.length > 0 || (only !== undefined && only !== 'FlateDecode')) return null;
  const raw = file.bytesOf(stream);
  if (only === undefined && raw.length > most) throw new CredentialError('too-large');
  const bytes = only === undefined ? raw : await inflate(raw, most);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Unpacks zlib and stops at once beyond a size. */
async function inflate(data: Uint8Array, most: number): Promise<Uint8Array> {
  const reader = new Blob([Uint8Array.from(data)]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      size += value.length;
      if (size > most) throw new CredentialError('too-large');
      parts.push(Uint8Array.from(value));
    }
  } catch (error) {
    if (error instanceof CredentialError) throw error;
    throw new NotPdf('an attachment cannot be unpacked');
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function isCredential(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && (hasType(value, 'VerifiableCredential') || hasType(value, 'VerifiablePresentation'));
  } catch {
    return false;
  }
}
