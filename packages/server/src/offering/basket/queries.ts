import type { Tx } from '../../database/connection.ts';
import type { BasketItem } from './schemas.ts';

export interface KeptBasket {
  readonly title: string;
  readonly items: readonly BasketItem[];
  readonly expiresOn: string;
}

/** Keeps a basket under the hash of its link, unless something is there; answers what is there then. */
export async function keepBasket(
  tx: Tx,
  hash: Uint8Array,
  { title, items, expiresOn }: KeptBasket,
  at: Date,
): Promise<KeptBasket | null> {
  await tx.query({
    text: `insert into offering.basket (token_hash, title, items, made_at, expires_on) values ($1, $2, $3, $4, $5) on conflict (token_hash) do nothing`,
    values: [hash, title, JSON.stringify(items), at, expiresOn],
  });
  return readBasket(tx, hash, '0001-01-01');
}

/** The basket under a link, while its day has not passed. */
export async function readBasket(tx: Tx, hash: Uint8Array, today: string): Promise<KeptBasket | null> {
  const { rows } = await tx.query<{ [Key in keyof KeptBasket]: KeptBasket[Key] }>({
    text: 'select title, items, expires_on as "expiresOn" from offering.basket where token_hash = $1 and expires_on >= $2',
    values: [hash, today],
  });
  return rows[0] ?? null;
}

export interface SentBasket {
  readonly id: string;
  readonly providerId: number;
  readonly items: readonly BasketItem[];
  readonly name: string;
  readonly contact: string;
  readonly words: string;
}

/** Puts a basket on a provider's worklist, once. */
export async function insertRequest(tx: Tx, sent: SentBasket, at: Date): Promise<void> {
  await tx.query({
    text: `insert into offering.basket_request (request_id, provider_id, items, name, contact, words, asked_at, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (request_id) do nothing`,
    values: [sent.id, sent.providerId, JSON.stringify(sent.items), sent.name, sent.contact, sent.words, at],
  });
}

export interface RequestRow extends SentBasket {
  readonly status: 'open' | 'answered' | 'closed';
  readonly note: string;
  readonly askedAt: Date;
}

/** What was sent to the signed-in provider, the newest first. */
export async function requestsOf(tx: Tx, statuses: readonly string[], limit: number): Promise<readonly RequestRow[]> {
  const { rows } = await tx.query<{ [Key in keyof RequestRow]: RequestRow[Key] }>({
    text: `select request_id as id, provider_id as "providerId", items, name, contact, words, status, note, asked_at as "askedAt"
      from offering.basket_request where status = any($1) order by asked_at desc, request_id limit $2`,
    values: [[...statuses], limit],
  });
  return rows;
}

/** Says where a request stands; whether it is one of the signed-in provider's. */
export async function answerRequest(tx: Tx, id: string, status: string, note: string, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'update offering.basket_request set status = $2, note = $3, changed_at = $4 where request_id = $1',
    values: [id, status, note, at],
  });
  return rowCount > 0;
}
