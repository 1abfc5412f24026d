import type { Tx } from '../database/connection.ts';

export type StatusPurpose = 'revocation' | 'suspension';

export interface StatusPlace {
  readonly purpose: StatusPurpose;
  /** The list's public id, the last part of its address. */
  readonly list: string;
  readonly index: number;
}

/** Draws a free index for a credential, at random, in the open list of this purpose. */
export async function drawPlace(tx: Tx, purpose: StatusPurpose, learnerId: number, credentialId: string): Promise<StatusPlace> {
  const { rows } = await tx.query<{ list: string; index: number }>({
    name: 'status-draw',
    text: `select list, index from award.draw_status_index($1, $2, $3)`,
    values: [purpose, learnerId, credentialId],
  });
  return { purpose, ...rows[0]! };
}

/** A place in the open revocation list and one in the open suspension list, in one statement. */
export async function drawBoth(tx: Tx, learnerId: number, credentialId: string): Promise<readonly StatusPlace[]> {
  const { rows } = await tx.query<{ purpose: StatusPurpose; list: string; index: number }>({
    name: 'status-draw-both',
    text: `select purpose, list, index from unnest(array['revocation', 'suspension']) with ordinality as p (purpose, nth),
             lateral award.draw_status_index(p.purpose, $1, $2) order by nth`,
    values: [learnerId, credentialId],
  });
  return rows;
}

/** The place of a credential in a token list: drawn once, and the same ever after. */
export async function drawToken(tx: Tx, learnerId: number, credentialId: string): Promise<Omit<StatusPlace, 'purpose'>> {
  const { rows } = await tx.query<{ list: string; index: number }>({
    name: 'status-draw-token',
    text: `select list, index from award.draw_token_index($1, $2)`,
    values: [learnerId, credentialId],
  });
  return rows[0]!;
}

/** Sets or clears the bits of many credentials, each list written once; answers how many that changed. */
export async function setBits(
  tx: Tx,
  purpose: StatusPurpose,
  credentialIds: readonly string[],
  raised: boolean,
): Promise<number> {
  const { rows } = await tx.query<{ changed: number }>({
    name: 'status-set-many',
    text: `select award.set_statuses($1, $2, $3) as changed`,
    values: [purpose, credentialIds, raised],
  });
  return rows[0]?.changed ?? 0;
}

/** Sets or clears a credential's bit; true when that changed it. */
export async function setBit(tx: Tx, purpose: StatusPurpose, credentialId: string, raised: boolean): Promise<boolean> {
  const { rows } = await tx.query<{ changed: boolean }>({
    name: 'status-set',
    text: `select award.set_status($1, $2, $3) as changed`,
    values: [purpose, credentialId, raised],
  });
  return rows[0]?.changed === true;
}

export interface StatusListRow {
  readonly purpose: StatusPurpose | 'token';
  readonly bits: Buffer;
  readonly revision: number;
  readonly published: unknown;
  readonly publishedRevision: number | null;
  readonly publishedUntil: Date | null;
}

/** The list, with its bits only when what is published is no longer good at `now` (RFC 3339). */
export async function findList(tx: Tx, publicId: string, now: string): Promise<StatusListRow | null> {
  // A list of tokens first takes up what changed in the lists that it follows.
  await tx.query({ name: 'status-list-follow', text: `select award.follow_changes($1)`, values: [publicId] });
  const { rows } = await tx.query<StatusListRow & Record<string, unknown>>({
    name: 'status-list',
    text: `select purpose, case when published_revision = revision and published_until > $2::timestamptz then ''::bytea else bits end as bits, revision,
             published, published_revision as "publishedRevision", published_until as "publishedUntil"
             from award.status_list where public_id = $1`,
    values: [publicId, now],
  });
  return rows[0] ?? null;
}

/** The public ids of so many status lists, the newest first. */
export async function listIds(tx: Tx, most: number): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'status-list-ids',
    text: `select public_id as id from award.status_list order by list_id desc limit $1`,
    values: [most],
  });
  return rows.map(({ id }) => id);
}

/** Keeps a signed list, unless a newer one was kept meanwhile. */
export async function keepPublished(
  tx: Tx,
  publicId: string,
  list: { published: unknown; revision: number; until: string },
): Promise<void> {
  await tx.query({
    name: 'status-list-keep',
    text: `update award.status_list set published = $2, published_revision = $3, published_until = $4
            where public_id = $1 and (published_revision is null or published_revision <= $3)`,
    values: [publicId, JSON.stringify(list.published), list.revision, list.until],
  });
}
