import { SERVICE_POLICY } from '../dispute/policy.ts';
import { criteriaOf, needsSecond } from '@recognition/recognition/prior-learning';
import { readOutcomesNamed } from '../catalogue/queries.ts';
import { type CatalogueSnapshot, loadSnapshot, nameOn } from '../catalogue/snapshot.ts';
import { itemsOf, type ItemRow } from '../evidence/queries.ts';
import { itemView } from '../evidence/portfolio.ts';
import { pageOf } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import { aliasSet, learnerName, learnerNames } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { type Assessor, reading } from './assessor.ts';
import type { Learner } from './draft.ts';
import {
  applicationEvents,
  type ApplicationRow,
  applicationsTo,
  askedIn,
  type AskedRow,
  findApplication,
  ownApplications,
  type Pile,
  type RplEventRow,
} from './queries.ts';
import { type EventKind, STEPS } from './steps.ts';
import { outcomeFacts } from './story.ts';

type Catalogue = CatalogueSnapshot;

function summary(catalogue: Catalogue, row: ApplicationRow, asked: readonly AskedRow[]) {
  const provider = row.providerId === null ? undefined : catalogue.organisationById(row.providerId);
  const own = asked.filter(({ applicationId }) => applicationId === row.applicationId);
  return {
    id: String(row.applicationId),
    status: row.status,
    provider: provider === undefined ? null : { id: provider.public_id, name: nameOn(provider) },
    startedAt: row.startedAt.toISOString(),
    appliedAt: row.appliedAt?.toISOString() ?? null,
    decidedOn: row.decidedOn,
    consent: row.consentedAt === null ? ('none' as const) : row.consentEndedAt === null ? ('given' as const) : ('ended' as const),
    outcomes: own.map(({ outcomeId, decision }) => ({
      ...outcomeFacts(catalogue, outcomeId),
      decision: isShown(row) ? decision : null,
    })),
    appealed: own.some(({ disputeId, reviewedBy }) => disputeId !== null && reviewedBy === null),
  };
}

/** What an assessor proposed is the learner's to see once it is decided. */
function isShown({ status }: ApplicationRow): boolean {
  return status === 'decided' || status === 'recorded';
}

/** Every application of the learner, the newest first. */
export async function listOwn(services: Services, learner: Learner) {
  const catalogue = await loadSnapshot(services);
  return services.db.as(learner.acting, async (tx) => {
    const rows = await ownApplications(tx);
    const asked = await askedIn(tx, learnersOf(rows), idsOf(rows));
    return { items: rows.map((row) => summary(catalogue, row, asked)) };
  });
}

const learnersOf = (rows: readonly ApplicationRow[]): number[] => [...new Set(rows.map(({ learnerId }) => learnerId))];
const idsOf = (rows: readonly ApplicationRow[]): number[] => rows.map(({ applicationId }) => applicationId);

/** One application as its learner sees it. Throws `rpl-not-found` (404). */
export async function seeOwn(services: Services, learner: Learner, id: string) {
  const catalogue = await loadSnapshot(services);
  const ids = await aliasSet(services, learner.learnerId);
  const found = await services.db.as(learner.acting, async (tx) => {
    const row = await findApplication(tx, Number(id));
    if (row === null) throw problem('rpl-not-found', 404, 'There is no such application.');
    const asked = await askedIn(tx, [row.learnerId], [row.applicationId]);
    const items = await itemsOf(
      tx,
      ids,
      asked.flatMap(({ evidence }) => evidence.map(({ item }) => Number(item))),
    );
    return { row, asked, items, events: await applicationEvents(tx, row.learnerId, row.applicationId) };
  });
  const { row, asked, items, events } = found;
  return {
    ...summary(catalogue, row, asked),
    story: row.story,
    asked: asked.map((one) => ({
      ...outcomeFacts(catalogue, one.outcomeId),
      words: one.words,
      evidence: evidenceOf(one, items),
      ...(isShown(row) ? decisionOf(one) : { decision: null, result: null, reason: null, rubric: [] }),
      recordedOn: one.recordedOn,
      dispute: one.disputeId === null ? null : String(one.disputeId),
      reviewed: one.reviewedBy !== null,
    })),
    // What assessors settle among themselves is not said before it is decided.
    history: events.filter(({ kind }) => isShown(row) || (kind !== 'assessed' && kind !== 'returned')).map(eventView),
  };
}

function decisionOf({ decision, result, reason, rubric }: AskedRow) {
  return { decision, result, reason, rubric: [...rubric] };
}

/** The evidence that was shown, with what of it is still there. */
function evidenceOf({ evidence }: AskedRow, items: readonly ItemRow[]) {
  return evidence.map(({ item, kind, title, proof }) => {
    const row = items.find(({ itemId }) => String(itemId) === item);
    const now = row === undefined ? null : itemView(row);
    return {
      item,
      kind,
      title,
      proof,
      gone: row === undefined,
      url: now?.url ?? null,
      mediaType: now?.mediaType ?? null,
      issuer: now?.issuer ?? null,
      verification: now?.verification?.answer ?? null,
    };
  });
}

function eventView({ kind, at, words }: RplEventRow) {
  return { kind, at: at.toISOString(), by: byOf(kind), words };
}

function byOf(kind: EventKind): 'learner' | 'provider' {
  return STEPS[kind].by;
}

/** A page of what was sent to a provider, with whose it is while the consent stands. */
export async function listSent(
  services: Services,
  by: Assessor,
  { pile, after, limit }: { readonly pile: Pile; readonly after: number | null; readonly limit: number },
) {
  const catalogue = await loadSnapshot(services);
  const own = by.acting === 'operator' ? [by.organisationId] : null;
  const { rows, asked } = await reading(services, by, async (tx) => {
    const page = await applicationsTo(tx, own, pile, after, limit + 1);
    return { rows: page, asked: await askedIn(tx, learnersOf(page), idsOf(page)) };
  });
  const open = rows.filter(({ consentEndedAt }) => consentEndedAt === null);
  const names = await learnerNames(services, learnersOf(open));
  return pageOf(
    rows,
    limit,
    (row) => ({
      ...summary(catalogue, row, asked),
      outcomes: asked
        .filter(({ applicationId }) => applicationId === row.applicationId)
        .map(({ outcomeId, decision }) => ({ ...outcomeFacts(catalogue, outcomeId), decision })),
      learner: row.consentEndedAt === null ? (names.get(row.learnerId) ?? '') : null,
      /** Whether this assessor may not be the second person. */
      assessedByYou: asked.some(
        ({ applicationId, assessedBy }) => applicationId === row.applicationId && assessedBy === by.accountId,
      ),
    }),
    ({ applicationId }) => [applicationId],
  );
}

/** One application as an assessor sees it; `shown.ts` has written the reading down. Without consent story and evidence are not in it. */
export async function sentView(
  services: Services,
  by: Assessor,
  row: ApplicationRow,
  asked: readonly AskedRow[],
  items: readonly ItemRow[],
  events: readonly RplEventRow[],
) {
  const catalogue = await loadSnapshot(services);
  const publicIds = asked.flatMap(({ outcomeId }) => catalogue.outcomeById(outcomeId)?.public_id ?? []);
  const definitions = await services.db.asBatch((tx) => readOutcomesNamed(tx, [], publicIds));
  const consented = row.consentEndedAt === null;
  const credits = asked.reduce((sum, { outcomeId }) => sum + (catalogue.outcomeById(outcomeId)?.credits ?? 0), 0);
  return {
    ...summary(catalogue, row, asked),
    learner: consented ? await learnerName(services, row.learnerId) : null,
    story: consented ? row.story : null,
    secondNeeded: needsSecond(credits, SERVICE_POLICY.parameters.rplSecondAssessor.value),
    assessedByYou: asked.some(({ assessedBy }) => assessedBy === by.accountId),
    confirmedByYou: asked.some(({ confirmedBy }) => confirmedBy === by.accountId),
    asked: asked.map((one) => {
      const definition = definitions.find(({ outcomeId }) => outcomeId === one.outcomeId);
      return {
        ...outcomeFacts(catalogue, one.outcomeId),
        words: consented ? one.words : '',
        evidence: consented ? evidenceOf(one, items) : [],
        ...decisionOf(one),
        recordedOn: one.recordedOn,
        dispute: one.disputeId === null ? null : String(one.disputeId),
        reviewed: one.reviewedBy !== null,
        criteria: definition === undefined ? [] : [...criteriaOf(definition)],
        grades: [
          'achieved',
          ...(definition?.gradesAvailable ?? []).filter((grade) => grade === 'merit' || grade === 'excellence'),
        ],
      };
    }),
    history: events.map((event) => ({
      ...eventView(event),
      words: consented || byOf(event.kind) === 'provider' ? event.words : null,
    })),
  };
}
