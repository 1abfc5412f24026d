import { z } from 'zod';
import { pageOf, readCursor } from '../http/paging.ts';
import type { SignedIn } from '../http/route.ts';
import { learnerNames } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { bankOr404 } from './banks.ts';
import { institutionsOf } from './institution-queries.ts';
import { type BankKind, creditsSeen, entriesSeen } from './queries.ts';
import type { entryPage, seenPage } from './schemas.ts';
import { briefly, partiesOf, sizeOf } from './view.ts';

interface Place {
  readonly framework: string;
  readonly bank: string;
}
interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * What the signed-in institution gave and what came to it. It is told the learner's name, as it needs to know whose credit it holds: the
 * learner brought it there, or the institution reported it of them. The reference is its own, so that of another is not shown.
 */
export async function seeCredits(
  services: Services,
  { acting, organisationId }: SignedIn,
  place: Place,
  { cursor, limit }: Page,
): Promise<z.input<typeof seenPage>> {
  const { framework, rule } = bankOr404(place.framework, place.bank);
  const after = readCursor(cursor, z.tuple([z.int()]));
  const { rows, institutions } = await services.db.as(acting, async (tx) => ({
    rows: await creditsSeen(tx, framework.id, rule.id, after?.[0] ?? null, limit + 1),
    institutions: await institutionsOf(tx, framework.id, rule.id),
  }));
  const names = await learnerNames(services, [...new Set(rows.map(({ learnerId }) => learnerId))]);
  const party = partiesOf(institutions);
  const on = services.clock.today();
  const page = pageOf(
    rows,
    limit,
    (row) => ({
      ...briefly(row, framework, on),
      reference: row.depositorId === organisationId ? row.reference : null,
      learner: names.get(row.learnerId) ?? '',
      givenBy: party(row.depositorId),
      at: row.at === null ? null : party(row.at),
    }),
    ({ cursor: place }) => [place],
  );
  return { items: [...page.items], next: page.next };
}

/** Deposits by the signed-in institution, transfers to it and redemptions at it, the newest first. */
export async function seeEntries(
  services: Services,
  { acting }: SignedIn,
  place: Place,
  kind: BankKind | undefined,
  { cursor, limit }: Page,
): Promise<z.input<typeof entryPage>> {
  const { framework, rule } = bankOr404(place.framework, place.bank);
  const after = readCursor(cursor, z.tuple([z.int()]));
  const kinds: readonly BankKind[] = kind === undefined ? ['deposit', 'transfer', 'redeem'] : [kind];
  const { rows, institutions } = await services.db.as(acting, async (tx) => ({
    rows: await entriesSeen(tx, framework.id, rule.id, kinds, after?.[0] ?? null, limit + 1),
    institutions: await institutionsOf(tx, framework.id, rule.id),
  }));
  const names = await learnerNames(services, [...new Set(rows.map(({ learnerId }) => learnerId))]);
  const party = partiesOf(institutions);
  const page = pageOf(
    rows,
    limit,
    (row) => {
      const from = row.kind === 'transfer' ? (row.credits[0]?.from ?? null) : null;
      return {
        id: String(row.eventId),
        kind: row.kind,
        on: row.onDay,
        learner: names.get(row.learnerId) ?? '',
        from: from === null ? null : party(from),
        award: row.award,
        size: sizeOf(row.minutes, framework),
        titles: [...row.titles],
      };
    },
    ({ eventId }) => [eventId],
  );
  return { items: [...page.items], next: page.next };
}
