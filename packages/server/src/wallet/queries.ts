import type { Tx } from '../database/connection.ts';
import type { KeptSecret } from '../sharing/secret.ts';
import type { ConfigurationId, What } from './configurations.ts';

/** One thing of one learner's. */
export interface Item {
  readonly learnerId: number;
  readonly what: What;
  /** An award's public id, or an achievement's id. */
  readonly item: string;
}

const ITEM = 'learner_id as "learnerId", what, item';
type Hashes = readonly Uint8Array[];

export interface NewOffer extends Item {
  readonly handle: KeptSecret;
  readonly code: KeptSecret;
  readonly pin: KeptSecret;
  readonly at: Date;
  readonly by: string;
  readonly until: Date;
}

export async function insertOffer(tx: Tx, offer: NewOffer): Promise<void> {
  await tx.query({
    text: `insert into wallet.offer (handle_hash, learner_id, what, item, code_hash, pin_hash, pin_key, made_at, made_by, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      offer.handle.hash,
      offer.learnerId,
      offer.what,
      offer.item,
      offer.code.hash,
      offer.pin.hash,
      offer.pin.keyId,
      offer.at,
      offer.by,
      offer.until,
    ],
  });
}

/** What is offered under this handle, while it may be taken. */
export async function openOffer(tx: Tx, handles: Hashes, at: Date): Promise<Item | null> {
  const { rows } = await tx.query<Item & { learnerId: number }>({
    text: `select ${ITEM} from wallet.offer where handle_hash = any($1) and used_at is null and pin_left > 0 and expires_at > $2`,
    values: [handles, at],
  });
  return rows[0] ?? null;
}

/** The offer of this code, locked, whatever became of it. */
export async function offerOfCode(tx: Tx, codes: Hashes) {
  const { rows } = await tx.query<
    Item & { handle: Buffer; pinHash: Buffer; pinKey: string; pinLeft: number; usedAt: Date | null; expiresAt: Date }
  >({
    text: `select ${ITEM}, handle_hash as handle, pin_hash as "pinHash", pin_key as "pinKey", pin_left as "pinLeft", used_at as "usedAt",
        expires_at as "expiresAt" from wallet.offer where code_hash = any($1) for update`,
    values: [codes],
  });
  return rows[0] ?? null;
}

export async function useOffer(tx: Tx, handle: Uint8Array, at: Date): Promise<void> {
  await tx.query({ text: 'update wallet.offer set used_at = $2 where handle_hash = $1', values: [handle, at] });
}

export async function missPin(tx: Tx, handle: Uint8Array): Promise<void> {
  await tx.query({ text: 'update wallet.offer set pin_left = pin_left - 1 where handle_hash = $1', values: [handle] });
}

export interface WalletRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly codeChallenge: string;
  readonly configurations: readonly ConfigurationId[];
  /** Asked for by `authorization_details`. */
  readonly detailed: boolean;
  /** Of the key that the code is bound to (RFC 9449, section 10); null: to none. */
  readonly thumbprint: string | null;
}

export async function insertRequest(tx: Tx, handle: KeptSecret, request: WalletRequest, at: Date, until: Date): Promise<void> {
  await tx.query({
    text: `insert into wallet.authorization_request (handle_hash, client_id, redirect_uri, state, code_challenge, configurations, detailed, made_at, expires_at,
        key_thumbprint)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      handle.hash,
      request.clientId,
      request.redirectUri,
      request.state,
      request.codeChallenge,
      request.configurations,
      request.detailed,
      at,
      until,
      request.thumbprint,
    ],
  });
}

const REQUEST =
  'client_id as "clientId", redirect_uri as "redirectUri", state, code_challenge as "codeChallenge", configurations, detailed, key_thumbprint as thumbprint';

/** A request that nobody has answered yet. */
export async function openRequest(tx: Tx, handles: Hashes, at: Date): Promise<WalletRequest | null> {
  const { rows } = await tx.query<WalletRequest & { clientId: string }>({
    text: `select ${REQUEST} from wallet.authorization_request where handle_hash = any($1) and code_hash is null and used_at is null and expires_at > $2`,
    values: [handles, at],
  });
  return rows[0] ?? null;
}

/** Agrees: the request is this learner's, for this item, against this code. Answers whether it was still open. */
export async function agreeRequest(
  tx: Tx,
  handles: Hashes,
  item: Item,
  code: KeptSecret,
  at: Date,
  until: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update wallet.authorization_request set learner_id = $2, what = $3, item = $4, code_hash = $5, expires_at = $7
      where handle_hash = any($1) and code_hash is null and used_at is null and expires_at > $6`,
    values: [handles, item.learnerId, item.what, item.item, code.hash, at, until],
  });
  return rowCount === 1;
}

export async function endRequest(tx: Tx, handles: Hashes, at: Date): Promise<void> {
  await tx.query({
    text: 'update wallet.authorization_request set used_at = $2 where handle_hash = any($1)',
    values: [handles, at],
  });
}

/** Takes the request of this code, once. */
export async function takeRequest(tx: Tx, codes: Hashes, at: Date): Promise<(WalletRequest & Item) | null> {
  const { rows } = await tx.query<WalletRequest & Item & { clientId: string }>({
    text: `update wallet.authorization_request set used_at = $2 where code_hash = any($1) and used_at is null and expires_at > $2
      returning ${REQUEST}, ${ITEM}`,
    values: [codes, at],
  });
  return rows[0] ?? null;
}

export async function insertToken(
  tx: Tx,
  token: KeptSecret,
  { learnerId, what, item }: Item,
  thumbprint: string | null,
  until: Date,
): Promise<void> {
  await tx.query({
    text: `insert into wallet.access_token (token_hash, learner_id, what, item, expires_at, key_thumbprint)
      values ($1, $2, $3, $4, $5, $6)`,
    values: [token.hash, learnerId, what, item, until, thumbprint],
  });
}

/** What a token is for, and the thumbprint of the key that it is bound to, if it is to one. */
export async function itemOfToken(
  tx: Tx,
  tokens: Hashes,
  at: Date,
): Promise<(Item & { readonly thumbprint: string | null }) | null> {
  const { rows } = await tx.query<Item & { learnerId: number; thumbprint: string | null }>({
    text: `select ${ITEM}, key_thumbprint as thumbprint from wallet.access_token where token_hash = any($1) and expires_at > $2`,
    values: [tokens, at],
  });
  return rows[0] ?? null;
}

export async function insertNonce(tx: Tx, nonce: KeptSecret, until: Date): Promise<void> {
  await tx.query({ text: 'insert into wallet.nonce (nonce_hash, expires_at) values ($1, $2)', values: [nonce.hash, until] });
}

/** Remembers a proof that counts once; false if it was shown before. */
export async function markProof(tx: Tx, hash: Uint8Array, until: Date): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'insert into wallet.nonce (nonce_hash, expires_at) values ($1, $2) on conflict do nothing',
    values: [hash, until],
  });
  return rowCount === 1;
}

/** Whether it was there and open; it is gone now. */
export async function takeNonce(tx: Tx, nonces: Hashes, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'delete from wallet.nonce where nonce_hash = any($1) and expires_at > $2',
    values: [nonces, at],
  });
  return rowCount > 0;
}

export interface NewCopy extends Item {
  readonly configuration: ConfigurationId;
  readonly holders: readonly object[];
  readonly handle: KeptSecret;
  readonly at: Date;
  readonly waits: boolean;
}

export async function insertCopy(tx: Tx, copy: NewCopy): Promise<void> {
  await tx.query({
    text: `insert into wallet.copy (learner_id, copy_id, what, item, configuration, holders, handle_hash, made_at, waits)
      values ($1, nextval('wallet.id_sequence') * 1024 + $1::bigint % 1024, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
    values: [
      copy.learnerId,
      copy.what,
      copy.item,
      copy.configuration,
      JSON.stringify(copy.holders),
      copy.handle.hash,
      copy.at,
      copy.waits,
    ],
  });
}

/** The copy that waits under this transaction, locked. */
export async function waitingCopy(tx: Tx, handles: Hashes) {
  const { rows } = await tx.query<Item & { copyId: number; configuration: string; holders: unknown }>({
    text: `select ${ITEM}, copy_id as "copyId", configuration, holders from wallet.copy where handle_hash = any($1) and waits for update`,
    values: [handles],
  });
  return rows[0] ?? null;
}

export async function deliverCopy(tx: Tx, learnerId: number, copyId: number, handle: KeptSecret, at: Date): Promise<void> {
  await tx.query({
    text: 'update wallet.copy set waits = false, handle_hash = $3, made_at = $4 where learner_id = $1 and copy_id = $2',
    values: [learnerId, copyId, handle.hash, at],
  });
}

export type Told = 'credential_accepted' | 'credential_failure' | 'credential_deleted';

/** Keeps what a wallet says became of a copy of this learner's. Answers whether there is such a copy. */
export async function tellCopy(tx: Tx, learnerId: number, handles: Hashes, told: Told, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'update wallet.copy set told = $3, told_at = $4 where learner_id = $1 and handle_hash = any($2) and not waits',
    values: [learnerId, handles, told, at],
  });
  return rowCount > 0;
}

export interface CopyRow {
  readonly configuration: ConfigurationId;
  readonly keys: number;
  readonly at: Date;
  readonly waits: boolean;
  readonly told: Told | null;
}

/** The copies of one thing of the learner who is signed in, newest first. */
export async function copiesOf(tx: Tx, what: What, item: string): Promise<readonly CopyRow[]> {
  const { rows } = await tx.query<CopyRow & { keys: number }>({
    text: `select configuration, jsonb_array_length(holders) as keys, made_at as at, waits, told from wallet.copy
      where what = $1 and item = $2 order by made_at desc, copy_id desc limit 50`,
    values: [what, item],
  });
  return rows;
}
