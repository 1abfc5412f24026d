import { isShowable } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { readOwnRecord } from '../record/read-record.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Services } from '../services.ts';
import { writeLog } from './log-queries.ts';
import { findShare, insertLink, insertShare, nextId, setWithdrawn, type ShareRow, updateShare } from './queries.ts';
import type { ShareField } from './schemas.ts';
import { keep, newToken } from './secret.ts';

type Learner = SignedIn & { readonly learnerId: number };

/** What a learner settles when a link is made or changed. */
export interface ShareTerms {
  readonly achievements: readonly string[];
  readonly awards: readonly string[];
  readonly fields: readonly ShareField[];
  /** Whether the outcomes behind the skills are shown. */
  readonly outcomesShown: boolean;
  /** Skills that are left out, by address. */
  readonly skillsLeftOut: readonly string[];
  readonly audience: string;
  readonly purpose: string;
  readonly expiresOn: string;
}

/** How long after it was withdrawn a link may be taken back, in minutes. */
export const UNDO_MINUTES = 10;
const LONGEST_DAYS = 731;

/** Makes a share and its first link, which is answered once and kept as a keyed hash. */
export async function makeShare(
  services: Services,
  learner: Learner,
  terms: ShareTerms & { readonly pin: string | null },
): Promise<{ id: string; link: string }> {
  await checkTerms(services, learner, terms, null);
  const token = newToken();
  const at = services.clock.now();
  const shareId = await services.db.as(learner.acting, async (tx) => {
    const id = await nextId(tx, learner.learnerId);
    const pin = terms.pin === null ? null : keep(services.keys, pinOf(id), terms.pin);
    const { learnerId, actor } = learner;
    await insertShare(tx, { ...tidy(terms), learnerId, shareId: id, pin, at, actor });
    await insertLink(tx, learnerId, id, keep(services.keys, 'token', token), at);
    await writeLog(tx, { learnerId, about: 'share', aboutId: id, kind: 'made', at, actor });
    return id;
  });
  return { id: String(shareId), link: linkOf(services, token) };
}

/** Changes a share that stands. Throws `share-changed` (409) when another window has changed it since, `share-not-open` (409). */
export async function changeShare(
  services: Services,
  learner: Learner,
  id: string,
  terms: ShareTerms & { readonly pin?: string | null | undefined; readonly revision: number },
): Promise<string> {
  const before = await services.db.as(learner.acting, (tx) => own(tx, id, false));
  await checkTerms(services, learner, terms, before);
  return services.db.as(learner.acting, async (tx) => {
    const row = await own(tx, id, true);
    if (row.withdrawnAt !== null) throw problem('share-not-open', 409, 'This link was withdrawn. Make a new one.');
    if (row.revision !== terms.revision)
      throw problem('share-changed', 409, 'This link was changed in another window. Look at it as it is now, then change it.');
    const pin = typeof terms.pin === 'string' ? keep(services.keys, pinOf(row.shareId), terms.pin) : terms.pin;
    const at = services.clock.now();
    await updateShare(tx, row, tidy(terms), pin, at);
    await writeLog(tx, {
      learnerId: row.learnerId,
      about: 'share',
      aboutId: row.shareId,
      kind: 'changed',
      at,
      actor: learner.actor,
    });
    return id;
  });
}

/** Makes a new link for a share: the one before opens nothing any more. */
export async function renewLink(services: Services, learner: Learner, id: string): Promise<{ id: string; link: string }> {
  const token = newToken();
  const at = services.clock.now();
  await services.db.as(learner.acting, async (tx) => {
    const row = await own(tx, id, true);
    if (row.withdrawnAt !== null) throw problem('share-not-open', 409, 'This link was withdrawn. Make a new one.');
    await insertLink(tx, row.learnerId, row.shareId, keep(services.keys, 'token', token), at);
    await writeLog(tx, {
      learnerId: row.learnerId,
      about: 'share',
      aboutId: row.shareId,
      kind: 'link-made',
      at,
      actor: learner.actor,
    });
  });
  return { id, link: linkOf(services, token) };
}

/** Ends a share at once. Withdrawing it again changes nothing. */
export async function withdrawShare(services: Services, learner: Learner, id: string): Promise<string> {
  const at = services.clock.now();
  await services.db.as(learner.acting, async (tx) => {
    const row = await own(tx, id, true);
    if (row.withdrawnAt !== null) return;
    await setWithdrawn(tx, row, at);
    await writeLog(tx, {
      learnerId: row.learnerId,
      about: 'share',
      aboutId: row.shareId,
      kind: 'withdrawn',
      at,
      actor: learner.actor,
    });
  });
  return id;
}

/** Takes a withdrawal back, within minutes of it. Throws `share-not-restorable` (409). */
export async function restoreShare(services: Services, learner: Learner, id: string): Promise<string> {
  const at = services.clock.now();
  await services.db.as(learner.acting, async (tx) => {
    const row = await own(tx, id, true);
    if (row.withdrawnAt === null) return;
    if (!isRestorable(row, at))
      throw problem('share-not-restorable', 409, 'This link was withdrawn too long ago. Make a new one.');
    await setWithdrawn(tx, row, null);
    await writeLog(tx, {
      learnerId: row.learnerId,
      about: 'share',
      aboutId: row.shareId,
      kind: 'restored',
      at,
      actor: learner.actor,
    });
  });
  return id;
}

export function isRestorable(row: Pick<ShareRow, 'withdrawnAt'>, at: Date): boolean {
  return row.withdrawnAt !== null && at.getTime() - row.withdrawnAt.getTime() <= UNDO_MINUTES * 60_000;
}

/** What a PIN's hash is bound to: the same PIN of another share hashes differently. */
export function pinOf(shareId: number): string {
  return `pin of ${shareId}`;
}

async function own(tx: Tx, id: string, lock: boolean): Promise<ShareRow> {
  const row = await findShare(tx, id, lock);
  if (row === null) throw problem('share-not-found', 404, 'There is no such link.');
  return row;
}

function linkOf(services: Services, token: string): string {
  return `${services.settings.url}/s/${token}`;
}

function tidy(terms: ShareTerms): ShareTerms {
  return {
    ...terms,
    achievements: [...new Set(terms.achievements)],
    awards: [...new Set(terms.awards)],
    fields: [...new Set(terms.fields)],
    skillsLeftOut: [...new Set(terms.skillsLeftOut)],
  };
}

/** Something is chosen, all of it is the learner's own and stands (or was chosen before), and the last day is one of the next two years. */
async function checkTerms(services: Services, learner: Learner, terms: ShareTerms, before: ShareRow | null): Promise<void> {
  const today = services.clock.today();
  if (terms.achievements.length + terms.awards.length === 0)
    throw problem('share-empty', 422, 'Choose at least one outcome or award.');
  const days = (Date.parse(terms.expiresOn) - Date.parse(today)) / 86_400_000;
  if (days < 0 || days > LONGEST_DAYS)
    throw problem('share-date', 422, 'The last day is today at the earliest, and within two years.');
  const catalogue = await loadSnapshot(services);
  const { record, awards } = await readOwnRecord(services, learner.acting, catalogue, today);
  const mine = new Set([
    ...record.achievements.filter(isShowable).map(({ id }) => id),
    ...awards.map(({ id }) => id),
    ...(before?.achievements ?? []),
    ...(before?.awards ?? []),
  ]);
  if ([...terms.achievements, ...terms.awards].some((id) => !mine.has(id)))
    throw problem('share-not-yours', 422, 'Only achieved results and awards of your own record can be shared.');
}
