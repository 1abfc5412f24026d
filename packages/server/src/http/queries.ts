import type { Database } from '../database/connection.ts';

export type Begun =
  | { readonly state: 'new' | 'other' | 'in-flight' }
  | { readonly state: 'done'; readonly status: number; readonly resource: string | null };

/** Takes a key for a request, or says what became of it. One statement decides, so two processes cannot both take it. */
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
  const [held] = await db.ask<{ same: boolean; state: 'in-flight' | 'done'; status: number | null; resource: string | null }>({
    name: 'idempotency-held',
    text: 'select request_hash = $3 as same, state, status, resource from operations.idempotency where client = $1 and key = $2',
    values: [client, key, hash],
  });
  // It was given up between the two statements: say that it is in flight, and the retry takes it.
  if (held === undefined) return { state: 'in-flight' };
  if (!held.same) return { state: 'other' };
  return held.state === 'done' ? { state: 'done', status: held.status ?? 200, resource: held.resource } : { state: 'in-flight' };
}

export async function finishRequest(
  db: Database,
  client: string,
  key: string,
  status: number,
  resource: string | null,
): Promise<void> {
  await db.ask({
    name: 'idempotency-finish',
    text: `update operations.idempotency set state = 'done', status = $3, resource = $4 where client = $1 and key = $2`,
    values: [client, key, status, resource],
  });
}

export async function forgetRequest(db: Database, client: string, key: string): Promise<void> {
  await db.ask({
    name: 'idempotency-forget',
    text: 'delete from operations.idempotency where client = $1 and key = $2',
    values: [client, key],
  });
}
