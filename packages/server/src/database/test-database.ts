import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type ActorKind, type Acting, type Database, openDatabase } from './connection.ts';

export interface TestDatabase {
  readonly db: Database;
  /** Signed in as the owner, past every policy: to set a scene and to look behind the curtain. */
  readonly owner: pg.Client;
  readonly name: string;
  readonly host: string;
  /** A session row as the account folder would make it. */
  readonly session: (
    kind: ActorKind,
    who?: { learnerId?: number; organisationId?: number; accountId?: number; roles?: readonly string[] },
  ) => Promise<Acting>;
  readonly end: () => Promise<void>;
}

/** A migrated database of this test file's own. */
export async function testDatabase(): Promise<TestDatabase> {
  const host = inject('databaseHost');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ host, port: 5432, user: 'postgres', database: 'postgres' });
  await admin.connect();
  // Two files that clone at one moment would find the template in use.
  await admin.query('select pg_advisory_lock(1)');
  await admin.query(`create database ${name} template template_migrated strategy file_copy`);
  await admin.query('select pg_advisory_unlock(1)');
  await admin.end();
  const owner = new pg.Client({ host, port: 5432, user: 'postgres', database: name });
  await owner.connect();
  const address = { host, port: 5432, database: name };
  const db = await openDatabase(address, address, { poolSize: 8 });
  return {
    db,
    owner,
    name,
    host,
    session: async (kind, who = {}) => {
      const token = randomUUID();
      await owner.query(
        `insert into access.session (token_hash, kind, account_id, learner_id, organisation_id, roles, expires_at)
         values (sha256(convert_to($1, 'UTF8')), $2, $3, $4, $5, $6, now() + interval '1 hour')`,
        [token, kind, who.accountId ?? null, who.learnerId ?? null, who.organisationId ?? null, who.roles ?? []],
      );
      return { kind, token };
    },
    end: async () => {
      await db.end();
      await owner.end();
    },
  };
}
