import { awardTitleOf } from '../award/title.ts';
import { type CatalogueSnapshot, loadSnapshot, nameOn } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { pageOf } from '../http/paging.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet, birthDateOf, learnerName } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { extendableTo } from './extend.ts';
import { disputeById } from './found.ts';
import { disputeEvents, type DisputeEventRow, type DisputeRow, disputesPage, type ListState } from './queries.ts';
import type { DisputeEventKind, DisputeStatus, DisputeSubject } from './reasons.ts';
import {
  appealedAwards,
  type AppealedAward,
  lineEvents,
  type LineEventRow,
  type LineRow,
  linesOf,
  recordedSince,
} from './subject-queries.ts';

export interface DisputeView {
  readonly id: string;
  readonly subject: DisputeSubject;
  readonly line: LineView | null;
  /** What should be on the record, and is not. */
  readonly missing: {
    readonly code: string;
    readonly name: string;
    readonly provider: string;
    readonly on: string | null;
  } | null;
  readonly award: {
    readonly id: string;
    readonly title: { readonly en: string; readonly mi: string };
    readonly status: string;
  } | null;
  readonly reason: string;
  readonly words: string;
  readonly status: DisputeStatus;
  readonly openedAt: string;
  readonly answerBy: string;
  /** Whether the day on which an answer was due has gone by without one. */
  readonly late: boolean;
  readonly waitsFor: 'provider' | 'steward' | null;
  readonly answerer: string | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly escalatedWhy: string | null;
  readonly statement: string | null;
  readonly statedAt: string | null;
}

export interface LineView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly provider: string;
  readonly date: string;
  readonly result: string;
  readonly mode: string;
  readonly status: string;
  /** The provider's own name for the result; for the provider and stewards. */
  readonly reference: string | null;
}

export interface DisputeDetail extends DisputeView {
  /** Whose result is missing, for the provider and stewards, who have no reference to find them by. */
  readonly learner: { readonly name: string; readonly dateOfBirth: string | null } | null;
  readonly extendableTo: string | null;
  readonly history: readonly {
    readonly kind: DisputeEventKind;
    readonly at: string;
    readonly by: 'learner' | 'provider' | 'steward' | 'rules';
    readonly words: string | null;
  }[];
  /** Every state of the line, oldest first; a correction since the dispute is marked. */
  readonly lineHistory: readonly {
    readonly kind: 'recorded' | 'corrected' | 'withdrawn';
    readonly at: string;
    readonly code: string;
    readonly date: string;
    readonly result: string;
    readonly mode: string;
    readonly status: string;
    readonly since: boolean;
  }[];
}

/** A page of the disputes that the actor may see. */
export async function listDisputes(
  services: Services,
  signedIn: SignedIn,
  {
    state,
    subject,
    after,
    limit,
  }: {
    readonly state: ListState;
    readonly subject: DisputeSubject | null;
    readonly after: readonly [string, number] | null;
    readonly limit: number;
  },
): Promise<{ readonly items: readonly DisputeView[]; readonly next: string | null }> {
  const catalogue = await loadSnapshot(services);
  return services.db.as(signedIn.acting, async (tx) => {
    const rows = await disputesPage(tx, state, subject, after, limit + 1);
    const view = await viewer(tx, services, signedIn, catalogue, rows);
    return pageOf(rows, limit, view, ({ answerBy, disputeId }) => [answerBy, disputeId]);
  });
}

/** One dispute with all that happened in it and to its line. */
export async function seeDispute(services: Services, signedIn: SignedIn, id: string): Promise<DisputeDetail> {
  const catalogue = await loadSnapshot(services);
  return services.db.as(signedIn.acting, async (tx) => {
    const dispute = await disputeById(tx, id);
    const view = await viewer(tx, services, signedIn, catalogue, [dispute]);
    const events = await disputeEvents(tx, dispute.learnerId, dispute.disputeId);
    const line = await eventsOf(tx, services, dispute);
    return {
      ...view(dispute),
      learner:
        dispute.missingOutcomeId === null || signedIn.kind === 'learner' ? null : await whoseOf(services, dispute.learnerId),
      extendableTo: extendableTo(services, dispute, events),
      history: events.map((event) => ({ kind: event.kind, at: event.at.toISOString(), by: byWhom(event), words: event.words })),
      lineHistory: line.map((event) => lineHistoryOf(catalogue, dispute, event)),
    };
  });
}

/** What happened to the line; of what was missing, what has been recorded since. */
async function eventsOf(tx: Tx, services: Services, dispute: DisputeRow): Promise<readonly LineEventRow[]> {
  if (dispute.achievementId !== null) return lineEvents(tx, dispute.learnerId, dispute.achievementId);
  if (dispute.missingOutcomeId === null) return [];
  return recordedSince(tx, await aliasSet(services, dispute.learnerId), dispute.missingOutcomeId, dispute.lineEvent ?? 0);
}

async function whoseOf(services: Services, learnerId: number): Promise<NonNullable<DisputeDetail['learner']>> {
  return { name: await learnerName(services, learnerId), dateOfBirth: await birthDateOf(services, learnerId) };
}

async function viewer(
  tx: Tx,
  services: Services,
  { kind }: SignedIn,
  catalogue: CatalogueSnapshot,
  rows: readonly DisputeRow[],
): Promise<(row: DisputeRow) => DisputeView> {
  const ofLines = rows.filter(({ achievementId }) => achievementId !== null);
  const lines = await linesOf(
    tx,
    ofLines.map(({ learnerId }) => learnerId),
    ofLines.map(({ achievementId }) => achievementId ?? 0),
  );
  const ofAwards = rows.filter(({ awardId }) => awardId !== null);
  // A provider has no appeals, and may not read awards.
  const awards =
    ofAwards.length === 0
      ? []
      : await appealedAwards(
          tx,
          ofAwards.map(({ learnerId }) => learnerId),
          ofAwards.map(({ awardId }) => awardId ?? 0),
        );
  const today = services.clock.today();
  return (row) => {
    const line = lines.find(({ achievementId }) => achievementId === row.achievementId);
    const award = awards.find(({ awardId }) => awardId === row.awardId);
    const answerer = row.answererId === null ? undefined : catalogue.organisationById(row.answererId);
    const waitsFor = row.status === 'open' ? 'provider' : row.status === 'escalated' ? 'steward' : null;
    return {
      id: String(row.disputeId),
      subject: row.subject,
      line: line === undefined ? null : lineView(catalogue, line, kind !== 'learner'),
      missing: missingView(catalogue, row),
      award: award === undefined ? null : awardView(award),
      reason: row.reason,
      words: row.words,
      status: row.status,
      openedAt: row.openedAt.toISOString(),
      answerBy: row.answerBy,
      late: waitsFor !== null && row.answerBy < today,
      waitsFor,
      answerer: answerer === undefined ? null : nameOn(answerer),
      answer: row.answer,
      answeredAt: row.answeredAt?.toISOString() ?? null,
      escalatedWhy: row.escalatedWhy,
      statement: row.statement,
      statedAt: row.statedAt?.toISOString() ?? null,
    };
  };
}

function lineView(catalogue: CatalogueSnapshot, line: LineRow, withReference: boolean): LineView {
  const outcome = catalogue.outcomeById(line.outcomeId);
  const provider = catalogue.organisationById(line.providerId);
  return {
    id: String(line.achievementId),
    code: outcome?.code ?? '',
    name: outcome?.name ?? '',
    provider: provider === undefined ? '' : nameOn(provider, line.date),
    date: line.date,
    result: line.result,
    mode: line.mode,
    status: line.status,
    reference: withReference ? line.reference : null,
  };
}

function missingView(catalogue: CatalogueSnapshot, row: DisputeRow): DisputeView['missing'] {
  if (row.missingOutcomeId === null) return null;
  const outcome = catalogue.outcomeById(row.missingOutcomeId);
  const provider = row.providerId === null ? undefined : catalogue.organisationById(row.providerId);
  return {
    code: outcome?.code ?? '',
    name: outcome?.name ?? '',
    provider: provider === undefined ? '' : nameOn(provider, row.missingOn ?? undefined),
    on: row.missingOn,
  };
}

function awardView({ publicId, status, ...award }: AppealedAward): NonNullable<DisputeView['award']> {
  return { id: publicId, title: awardTitleOf(award), status };
}

function lineHistoryOf(
  catalogue: CatalogueSnapshot,
  { lineEvent, missingOutcomeId }: DisputeRow,
  { eventId, kind, at, outcomeId, ...rest }: LineEventRow,
): DisputeDetail['lineHistory'][number] {
  const since = (kind !== 'recorded' || missingOutcomeId !== null) && eventId > (lineEvent ?? 0);
  return { kind, at: at.toISOString(), code: catalogue.outcomeById(outcomeId)?.code ?? '', ...rest, since };
}

const BY: Readonly<Record<DisputeEventKind, 'learner' | 'provider' | 'steward'>> = {
  opened: 'learner',
  corrected: 'provider',
  declined: 'provider',
  escalated: 'learner',
  returned: 'steward',
  upheld: 'steward',
  dismissed: 'steward',
  'taken-back': 'learner',
  stated: 'learner',
  'statement-removed': 'learner',
  extended: 'provider',
};

function byWhom({ kind, actor }: DisputeEventRow): 'learner' | 'provider' | 'steward' | 'rules' {
  return actor === 'rules' ? 'rules' : BY[kind];
}
