import type { Tx } from '../database/connection.ts';

export type EndorsedKind = 'provider' | 'outcome';

export interface KeptEndorsement {
  readonly id: string;
  readonly credentialId: string;
  readonly credential: unknown;
}

/** Keeps an endorsement. False when the same credential already stands for this subject. */
export async function insertEndorsement(
  tx: Tx,
  made: KeptEndorsement & { readonly kind: EndorsedKind; readonly subject: string; readonly accountId: number },
): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `insert into award.endorsement (endorsement_id, subject_kind, subject, credential_id, credential, made_by)
           values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values: [made.id, made.kind, made.subject, made.credentialId, JSON.stringify(made.credential), made.accountId],
  });
  return rowCount === 1;
}

/** The endorsements of a provider or an outcome that stand, the newest first, a hundred at most. */
export async function endorsementsOf(tx: Tx, kind: EndorsedKind, subject: string): Promise<readonly KeptEndorsement[]> {
  const { rows } = await tx.query<KeptEndorsement & Record<string, unknown>>({
    text: `select endorsement_id as id, credential_id as "credentialId", credential from award.endorsement
            where subject_kind = $1 and subject = $2 and withdrawn_at is null order by made_at desc, endorsement_id limit 100`,
    values: [kind, subject],
  });
  return rows;
}

/** Takes an endorsement back; null when none stands under this id. */
export async function withdrawEndorsementRow(tx: Tx, id: string): Promise<{ readonly credentialId: string } | null> {
  const { rows } = await tx.query<{ credentialId: string }>({
    text: `update award.endorsement set withdrawn_at = now() where endorsement_id = $1 and withdrawn_at is null returning credential_id as "credentialId"`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** The name of a provider that is open, or null. */
export async function providerName(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ name: string }>({
    text: `select n.name from catalogue.organisation o join catalogue.organisation_name n using (organisation_id)
            where o.public_id = $1 order by n.from_on desc nulls last limit 1`,
    values: [id],
  });
  return rows[0]?.name ?? null;
}

/** Whether this version of an outcome is one that anybody may see. */
export async function isListed(tx: Tx, code: string, version: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `select from catalogue.outcome where code = $1 and coalesce(version, 1) = $2 and status not in ('draft', 'in-review') limit 1`,
    values: [code, version],
  });
  return (rowCount ?? 0) > 0;
}
