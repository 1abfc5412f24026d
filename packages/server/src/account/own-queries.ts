import type { Tx } from '../database/connection.ts';

const HASH = (place: number) => `sha256(convert_to($${place}, 'UTF8'))`;

export interface OwnAccountRow {
  readonly name: string;
  readonly email: string | null;
  readonly language: 'en' | 'mi';
  readonly theme: 'light' | 'dark' | null;
  readonly mail_address: string | null;
  readonly mail_verified: boolean;
  readonly mail_wanted: boolean;
}

export async function ownAccount(tx: Tx, accountId: number): Promise<OwnAccountRow | null> {
  const { rows } = await tx.query<OwnAccountRow & Record<string, unknown>>({
    text: `select name, email, language, theme, mail_address, mail_verified_at is not null as mail_verified, mail_wanted
             from account.account where account_id = $1`,
    values: [accountId],
  });
  return rows[0] ?? null;
}

export async function changeAccount(
  tx: Tx,
  accountId: number,
  change: {
    readonly language: 'en' | 'mi' | null;
    readonly theme: 'light' | 'dark' | 'device' | null;
    readonly mailWanted: boolean | null;
  },
): Promise<void> {
  await tx.query({
    text: `update account.account set language = coalesce($2, language),
              theme = case when $3::text is null then theme when $3 = 'device' then null else $3 end,
              mail_wanted = coalesce($4, mail_wanted)
            where account_id = $1`,
    values: [accountId, change.language, change.theme, change.mailWanted],
  });
}

export interface SessionLine {
  readonly id: number;
  readonly device: string;
  readonly method: 'issuer' | 'passkey' | 'client';
  readonly organisation: string | null;
  readonly created_at: Date;
  readonly seen_at: Date;
  readonly current: boolean;
}

/** The live sessions of an account, the last used first. */
export async function sessionsOf(tx: Tx, accountId: number, token: string, idle: string): Promise<readonly SessionLine[]> {
  const { rows } = await tx.query<SessionLine & Record<string, unknown>>({
    text: `select session_id as id, device, method, created_at, seen_at, token_hash = ${HASH(2)} as current,
              (select n.name from catalogue.organisation_name n where n.organisation_id = s.organisation_id order by n.from_on desc limit 1) as organisation
             from access.session s
            where account_id = $1 and ended_at is null and expires_at > now() and seen_at > now() - $3::interval
            order by seen_at desc limit 200`,
    values: [accountId, token, idle],
  });
  return rows;
}

export async function endOwnSession(tx: Tx, accountId: number, sessionId: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'update access.session set ended_at = now() where account_id = $1 and session_id = $2 and ended_at is null',
    values: [accountId, sessionId],
  });
  return rowCount === 1;
}

export async function endOtherSessions(tx: Tx, accountId: number, token: string): Promise<number> {
  const { rowCount } = await tx.query({
    text: `update access.session set ended_at = now() where account_id = $1 and ended_at is null and token_hash <> ${HASH(2)}`,
    values: [accountId, token],
  });
  return rowCount;
}

export async function themeOf(tx: Tx, accountId: number): Promise<'light' | 'dark' | null> {
  const { rows } = await tx.query<{ theme: 'light' | 'dark' | null }>({
    text: 'select theme from account.account where account_id = $1',
    values: [accountId],
  });
  return rows[0]?.theme ?? null;
}
