import type { Tx } from '../database/connection.ts';

export type ItemKind = 'file' | 'link' | 'credential';

/** A piece of evidence as its row has it. Ids are bigint within safe integers. */
export interface ItemRow {
  readonly learnerId: number;
  readonly itemId: number;
  readonly kind: ItemKind;
  readonly title: string;
  readonly url: string | null;
  readonly fileId: string | null;
  readonly mediaType: string | null;
  readonly bytes: number | null;
  readonly contentHash: Buffer | null;
  readonly fileKey: Buffer | null;
  readonly keyId: string | null;
  readonly issuer: string | null;
  readonly finding: unknown;
  readonly proof: boolean;
  readonly addedAt: Date;
}

const COLUMNS = `learner_id as "learnerId", item_id as "itemId", kind, title, url, file_id as "fileId", media_type as "mediaType", bytes,
  content_hash as "contentHash", file_key as "fileKey", key_id as "keyId", issuer, finding, proof, added_at as "addedAt"`;

type Row = { [Key in keyof ItemRow]: ItemRow[Key] };

export type NewItem = Omit<ItemRow, 'itemId' | 'contentHash' | 'fileKey'> & {
  readonly contentHash: Uint8Array | null;
  readonly fileKey: Uint8Array | null;
  readonly addedBy: string;
};

/** Keeps an item; null when the same content or link is kept already. */
export async function insertItem(tx: Tx, item: NewItem): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    text: `insert into evidence.item (learner_id, item_id, kind, title, url, file_id, media_type, bytes, content_hash, file_key, key_id, issuer, finding,
        proof, added_at, added_by)
      values ($1, nextval('evidence.item_sequence') * 1024 + $1::bigint % 1024, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15)
      on conflict do nothing returning item_id as id`,
    values: [
      item.learnerId,
      item.kind,
      item.title,
      item.url,
      item.fileId,
      item.mediaType,
      item.bytes,
      item.contentHash,
      item.fileKey,
      item.keyId,
      item.issuer,
      item.finding === null ? null : JSON.stringify(item.finding),
      item.proof,
      item.addedAt,
      item.addedBy,
    ],
  });
  return rows[0]?.id ?? null;
}

/** What the learner who is signed in keeps, the newest first. */
export async function ownItems(tx: Tx): Promise<readonly ItemRow[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${COLUMNS} from evidence.item where learner_id = any((select access.own_learners())::bigint[]) order by item_id desc`,
  });
  return rows;
}

/** These items of these learners, as far as the actor may see them. */
export async function itemsOf(tx: Tx, learnerIds: readonly number[], itemIds: readonly number[]): Promise<readonly ItemRow[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${COLUMNS} from evidence.item where learner_id = any($1) and item_id = any($2) order by item_id`,
    values: [learnerIds, itemIds],
  });
  return rows;
}

/** The item that has this content or this link already. */
export async function sameItem(
  tx: Tx,
  learnerIds: readonly number[],
  same: { readonly contentHash: Uint8Array | null; readonly url: string | null },
): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>({
    text: 'select item_id as id from evidence.item where learner_id = any($1) and (content_hash = $2 or url = $3) order by item_id limit 1',
    values: [learnerIds, same.contentHash, same.url],
  });
  return rows[0]?.id ?? null;
}

export async function removeItem(tx: Tx, learnerId: number, itemId: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'delete from evidence.item where learner_id = $1 and item_id = $2',
    values: [learnerId, itemId],
  });
  return rowCount === 1;
}

/** How much the learner who is signed in keeps. */
export async function ownAmount(tx: Tx): Promise<{ readonly items: number; readonly bytes: number }> {
  const { rows } = await tx.query<{ items: number; bytes: number }>({
    text: `select count(*)::integer as items, coalesce(sum(bytes), 0)::bigint as bytes from evidence.item
      where learner_id = any((select access.own_learners())::bigint[])`,
  });
  return rows[0] ?? { items: 0, bytes: 0 };
}

/** Which of these files have a row. */
export async function knownFiles(tx: Tx, fileIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>({
    text: 'select file_id::text as id from evidence.item where file_id = any($1::uuid[])',
    values: [fileIds],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Who of others opened which item of the learner who is signed in, the newest first. */
export async function ownOpenings(
  tx: Tx,
): Promise<
  readonly { readonly item: string; readonly at: Date; readonly organisationId: number | null; readonly purpose: string }[]
> {
  const { rows } = await tx.query<{ item: string; at: Date; organisationId: number | null; purpose: string }>({
    text: `select substr(what, 10) as item, at, organisation_id as "organisationId", purpose from record.access_log
      where learner_id = any((select access.own_learners())::bigint[]) and what like 'evidence:%' order by access_id desc limit 500`,
  });
  return rows;
}

/** Whether an application or a transfer that somebody has still to decide shows this item. */
export async function isAwaited(tx: Tx, learnerId: number, itemId: number): Promise<boolean> {
  const { rows } = await tx.query<{ used: boolean }>({
    text: `select exists (select from rpl.application_state s join rpl.application_outcome o using (learner_id, application_id)
        where s.learner_id = $1 and s.status in ('applied', 'asked', 'assessed') and o.evidence @> jsonb_build_array(jsonb_build_object('item', $2::bigint::text)))
      or exists (select from transfer.request_state r where r.learner_id = $1 and r.item_id = $2 and r.status = 'asked') as used`,
    values: [learnerId, itemId],
  });
  return rows[0]?.used ?? false;
}

/** The e-mail addresses of the accounts that are linked to a learner. */
export async function emailsOf(tx: Tx, learnerIds: readonly number[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ email: string }>({
    name: 'evidence-emails-of',
    text: `select a.email from account.learner_link l join account.account a using (account_id)
            where l.learner_id = any($1) and l.ended_at is null and a.email is not null`,
    values: [learnerIds],
  });
  return rows.map(({ email }) => email);
}
