import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { DISTRIBUTED, REFERENCE } from './distribute.ts';

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
});
afterAll(() => at.end());

test('every key of a big table begins with the learner, and no trigger sits on one', async () => {
  const { rows } = await at.owner.query<{ name: string; first: string; unique: boolean; triggers: number }>(
    `
    select n.nspname || '.' || c.relname as name, a.attname as first, (select count(*)::integer from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where i.indisunique and n.nspname || '.' || c.relname = any($1)`,
    [DISTRIBUTED],
  );
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(DISTRIBUTED));
  for (const row of rows) expect(row).toMatchObject({ first: 'learner_id', triggers: 0 });
});

test('every table with a learner in it is distributed or named as a look-up, and has policies', async () => {
  const { rows } = await at.owner.query<{ name: string; secured: boolean; policies: number }>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as secured, (select count(*)::integer from pg_policy p where p.polrelid = c.oid) as policies
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attname = 'learner_id' and c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'`);
  const local = [
    'access.session',
    'account.learner_link',
    'account.link_review',
    'account.link_code',
    'identity.learner',
    'identity.learner_name',
    'identity.learner_alias',
  ];
  for (const { name, secured, policies } of rows) {
    expect({ name, secured }).toEqual({ name, secured: true });
    expect(policies, name).toBeGreaterThan(0);
    expect([...DISTRIBUTED, ...REFERENCE, ...local], name).toContain(name);
  }
});

test('every table of the product is under row-level security', async () => {
  const { rows } = await at.owner.query(`select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname <> 'information_schema' and n.nspname <> 'public' and n.nspname not like 'pg\\_%' and c.relkind in ('r', 'p') and not c.relrowsecurity`);
  expect(rows).toEqual([]);
});

test('no role may update or delete an event', async () => {
  const { rows } = await at.owner.query(`select grantee, table_name, privilege_type from information_schema.table_privileges
    where table_name like '%\\_event' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') and grantee <> 'postgres'`);
  expect(rows).toEqual([]);
});

test('what a policy asks is asked once for each query', async () => {
  const session = await at.session('learner', { learnerId: 1025 });
  const plan = await at.db.as(session, (tx) =>
    tx.query<{ 'QUERY PLAN': string }>({ text: 'explain select * from record.achievement_state where learner_id = 1025' }),
  );
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/InitPlan/);
});
