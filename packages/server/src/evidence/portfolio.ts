import type { Recipient, VerificationAnswer } from '@recognition/credentials';
import { z } from 'zod';
import { loadSnapshot, nameOn } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { readStored, removeStored } from './file-store.ts';
import { isAwaited, type ItemRow, itemsOf, ownItems, ownOpenings, removeItem } from './queries.ts';
import { scanContent } from './scan.ts';
import type { Learner } from './receive.ts';

const finding = z.custom<VerificationAnswer & { readonly whose?: Recipient }>(
  (value) => z.looseObject({ answer: z.string() }).safeParse(value).success,
);

/** An item as its learner, and whoever it is shown to, sees it. */
export function itemView(row: ItemRow) {
  return {
    id: String(row.itemId),
    kind: row.kind,
    title: row.title,
    url: row.url,
    mediaType: row.mediaType,
    bytes: row.bytes,
    issuer: row.issuer,
    proof: row.proof,
    verification: row.finding === null ? null : finding.parse(row.finding),
    addedAt: row.addedAt.toISOString(),
  };
}

/** Everything that the learner keeps, with who opened it. */
export async function portfolioOf(services: Services, learner: Learner) {
  const catalogue = await loadSnapshot(services);
  const { items, openings } = await services.db.as(learner.acting, async (tx) => ({
    items: await ownItems(tx),
    openings: await ownOpenings(tx),
  }));
  const nameOf = (id: number | null): string | null => {
    const found = id === null ? undefined : catalogue.organisationById(id);
    return found === undefined ? null : nameOn(found);
  };
  return {
    items: items.map((row) => ({
      ...itemView(row),
      openings: openings
        .filter(({ item }) => item === String(row.itemId))
        .map(({ at, organisationId, purpose }) => ({ at: at.toISOString(), organisation: nameOf(organisationId), purpose })),
    })),
  };
}

async function own(services: Services, learner: Learner, id: string): Promise<ItemRow> {
  const ids = await aliasSet(services, learner.learnerId);
  const [row] = await services.db.as(learner.acting, (tx) => itemsOf(tx, ids, [Number(id)]));
  if (row === undefined) throw problem('evidence-not-found', 404, 'There is no such evidence of yours.');
  return row;
}

/** The content of an item of one's own. Throws `evidence-not-found` (404). */
export async function ownContent(services: Services, learner: Learner, id: string): Promise<EvidenceContent> {
  return contentOf(services, await own(services, learner, id));
}

export interface EvidenceContent {
  readonly title: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** What lies in the file of an item; a link has none (404 `evidence-not-found`). Scanned once more where a scanner is set up. The caller has asked whether who asks may see it. */
export async function contentOf(services: Services, row: ItemRow): Promise<EvidenceContent> {
  const { fileId, fileKey, keyId } = row;
  if (fileId === null || fileKey === null || keyId === null)
    throw problem('evidence-not-found', 404, 'There is no file here; open the link.');
  const content = await readStored(services, row.learnerId, { fileId, fileKey, keyId });
  await scanContent(services, content);
  return { title: row.title, mediaType: row.mediaType ?? 'application/octet-stream', content };
}

/**
 * Removes an item: its row at once, then its file, which the sweep takes if that is cut off. Throws `evidence-not-found` (404) and
 * `evidence-in-use` (409) while somebody has still to decide on what it was sent for.
 */
export async function dropItem(services: Services, learner: Learner, id: string): Promise<void> {
  const row = await own(services, learner, id);
  await services.db.as(learner.acting, async (tx) => {
    if (await isAwaited(tx, row.learnerId, row.itemId))
      throw problem('evidence-in-use', 409, 'Somebody has still to decide on what you sent them with this. Withdraw that first.');
    await removeItem(tx, row.learnerId, row.itemId);
  });
  if (row.fileId !== null) await removeStored(services, row.fileId);
}
