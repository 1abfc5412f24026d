import pg from 'pg';
import { z } from 'zod';
import { databaseFailure, unavailable } from './failure.ts';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the number ${text} is too large`);
  return value;
});

/** A kind of actor is a database role, `nzrr_<kind>`. */
export type ActorKind = 'public' | 'learner' | 'provider' | 'developer' | 'employer' | 'steward' | 'batch';

/** What a transaction needs to know of who asks: the role to become and the token that proves it. */
export interface Acting {
  readonly kind: ActorKind;
  readonly token: string;
}

export interface Query {
  /** Names a prepared statement; give hot queries one. */
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** A statement that `look` prepares: its values are of types that have one way of being written. */
export interface NamedQuery extends Query {
  readonly name: string;
  readonly values: readonly (string | number | null)[];
}

/** A transaction in progress. `rows` shapes are stated by the query that asks; parse what came from outside. */
export interface Tx {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the query that asks states the shape of its rows
  readonly query: <Row extends pg.QueryResultRow>(query: Query) => Promise<{ rows: Row[]; rowCount: number }>;
  /** The driver's client, for COPY streams only. */
  readonly client: pg.ClientBase;
}

/** Where a connection goes: a unix socket folder or a URL. */
export type Address = { readonly host: string; readonly port: number; readonly database: string } | { readonly url: string };

export interface Database {
  /** Runs in one transaction as this actor: the role is set and the session entered before `work`. Throws `session-ended`. */
  readonly as: <T>(acting: Acting, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /**
   * One statement that only reads, in a transaction of its own as this actor, in one trip to the server: for what is asked most. The
   * statement has a name and is prepared on each connection once. Throws `session-ended`.
   */
  readonly look: <Row extends pg.QueryResultRow>(acting: Acting, query: NamedQuery) => Promise<readonly Row[]>;
  /** Runs as the public: no session. */
  readonly asPublic: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Runs the product's own jobs, under policy for the batch role. */
  readonly asBatch: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Runs on the identity pool; only the identity folder calls it. */
  readonly asIdentity: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** One statement on the identity pool, outside a transaction; only the identity folder calls it. */
  readonly askIdentity: <Row extends pg.QueryResultRow>(query: Query) => Promise<readonly Row[]>;
  /** Runs on the account pool, before an actor is known; only the account, http and operations folders call it. */
  readonly asAccount: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** One statement on the account pool, outside a transaction: what every request asks. */
  readonly ask: <Row extends pg.QueryResultRow>(query: Query) => Promise<readonly Row[]>;
  readonly end: () => Promise<void>;
}

export class SessionEnded extends Error {
  readonly code = 'session-ended';
}

export interface DatabaseOptions {
  readonly poolSize?: number;
  /** Where the identity pool signs in, when that is not where the other does. */
  readonly identity?: Address;
}

/** Opens the pools. `app` signs in as the role that owns nothing; `owner` makes the token of the product's own jobs, then closes. */
export async function openDatabase(app: Address, owner: Address, options: DatabaseOptions = {}): Promise<Database> {
  const batchToken = await openBatchSession(owner);
  const pool = new pg.Pool({ ...parameters(app, 'nzrr_app'), max: options.poolSize ?? 10 });
  const identityPool = new pg.Pool({ ...parameters(options.identity ?? app, 'nzrr_identity'), max: options.poolSize ?? 4 });
  pool.on('error', () => undefined);
  identityPool.on('error', () => undefined);
  const accountPool = new pg.Pool({ ...parameters('url' in app ? owner : app, 'nzrr_account'), max: options.poolSize ?? 6 });
  accountPool.on('error', () => undefined);
  return {
    as: (acting, work) => transaction(pool, `nzrr_${acting.kind}`, acting.token, work),
    look: (acting, query) => look(pool, acting, query),
    asPublic: (work) => transaction(pool, 'nzrr_public', null, work),
    asBatch: (work) => transaction(pool, 'nzrr_batch', batchToken, work),
    asIdentity: (work) => transaction(identityPool, 'nzrr_identity', null, work),
    askIdentity: (query) => ask(identityPool, query),
    asAccount: (work) => transaction(accountPool, 'nzrr_account', null, work),
    ask: (query) => ask(accountPool, query),
    end: async () => {
      await Promise.all([pool.end(), identityPool.end(), accountPool.end()]);
    },
  };
}

export function parameters(address: Address, user: string): pg.ClientConfig {
  return 'url' in address
    ? { connectionString: address.url }
    : { host: address.host, port: address.port, database: address.database, user };
}

async function openBatchSession(owner: Address): Promise<string> {
  const token = crypto.randomUUID() + crypto.randomUUID();
  const client = new pg.Client(parameters(owner, 'postgres'));
  await client.connect();
  try {
    await client.query(
      `insert into access.session (token_hash, kind, expires_at) values (sha256(convert_to($1, 'UTF8')), 'batch', now() + interval '10 years')`,
      [token],
    );
  } finally {
    await client.end();
  }
  return token;
}

/** Whatever keeps us from a connection, the database cannot be had at the moment. */
async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw databaseFailure(error, false) ?? unavailable(error);
  }
}

async function ask<Row extends pg.QueryResultRow>(pool: pg.Pool, { name, text, values }: Query): Promise<readonly Row[]> {
  const client = await connect(pool);
  let broken: Error | undefined;
  const lost = (error: Error): void => void (broken = error);
  client.on('error', lost);
  try {
    const named = name === undefined ? {} : { name };
    return (await client.query<Row>({ ...named, text, values: values === undefined ? [] : [...values] })).rows;
  } catch (error) {
    throw databaseFailure(error, false) ?? error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

/** What each connection has prepared, by role and name: a plan knows the policies of the role that made it. */
const prepared = new WeakMap<pg.PoolClient, Set<string>>();

async function look<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  { kind, token }: Acting,
  query: NamedQuery,
): Promise<readonly Row[]> {
  const client = await connect(pool);
  let broken: Error | boolean = false;
  const lost = (error: Error): void => void (broken = error);
  client.on('error', lost);
  try {
    const name = `${kind} ${query.name}`;
    const known = prepared.get(client) ?? new Set();
    prepared.set(client, known);
    const identifier = pg.escapeIdentifier(name);
    const values = query.values.map((value) => (value === null ? 'null' : pg.escapeLiteral(String(value))));
    const prepare = known.has(name) ? '' : `prepare ${identifier} as ${query.text}; `;
    const answers = await client.query<Row>(
      `${opening(`nzrr_${kind}`, token)}; ${prepare}execute ${identifier}${values.length === 0 ? '' : `(${values.join(', ')})`}; commit`,
    );
    known.add(name);
    if (!hasEntered(answers)) throw new SessionEnded('the session has ended');
    return rowsBeforeCommit(answers);
  } catch (error) {
    // What the server has of this transaction and of this statement is not known: another connection begins afresh.
    if (!(error instanceof SessionEnded)) broken = true;
    throw databaseFailure(error, false) ?? error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

async function transaction<T>(pool: pg.Pool, role: string, token: string | null, work: (tx: Tx) => Promise<T>): Promise<T> {
  let committing = false;
  let broken: Error | undefined;
  const client = await connect(pool);
  // A connection that is lost tells the query that waits, and the client besides: without a listener that would end the process.
  const lost = (error: Error): void => void (broken = error);
  client.on('error', lost);
  try {
    const began: unknown = await client.query(opening(role, token));
    if (token !== null && !hasEntered(began)) throw new SessionEnded('the session has ended');
    const answer = await work({
      client,
      query: async ({ name, text, values }) => {
        const result = await client.query({
          ...(name === undefined ? {} : { name }),
          text,
          values: values === undefined ? [] : [...values],
        });
        return { rows: result.rows, rowCount: result.rowCount ?? 0 };
      },
    });
    committing = true;
    await client.query('commit');
    return answer;
  } catch (error) {
    try {
      await client.query('rollback');
    } catch (failure) {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    }
    throw databaseFailure(error, committing) ?? error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

/** One trip to the server: begin, enter the session, become the role. */
function opening(role: string, token: string | null): string {
  const entering = token === null ? 'null' : `access.enter(${pg.escapeLiteral(token)})`;
  return `begin; select ${entering} as entered; set local role ${pg.escapeIdentifier(role)}`;
}

const OPENING = z.tuple([z.unknown(), z.object({ rows: z.tuple([z.object({ entered: z.boolean() })]) })], z.unknown());

/** Of the three answers to the opening, whether the second says that the session is alive. */
function hasEntered(answers: unknown): boolean {
  const read = OPENING.safeParse(answers);
  return read.success && read.data[1].rows[0].entered;
}

/** Several statements in one text have an answer each, which the driver's types do not say: the last is that of the commit. */
function rowsBeforeCommit<Row extends pg.QueryResultRow>(
  answers: pg.QueryResult<Row> | readonly pg.QueryResult<Row>[],
): readonly Row[] {
  return 'rows' in answers ? [] : (answers.at(-2)?.rows ?? []);
}
