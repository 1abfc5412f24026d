/** What a file is, by its content. Its name says nothing: a name is what a sender wrote. */
export interface Kind {
  readonly mediaType: string;
  /** Whether it is an archive, which is looked into before it is kept. */
  readonly archive: boolean;
}

export type KindFault = 'evidence-executable' | 'evidence-type';

/** As many bytes of the beginning as tell what a file is. */
export const TELLING_BYTES = 4100;

const bytes = (...values: readonly number[]): Buffer => Buffer.from(values);
const text = (value: string): Buffer => Buffer.from(value, 'latin1');

interface Mark {
  readonly at: number;
  readonly mark: Buffer;
}

/** What runs on somebody's machine: never kept, in an archive neither. */
const EXECUTABLE: readonly Mark[] = [
  { at: 0, mark: text('MZ') },
  { at: 0, mark: text('\x7fELF') },
  { at: 0, mark: bytes(0xfe, 0xed, 0xfa, 0xce) },
  { at: 0, mark: bytes(0xfe, 0xed, 0xfa, 0xcf) },
  { at: 0, mark: bytes(0xce, 0xfa, 0xed, 0xfe) },
  { at: 0, mark: bytes(0xcf, 0xfa, 0xed, 0xfe) },
  { at: 0, mark: bytes(0xca, 0xfe, 0xba, 0xbe) },
  { at: 0, mark: text('\0asm') },
  { at: 0, mark: text('dex\n') },
  { at: 0, mark: text('#!') },
  // A shortcut of Windows, and an installer of the same (a compound file is what old Word files are too: none is taken).
  { at: 0, mark: bytes(0x4c, 0, 0, 0, 1, 0x14, 2, 0) },
];

const KNOWN: readonly (Mark & { readonly mediaType: string; readonly and?: Mark })[] = [
  { at: 0, mark: text('%PDF-'), mediaType: 'application/pdf' },
  { at: 0, mark: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), mediaType: 'image/png' },
  { at: 0, mark: bytes(0xff, 0xd8, 0xff), mediaType: 'image/jpeg' },
  { at: 0, mark: text('GIF87a'), mediaType: 'image/gif' },
  { at: 0, mark: text('GIF89a'), mediaType: 'image/gif' },
  { at: 0, mark: text('RIFF'), and: { at: 8, mark: text('WEBP') }, mediaType: 'image/webp' },
  { at: 0, mark: text('RIFF'), and: { at: 8, mark: text('WAVE') }, mediaType: 'audio/wav' },
  { at: 4, mark: text('ftypheic'), mediaType: 'image/heic' },
  { at: 4, mark: text('ftypheix'), mediaType: 'image/heic' },
  { at: 4, mark: text('ftypmif1'), mediaType: 'image/heif' },
  { at: 4, mark: text('ftypM4A'), mediaType: 'audio/mp4' },
  { at: 4, mark: text('ftypqt'), mediaType: 'video/quicktime' },
  { at: 4, mark: text('ftyp'), mediaType: 'video/mp4' },
  { at: 0, mark: bytes(0x1a, 0x45, 0xdf, 0xa3), mediaType: 'video/webm' },
  { at: 0, mark: text('ID3'), mediaType: 'audio/mpeg' },
  { at: 0, mark: bytes(0xff, 0xfb), mediaType: 'audio/mpeg' },
  { at: 0, mark: text('OggS'), mediaType: 'audio/ogg' },
];

/** What the beginning of a file says that it is: one of the kinds that we keep, or why it is not kept. Pure. */
export function kindOf(begin: Buffer): Kind | KindFault {
  if (EXECUTABLE.some((mark) => fits(begin, mark))) return 'evidence-executable';
  const known = KNOWN.find((one) => fits(begin, one) && (one.and === undefined || fits(begin, one.and)));
  if (known !== undefined) return { mediaType: known.mediaType, archive: false };
  if (isArchive(begin)) return { mediaType: zipKind(begin), archive: true };
  return textKind(begin);
}

export function isArchive(begin: Buffer): boolean {
  return fits(begin, { at: 0, mark: text('PK\x03\x04') }) || fits(begin, { at: 0, mark: text('PK\x05\x06') });
}

/** Documents of office programs are archives: OpenDocument names itself first, the others are told apart when they are looked into. */
function zipKind(begin: Buffer): string {
  const named = /mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation))/.exec(
    begin.toString('latin1', 30, 140),
  );
  return named?.[1] ?? 'application/zip';
}

/** Text in UTF-8 without anything that a browser would run. */
function textKind(begin: Buffer): Kind | KindFault {
  if (begin.length === 0 || begin.includes(0)) return 'evidence-type';
  let said: string;
  try {
    // The beginning may end within a character: what is there of it is no fault.
    said = new TextDecoder('utf-8', { fatal: true }).decode(begin, { stream: true });
  } catch {
    return 'evidence-type';
  }
  if (/^\s*(?:<!doctype\s+html|<(?:html|head|body|script|svg|\?xml)\b)/i.test(said)) return 'evidence-type';
  return { mediaType: /^\s*[{[]/.test(said) ? 'application/json' : 'text/plain', archive: false };
}

function fits(begin: Buffer, { at, mark }: Mark): boolean {
  return begin.length >= at + mark.length && begin.subarray(at, at + mark.length).equals(mark);
}
