import { loadSnapshot } from '../../catalogue/snapshot.ts';
import { readStamp } from '../../catalogue/snapshot-queries.ts';
import type { Database } from '../../database/connection.ts';
import type { Services } from '../../services.ts';
import type { Offering } from '../offering.ts';
import { readOfferingsAfter, readOfferingStamp } from '../queries.ts';
import { readOutcomeSkills } from './queries.ts';
import { fillGoods, fillShelf, type Goods, type Shelf } from './shelf.ts';

interface Kept {
  readonly catalogue: number;
  readonly offering: number;
  readonly today: string;
  readonly shelf: Shelf;
  readonly goods: Goods;
  readonly offerings: ReadonlyMap<number, Offering>;
}

const kept = new WeakMap<Database, Kept>();
const filling = new WeakMap<Database, Promise<Shelf>>();

/** A shelf of more outcomes takes a while to fill: there a search waits so many milliseconds, and then looks at the one before. */
const LARGE = 20_000;
const PATIENCE = 500;

/**
 * The shelf as it stands. It is filled anew when the catalogue, an offering or the day has moved (one small query asks); of offerings only
 * those that moved are read. A search waits for that; where the shelf is as large as a country's, only a little, and answers from the one before.
 */
export async function loadShelf(services: Pick<Services, 'db' | 'clock'>): Promise<Shelf> {
  const { db, clock } = services;
  const held = kept.get(db);
  const [catalogue, offering] = await db.asBatch(async (tx) => [await readStamp(tx), await readOfferingStamp(tx)] as const);
  if (held?.catalogue === catalogue && held.offering === offering && held.today === clock.today()) return held.shelf;
  // One that was begun before this change may miss it: it is waited for, and another follows.
  const fresh = (filling.get(db) ?? Promise.resolve()).then(
    () => fill(services),
    () => fill(services),
  );
  filling.set(db, fresh);
  return held === undefined || held.shelf.outcomes.length <= LARGE ? fresh : Promise.race([fresh, inAWhile(held.shelf)]);
}

function inAWhile(shelf: Shelf): Promise<Shelf> {
  return new Promise((done) => void setTimeout(() => done(shelf), PATIENCE).unref());
}

async function fill(services: Pick<Services, 'db' | 'clock'>): Promise<Shelf> {
  const { db, clock } = services;
  const held = kept.get(db);
  const today = clock.today();
  const now = await db.asBatch(async (tx) => [await readStamp(tx), await readOfferingStamp(tx)] as const);
  if (held?.catalogue === now[0] && held.offering === now[1] && held.today === today) return held.shelf;
  const snapshot = await loadSnapshot(services);
  const read = await db.asBatch(async (tx) => {
    // The number is read before the rows, so that a change between the two only means another reading.
    const offering = await readOfferingStamp(tx);
    const moved = await readOfferingsAfter(tx, held?.offering ?? -1);
    const goods = held?.catalogue === snapshot.stamp ? held.goods : fillGoods(snapshot, await readOutcomeSkills(tx));
    return { offering, moved, goods };
  });
  const offerings = new Map(held?.offerings);
  for (const one of read.moved) {
    if (one.withdrawn) offerings.delete(one.id);
    else offerings.set(one.id, one);
  }
  const shelf = fillShelf(read.goods, offerings.values(), today);
  kept.set(db, { catalogue: snapshot.stamp, offering: read.offering, today, shelf, goods: read.goods, offerings });
  return shelf;
}
