import type { Database } from '../database/connection.ts';

export type Begun =
  | { readonly state: 'new' | 'other' | 'in-flight' }
  | {
      readonly state: 'done';
      readonly status: number;
      readonly resource: string | null;
      /** The digest of the bytes that were streamed; empty when the hash of the request says all. */
      readonly streamed: Uint8Array;
    };

/**
 * Takes a key for a request, or says what became of it. One statement decides, so two processes cannot both take it. The hash has 32
 * bytes; the digest of streamed bytes is added to it when they have all been read.
 */
export async function beginRequest(db: Database, client: string, key: string, hash: Uint8Array): Promise<Begun> {
  // A key is free again after 24 hours, and when the process that held it is gone: nothing is in flight for ten minutes.
  const taken = await db.ask<{ taken: boolean }>({
    name: 'idempotency-begin',
    text: `insert into operations.idempotency as held (client, key, request_hash, state) values ($1, $2, $3, 'in-flight')
           on conflict (client, key) do update set request_hash = excluded.request_hash, state = 'in-flight', status = null, resource = null, created_at = now()
            where held.created_at < now() - interval '24 hours'
               or (held.state = 'in-flight' and held.created_at < now() - interval '10 minutes' and held.request_hash = excluded.request_hash)
           returning true as taken`,
    values: [client, key, hash],
  });
  if (taken.length > 0) return { state: 'new' };
  const [held] = await db.ask<{
    same: boolean;
    streamed: Buffer;
    state: 'in-flight' | 'done';
    status: number | null;
    resource: string | null;
  }>({
    name: 'idempotency-held',
    text: `select substring(request_hash for 32) = $3 as same, substring(request_hash from 33) as streamed, state, status, resource
             from operations.idempotency where client = $1 and key = $2`,
    values: [client, key, hash],
  });
  // It was given up between the two statements: say that it is in flight, and the retry takes it.
  if (held === undefined) return { state: 'in-flight' };
  if (!held.same) return { state: 'other' };
  if (held.state === 'in-flight') return { state: 'in-flight' };
  return { state: 'done', status: held.status ?? 200, resource: held.resource, streamed: held.streamed };
}

export async function finishRequest(
  db: Database,
  client: string,
  key: string,
  status: number,
  resource: string | null,
  streamed: Uint8Array = new Uint8Array(),
): Promise<void> {
  await db.ask({
    name: 'idempotency-finish',
    text: `update operations.idempotency set state = 'done', status = $3, resource = $4, request_hash = request_hash || $5
            where client = $1 and key = $2`,
    values: [client, key, status, resource, streamed],
  });
}

export async function forgetRequest(db: Database, client: string, key: string): Promise<void> {
  await db.ask({
    name: 'idempotency-forget',
    text: 'delete from operations.idempotency where client = $1 and key = $2',
    values: [client, key],
  });
}
