import { isCovered, TAUGHT_IN, TEACHING_KINDS } from '@recognition/recognition';
import { definitionsNamed } from '../catalogue/definition-queries.ts';
import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import type { OutcomeRow } from '../catalogue/snapshot-queries.ts';
import type { Acting, Tx } from '../database/connection.ts';
import { Problem, problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { MOST_REQUIRED, type Offered, type Offering } from './offering.ts';
import { isListed } from './shelf/shelf.ts';
import {
  insertOffering,
  markWithdrawn,
  noteOffering,
  readByReference,
  readOffering,
  updateOffering,
  updatePlaces,
} from './queries.ts';
import type { OfferingBody, OfferingContent } from './schemas.ts';

/** Staff of a provider, or the operator for one. */
export interface ForProvider {
  readonly acting: Acting | 'operator';
  readonly organisationId: number;
  readonly actor: string;
}

type Tools = Pick<Services, 'db' | 'clock'>;

/** Runs a transaction as who asks. */
export function runFor<T>({ db }: Tools, { acting }: ForProvider, work: Parameters<typeof db.asBatch<T>>[0]): Promise<T> {
  return acting === 'operator' ? db.asBatch(work) : db.as(acting, work);
}

/**
 * Publishes an offering, once for each of the provider's references: the same again changes nothing. Throws 422 `outcome-not-found`,
 * `outcome-not-offered`, `no-consent`, `requires-itself`, `requires-too-many`, `title-needed`, `definition-not-found`, `day-has-passed`, and 409 `reference-conflict` for the
 * reference of another.
 */
export async function publishOffering(services: Tools, by: ForProvider, body: OfferingBody): Promise<Offering> {
  const offered = await checked(services, by.organisationId, body);
  return runFor(services, by, (tx) => insertOnce(tx, by, body.reference, offered, services.clock.now()));
}

/** What became of one of many. */
export type Published =
  | { readonly ok: true; readonly offering: Offering }
  | { readonly ok: false; readonly reference: string; readonly code: string; readonly message: string };

/** Publishes many, each on its own account: one that is refused says why, and stops none of the others. */
export async function publishOfferings(
  services: Tools,
  by: ForProvider,
  bodies: readonly OfferingBody[],
): Promise<readonly Published[]> {
  const at = services.clock.now();
  const tried: (Refusal | { readonly ok: null; readonly reference: string; readonly offered: Offered })[] = [];
  for (const body of bodies) {
    const { reference } = body;
    const offer = async () => ({ ok: null, reference, offered: await checked(services, by.organisationId, body) });
    tried.push(await orRefused(reference, offer));
  }
  return runFor(services, by, async (tx) => {
    const made: Published[] = [];
    for (const one of tried) {
      if (one.ok === false) {
        made.push(one);
        continue;
      }
      const { reference, offered } = one;
      made.push(
        await orRefused(reference, async () => ({ ok: true, offering: await insertOnce(tx, by, reference, offered, at) })),
      );
    }
    return made;
  });
}

type Refusal = Extract<Published, { readonly ok: false }>;

async function orRefused<T>(reference: string, work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return { ok: false, reference, code: error.code, message: error.message };
    throw error;
  }
}

async function insertOnce(tx: Tx, by: ForProvider, reference: string, offered: Offered, at: Date): Promise<Offering> {
  const there = await readByReference(tx, by.organisationId, reference);
  if (there !== null) {
    if (!there.withdrawn && isSame(there, offered)) return there;
    throw problem('reference-conflict', 409, 'Another offering was published under this reference.', {
      offering: String(there.id),
    });
  }
  const made = await insertOffering(tx, by.organisationId, reference, offered, at);
  await noteOffering(tx, made.id, { kind: 'published', what: offered, actor: by.actor, at });
  return made;
}

/** Writes an offering anew, and takes a withdrawal back. Throws as publishing does, 404 `offering-not-found`, 409 `offering-changed`. */
export async function changeOffering(
  services: Tools,
  by: ForProvider,
  id: number,
  { revision, ...given }: OfferingContent & { readonly revision: number },
): Promise<Offering> {
  const offered = await checked(services, by.organisationId, given);
  const at = services.clock.now();
  return runFor(services, by, async (tx) => {
    const there = await readOffering(tx, id, 'locked');
    if (there === null || there.providerId !== by.organisationId) throw notFound();
    if (!there.withdrawn && isSame(there, offered)) return there;
    if (there.revision !== revision)
      throw problem('offering-changed', 409, 'Somebody has changed this offering since.', { revision: there.revision });
    const made = await updateOffering(tx, id, offered, at);
    await noteOffering(tx, id, { kind: there.withdrawn ? 'published-again' : 'changed', what: offered, actor: by.actor, at });
    return made;
  });
}

/** Says how many places are left. Throws 404 `offering-not-found`, 409 `offering-withdrawn`, 422 `too-few-places`. */
export async function setPlacesLeft(services: Tools, by: ForProvider, id: number, left: number): Promise<Offering> {
  const at = services.clock.now();
  return runFor(services, by, async (tx) => {
    const there = await readOffering(tx, id, 'locked');
    if (there === null || there.providerId !== by.organisationId) throw notFound();
    if (there.withdrawn) throw problem('offering-withdrawn', 409, 'This offering was withdrawn.');
    if (there.places === null || left > there.places)
      throw problem('too-few-places', 422, `There are ${there.places ?? 'no'} places in all.`);
    if (there.placesLeft === left) return there;
    const made = await updatePlaces(tx, id, left, at);
    await noteOffering(tx, id, { kind: 'places', what: { left }, actor: by.actor, at });
    return made;
  });
}

/** Takes an offering from the catalogue; a second time changes nothing. Throws 404 `offering-not-found`. */
export async function withdrawOffering(services: Tools, by: ForProvider, id: number): Promise<Offering> {
  const at = services.clock.now();
  return runFor(services, by, async (tx) => {
    const there = await readOffering(tx, id, 'locked');
    if (there === null || there.providerId !== by.organisationId) throw notFound();
    if (there.withdrawn) return there;
    const made = await markWithdrawn(tx, id, at);
    await noteOffering(tx, id, { kind: 'withdrawn', what: null, actor: by.actor, at });
    return made;
  });
}

/** What is asked for as it is kept, once everything in it was found and may be offered. */
async function checked(services: Tools, organisationId: number, given: OfferingContent): Promise<Offered> {
  const {
    outcomes,
    requires,
    languages,
    placesLeft,
    title,
    programme,
    delivery,
    town,
    venue,
    begins,
    ends,
    applyBy,
    schedule,
    prices,
    places,
    link,
  } = given;
  const snapshot = await loadSnapshot(services);
  const today = services.clock.today();
  for (const day of [begins, applyBy])
    if (day !== null && day < today) throw problem('day-has-passed', 422, `${day} has passed.`);
  const day = begins ?? today;
  const rows = [...new Set(outcomes.flatMap((named) => outcomesNamed(snapshot, named, day)))];
  const kind = snapshot.organisationById(organisationId)?.kind ?? '';
  const consent = snapshot.accreditationsOf(organisationId);
  for (const row of rows) {
    if ((row.status !== 'published' && row.status !== 'expiring') || (row.last_assessment ?? '9999-12-31') < (ends ?? day))
      throw problem('outcome-not-offered', 422, `${row.code} cannot be offered for that day.`, { outcome: row.public_id });
    if (!TEACHING_KINDS.includes(kind) || !isCovered(consent, snapshot.toRecordOutcome(row.outcome_id), day))
      throw problem('no-consent', 422, `There is no consent to assess ${row.code} on ${day}.`, { outcome: row.public_id });
  }
  const lineages = [...new Set(rows.map(({ lineage }) => lineage))].sort();
  const before = requiredBefore(snapshot, requires, lineages, day);
  if (rows.length > 1 && title === null) throw problem('title-needed', 422, 'Several outcomes together need a title.');
  if (programme !== null && (await services.db.asPublic((tx) => definitionsNamed(tx, [programme]))).length === 0)
    throw problem('definition-not-found', 422, `There is no definition ${programme}.`);
  return {
    title,
    programme,
    lineages,
    requires: before,
    delivery,
    languages: TAUGHT_IN.filter((one) => languages.includes(one)),
    town,
    venue,
    begins,
    ends,
    applyBy,
    schedule,
    prices,
    places,
    placesLeft: places === null ? null : (placesLeft ?? places),
    link,
  };
}

/** The lineages that whoever begins must hold: what everybody may see, since a draft is nothing that anybody can hold. */
function requiredBefore(
  snapshot: CatalogueSnapshot,
  requires: readonly string[],
  taught: readonly string[],
  day: string,
): readonly string[] {
  const rows = requires.flatMap((named) => outcomesNamed(snapshot, named, day));
  const before = [...new Set(rows.map(({ lineage }) => lineage))].sort();
  const hidden = rows.find((row) => !isListed(row));
  if (hidden !== undefined)
    throw problem('outcome-not-found', 422, 'What somebody must hold beforehand is not published.', {
      outcome: hidden.public_id,
    });
  if (before.some((lineage) => taught.includes(lineage)))
    throw problem('requires-itself', 422, 'Nobody can hold beforehand what is only taught here.');
  if (before.length > MOST_REQUIRED) throw problem('requires-too-many', 422, `At most ${MOST_REQUIRED} are held beforehand.`);
  return before;
}

/** By id, by code in the version that is in force that day, or all outcomes of a standard. */
function outcomesNamed(snapshot: CatalogueSnapshot, named: string, day: string): readonly OutcomeRow[] {
  const one = snapshot.outcomeByPublicId(named) ?? snapshot.inForce(named, day) ?? snapshot.byCode(named).at(-1);
  const found = one === undefined ? snapshot.groupMembers(named) : [one];
  if (found.length === 0) throw problem('outcome-not-found', 422, `There is no outcome ${named}.`, { outcome: named });
  return found;
}

/** Whether what is kept says the same; how many places are left moves on its own and is no difference. */
function isSame(there: Offering, offered: Offered): boolean {
  const plain = ({
    title,
    programme,
    lineages,
    requires,
    delivery,
    languages,
    town,
    venue,
    begins,
    ends,
    applyBy,
    schedule,
    prices,
    places,
    link,
  }: Offered): string =>
    JSON.stringify([
      title,
      programme,
      [...lineages].sort(),
      [...requires].sort(),
      delivery,
      [...languages].sort(),
      town,
      venue,
      begins,
      ends,
      applyBy,
      schedule,
      Object.entries(prices).sort(([a], [b]) => (a < b ? -1 : 1)),
      places,
      link,
    ]);
  return plain(there) === plain(offered);
}

const notFound = () => problem('offering-not-found', 404, 'There is no such offering.');
