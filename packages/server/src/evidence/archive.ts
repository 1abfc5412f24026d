import type { Entry } from '@zip.js/zip.js';
import { type KindFault, isArchive, kindOf, TELLING_BYTES } from './kinds.ts';

export type ArchiveFault =
  | KindFault
  | 'evidence-archive-locked'
  | 'evidence-archive-damaged'
  | 'evidence-archive-too-many'
  | 'evidence-archive-too-large'
  | 'evidence-archive-nested';

/** How far an archive is followed. A photograph does not pack; a document of an office program packs to a tenth, a bomb to a thousandth. */
export const ARCHIVE_LIMITS = {
  /** Files in it, with those of the archives in it. */
  files: 500,
  /** Bytes, unpacked, of all of them. */
  unpacked: 100 * 1024 * 1024,
  /** How many times larger than the archive what is in it may be, beyond a megabyte. */
  ratio: 100,
  /** An archive in an archive is looked into; one in that is not taken. */
  depth: 2,
} as const;

interface Budget {
  files: number;
  bytes: number;
  readonly most: number;
}

/**
 * Looks into an archive: unpacks every file in it, keeps none, and stops at the first that is no evidence, or when it grows larger than it
 * may, whatever its list of contents says. Answers the media type that it is (an office document is an archive too), or why it is refused.
 */
export async function lookInto(archive: Uint8Array): Promise<{ readonly mediaType: string } | ArchiveFault> {
  const most = Math.min(ARCHIVE_LIMITS.unpacked, Math.max(1024 * 1024, archive.length * ARCHIVE_LIMITS.ratio));
  return look(archive, { files: 0, bytes: 0, most }, 1);
}

async function look(archive: Uint8Array, budget: Budget, depth: number): Promise<{ readonly mediaType: string } | ArchiveFault> {
  const { configure, Uint8ArrayReader, ZipReader } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new Uint8ArrayReader(archive), { useWebWorkers: false, checkOverlappingEntry: true });
  try {
    const names: string[] = [];
    for await (const entry of reader.getEntriesGenerator()) {
      names.push(entry.filename);
      budget.files += 1;
      if (budget.files > ARCHIVE_LIMITS.files) return 'evidence-archive-too-many';
      const fault = entry.directory ? null : await lookAt(entry, budget, depth);
      if (fault !== null) return fault;
    }
    return names.length === 0 ? 'evidence-archive-damaged' : { mediaType: officeKind(names) };
  } catch {
    return 'evidence-archive-damaged';
  } finally {
    await reader.close().catch(() => undefined);
  }
}

class TooLarge extends Error {}

async function lookAt(entry: Entry, budget: Budget, depth: number): Promise<ArchiveFault | null> {
  if (entry.directory) return null;
  if (entry.encrypted) return 'evidence-archive-locked';
  // What it says of itself is not believed; but one that says at once that it is too large is not unpacked.
  if (budget.bytes + entry.uncompressedSize > budget.most) return 'evidence-archive-too-large';
  const kept: Uint8Array[] = [];
  let size = 0;
  let held = 0;
  let nested = false;
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) => {
      budget.bytes += chunk.length;
      if (budget.bytes > budget.most) throw new TooLarge();
      if (size === 0) nested = isArchive(Buffer.from(chunk.subarray(0, 8)));
      size += chunk.length;
      // Of all but an archive in the archive the beginning is enough.
      if (nested || held < TELLING_BYTES) {
        kept.push(chunk.slice());
        held += chunk.length;
      }
    },
  });
  try {
    await entry.getData(sink, { checkSignature: false, useWebWorkers: false });
  } catch (error) {
    return budget.bytes > budget.most || error instanceof TooLarge ? 'evidence-archive-too-large' : 'evidence-archive-damaged';
  }
  const content = Buffer.concat(kept);
  if (nested) {
    if (depth >= ARCHIVE_LIMITS.depth) return 'evidence-archive-nested';
    const inside = await look(content, budget, depth + 1);
    return typeof inside === 'string' ? inside : null;
  }
  return kindOf(content.subarray(0, TELLING_BYTES)) === 'evidence-executable' || hasMacros(entry.filename)
    ? 'evidence-executable'
    : null;
}

/** Programs inside office documents. */
function hasMacros(name: string): boolean {
  return /(?:^|\/)vbaProject\.bin$/i.test(name) || name.startsWith('Basic/');
}

function officeKind(names: readonly string[]): string {
  if (!names.includes('[Content_Types].xml')) return 'application/zip';
  const office = 'application/vnd.openxmlformats-officedocument';
  if (names.some((name) => name.startsWith('word/'))) return `${office}.wordprocessingml.document`;
  if (names.some((name) => name.startsWith('xl/'))) return `${office}.spreadsheetml.sheet`;
  return names.some((name) => name.startsWith('ppt/')) ? `${office}.presentationml.presentation` : 'application/zip';
}
