import type { Tx } from '../database/connection.ts';

/** The one account with this address that has this role in this organisation now. */
export async function staffByMail(
  tx: Tx,
  { mail, organisationId, role }: { readonly mail: string; readonly organisationId: number; readonly role: string },
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    text: `select a.account_id as id from account.account a join account.membership m using (account_id)
      where lower(a.email) = lower($1) and m.organisation_id = $2 and m.role = $3 and m.ended_at is null`,
    values: [mail, organisationId, role],
  });
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
