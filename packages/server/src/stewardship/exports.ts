import type { Readable } from 'node:stream';
import { type AwardSearch, awardsPage } from '../award/queries.ts';
import type { CatalogueSnapshot } from '../catalogue/snapshot.ts';
import { listDisputes } from '../dispute/view.ts';
import { readCursor } from '../http/paging.ts';
import type { SignedIn } from '../http/route.ts';
import { searchOrganisations } from '../organisation/queries.ts';
import { z } from 'zod';
import type { Services } from '../services.ts';
import { type CsvRow, csvStream, onePage, pagesOf } from './csv.ts';
import { importsPage } from './import-queries.ts';
import { importView } from './import-view.ts';
import { numbersOf } from './numbers.ts';
import type { Period } from './numbers-queries.ts';

/** Every organisation with its names and what it may assess. */
export function organisationsCsv(services: Services, { acting }: SignedIn): Readable {
  return csvStream(
    ['id', 'name', 'kind', 'provider_number', 'opened', 'closed', 'successor', 'former_names', 'accreditations'],
    pagesOf(
      (after: string | null, limit) => services.db.as(acting, (tx) => searchOrganisations(tx, [], null, after ?? '', limit)),
      ({ id }) => id,
      (row) => [
        row.id,
        row.name,
        row.kind,
        row.providerNumber,
        row.opened,
        row.closed,
        row.successor,
        row.names
          .slice(0, -1)
          .map(({ name }) => name)
          .join('; '),
        row.accreditations.map(({ from, to, scope }) => `${from}/${to ?? ''}: ${scope.map(scopeText).join(' ')}`).join('; '),
      ],
    ),
  );
}

function scopeText(
  scope: { readonly kind: string; readonly maxLevel?: number | undefined } & Readonly<Record<string, unknown>>,
): string {
  const { kind, maxLevel, ...rest } = scope;
  const what = Object.values(rest).filter((value) => typeof value === 'string');
  return [kind, ...what, ...(maxLevel === undefined ? [] : [`to ${maxLevel}`])].join(' ');
}

/** The awards that are looked for. No name and no number of a person. */
export function awardsCsv(services: Services, { acting }: SignedIn, search: AwardSearch): Readable {
  return csvStream(
    ['id', 'award', 'major', 'credits', 'from', 'to', 'issued', 'status', 'reason', 'policy', 'version', 'supersedes'],
    pagesOf(
      (before: number | null, limit) => services.db.as(acting, (tx) => awardsPage(tx, search, before, limit)),
      ({ awardId }) => awardId,
      (row) => [
        row.publicId,
        row.award,
        row.major,
        row.credits,
        row.from,
        row.to,
        row.issuedOn,
        row.status,
        row.reason,
        `${row.policyId}@${row.policyVersion}`,
        row.version,
        row.supersedes,
      ],
    ),
  );
}

/** Imports as they are listed. */
export function importsCsv(
  services: Services,
  catalogue: CatalogueSnapshot,
  { acting }: SignedIn,
  search: { readonly provider: string | null; readonly id: string | null },
): Readable {
  return csvStream(
    ['id', 'provider', 'started', 'ended', 'recorded', 'corrected', 'withdrawn', 'rejected', 'withdrawal_asked'],
    pagesOf(
      (before: number | null, limit) => services.db.as(acting, (tx) => importsPage(tx, search, before, limit)),
      ({ batchId }) => batchId,
      (row) => Object.values(importView(catalogue, row)),
    ),
  );
}

const place = z.tuple([z.iso.date(), z.int()]);

/** Every dispute that the actor may see. */
export function disputesCsv(services: Services, signedIn: SignedIn): Readable {
  async function* pages(): AsyncGenerator<readonly CsvRow[]> {
    let after: readonly [string, number] | null = null;
    do {
      const page = await listDisputes(services, signedIn, { state: 'all', subject: null, after, limit: 200 });
      yield page.items.map((row) => [
        row.id,
        row.subject,
        row.line?.code ?? row.missing?.code ?? row.award?.id ?? null,
        row.line?.provider ?? row.missing?.provider ?? null,
        row.reason,
        row.status,
        row.openedAt,
        row.answerBy,
        row.late,
        row.answerer,
        row.answeredAt,
        row.escalatedWhy,
        row.statement !== null,
      ]);
      after = page.next === null ? null : readCursor(page.next, place);
    } while (after !== null);
  }
  return csvStream(
    [
      'id',
      'subject',
      'outcome_or_award',
      'provider',
      'reason',
      'status',
      'opened',
      'answer_by',
      'late',
      'answerer',
      'answered',
      'escalated_why',
      'statement',
    ],
    pages(),
  );
}

export const NUMBER_TABLES = ['days', 'awards-by-field', 'awards-by-policy', 'rejects-by-reason', 'rejects-by-provider'] as const;
export type NumberTable = (typeof NUMBER_TABLES)[number];

/** One table of the numbers; a count that is withheld says so. */
export async function numbersCsv(services: Services, signedIn: SignedIn, table: NumberTable, period: Period): Promise<Readable> {
  const numbers = await numbersOf(services, signedIn, period);
  const shown = (count: number | null): string | number => count ?? `under ${numbers.smallest}`;
  if (table === 'days')
    return csvStream(
      ['day', 'recorded', 'corrected', 'withdrawn', 'rejected'],
      onePage(numbers.days.map((row) => [row.day, ...[row.recorded, row.corrected, row.withdrawn, row.rejected].map(shown)])),
    );
  if (table === 'awards-by-field' || table === 'awards-by-policy') {
    const cells = table === 'awards-by-field' ? numbers.awardsByField : numbers.awardsByPolicy;
    return csvStream(['key', 'count'], onePage(cells.map(({ key, count }) => [key, shown(count)])));
  }
  const cells = table === 'rejects-by-reason' ? numbers.rejectsByReason : numbers.rejectsByProvider;
  return csvStream(['key', 'name', 'count'], onePage(cells.map(({ key, name, count }) => [key, name?.en ?? null, shown(count)])));
}
