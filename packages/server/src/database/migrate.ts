import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { DatabaseError } from './database-error.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
const LOCK = 7_302_611;

/** The names of all migrations, in order; the last is the version of the data. */
export function migrations(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

/** Applies the numbered migrations that this database lacks, in order, under an advisory lock. With `upTo` only those: a restore lays the schema of its data. Answers the names applied. */
export async function migrate(
  client: pg.ClientBase,
  { upTo }: { readonly upTo?: readonly string[] } = {},
): Promise<readonly string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(
      'create table if not exists public.migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from public.migration');
    const applied = new Set(rows.map((row) => row.name));
    const known = migrations();
    const unknown = [...applied].find((name) => !known.includes(name));
    if (unknown !== undefined) {
      throw new DatabaseError(
        'database-newer',
        `This database was made by a newer version of the product (it has ${unknown}): update the product, or restore a backup made by this version.`,
      );
    }
    const missing = known.filter((name) => !applied.has(name) && (upTo === undefined || upTo.includes(name)));
    for (const name of missing) {
      await client.query('begin');
      try {
        await client.query(readFileSync(new URL(name, FOLDER), 'utf8'));
        await client.query('insert into public.migration (name) values ($1)', [name]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`migration ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
    return missing;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}
