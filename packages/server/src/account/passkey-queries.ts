import type { Tx } from '../database/connection.ts';

const HASH = (place: number) => `sha256(convert_to($${place}, 'UTF8'))`;

export interface PasskeyRow {
  readonly id: number;
  readonly account_id: number;
  readonly credential_id: string;
  readonly public_key: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly synced: boolean;
  readonly name: string;
  readonly made_at: Date;
  readonly used_at: Date | null;
}

const COLUMNS = 'passkey_id as id, account_id, credential_id, public_key, counter, transports, synced, name, made_at, used_at';

export async function passkeysOf(tx: Tx, accountId: number): Promise<readonly PasskeyRow[]> {
  const { rows } = await tx.query<PasskeyRow & Record<string, unknown>>({
    text: `select ${COLUMNS} from account.passkey where account_id = $1 order by passkey_id`,
    values: [accountId],
  });
  return rows;
}

/** Locks the row, so that two uses of one counter follow each other. */
export async function passkeyByCredential(tx: Tx, credentialId: string): Promise<PasskeyRow | null> {
  const { rows } = await tx.query<PasskeyRow & Record<string, unknown>>({
    text: `select ${COLUMNS} from account.passkey where credential_id = $1 for update`,
    values: [credentialId],
  });
  return rows[0] ?? null;
}

/** Answers the number of the passkey, or null when it is registered already. */
export async function insertPasskey(
  tx: Tx,
  passkey: {
    readonly accountId: number;
    readonly credentialId: string;
    readonly publicKey: Uint8Array;
    readonly counter: number;
    readonly transports: readonly string[];
    readonly synced: boolean;
    readonly name: string;
  },
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    text: `insert into account.passkey (account_id, credential_id, public_key, counter, transports, synced, name)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing returning passkey_id as id`,
    values: [
      passkey.accountId,
      passkey.credentialId,
      Buffer.from(passkey.publicKey),
      passkey.counter,
      passkey.transports,
      passkey.synced,
      passkey.name,
    ],
  });
  return rows[0]?.id ?? null;
}

export async function notePasskeyUse(tx: Tx, id: number, counter: number, synced: boolean): Promise<void> {
  await tx.query({
    text: 'update account.passkey set counter = $2, synced = $3, used_at = now() where passkey_id = $1',
    values: [id, counter, synced],
  });
}

export async function renamePasskey(tx: Tx, accountId: number, id: number, name: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'update account.passkey set name = $3 where account_id = $1 and passkey_id = $2',
    values: [accountId, id, name],
  });
  return rowCount === 1;
}

export async function deletePasskey(tx: Tx, accountId: number, id: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'delete from account.passkey where account_id = $1 and passkey_id = $2',
    values: [accountId, id],
  });
  return rowCount === 1;
}

export async function handleOf(tx: Tx, accountId: number): Promise<{ handle: Buffer; name: string } | null> {
  const { rows } = await tx.query<{ handle: Buffer; name: string }>({
    text: 'select user_handle as handle, name from account.account where account_id = $1',
    values: [accountId],
  });
  return rows[0] ?? null;
}

export async function keepChallenge(tx: Tx, challenge: string, accountId: number | null): Promise<void> {
  await tx.query({
    text: `insert into account.passkey_challenge (challenge_hash, account_id, expires_at) values (${HASH(1)}, $2, now() + interval '5 minutes')`,
    values: [challenge, accountId],
  });
}

/** Takes the challenge, once, for this account (null: for somebody who signs in); what is past its time goes too. */
export async function takeChallenge(tx: Tx, challenge: string, accountId: number | null): Promise<boolean> {
  const { rows } = await tx.query<{ fresh: boolean }>({
    text: `delete from account.passkey_challenge
            where (challenge_hash = ${HASH(1)} and account_id is not distinct from $2) or expires_at < now()
            returning challenge_hash = ${HASH(1)} and expires_at > now() as fresh`,
    values: [challenge, accountId],
  });
  return rows.some(({ fresh }) => fresh);
}
