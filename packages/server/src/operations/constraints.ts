import type pg from 'pg';
import { qualified } from './backup.ts';
import { SCHEMAS } from './backup-format.ts';

interface ForeignKey {
  readonly schema: string;
  readonly name: string;
  readonly constraint: string;
  readonly definition: string;
}

/**
 * Takes foreign keys and triggers away, so that tables may be loaded in any order, as their owner may without being a superuser. The
 * answer puts them back, which holds every row that was loaded to every key. Both belong in one transaction.
 */
export async function liftConstraints(owner: pg.Client): Promise<() => Promise<void>> {
  const { rows: keys } = await owner.query<ForeignKey>(FOREIGN_KEYS, [SCHEMAS]);
  const { rows: tables } = await owner.query<{ schema: string; name: string }>(TABLES_WITH_TRIGGERS, [SCHEMAS]);
  for (const { schema, name, constraint } of keys)
    await owner.query(`alter table ${qualified(schema, name)} drop constraint ${owner.escapeIdentifier(constraint)}`);
  for (const { schema, name } of tables) await owner.query(`alter table ${qualified(schema, name)} disable trigger user`);
  return async () => {
    for (const { schema, name } of tables) await owner.query(`alter table ${qualified(schema, name)} enable trigger user`);
    for (const { schema, name, constraint, definition } of keys)
      await owner.query(
        `alter table ${qualified(schema, name)} add constraint ${owner.escapeIdentifier(constraint)} ${definition}`,
      );
  };
}

const FOREIGN_KEYS = `select n.nspname as schema, c.relname as name, k.conname as constraint, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
 where k.contype = 'f' and k.conparentid = 0 and n.nspname = any($1) order by 1, 2, 3`;

const TABLES_WITH_TRIGGERS = `select distinct n.nspname as schema, c.relname as name
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
 where not t.tgisinternal and n.nspname = any($1) order by 1, 2`;
