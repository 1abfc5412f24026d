import type { Tx } from '../database/connection.ts';

export async function insertClient(
  tx: Tx,
  client: {
    readonly id: string;
    readonly secret: string;
    readonly organisationId: number;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly madeBy: number | null;
  },
): Promise<void> {
  await tx.query({
    text: `insert into account.client (client_id, secret_hash, organisation_id, name, scopes, made_by) values ($1, sha256(convert_to($2, 'UTF8')), $3, $4, $5, $6)`,
    values: [client.id, client.secret, client.organisationId, client.name, client.scopes, client.madeBy],
  });
}

/** The secret has 256 random bits, so a plain hash of it is as good as a slow one. */
export async function findClient(
  tx: Tx,
  id: string,
  secret: string,
): Promise<{ organisation_id: number; scopes: string[] } | null> {
  const { rows } = await tx.query<{ organisation_id: number; scopes: string[] }>({
    text: `select organisation_id, scopes from account.client where client_id = $1 and secret_hash = sha256(convert_to($2, 'UTF8')) and ended_at is null`,
    values: [id, secret],
  });
  return rows[0] ?? null;
}

export async function replaceSecret(tx: Tx, id: string, organisationId: number, secret: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update account.client set secret_hash = sha256(convert_to($3, 'UTF8')) where client_id = $1 and organisation_id = $2 and ended_at is null`,
    values: [id, organisationId, secret],
  });
  if (rowCount === 1) await endTokens(tx, id);
  return rowCount === 1;
}

export async function endClient(tx: Tx, id: string, organisationId: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'update account.client set ended_at = now() where client_id = $1 and organisation_id = $2 and ended_at is null',
    values: [id, organisationId],
  });
  if (rowCount === 1) await endTokens(tx, id);
  return rowCount === 1;
}

async function endTokens(tx: Tx, id: string): Promise<void> {
  await tx.query({ text: 'update access.session set ended_at = now() where client_id = $1 and ended_at is null', values: [id] });
}

export interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly scopes: string[];
  readonly made_at: Date;
  /** When it last asked for a token, as far as its sessions are kept (30 days). */
  readonly used_at: Date | null;
}

/** The clients in force of one organisation, or of all (null). */
export async function clientsOf(tx: Tx, organisationId: number | null): Promise<readonly ClientRow[]> {
  const { rows } = await tx.query<ClientRow & Record<string, unknown>>({
    text: `select c.client_id as id, c.name, o.public_id as organisation, c.scopes, c.made_at,
              (select max(s.created_at) from access.session s where s.client_id = c.client_id) as used_at
             from account.client c join catalogue.organisation o using (organisation_id)
            where c.ended_at is null and ($1::integer is null or c.organisation_id = $1) order by o.public_id, c.made_at`,
    values: [organisationId],
  });
  return rows;
}

/** The organisation of a client that is in force. */
export async function organisationOfClient(tx: Tx, id: string): Promise<number | null> {
  const { rows } = await tx.query<{ organisation_id: number }>({
    text: 'select organisation_id from account.client where client_id = $1 and ended_at is null',
    values: [id],
  });
  return rows[0]?.organisation_id ?? null;
}

export async function organisationByPublicId(tx: Tx, publicId: string): Promise<number | null> {
  const { rows } = await tx.query<{ organisation_id: number }>({
    text: 'select organisation_id from catalogue.organisation where public_id = $1',
    values: [publicId],
  });
  return rows[0]?.organisation_id ?? null;
}
