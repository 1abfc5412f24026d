import type { Tx } from '../database/connection.ts';

/** Where the product that runs on this database is served; null when it never ran. Commands beside it issue under the same address. */
export async function servedAt(tx: Tx): Promise<string | null> {
  const { rows } = await tx.query<{ value: string }>({ text: `select value from operations.setting where name = 'served-at'` });
  return rows[0]?.value ?? null;
}

export async function noteServedAt(tx: Tx, url: string): Promise<void> {
  await tx.query({
    text: `insert into operations.setting (name, value) values ('served-at', $1) on conflict (name) do update set value = excluded.value, changed_at = now()`,
    values: [url],
  });
}
