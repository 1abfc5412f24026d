import type { Tx } from '../../database/connection.ts';
import type { StatusPurpose } from '../../award/status-queries.ts';

/** Lets one transaction at a time give places to the credential with this id. */
export async function lockCredential(tx: Tx, credentialId: string): Promise<void> {
  await tx.query({ name: 'vc-api-lock', text: `select pg_advisory_xact_lock(hashtextextended($1, 0))`, values: [credentialId] });
}

/** Whether the credential with this id has a place in a list of this purpose. */
export async function hasPlace(tx: Tx, purpose: StatusPurpose, credentialId: string): Promise<boolean> {
  const { rows } = await tx.query<{ known: boolean }>({
    name: 'vc-api-has-place',
    text: `select exists (select from award.status_entry e join award.status_list l using (list_id) where e.credential_id = $1 and l.purpose = $2) as known`,
    values: [credentialId, purpose],
  });
  return rows[0]?.known === true;
}
