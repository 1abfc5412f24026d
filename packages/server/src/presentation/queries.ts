import type { Tx } from '../database/connection.ts';

export async function insertAsked(
  tx: Tx,
  { hash, at, until }: { readonly hash: Uint8Array; readonly at: Date; readonly until: Date },
): Promise<void> {
  await tx.query({
    text: 'insert into wallet.presentation_request (handle_hash, made_at, expires_at) values ($1, $2, $3)',
    values: [hash, at, until],
  });
}

/** A question that no wallet has answered yet. */
export async function openAsked(tx: Tx, hash: Uint8Array, at: Date): Promise<{ until: Date } | null> {
  const { rows } = await tx.query<{ until: Date }>({
    text: `select expires_at as until from wallet.presentation_request where handle_hash = $1 and answered_at is null and expires_at > $2`,
    values: [hash, at],
  });
  return rows[0] ?? null;
}

/** Takes the question, once: an answer to it is being looked at. */
export async function takeAsked(tx: Tx, hash: Uint8Array, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'update wallet.presentation_request set answered_at = $2 where handle_hash = $1 and answered_at is null and expires_at > $2',
    values: [hash, at],
  });
  return rowCount === 1;
}

export async function keepAnswer(
  tx: Tx,
  hash: Uint8Array,
  sealed: { readonly cipher: Uint8Array; readonly keyId: string },
): Promise<void> {
  await tx.query({
    text: 'update wallet.presentation_request set answer_cipher = $2, answer_key = $3 where handle_hash = $1',
    values: [hash, sealed.cipher, sealed.keyId],
  });
}

export interface AskedRow {
  readonly answeredAt: Date | null;
  readonly cipher: Buffer | null;
  readonly keyId: string | null;
}

/** The question and what came of it, within its time. */
export async function findAsked(tx: Tx, hash: Uint8Array, at: Date): Promise<AskedRow | null> {
  const { rows } = await tx.query<AskedRow & { keyId: string | null }>({
    text: `select answered_at as "answeredAt", answer_cipher as cipher, answer_key as "keyId" from wallet.presentation_request
      where handle_hash = $1 and expires_at > $2`,
    values: [hash, at],
  });
  return rows[0] ?? null;
}
