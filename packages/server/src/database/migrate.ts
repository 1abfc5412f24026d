import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

const FOLDER = new URL('./migrations/', import.meta.url);
const LOCK = 7_302_611;

/** Applies the numbered migrations that this database lacks, in order, under an advisory lock. Answers the names applied. */
export async function migrate(client: pg.ClientBase): Promise<readonly string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(
      'create table if not exists public.migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from public.migration');
    const applied = new Set(rows.map((row) => row.name));
    const missing = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.sql') && !applied.has(name))
      .sort();
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
