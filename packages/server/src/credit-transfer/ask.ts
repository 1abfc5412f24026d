import { covering, type Wish } from '@recognition/recognition/prior-learning';
import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { itemsOf } from '../evidence/queries.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import { leafOf } from '../log/leaf.ts';
import { REJECT_CODES } from '../record/reject-codes.ts';
import { checkKnownResult, type KnownResult, lineagesHeld } from '../record/report-known.ts';
import type { Services } from '../services.ts';
import { writeLog } from '../sharing/log-queries.ts';
import {
  agreementsOf,
  endTransfer,
  findTransfer,
  insertTransfer,
  type NewTransfer,
  nextRequestId,
  sourcesOf,
  type TransferEvent,
} from './queries.ts';

export type Learner = SignedIn & { readonly learnerId: number };

/** What is to be transferred: a result on the learner's record, or an award of another place with its evidence. */
export type From =
  | { readonly result: string }
  | { readonly award: string; readonly issuer: string; readonly firstOn: string; readonly evidence: string };

export interface TransferWish {
  readonly from: From;
  readonly outcome: string;
  readonly provider: string;
  readonly words: string;
}

/**
 * A learner asks a provider to transfer credit, with consent that it sees what is named, and nothing else. Throws `outcome-not-found`,
 * `organisation-not-found`, `evidence-not-found`, `transfer-source`, `transfer-same-learning`, `outcome-not-offered`, `day-to-come` (422),
 * `already-held`, `transfer-open` (409).
 */
export async function askTransfer(services: Services, learner: Learner, wish: TransferWish): Promise<{ readonly id: string }> {
  const catalogue = await loadSnapshot(services);
  const target = catalogue.outcomeByPublicId(wish.outcome);
  if (target === undefined) throw problem('outcome-not-found', 422, 'There is no such outcome.');
  const provider = catalogue.organisationByPublicId(wish.provider);
  if (provider === undefined) throw problem('organisation-not-found', 422, 'There is no such provider.');
  const ids = await aliasSet(services, learner.learnerId);
  const today = services.clock.today();
  const held = await services.db.asBatch((tx) => lineagesHeld(services, tx, learner.learnerId));
  if (held.has(target.lineage))
    throw problem('already-held', 409, 'This outcome has been passed already: nothing is counted twice.');
  return services.db.as(learner.acting, async (tx) => {
    const source = await sourceOf(tx, catalogue, ids, wish.from, today);
    if ('lineage' in source.named && source.named.lineage === target.lineage)
      throw problem('transfer-same-learning', 422, 'This is the same learning in another version. It counts as it is, and once.');
    const asked = { toLineage: target.lineage, toProvider: provider.public_id, on: today };
    const agreements = await agreementsOf(tx, { toLineage: target.lineage, after: null, limit: 5000 });
    const row: NewTransfer = {
      ...source.row,
      outcomeId: target.outcome_id,
      providerId: provider.organisation_id,
      agreement: covering(agreements, { ...asked, source: source.named })?.reference ?? null,
      words: wish.words,
    };
    const { learnerId } = learner;
    const requestId = await nextRequestId(tx, learnerId);
    const known = knownOf(catalogue, { ...row, requestId }, today);
    const fault = await checkKnownResult(services, learnerId, null, known);
    if (typeof fault === 'string') throw problem('outcome-not-offered', 422, REJECT_CODES[fault].message.en);
    const event = newEvent(services, {
      learnerId,
      requestId,
      kind: 'asked',
      actor: learner.actor,
      words: wish.words === '' ? null : wish.words,
      detail: { ...row },
    });
    if (!(await insertTransfer(tx, event, row)))
      throw problem('transfer-open', 409, 'You have asked this provider for this outcome already.');
    const line = { learnerId, about: 'transfer', aboutId: requestId, kind: 'granted', actor: learner.actor } as const;
    await writeLog(tx, { ...line, at: services.clock.now(), organisationId: provider.organisation_id });
    return { id: String(requestId) };
  });
}

async function sourceOf(
  tx: Tx,
  catalogue: CatalogueSnapshot,
  ids: readonly number[],
  from: From,
  today: string,
): Promise<{
  readonly named: Wish['source'];
  readonly row: Pick<NewTransfer, 'sourceId' | 'itemId' | 'award' | 'issuer' | 'firstOn'>;
}> {
  if ('result' in from) {
    const [found] = await sourcesOf(tx, ids, [Number(from.result)]);
    const outcome = found === undefined ? undefined : catalogue.outcomeById(found.outcomeId);
    if (found === undefined || outcome === undefined || found.result === 'not-achieved' || found.status !== 'confirmed')
      throw problem('transfer-source', 422, 'Only a confirmed result that was passed can be transferred.');
    const provider = catalogue.organisationById(found.providerId)?.public_id ?? '';
    return {
      named: { lineage: outcome.lineage, provider },
      // The date that counts is the first one, over any number of transfers (domain A8).
      row: { sourceId: found.achievementId, itemId: null, award: null, issuer: null, firstOn: found.countingOn },
    };
  }
  const { award, issuer, firstOn, evidence } = from;
  if (firstOn > today) throw problem('day-to-come', 422, 'This day is still to come.');
  const [item] = await itemsOf(tx, ids, [Number(evidence)]);
  if (item === undefined) throw problem('evidence-not-found', 422, 'There is no such evidence of yours.');
  return { named: { award, issuer }, row: { sourceId: null, itemId: item.itemId, award, issuer, firstOn } };
}

/** A transfer as the result that it would be on a day. */
export function knownOf(
  catalogue: CatalogueSnapshot,
  row: Pick<NewTransfer, 'outcomeId' | 'providerId' | 'firstOn' | 'sourceId'> & { readonly requestId: number },
  date: string,
  originalProvider: string | null = null,
): KnownResult {
  const outcome = catalogue.outcomeById(row.outcomeId);
  return {
    provider: catalogue.organisationById(row.providerId)?.public_id ?? '',
    outcome: outcome?.code ?? '',
    version: outcome?.version ?? null,
    date,
    result: 'achieved',
    mode: 'crt',
    original: { date: row.firstOn, provider: originalProvider, sourceId: row.sourceId },
    reference: `crt-${row.requestId}`,
  };
}

/** Takes a request back. Doing it again changes nothing. Throws `transfer-not-found` (404), `transfer-settled` (409). */
export async function withdrawTransfer(services: Services, learner: Learner, id: string): Promise<{ readonly id: string }> {
  return services.db.as(learner.acting, async (tx) => {
    const row = await findTransfer(tx, Number(id), true);
    if (row === null) throw problem('transfer-not-found', 404, 'There is no such transfer.');
    if (row.status === 'withdrawn') return { id };
    const { learnerId, requestId } = row;
    const event = newEvent(services, { learnerId, requestId, kind: 'withdrawn', actor: learner.actor, words: null, detail: {} });
    if (!(await endTransfer(tx, event, null))) throw problem('transfer-settled', 409, 'This transfer has been settled already.');
    const line = { learnerId, about: 'transfer', aboutId: requestId, kind: 'withdrawn', actor: learner.actor } as const;
    await writeLog(tx, { ...line, at: services.clock.now() });
    return { id };
  });
}

export function newEvent(services: Pick<Services, 'clock'>, event: Omit<TransferEvent, 'at' | 'leaf'>): TransferEvent {
  const at = services.clock.now().toISOString();
  return { ...event, at, leaf: leafOf({ ...event, at }) };
}
