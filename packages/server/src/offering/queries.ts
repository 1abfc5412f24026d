import type { Tx } from '../database/connection.ts';
import type { Offered, Offering } from './offering.ts';

type Shape<T> = { [Key in keyof T]: T[Key] };

const OFFERING = `o.offering_id as id, o.provider_id as "providerId", o.reference, o.title, o.programme, o.lineages, o.requires, o.delivery, o.languages, o.town, o.venue,
  o.begins_on as begins, o.ends_on as ends, o.apply_by as "applyBy", o.schedule, o.prices, o.places, o.places_left as "placesLeft", o.link,
  o.revision, o.changed_at as "changedAt", o.withdrawn_at is not null as withdrawn, o.moved
  from offering.offering o`;

/** Takes the next number of the order in which offerings change; whoever comes after waits until this is done. */
const MOVE = 'with s as (update offering.stamp set value = value + 1 returning value)';

export async function readOfferingStamp(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ value: number }>({ name: 'offering-stamp', text: 'select value from offering.stamp' });
  return rows[0]?.value ?? 0;
}

/** Every offering that changed after this number, withdrawn ones too. */
export async function readOfferingsAfter(tx: Tx, moved: number): Promise<readonly Offering[]> {
  const { rows } = await tx.query<Shape<Offering>>({ text: `select ${OFFERING} where o.moved > $1`, values: [moved] });
  return rows;
}

export async function insertOffering(
  tx: Tx,
  providerId: number,
  reference: string,
  offered: Offered,
  at: Date,
): Promise<Offering> {
  const { rows } = await tx.query<{ id: number }>({
    text: `${MOVE} insert into offering.offering (provider_id, reference, title, programme, lineages, requires, delivery, languages, town, venue, begins_on, ends_on,
        apply_by, schedule, prices, places, places_left, link, published_at, changed_at, moved)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::date, $12::date, $13::date, $14, $15, $16, $17, $18, $19, $19, s.value from s
      returning offering_id as id`,
    values: [providerId, reference, ...columnsOf(offered), at],
  });
  return (await readOffering(tx, rows[0]!.id))!;
}

/** Writes all that is offered anew, and takes a withdrawal back. */
export async function updateOffering(tx: Tx, id: number, offered: Offered, at: Date): Promise<Offering> {
  await tx.query({
    text: `${MOVE} update offering.offering set title = $2, programme = $3, lineages = $4, requires = $5, delivery = $6, languages = $7, town = $8,
        venue = $9, begins_on = $10::date, ends_on = $11::date, apply_by = $12::date, schedule = $13, prices = $14, places = $15, places_left = $16,
        link = $17, changed_at = $18, withdrawn_at = null, revision = revision + 1, moved = s.value from s where offering_id = $1`,
    values: [id, ...columnsOf(offered), at],
  });
  return (await readOffering(tx, id))!;
}

export async function updatePlaces(tx: Tx, id: number, left: number, at: Date): Promise<Offering> {
  await tx.query({
    text: `${MOVE} update offering.offering set places_left = $2, changed_at = $3, revision = revision + 1, moved = s.value from s where offering_id = $1`,
    values: [id, left, at],
  });
  return (await readOffering(tx, id))!;
}

export async function markWithdrawn(tx: Tx, id: number, at: Date): Promise<Offering> {
  await tx.query({
    text: `${MOVE} update offering.offering set withdrawn_at = $2, changed_at = $2, revision = revision + 1, moved = s.value from s where offering_id = $1`,
    values: [id, at],
  });
  return (await readOffering(tx, id))!;
}

function columnsOf(offered: Offered): readonly unknown[] {
  return [
    offered.title,
    offered.programme,
    [...offered.lineages],
    [...offered.requires],
    offered.delivery,
    [...offered.languages],
    offered.town,
    offered.venue,
    offered.begins,
    offered.ends,
    offered.applyBy,
    offered.schedule,
    JSON.stringify(offered.prices),
    offered.places,
    offered.placesLeft,
    offered.link,
  ];
}

/** One offering; null when there is none or the actor may not see it. `locked` keeps it until the transaction ends. */
export async function readOffering(tx: Tx, id: number, lock: 'locked' | 'free' = 'free'): Promise<Offering | null> {
  const { rows } = await tx.query<Shape<Offering>>({
    text: `select ${OFFERING} where o.offering_id = $1${lock === 'locked' ? ' for update' : ''}`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** The offering that a provider published under its own reference; null when there is none. */
export async function readByReference(tx: Tx, providerId: number, reference: string): Promise<Offering | null> {
  const { rows } = await tx.query<Shape<Offering>>({
    text: `select ${OFFERING} where o.provider_id = $1 and o.reference = $2 for update`,
    values: [providerId, reference],
  });
  return rows[0] ?? null;
}

/** A provider's own offerings, the newest first, from the one after `before`. */
export async function offeringsOf(tx: Tx, before: number | null, limit: number): Promise<readonly Offering[]> {
  const { rows } = await tx.query<Shape<Offering>>({
    text: `select ${OFFERING} where ($1::bigint is null or o.offering_id < $1) order by o.offering_id desc limit $2`,
    values: [before, limit],
  });
  return rows;
}

export async function noteOffering(
  tx: Tx,
  id: number,
  event: { readonly kind: string; readonly what: object | null; readonly actor: string; readonly at: Date },
): Promise<void> {
  await tx.query({
    text: 'insert into offering.offering_event (offering_id, kind, what, actor, at) values ($1, $2, $3, $4, $5)',
    values: [id, event.kind, event.what === null ? null : JSON.stringify(event.what), event.actor, event.at],
  });
}
