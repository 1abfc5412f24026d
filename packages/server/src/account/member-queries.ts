import type { Tx } from '../database/connection.ts';

const HASH = `sha256(convert_to($1, 'UTF8'))`;

export async function listMembers(
  tx: Tx,
  organisationId: number,
): Promise<{ id: string; name: string; email: string | null; roles: string[] }[]> {
  const { rows } = await tx.query<{ id: string; name: string; email: string | null; roles: string[] }>({
    text: `select a.account_id::text as id, a.name, a.email, array_agg(m.role order by m.role) as roles
             from account.membership m join account.account a using (account_id)
            where m.organisation_id = $1 and m.ended_at is null group by a.account_id order by a.account_id`,
    values: [organisationId],
  });
  return rows;
}

export async function insertInvitation(
  tx: Tx,
  token: string,
  organisationId: number,
  role: string,
  email: string,
  by: number | null,
  days: number,
): Promise<void> {
  await tx.query({
    text: `insert into account.invitation (token_hash, organisation_id, role, email, invited_by, expires_at) values (${HASH}, $2, $3, $4, $5, now() + make_interval(days => $6))`,
    values: [token, organisationId, role, email, by, days],
  });
}

/** One statement takes the invitation and makes the membership, so it is used once. */
export async function takeInvitation(tx: Tx, token: string, accountId: number): Promise<string | null> {
  const { rows } = await tx.query<{ public_id: string }>({
    text: `with taken as (
             update account.invitation i set accepted_at = now()
              where token_hash = ${HASH} and accepted_at is null and expires_at > now()
                and exists (select from account.account a where a.account_id = $2 and lower(a.email) = i.email)
             returning organisation_id, role, invited_by),
           made as (
             insert into account.membership (account_id, organisation_id, role, invited_by)
             select $2, organisation_id, role, invited_by from taken on conflict do nothing)
           select o.public_id from taken join catalogue.organisation o using (organisation_id)`,
    values: [token, accountId],
  });
  return rows[0]?.public_id ?? null;
}

export async function endMemberships(tx: Tx, accountId: number, organisationId: number): Promise<readonly string[]> {
  // Administrators of one organisation leave one after the other, or two could both be the last.
  await tx.query({ text: 'select pg_advisory_xact_lock(6, $1)', values: [organisationId] });
  const { rows } = await tx.query<{ role: string }>({
    text: 'update account.membership set ended_at = now() where account_id = $1 and organisation_id = $2 and ended_at is null returning role',
    values: [accountId, organisationId],
  });
  return rows.map((row) => row.role);
}

export async function otherAdministrators(tx: Tx, organisationId: number): Promise<number> {
  const { rows } = await tx.query<{ count: number }>({
    text: `select count(*)::int as count from account.membership where organisation_id = $1 and role = 'administrator' and ended_at is null`,
    values: [organisationId],
  });
  return rows[0]?.count ?? 0;
}

export interface InvitationRow {
  readonly id: string;
  readonly role: string;
  readonly email: string;
  readonly invited_at: Date;
  readonly expires_at: Date;
}

/** Invitations that nobody has taken and that are not past their time. */
export async function openInvitations(tx: Tx, organisationId: number): Promise<readonly InvitationRow[]> {
  const { rows } = await tx.query<InvitationRow & Record<string, unknown>>({
    text: `select invitation_id::text as id, role, email, invited_at, expires_at from account.invitation
            where organisation_id = $1 and accepted_at is null and expires_at > now() order by invitation_id`,
    values: [organisationId],
  });
  return rows;
}

export async function endInvitation(tx: Tx, organisationId: number, id: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'update account.invitation set expires_at = now() where organisation_id = $1 and invitation_id = $2 and accepted_at is null and expires_at > now()',
    values: [organisationId, id],
  });
  return rowCount === 1;
}

/** Ends the roles that are not named and adds those that are new. Answers whether anything changed; null when they do not belong. */
export async function setRoles(
  tx: Tx,
  accountId: number,
  organisationId: number,
  roles: readonly string[],
  by: number | null,
): Promise<{ readonly ended: readonly string[]; readonly added: number } | null> {
  await tx.query({ text: 'select pg_advisory_xact_lock(6, $1)', values: [organisationId] });
  const held = await tx.query({
    text: 'select from account.membership where account_id = $1 and organisation_id = $2 and ended_at is null limit 1',
    values: [accountId, organisationId],
  });
  if (held.rowCount === 0) return null;
  const { rows } = await tx.query<{ role: string }>({
    text: 'update account.membership set ended_at = now() where account_id = $1 and organisation_id = $2 and ended_at is null and role <> all($3::text[]) returning role',
    values: [accountId, organisationId, roles],
  });
  const { rowCount } = await tx.query({
    text: `insert into account.membership (account_id, organisation_id, role, invited_by)
           select $1, $2, role, $4 from unnest($3::text[]) as r (role) on conflict do nothing`,
    values: [accountId, organisationId, roles, by],
  });
  return { ended: rows.map(({ role }) => role), added: rowCount };
}
