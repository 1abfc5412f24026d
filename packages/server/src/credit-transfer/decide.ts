import { lockLearner } from '../award/queries.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import { mayReportFor } from '../record/catalogue-index.ts';
import { loadCatalogueIndex } from '../record/load-catalogue.ts';
import { isRejectCode, REJECT_CODES } from '../record/reject-codes.ts';
import { checkKnownResult, lineagesHeld, reportKnown } from '../record/report-known.ts';
import type { Reporting } from '../reporting/reporter.ts';
import type { Services } from '../services.ts';
import { knownOf, newEvent } from './ask.ts';
import { endTransfer, findTransfer, sourcesOf, type TransferRow } from './queries.ts';

export type Registrar = Reporting & { readonly accountId: number };

/** The request as far as the registrar may see it. Throws `transfer-not-found` (404). */
export async function requestTo(services: Services, by: Reporting, id: string): Promise<TransferRow> {
  const row = await services.db.as(by.acting, (tx) => findTransfer(tx, Number(id)));
  if (row === null || !mayReportFor(await loadCatalogueIndex(services), by.organisationId, row.providerId))
    throw problem('transfer-not-found', 404, 'There is no such transfer.');
  return row;
}

/**
 * Decides a transfer. Where an agreement covers it no words are needed; else the registrar says what was compared (422 `comparison-needed`).
 * What is accepted is recorded in the same transaction, with the first date and the result that it stands on. Throws `transfer-not-found`
 * (404), `transfer-settled`, `transfer-source`, `already-held`, `transfer-not-recordable` (409).
 */
export async function decideTransfer(
  services: Services,
  by: Registrar,
  id: string,
  { decision, words }: { readonly decision: 'accepted' | 'declined'; readonly words: string },
): Promise<{ readonly id: string }> {
  await requestTo(services, by, id);
  const catalogue = await loadSnapshot(services);
  return services.db.asBatch(async (tx) => {
    const row = await findTransfer(tx, Number(id), true);
    if (row === null || row.status !== 'asked') throw problem('transfer-settled', 409, 'This transfer has been settled already.');
    if (words === '' && (decision === 'declined' || row.agreement === null))
      throw problem('comparison-needed', 422, 'No agreement covers this: say what you compared and what you found.');
    const { learnerId, requestId } = row;
    const today = services.clock.today();
    const detail = { agreement: row.agreement };
    const event = newEvent(services, { learnerId, requestId, kind: decision, actor: by.actor, words, detail });
    if (!(await endTransfer(tx, event, { answer: words, by: by.accountId, on: today })))
      throw problem('transfer-settled', 409, 'This transfer has been settled already.');
    if (decision === 'accepted') {
      // Two decisions of one learner follow each other: neither grants what the other has just granted.
      const ids = await aliasSet(services, learnerId);
      await lockLearner(tx, ids);
      const lineage = catalogue.outcomeById(row.outcomeId)?.lineage ?? '';
      if ((await lineagesHeld(services, tx, learnerId)).has(lineage))
        throw problem('already-held', 409, 'The learner has passed this meanwhile: nothing is counted twice.');
      const [source] = row.sourceId === null ? [] : await sourcesOf(tx, ids, [row.sourceId]);
      if (row.sourceId !== null && (source?.status !== 'confirmed' || source.result === 'not-achieved'))
        throw problem('transfer-source', 409, 'The result that this stands on was withdrawn or corrected since.');
      const original = source === undefined ? null : (catalogue.organisationById(source.providerId)?.public_id ?? null);
      const checked = await checkKnownResult(services, learnerId, by.organisationId, knownOf(catalogue, row, today, original));
      if (typeof checked === 'string') throw problem('transfer-not-recordable', 409, REJECT_CODES[checked].message.en);
      const reporter = { actor: by.actor, organisationId: by.organisationId, name: `CRT ${requestId}` };
      for (const answer of await reportKnown(services, tx, reporter, learnerId, [checked]))
        if (isRejectCode(answer)) throw problem('transfer-not-recordable', 409, REJECT_CODES[answer].message.en);
    }
    const organisation = catalogue.toRecordOrganisation(row.providerId).name;
    await tell(tx, { learnerId, code: 'transfer-decided', data: { organisation } });
    return { id };
  });
}
