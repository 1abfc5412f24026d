import { problem, type Problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import { SERVICE_POLICY } from '../dispute/policy.ts';
import type { Services } from '../services.ts';
import { type ArchiveFault, lookInto } from './archive.ts';
import { removeStored, storeFile, type StoredFile } from './file-store.ts';
import { type Kind, kindOf, TELLING_BYTES } from './kinds.ts';
import { insertItem, type NewItem, ownAmount, sameItem } from './queries.ts';
import { scanned } from './scan.ts';
import { EVIDENCE_SENTENCES } from './sentences.ts';

export type Learner = SignedIn & { readonly learnerId: number };

/** The largest file that is kept, in bytes. */
export const LARGEST_FILE = SERVICE_POLICY.parameters.evidenceFile.value * 1024 * 1024;

export interface KeptItem {
  readonly id: string;
  /** False when the same was kept already: a retry never doubles. */
  readonly isNew: boolean;
}

/**
 * Receives a file without holding it: it is judged by its first bytes, counted while it comes, an archive is looked into, and all of it goes
 * encrypted to the data folder before the row that names it is written. What is refused leaves nothing. Throws `evidence-too-large` (413),
 * `evidence-type`, `evidence-executable`, `evidence-empty` and `evidence-archive-…` (422), `evidence-full` (409), `upload-cut-off` (400),
 * `disk-full` (507), and where a virus scanner is set up `evidence-infected` (422), `evidence-scan-unavailable` (503).
 */
export async function receiveFile(
  services: Services,
  learner: Learner,
  body: AsyncIterable<Uint8Array>,
  about: { readonly title: string; readonly declaredBytes: number | null },
): Promise<KeptItem> {
  if (about.declaredBytes !== null && about.declaredBytes > LARGEST_FILE) throw refusal('evidence-too-large');
  await refuseWhenFull(services, learner);
  const judged: { kind: Kind | null } = { kind: null };
  const stored = await storeFile(services, learner.learnerId, scanned(services, judge(body, judged)));
  if (judged.kind === null) throw new TypeError('a file was stored that nobody judged');
  return keepItem(services, learner, { ...ofFile(stored), kind: 'file', title: about.title, mediaType: judged.kind.mediaType });
}

/** Lets through what may be kept, and throws at the first byte that tells that it may not. */
async function* judge(body: AsyncIterable<Uint8Array>, judged: { kind: Kind | null }): AsyncGenerator<Uint8Array> {
  let begin: Buffer = Buffer.alloc(0);
  let size = 0;
  const archive: Uint8Array[] = [];
  const begun = (): Kind => {
    const kind = kindOf(begin.subarray(0, TELLING_BYTES));
    if (typeof kind === 'string') throw refusal(kind);
    judged.kind = kind;
    return kind;
  };
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > LARGEST_FILE) throw refusal('evidence-too-large');
      if (judged.kind === null) {
        begin = Buffer.concat([begin, chunk]);
        if (begin.length < TELLING_BYTES) continue;
        if (begun().archive) archive.push(begin);
        yield begin;
      } else {
        if (judged.kind.archive) archive.push(chunk);
        yield chunk;
      }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('evidence-')) throw error;
    throw problem('upload-cut-off', 400, 'The file did not arrive whole. Nothing was kept; send it again.');
  }
  if (size === 0) throw refusal('evidence-empty');
  if (judged.kind === null) {
    if (begun().archive) archive.push(begin);
    yield begin;
  }
  if (archive.length > 0) {
    const found = await lookInto(Buffer.concat(archive));
    if (typeof found === 'string') throw refusal(found);
    if (judged.kind?.mediaType === 'application/zip') judged.kind = { mediaType: found.mediaType, archive: true };
  }
}

/** Whoever keeps very much is asked to tidy up first. Throws `evidence-full` (409). */
export async function refuseWhenFull(services: Services, learner: Learner): Promise<void> {
  const { items } = await services.db.as(learner.acting, ownAmount);
  if (items >= SERVICE_POLICY.parameters.evidenceItems.value) throw problem('evidence-full', 409, sentence('evidence-full'));
}

export function ofFile(stored: StoredFile): Pick<NewItem, 'fileId' | 'fileKey' | 'keyId' | 'bytes' | 'contentHash'> {
  const { fileId, fileKey, keyId, bytes, contentHash } = stored;
  return { fileId, fileKey, keyId, bytes, contentHash };
}

type Given = Pick<NewItem, 'kind' | 'title'> & Partial<Omit<NewItem, 'learnerId' | 'addedAt' | 'addedBy' | 'kind' | 'title'>>;

/**
 * Writes the row of an item whose file, if it has one, is on the disk. The same content or link again answers the item that is there, and
 * the second file goes. When the database fails the file stays for the sweep, which asks whether its row was written after all.
 */
export async function keepItem(services: Services, learner: Learner, given: Given): Promise<KeptItem> {
  const ids = await aliasSet(services, learner.learnerId);
  const nothing = {
    url: null,
    fileId: null,
    mediaType: null,
    bytes: null,
    contentHash: null,
    fileKey: null,
    keyId: null,
    issuer: null,
  };
  const item: NewItem = {
    ...nothing,
    finding: null,
    proof: false,
    ...given,
    learnerId: learner.learnerId,
    addedAt: services.clock.now(),
    addedBy: learner.actor,
  };
  const kept = await services.db.as(learner.acting, async (tx) => {
    const before = await sameItem(tx, ids, item);
    if (before !== null) return { id: String(before), isNew: false };
    const id = (await insertItem(tx, item)) ?? (await sameItem(tx, ids, item));
    if (id === null) throw new Error('an item was neither kept nor there');
    return { id: String(id), isNew: true };
  });
  if (!kept.isNew && item.fileId !== null) await removeStored(services, item.fileId);
  return kept;
}

type Refused = ArchiveFault | 'evidence-too-large' | 'evidence-empty';

export function refusal(code: Refused): Problem {
  return problem(code, code === 'evidence-too-large' ? 413 : 422, sentence(code));
}

function sentence(code: Refused | 'evidence-full'): string {
  return EVIDENCE_SENTENCES[code].en;
}
