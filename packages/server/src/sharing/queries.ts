import type { Tx } from '../database/connection.ts';
import type { KeptSecret } from './secret.ts';
import type { ShareField } from './schemas.ts';

/** A link to a part of a record, as its row has it. */
export interface ShareRow {
  readonly learnerId: number;
  readonly shareId: number;
  readonly achievements: readonly string[];
  readonly awards: readonly string[];
  readonly fields: readonly ShareField[];
  readonly outcomesShown: boolean;
  readonly skillsLeftOut: readonly string[];
  readonly audience: string;
  readonly purpose: string;
  readonly expiresOn: string;
  readonly pinHash: Buffer | null;
  readonly pinKey: string | null;
  readonly pinMisses: number;
  readonly pinWaitUntil: Date | null;
  readonly lockedAt: Date | null;
  readonly revision: number;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly changedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly openings: number;
  readonly lastOpenedAt: Date | null;
}

const COLUMNS = `s.learner_id as "learnerId", s.share_id as "shareId", s.achievements, s.awards, s.fields, s.audience, s.purpose,
  s.outcomes_shown as "outcomesShown", s.skills_left_out as "skillsLeftOut",
  s.expires_on as "expiresOn", s.pin_hash as "pinHash", s.pin_key as "pinKey", s.pin_misses as "pinMisses", s.pin_wait_until as "pinWaitUntil",
  s.locked_at as "lockedAt", s.revision, s.made_at as "madeAt", s.made_by as "madeBy", s.changed_at as "changedAt", s.withdrawn_at as "withdrawnAt",
  (select count(*)::integer from sharing.log l where l.learner_id = s.learner_id and l.about = 'share' and l.about_id = s.share_id and l.kind = 'opened') as openings,
  (select max(l.at) from sharing.log l where l.learner_id = s.learner_id and l.about = 'share' and l.about_id = s.share_id and l.kind = 'opened') as "lastOpenedAt"`;

/** A number of the sequence with the learner's bucket in its low ten bits. */
export async function nextId(tx: Tx, learnerId: number): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    name: 'sharing-next-id',
    text: `select nextval('sharing.id_sequence') * 1024 + $1::bigint % 1024 as id`,
    values: [learnerId],
  });
  return rows[0]!.id;
}

export interface NewShare {
  readonly learnerId: number;
  readonly shareId: number;
  readonly achievements: readonly string[];
  readonly awards: readonly string[];
  readonly fields: readonly ShareField[];
  readonly outcomesShown: boolean;
  readonly skillsLeftOut: readonly string[];
  readonly audience: string;
  readonly purpose: string;
  readonly expiresOn: string;
  readonly pin: KeptSecret | null;
  readonly at: Date;
  readonly actor: string;
}

export async function insertShare(tx: Tx, share: NewShare): Promise<void> {
  await tx.query({
    text: `insert into sharing.share (learner_id, share_id, achievements, awards, fields, audience, purpose, expires_on, pin_hash, pin_key, made_at, made_by, changed_at, outcomes_shown, skills_left_out)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11, $13, $14)`,
    values: [
      share.learnerId,
      share.shareId,
      share.achievements,
      share.awards,
      share.fields,
      share.audience,
      share.purpose,
      share.expiresOn,
      share.pin?.hash ?? null,
      share.pin?.keyId ?? null,
      share.at,
      share.actor,
      share.outcomesShown,
      share.skillsLeftOut,
    ],
  });
}

export async function sharesOf(tx: Tx): Promise<readonly ShareRow[]> {
  const { rows } = await tx.query<ShareRow & Record<string, unknown>>({
    name: 'shares-of-learner',
    text: `select ${COLUMNS} from sharing.share s where s.learner_id = any((select access.own_learners())::bigint[]) order by s.share_id desc`,
  });
  return rows;
}

/** One share of the learner who is signed in; locked where it will be changed. */
export async function findShare(tx: Tx, shareId: string, lock = false): Promise<ShareRow | null> {
  const { rows } = await tx.query<ShareRow & Record<string, unknown>>({
    text: `select ${COLUMNS} from sharing.share s where s.learner_id = any((select access.own_learners())::bigint[]) and s.share_id = $1${lock ? ' for update of s' : ''}`,
    values: [shareId],
  });
  return rows[0] ?? null;
}

/** The row to which a link leads, locked until the transaction ends: guesses of a PIN follow each other. */
export async function followLink(
  tx: Tx,
  hashes: readonly Uint8Array[],
): Promise<(ShareRow & { readonly linkEnded: boolean }) | null> {
  const { rows } = await tx.query<ShareRow & { linkEnded: boolean } & Record<string, unknown>>({
    name: 'share-follow',
    text: `select ${COLUMNS}, k.ended_at is not null as "linkEnded" from sharing.share_link k join sharing.share s using (learner_id, share_id)
            where k.token_hash = any($1::bytea[]) for update of s`,
    values: [hashes],
  });
  return rows[0] ?? null;
}

/** Gives a share a new link; the ones before open nothing any more. */
export async function insertLink(tx: Tx, learnerId: number, shareId: number, token: KeptSecret, at: Date): Promise<void> {
  await tx.query({
    text: 'update sharing.share_link set ended_at = $3 where learner_id = $1 and share_id = $2 and ended_at is null',
    values: [learnerId, shareId, at],
  });
  await tx.query({
    text: 'insert into sharing.share_link (token_hash, token_key, learner_id, share_id, made_at) values ($1, $2, $3, $4, $5)',
    values: [token.hash, token.keyId, learnerId, shareId, at],
  });
}

/** Changes what a share shows and to whom; a PIN of `undefined` stays. A new or removed PIN takes the lock away. */
export async function updateShare(
  tx: Tx,
  row: Pick<ShareRow, 'learnerId' | 'shareId'>,
  share: Pick<
    NewShare,
    'achievements' | 'awards' | 'fields' | 'outcomesShown' | 'skillsLeftOut' | 'audience' | 'purpose' | 'expiresOn'
  >,
  pin: KeptSecret | null | undefined,
  at: Date,
): Promise<void> {
  await tx.query({
    text: `update sharing.share set achievements = $3, awards = $4, fields = $5, audience = $6, purpose = $7, expires_on = $8,
             pin_hash = case when $9 then $10 else pin_hash end, pin_key = case when $9 then $11 else pin_key end,
             pin_misses = case when $9 then 0 else pin_misses end, pin_wait_until = case when $9 then null else pin_wait_until end,
             locked_at = case when $9 then null else locked_at end, revision = revision + 1, changed_at = $12,
             outcomes_shown = $13, skills_left_out = $14
           where learner_id = $1 and share_id = $2`,
    values: [
      row.learnerId,
      row.shareId,
      share.achievements,
      share.awards,
      share.fields,
      share.audience,
      share.purpose,
      share.expiresOn,
      pin !== undefined,
      pin?.hash ?? null,
      pin?.keyId ?? null,
      at,
      share.outcomesShown,
      share.skillsLeftOut,
    ],
  });
}

export async function setWithdrawn(tx: Tx, row: Pick<ShareRow, 'learnerId' | 'shareId'>, at: Date | null): Promise<void> {
  await tx.query({
    text: 'update sharing.share set withdrawn_at = $3, revision = revision + 1 where learner_id = $1 and share_id = $2',
    values: [row.learnerId, row.shareId, at],
  });
}

export async function setPinMisses(
  tx: Tx,
  row: Pick<ShareRow, 'learnerId' | 'shareId'>,
  misses: number,
  waitUntil: Date | null,
  lockedAt: Date | null,
): Promise<void> {
  await tx.query({
    text: 'update sharing.share set pin_misses = $3, pin_wait_until = $4, locked_at = $5 where learner_id = $1 and share_id = $2',
    values: [row.learnerId, row.shareId, misses, waitUntil, lockedAt],
  });
}
