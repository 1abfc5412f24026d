import type { Services } from '../services.ts';
import { problem } from '../http/problem.ts';
import { cursorOf, readCursor } from '../http/paging.ts';
import { z } from 'zod';
import type { SignedIn } from '../http/route.ts';
import { dayNumber, type TaughtIn } from '@recognition/recognition';
import { kilometres, townNamed } from '@recognition/recognition/places';
import { type Audience, centsIn, type Delivery, type Offering } from './offering.ts';
import { offeringsOf, readOffering } from './queries.ts';
import type { OfferingView, OwnOffering } from './schemas.ts';
import { loadShelf } from './shelf/load.ts';
import type { Shelf } from './shelf/shelf.ts';
import { offeringViewOf, ownViewOf } from './views.ts';

/** What is looked for; what is left out narrows nothing. */
export interface Wanted {
  /** Ids of outcomes or lineages: offerings of any of them. */
  readonly outcomes?: readonly string[] | undefined;
  readonly provider?: string | undefined;
  readonly near?: { readonly town: string; readonly km: number } | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly delivery?: readonly Delivery[] | undefined;
  /** Taught in this language; what does not say its language is left out then. */
  readonly language?: TaughtIn | undefined;
  readonly audience?: Audience | undefined;
  /** The most that somebody of the audience (anybody, without one) may have to pay, in cents. */
  readonly mostCents?: number | undefined;
  readonly placesLeft?: boolean | undefined;
}

type Tools = Pick<Services, 'db' | 'clock'>;

/** Open offerings, the nearest first where a town is named, else the soonest: for pages, and for every part that plans with them. */
export async function findOfferings(services: Tools, wanted: Wanted, most = 200): Promise<readonly OfferingView[]> {
  const shelf = await loadShelf(services);
  const today = dayNumber(services.clock.today());
  const centre = wanted.near === undefined ? null : townNamed(wanted.near.town);
  const away = ({ town }: Offering): number => {
    const there = town === null ? null : townNamed(town);
    return there === null || centre === null ? Infinity : kilometres(centre, there);
  };
  return candidates(shelf, wanted.outcomes)
    .filter((at) => fits(shelf, at, wanted, today, away))
    .sort((a, b) => {
      const near = centre === null ? 0 : away(shelf.offerings[a]!) - away(shelf.offerings[b]!);
      return near || shelf.begins[a]! - shelf.begins[b]! || a - b;
    })
    .slice(0, most)
    .map((at) => viewOf(shelf, shelf.offerings[at]!));
}

function candidates(shelf: Shelf, outcomes: readonly string[] | undefined): readonly number[] {
  if (outcomes === undefined) return shelf.offerings.map((_, at) => at);
  const rows = new Set(outcomes.flatMap((id) => shelf.byId.get(id) ?? shelf.byLineage.get(id) ?? []));
  return [
    ...new Set(
      [...rows].flatMap((row) => [...shelf.offered.items.subarray(shelf.offered.from[row], shelf.offered.from[row + 1])]),
    ),
  ];
}

function fits(shelf: Shelf, at: number, wanted: Wanted, today: number, away: (one: Offering) => number): boolean {
  const one = shelf.offerings[at]!;
  const { provider, near, from, to, delivery, language, audience, mostCents, placesLeft } = wanted;
  const begins = shelf.begins[at]!;
  if (shelf.applyBy[at]! !== -1 && shelf.applyBy[at]! < today) return false;
  if (
    begins !== -1 &&
    (begins < today || (from !== undefined && begins < dayNumber(from)) || (to !== undefined && begins > dayNumber(to)))
  )
    return false;
  if (provider !== undefined && shelf.provider.words[shelf.provider.of[at]!]?.id !== provider) return false;
  if (near !== undefined && away(one) > near.km) return false;
  if (delivery !== undefined && !delivery.includes(one.delivery)) return false;
  if (language !== undefined && !one.languages.includes(language)) return false;
  if (audience !== undefined && one.prices[audience] === undefined) return false;
  if (placesLeft === true && one.placesLeft === 0) return false;
  const prices = audience === undefined ? centsIn(one.prices) : [one.prices[audience] ?? Infinity];
  return mostCents === undefined || Math.min(...prices) <= mostCents;
}

/** One open offering. Throws 404 `offering-not-found`. */
export async function showOffering(services: Tools, id: number): Promise<OfferingView> {
  const shelf = await loadShelf(services);
  const found = shelf.offerings.find((one) => one.id === id);
  if (found === undefined) throw problem('offering-not-found', 404, 'There is no such offering.');
  return viewOf(shelf, found);
}

export const viewOf = (shelf: Shelf, offering: Offering): OfferingView => offeringViewOf(offering, shelf.snapshot, rowOf(shelf));

const rowOf = (shelf: Shelf) => (lineage: string) => shelf.outcomes[shelf.byLineage.get(lineage) ?? -1]?.row;

/** What the signed-in provider offers and offered, the newest first. */
export async function listOwnOfferings(
  services: Tools,
  { acting }: SignedIn,
  asked: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ readonly items: OwnOffering[]; readonly next: string | null }> {
  const before = readCursor(asked.cursor, z.tuple([z.int()]));
  const rows = await services.db.as(acting, (tx) => offeringsOf(tx, before?.[0] ?? null, asked.limit + 1));
  const shelf = await loadShelf(services);
  const shown = rows.slice(0, asked.limit);
  return {
    items: shown.map((one) => ownViewOf(one, shelf.snapshot, rowOf(shelf), services.clock.today())),
    next: rows.length > asked.limit ? cursorOf([shown.at(-1)!.id]) : null,
  };
}

/** One of the provider's own. Throws 404 `offering-not-found`. */
export async function showOwnOffering(services: Tools, { acting }: SignedIn, id: number): Promise<OwnOffering> {
  const one = await services.db.as(acting, (tx) => readOffering(tx, id));
  if (one === null) throw problem('offering-not-found', 404, 'There is no such offering.');
  return ownOf(services, one);
}

/** An offering that was just written, as its provider sees it. */
export async function ownOf(services: Tools, offering: Offering): Promise<OwnOffering> {
  const shelf = await loadShelf(services);
  return ownViewOf(offering, shelf.snapshot, rowOf(shelf), services.clock.today());
}
