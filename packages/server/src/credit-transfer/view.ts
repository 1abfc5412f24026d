import { type CatalogueSnapshot, loadSnapshot, nameOn } from '../catalogue/snapshot.ts';
import { contentOf, type EvidenceContent } from '../evidence/portfolio.ts';
import { itemsOf } from '../evidence/queries.ts';
import { pageOf } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import { aliasSet, learnerName } from '../identity/index.ts';
import type { Reporting } from '../reporting/reporter.ts';
import type { Services } from '../services.ts';
import { writeAccess, writeLog } from '../sharing/log-queries.ts';
import type { Learner } from './ask.ts';
import { requestTo } from './decide.ts';
import { ownTransfers, type SourceRow, sourcesOf, transfersTo, type TransferRow } from './queries.ts';

/** What stands in the learner's list of who looked; pages say it in words. */
const PURPOSE = 'crt';

function viewOf(catalogue: CatalogueSnapshot, row: TransferRow, sources: readonly SourceRow[]) {
  const outcome = catalogue.outcomeById(row.outcomeId);
  const provider = catalogue.organisationById(row.providerId);
  const source = sources.find(({ achievementId }) => achievementId === row.sourceId);
  return {
    id: String(row.requestId),
    status: row.status,
    from: {
      result: source === undefined ? null : resultOf(catalogue, source),
      award:
        row.award === null || row.issuer === null
          ? null
          : { name: row.award, issuer: row.issuer, evidence: row.itemId === null ? null : String(row.itemId) },
    },
    firstOn: row.firstOn,
    outcome: {
      id: outcome?.public_id ?? '',
      code: outcome?.code ?? '',
      name: outcome?.name ?? '',
      credits: outcome?.credits ?? 0,
    },
    provider: { id: provider?.public_id ?? '', name: provider === undefined ? '' : nameOn(provider) },
    agreement: row.agreement,
    words: row.words,
    askedAt: row.askedAt.toISOString(),
    answer: row.answer,
    decidedOn: row.decidedOn,
  };
}

function resultOf(catalogue: CatalogueSnapshot, { achievementId, outcomeId, providerId }: SourceRow) {
  const outcome = catalogue.outcomeById(outcomeId);
  const provider = catalogue.organisationById(providerId);
  return {
    id: String(achievementId),
    code: outcome?.code ?? '',
    name: outcome?.name ?? '',
    provider: provider === undefined ? '' : nameOn(provider),
  };
}

/** Every transfer that the learner asked for, the newest first. */
export async function listOwn(services: Services, learner: Learner) {
  const catalogue = await loadSnapshot(services);
  const ids = await aliasSet(services, learner.learnerId);
  return services.db.as(learner.acting, async (tx) => {
    const rows = await ownTransfers(tx);
    const sources = await sourcesOf(
      tx,
      ids,
      rows.flatMap(({ sourceId }) => sourceId ?? []),
    );
    return { items: rows.map((row) => viewOf(catalogue, row, sources)) };
  });
}

/** A page of what a provider was asked. Whose each is, is said when it is opened, and that is written down. */
export async function listSent(
  services: Services,
  by: Reporting,
  { waiting, after, limit }: { readonly waiting: boolean; readonly after: number | null; readonly limit: number },
) {
  const catalogue = await loadSnapshot(services);
  const rows = await services.db.as(by.acting, (tx) => transfersTo(tx, waiting, after, limit + 1));
  const sources = await services.db.asBatch((tx) => sourcesFor(tx, services, rows));
  return pageOf(
    rows,
    limit,
    (row) => viewOf(catalogue, row, sources),
    ({ requestId }) => [requestId],
  );
}

async function sourcesFor(
  tx: Parameters<typeof sourcesOf>[0],
  services: Services,
  rows: readonly TransferRow[],
): Promise<readonly SourceRow[]> {
  const all: SourceRow[] = [];
  for (const [learnerId, own] of Map.groupBy(rows, (row) => row.learnerId)) {
    const wanted = own.flatMap(({ sourceId }) => sourceId ?? []);
    if (wanted.length > 0) all.push(...(await sourcesOf(tx, await aliasSet(services, learnerId), wanted)));
  }
  return all;
}

/** One request with whose it is; the reading is written down first. Throws `transfer-not-found` (404). */
export async function readSent(services: Services, by: Reporting, id: string) {
  const row = await requestTo(services, by, id);
  const catalogue = await loadSnapshot(services);
  const { learnerId, requestId } = row;
  const sources = await services.db.asBatch(async (tx) => {
    const line = { learnerId, at: services.clock.now(), actor: by.actor, organisationId: by.organisationId };
    await writeLog(tx, { ...line, about: 'transfer', aboutId: requestId, kind: 'read' });
    await writeAccess(tx, { ...line, purpose: PURPOSE, what: `transfer:${requestId}` });
    return sourcesFor(tx, services, [row]);
  });
  return { ...viewOf(catalogue, row, sources), learner: await learnerName(services, learnerId) };
}

/** The evidence of an award of another place, while the request waits; written down first. Throws `evidence-not-found` (404). */
export async function readSentFile(services: Services, by: Reporting, id: string): Promise<EvidenceContent> {
  const { learnerId, itemId, status } = await requestTo(services, by, id);
  const item = await services.db.asBatch(async (tx) => {
    const [found] = itemId === null || status !== 'asked' ? [] : await itemsOf(tx, await aliasSet(services, learnerId), [itemId]);
    if (found === undefined) throw problem('evidence-not-found', 404, 'There is no evidence here any more.');
    const line = { learnerId, at: services.clock.now(), actor: by.actor, organisationId: by.organisationId };
    await writeAccess(tx, { ...line, purpose: PURPOSE, what: `evidence:${found.itemId}` });
    return found;
  });
  return contentOf(services, item);
}
