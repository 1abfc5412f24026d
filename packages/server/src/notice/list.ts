import { longDate } from '@recognition/web/language';
import { z } from 'zod';
import { pageOf, readCursor } from '../http/paging.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { countUnseen, markSeen, type NoticeRow, noticesOf } from './queries.ts';
import { type NoticeData, wordsOf } from './words.ts';

type Learner = SignedIn & { readonly learnerId: number };

const words = z.object({ en: z.string(), mi: z.string() });
const dataShape: z.ZodType<NoticeData> = z.record(z.string(), z.union([z.string(), z.number(), words])).catch({});

export interface NoticeView {
  readonly id: string;
  readonly code: string;
  readonly text: { readonly en: string; readonly mi: string };
  readonly href: string | null;
  readonly at: string;
  readonly seen: boolean;
}

/** A page of what the learner was told, the newest first, and how many are unseen (99 at most are counted one by one). */
export async function listNotices(
  services: Services,
  learner: Learner,
  asked: { readonly cursor?: string | undefined; readonly limit: number; readonly unseen: boolean },
): Promise<{ items: NoticeView[]; next: string | null; unseen: number }> {
  const before = readCursor(asked.cursor, z.tuple([z.int()]));
  const learnerIds = await aliasSet(services, learner.learnerId);
  return services.db.as(learner.acting, async (tx) => {
    const rows = await noticesOf(tx, learnerIds, {
      before: before?.[0] ?? null,
      unseen: asked.unseen,
      limit: asked.limit + 1,
    });
    const page = pageOf(rows, asked.limit, noticeView, (row) => [row.id]);
    return { items: [...page.items], next: page.next, unseen: await countUnseen(tx, learnerIds) };
  });
}

/** Marks notices as seen: these, or all. Answers how many are unseen still. Another's notice is not touched and not told of. */
export async function seeNotices(
  services: Services,
  learner: Learner,
  ids: readonly string[] | null,
): Promise<{ unseen: number }> {
  const learnerIds = await aliasSet(services, learner.learnerId);
  return services.db.as(learner.acting, async (tx) => {
    await markSeen(tx, learnerIds, ids === null ? null : ids.map(Number), services.clock.now());
    return { unseen: await countUnseen(tx, learnerIds) };
  });
}

function noticeView(row: NoticeRow): NoticeView {
  const { text, href } = wordsOf(row.code, dataShape.parse(row.data), { date: longDate });
  return { id: String(row.id), code: row.code, text, href, at: row.at.toISOString(), seen: row.seenAt !== null };
}
