import { z } from 'zod';
import { pageOf, readCursor } from '../http/paging.ts';
import type { SignedIn } from '../http/route.ts';
import { learnerNames } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { openReviewOf, type ReviewRow, reviewsPage } from './link-queries.ts';
import { accountOf } from './own.ts';

interface Holder {
  readonly name: string;
  readonly email: string | null;
  /** The host of the issuer that this sign-in is with. */
  readonly issuer: string;
  readonly since: string;
}

export interface ReviewView {
  readonly id: string;
  readonly askedAt: string;
  readonly why: string;
  /** The name on the record that is asked for. */
  readonly record: string;
  readonly asks: Holder;
  /** Who holds the record now; null when nobody does. */
  readonly holds: Holder | null;
  /** The provider whose one-time code was shown; null when the issuer's claims named the record. */
  readonly codeFrom: string | null;
  readonly settledAt: string | null;
  readonly agreed: boolean | null;
}

/** A page of the reviews that wait for a steward (the oldest first), or that were settled (the newest first). */
export async function listReviews(
  services: Services,
  asked: { readonly settled: boolean; readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: ReviewView[]; next: string | null }> {
  const after = readCursor(asked.cursor, z.tuple([z.int()]))?.[0] ?? null;
  const rows = await services.db.asAccount((tx) => reviewsPage(tx, asked.settled, after, asked.limit + 1));
  const names = await learnerNames(
    services,
    rows.map((row) => row.learner_id),
  );
  const page = pageOf(
    rows,
    asked.limit,
    (row) => reviewView(row, names.get(row.learner_id) ?? ''),
    (row) => [row.id],
  );
  return { items: [...page.items], next: page.next };
}

function reviewView(row: ReviewRow, record: string): ReviewView {
  return {
    id: String(row.id),
    askedAt: row.asked_at.toISOString(),
    why: row.why,
    record,
    asks: holder(row.asks),
    holds: row.holds === null ? null : holder(row.holds),
    codeFrom: row.code_from,
    settledAt: row.settled_at?.toISOString() ?? null,
    agreed: row.agreed,
  };
}

function holder(given: Holder): Holder {
  const issuer = URL.canParse(given.issuer) ? new URL(given.issuer).host : given.issuer;
  return { ...given, issuer };
}

/** Where a signed-in person stands with their record: linked, waiting for a steward, or neither. */
export async function linkState(
  services: Services,
  signedIn: SignedIn,
): Promise<{ state: 'linked' | 'in-review' | 'none'; askedAt: string | null }> {
  const accountId = accountOf(signedIn);
  if (signedIn.learnerId !== null) return { state: 'linked', askedAt: null };
  const askedAt = await services.db.asAccount((tx) => openReviewOf(tx, accountId));
  return askedAt === null ? { state: 'none', askedAt: null } : { state: 'in-review', askedAt: askedAt.toISOString() };
}
