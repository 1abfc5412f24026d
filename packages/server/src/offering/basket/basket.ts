import { TEACHING_KINDS } from '@recognition/recognition';
import { definitionsWith, type KeptDefinition } from '../../catalogue/definition-queries.ts';
import { problem } from '../../http/problem.ts';
import type { SignedIn } from '../../http/route.ts';
import type { Services } from '../../services.ts';
import { hashesOf, keep } from '../../sharing/secret.ts';
import { findOfferings, viewOf } from '../find.ts';
import { itemOf } from '../shelf/page.ts';
import { loadShelf } from '../shelf/load.ts';
import type { Shelf } from '../shelf/shelf.ts';
import { answerRequest, insertRequest, keepBasket, readBasket, requestsOf } from './queries.ts';
import type { BasketItem, BasketView, ContentsView, DefinitionView, RequestView } from './schemas.ts';

const WHAT = 'basket';
const DAY = 86_400_000;
/** Definitions that a basket is decided by: those of a hundred outcomes are far fewer. */
const MOST_DEFINITIONS = 500;
const MOST_REQUESTS = 500;

/** Keeps a basket under a link of its sender's making. Throws 409 `basket-there` where another one is under the link. */
export async function shareBasket(
  { db, clock, keys }: Services,
  asked: { readonly token: string; readonly title: string; readonly items: readonly BasketItem[]; readonly days: number },
): Promise<{ readonly expiresOn: string }> {
  const { token, title, items, days } = asked;
  const expiresOn = new Date(Date.parse(clock.today()) + days * DAY).toISOString().slice(0, 10);
  const kept = await db.asBatch((tx) => keepBasket(tx, keep(keys, WHAT, token).hash, { title, items, expiresOn }, clock.now()));
  if (kept === null || kept.title !== title || contentOf(kept.items) !== contentOf(items))
    throw problem('basket-there', 409, 'Another basket is under this link.');
  return { expiresOn: kept.expiresOn };
}

// jsonb keeps its keys in an order of its own.
const contentOf = (items: readonly BasketItem[]): string =>
  JSON.stringify(items.map(({ outcome, offering }) => [outcome, offering]));

/** What a link opens. Throws 404 `basket-not-found`, also once its day has passed. */
export async function openBasket(services: Services, token: string): Promise<BasketView> {
  const { db, clock, keys } = services;
  const kept = await db.asBatch(async (tx) => {
    for (const hash of hashesOf(keys, WHAT, token)) {
      const found = await readBasket(tx, hash, clock.today());
      if (found !== null) return found;
    }
    return null;
  });
  if (kept === null) throw problem('basket-not-found', 404, 'There is no basket under this link.');
  const shelf = await loadShelf(services);
  return {
    title: kept.title,
    expiresOn: kept.expiresOn,
    items: kept.items.map(({ outcome, offering }) => {
      const at = placeOf(shelf, outcome);
      return {
        id: outcome,
        outcome: at === null ? null : itemOf(shelf, at, offeringsAt(shelf, at)),
        offering: chosen(shelf, offering),
      };
    }),
  };
}

/** The outcomes of a basket as they are now, with their open offerings and what can be made of them. Nothing is kept. */
export async function basketContents(services: Services, outcomes: readonly string[]): Promise<ContentsView> {
  const { shelf, places, definitions } = await openedBasket(services, outcomes);
  const found = [...new Set(places.flatMap(({ at }) => at ?? []))];
  const offered = new Map<number, ContentsView['items'][number]['offered']>();
  for (const at of found)
    offered.set(at, [...(await findOfferings(services, { outcomes: [shelf.outcomes[at]!.row.lineage] }, 20))]);
  return {
    items: found.map((at) => ({
      ...itemOf(shelf, at, offeringsAt(shelf, at)),
      record: { ...shelf.snapshot.toRecordOutcome(shelf.outcomes[at]!.row.outcome_id) },
      offered: offered.get(at) ?? [],
    })),
    missing: places.flatMap(({ id, at }) => (at === null ? [id] : [])),
    definitions: definitions.map((one) => definitionViewOf(one, shelf)),
  };
}

/** Where each outcome of a basket is in the catalogue, and the definitions that one of them, or its standard, is a part of. */
export async function openedBasket(
  services: Services,
  outcomes: readonly string[],
): Promise<{
  readonly shelf: Shelf;
  /** In the order in which they were named; `at` is null for one that is not in the catalogue. */
  readonly places: readonly { readonly id: string; readonly at: number | null }[];
  readonly definitions: readonly KeptDefinition[];
}> {
  const shelf = await loadShelf(services);
  const places = outcomes.map((id) => ({ id, at: placeOf(shelf, id) }));
  const refs = [...new Set(places.flatMap(({ at }) => at ?? []))].flatMap((at) => {
    const { lineage, outcome_id: id } = shelf.outcomes[at]!.row;
    const group = shelf.snapshot.toRecordOutcome(id).group?.lineage;
    return group === undefined ? [lineage] : [lineage, group];
  });
  return { shelf, places, definitions: await services.db.asPublic((tx) => definitionsWith(tx, refs, MOST_DEFINITIONS)) };
}

function definitionViewOf({ framework, definition }: KeptDefinition, shelf: Shelf): DefinitionView {
  return {
    ...definition,
    framework,
    listing: { ...definition.listing },
    parts: definition.parts.map((part) => {
      const row = shelf.outcomes[shelf.byLineage.get(part.ref) ?? -1]?.row;
      return { ...part, name: row?.name ?? null, outcome: row?.public_id ?? null };
    }),
  };
}

function placeOf(shelf: Shelf, outcome: string): number | null {
  const at = shelf.byId.get(outcome) ?? shelf.byLineage.get(outcome) ?? -1;
  return at === -1 ? null : at;
}

const offeringsAt = ({ offered }: Shelf, at: number): readonly number[] => [
  ...offered.items.subarray(offered.from[at], offered.from[at + 1]),
];

const chosen = (shelf: Shelf, id: string | null) => {
  const found = id === null ? undefined : shelf.offerings.find((one) => String(one.id) === id);
  return found === undefined ? null : viewOf(shelf, found);
};

/** Puts a basket on a provider's worklist, with how to reach whoever sent it. Throws 404 `provider-not-found`. */
export async function sendBasket(
  services: Services,
  { provider, ...asked }: Omit<Parameters<typeof insertRequest>[1], 'providerId'> & { readonly provider: string },
): Promise<{ readonly id: string }> {
  const { snapshot } = await loadShelf(services);
  const found = snapshot.organisationByPublicId(provider);
  if (found === undefined || found.closed_on !== null || !TEACHING_KINDS.includes(found.kind))
    throw problem('provider-not-found', 404, 'There is no provider with this id.');
  await services.db.asBatch((tx) => insertRequest(tx, { ...asked, providerId: found.organisation_id }, services.clock.now()));
  return { id: asked.id };
}

/** What visitors sent to the signed-in provider, the newest first. */
export async function listRequests(services: Services, { acting }: SignedIn, state: 'open' | 'all'): Promise<RequestView[]> {
  const statuses = state === 'open' ? ['open'] : ['open', 'answered', 'closed'];
  const rows = await services.db.as(acting, (tx) => requestsOf(tx, statuses, MOST_REQUESTS));
  const shelf = await loadShelf(services);
  return rows.map(({ providerId: _own, items, askedAt, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    items: items.map(({ outcome, offering }) => {
      const known = shelf.outcomes[placeOf(shelf, outcome) ?? -1]?.row;
      return { outcome, code: known?.code ?? null, name: known?.name ?? null, offering: chosen(shelf, offering) };
    }),
  }));
}

/** Says that a request was answered, or closes or opens it again. Throws 404 `request-not-found`. */
export async function settleRequest(
  { db, clock }: Services,
  { acting }: SignedIn,
  id: string,
  { status, note }: { readonly status: string; readonly note: string },
): Promise<void> {
  if (!(await db.as(acting, (tx) => answerRequest(tx, id, status, note, clock.now()))))
    throw problem('request-not-found', 404, 'There is no such request.');
}
