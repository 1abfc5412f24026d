import type { Tx } from '../database/connection.ts';

export interface KeptLink {
  readonly id: number;
  readonly label: string;
  readonly roleId: number | null;
  readonly cipher: Buffer;
  readonly keyId: string;
  readonly keptAt: Date;
}

const LINK = `select link_id as id, label, role_id as "roleId", link_cipher as cipher, link_key as "keyId", kept_at as "keptAt" from employer.kept_link`;

type Shape<T> = { [Key in keyof T]: T[Key] };

/** The links that the signed-in employer keeps, the newest first. */
export async function linksOf(tx: Tx): Promise<readonly KeptLink[]> {
  const { rows } = await tx.query<Shape<KeptLink>>({ text: `${LINK} order by link_id desc limit 1000` });
  return rows;
}

export async function linkOf(tx: Tx, id: number): Promise<KeptLink | null> {
  const { rows } = await tx.query<Shape<KeptLink>>({ text: `${LINK} where link_id = $1`, values: [id] });
  return rows[0] ?? null;
}

/** Keeps a link; the same link again only takes the new label and role. Answers its number. */
export async function insertLink(
  tx: Tx,
  link: {
    readonly organisationId: number;
    readonly hash: Buffer;
    readonly cipher: Buffer;
    readonly keyId: string;
    readonly label: string;
    readonly roleId: number | null;
    readonly actor: string;
    readonly at: Date;
  },
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    text: `insert into employer.kept_link (organisation_id, link_hash, link_cipher, link_key, label, role_id, kept_by, kept_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (organisation_id, link_hash) do update set label = excluded.label, role_id = excluded.role_id returning link_id as id`,
    values: [link.organisationId, link.hash, link.cipher, link.keyId, link.label, link.roleId, link.actor, link.at],
  });
  return rows[0]!.id;
}

export async function deleteLink(tx: Tx, id: number): Promise<boolean> {
  const { rowCount } = await tx.query({ text: 'delete from employer.kept_link where link_id = $1', values: [id] });
  return rowCount === 1;
}
