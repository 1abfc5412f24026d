import type { Tx } from '../../database/connection.ts';
import type { KeptSecret } from '../../sharing/secret.ts';

/** Where we are registered ourselves. */
export interface HostRow {
  readonly baseUrl: string;
  readonly name: string;
  readonly clientId: string;
  readonly secretCipher: Uint8Array;
  readonly secretKey: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly scopes: readonly string[];
}

export async function findHost(tx: Tx, baseUrl: string): Promise<HostRow | null> {
  const { rows } = await tx.query<HostRow & Record<string, unknown>>({
    text: `select base_url as "baseUrl", name, client_id as "clientId", secret_cipher as "secretCipher", secret_key as "secretKey",
      authorization_url as "authorizationUrl", token_url as "tokenUrl", scopes from badges.host where base_url = $1`,
    values: [baseUrl],
  });
  return rows[0] ?? null;
}

/** Keeps a registration; of two made at once the first stays. */
export async function insertHost(tx: Tx, host: HostRow, at: Date): Promise<void> {
  await tx.query({
    text: `insert into badges.host (base_url, name, client_id, secret_cipher, secret_key, authorization_url, token_url, scopes, registered_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (base_url) do nothing`,
    values: [
      host.baseUrl,
      host.name,
      host.clientId,
      host.secretCipher,
      host.secretKey,
      host.authorizationUrl,
      host.tokenUrl,
      host.scopes,
      at,
    ],
  });
}

export async function forgetHost(tx: Tx, baseUrl: string): Promise<void> {
  await tx.query({ text: 'delete from badges.host where base_url = $1', values: [baseUrl] });
}

export interface NewVisit {
  readonly state: KeptSecret;
  readonly learnerId: number;
  readonly baseUrl: string;
  readonly codeVerifier: string;
  readonly until: Date;
}

export async function insertVisit(tx: Tx, visit: NewVisit): Promise<void> {
  await tx.query({
    text: 'insert into badges.visit (state_hash, learner_id, base_url, code_verifier, expires_at) values ($1, $2, $3, $4, $5)',
    values: [visit.state.hash, visit.learnerId, visit.baseUrl, visit.codeVerifier, visit.until],
  });
}

/** Takes the visit of the learner who is signed in, once. */
export async function takeVisit(
  tx: Tx,
  states: readonly Uint8Array[],
  at: Date,
): Promise<{ readonly baseUrl: string; readonly codeVerifier: string } | null> {
  const { rows } = await tx.query<{ baseUrl: string; codeVerifier: string }>({
    text: `update badges.visit set used_at = $2 where state_hash = any($1) and learner_id = any((select access.own_learners())::bigint[])
      and used_at is null and expires_at > $2 returning base_url as "baseUrl", code_verifier as "codeVerifier"`,
    values: [states, at],
  });
  return rows[0] ?? null;
}
