import type { SourceFile } from './answer.ts';
import { unusableFile } from './codes.ts';

const LARGEST = 64 * 1024 * 1024;
/** A catalogue file is seven deep. */
const DEEPEST = 64;

/** The text of a file, without its byte order mark. Throws `file-empty`, `file-too-large`, `file-utf-16` or `file-not-utf-8`. */
export function decodeText({ name, bytes }: SourceFile): string {
  if (bytes.length > LARGEST) throw unusableFile('file-too-large', name);
  if (isUtf16(bytes)) throw unusableFile('file-utf-16', name);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unusableFile('file-not-utf-8', name);
  }
  if (text.trim() === '') throw unusableFile('file-empty', name);
  return text;
}

// By its mark, or by a NUL in every second place of its first characters.
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.length >= 4 && ((first === 0 && third === 0 && second !== 0) || (second === 0 && fourth === 0 && first !== 0));
}

/** The value of a JSON file. Throws `file-not-json`, or `file-too-deep` before a parser could run out of stack. */
export function decodeJson(file: SourceFile): unknown {
  const text = decodeText(file);
  if (isTooDeep(text)) throw unusableFile('file-too-deep', file.name);
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw unusableFile('file-not-json', file.name, error instanceof SyntaxError ? error.message : '');
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return false;
}
