import pg from 'pg';
import { type Address, type Database, openDatabase, parameters } from './connection.ts';
import { DatabaseError } from './database-error.ts';
import { distribute } from './distribute.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

export interface OpenedDatabase {
  readonly database: Database;
  /** Where the owner signs in: for migrations, backups, restores and job queues, never for a request. */
  readonly owner: Address;
  readonly ownerUser: string;
  /** The migrations that this start applied; all of them when the database is new. */
  readonly applied: readonly string[];
  readonly stop: () => Promise<void>;
}

/** The name of the embedded database. */
export const DATABASE_NAME = 'recognition';

/** Starts the embedded PostgreSQL in this folder, migrates, and opens the pools. Throws `DatabaseError`. */
export async function openEmbedded({
  folder,
  settings,
}: {
  readonly folder: string;
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<OpenedDatabase> {
  const server = await startEmbedded({ folder, ...(settings === undefined ? {} : { settings }) });
  try {
    const owner = await databaseOf(server);
    const applied = await withOwner(owner, (client) => migrate(client));
    const database = await openDatabase(owner, owner);
    const stop = async (): Promise<void> => {
      await database.end();
      await server.stop();
    };
    return { database, owner, ownerUser: 'postgres', applied, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Signs in as the owner for a backup, a restore or a migration, with or without a schema there yet; an embedded database is started for it
 * and stopped after it. Throws `DatabaseError`.
 */
export async function asOwner<T>(
  { url, folder }: { readonly url: string | null; readonly folder: string },
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  if (url !== null) {
    return withOwner({ url }, async (client) => {
      await checkVersion(client);
      return work(client);
    });
  }
  const server = await startEmbedded({ folder });
  try {
    const owner = await databaseOf(server);
    return await withOwner(owner, work);
  } finally {
    await server.stop();
  }
}

async function databaseOf(server: EmbeddedServer): Promise<Address> {
  const address = { host: server.host, port: server.port };
  await withOwner({ ...address, database: 'postgres' }, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`create database ${DATABASE_NAME}`);
  });
  return { ...address, database: DATABASE_NAME };
}

export interface ServerOptions {
  /** `DATABASE_URL`: signs in as the owner of the schema, which needs the right to make roles at the first start. */
  readonly url: string;
  /** `DATABASE_APP_URL`: signs in as `nzrr_app`. Without it the pool signs in as the owner and becomes the actor's role. */
  readonly appUrl: string | null;
  /** `DATABASE_IDENTITY_URL`: signs in as `nzrr_identity`. */
  readonly identityUrl: string | null;
  /** `RECOGNITION_URL`: kept at the first start, and another one is refused later. */
  readonly publicUrl: string;
}

/** Opens a PostgreSQL server (16 to 18) by URL: checks it, migrates, and holds it to its public address. Throws `DatabaseError`. */
export async function openServer({ url, appUrl, identityUrl, publicUrl }: ServerOptions): Promise<OpenedDatabase> {
  const owner = { url };
  const applied = await withOwner(owner, async (client) => {
    await checkVersion(client);
    await refuseForeign(client);
    const done = await migrate(client).catch((error: unknown) => {
      if (error instanceof Error && /permission denied|must be|CREATEROLE/i.test(error.message)) {
        throw new DatabaseError(
          'database-rights-missing',
          `The user of DATABASE_URL must own the database and may make roles (CREATEROLE) at the first start. PostgreSQL said: ${error.message}`,
          { cause: error },
        );
      }
      throw error;
    });
    if (appUrl === null || identityUrl === null) await client.query(GRANT_TO_OWNER);
    await holdToAddress(client, publicUrl);
    await distribute(client);
    return done;
  });
  const database = await openDatabase(appUrl === null ? owner : { url: appUrl }, owner, {
    identity: identityUrl === null ? owner : { url: identityUrl },
  });
  return { database, owner, ownerUser: new URL(url).username, applied, stop: database.end };
}

const GRANT_TO_OWNER = `do $$
declare
  role_name text;
begin
  for role_name in select rolname from pg_roles where rolname like 'nzrr\\_%' and rolname not in ('nzrr_app', current_user) loop
    execute format('grant %I to current_user with inherit false, set true', role_name);
  end loop;
end
$$`;

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::integer as version`);
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (major < 16 || major > 18)
    throw new DatabaseError(
      'database-unsupported',
      `The server of DATABASE_URL is PostgreSQL ${major}; this needs 16, 17 or 18.`,
    );
}

/** A database with other tables and none of ours is somebody else's. */
async function refuseForeign(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ ours: boolean; others: number }>(
    `select to_regclass('public.migration') is not null as ours,
       (select count(*)::integer from pg_tables where schemaname in ('public', 'record', 'catalogue', 'identity', 'award')) as others`,
  );
  if (rows[0]?.ours === false && rows[0].others > 0)
    throw new DatabaseError(
      'database-not-ours',
      'The database of DATABASE_URL holds other tables: give the product an empty database of its own.',
    );
}

async function holdToAddress(client: pg.Client, publicUrl: string): Promise<void> {
  await client.query(`insert into operations.setting (name, value) values ('public-url', $1) on conflict do nothing`, [
    publicUrl,
  ]);
  const { rows } = await client.query<{ value: string }>(`select value from operations.setting where name = 'public-url'`);
  const kept = rows[0]?.value;
  if (kept !== publicUrl) {
    throw new DatabaseError(
      'url-changed',
      `This database belongs to ${kept}, and RECOGNITION_URL is ${publicUrl}: credentials that were issued name the first. Set RECOGNITION_URL back to it, and forward the new address to it.`,
    );
  }
}

/** Runs with a connection of the owner's, and closes it. Throws `database-unreachable` when there is none. */
export async function withOwner<T>(address: Address, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(parameters(address, 'postgres'));
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseError(
      'database-unreachable',
      `The database does not answer${'url' in address ? ' at DATABASE_URL' : ''}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
