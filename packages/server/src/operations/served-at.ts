import type { Tx } from '../database/connection.ts';
import { keepSetting, settingOf } from './queries.ts';

const NAME = 'served-at';

/** Where the product that runs on this database is served; null when it never ran. Commands beside it issue under the same address. */
export async function servedAt(tx: Tx): Promise<string | null> {
  const { rows } = await tx.query<{ value: string }>(settingOf(NAME));
  return rows[0]?.value ?? null;
}

export async function noteServedAt(tx: Tx, url: string): Promise<void> {
  await tx.query(keepSetting(NAME, url));
}
