import type { Tx } from '../database/connection.ts';

type Shape<T> = { [Key in keyof T]: T[Key] };

export interface BatchRow {
  readonly batchId: number;
  readonly organisationId: number;
  readonly roleId: number | null;
  readonly title: string;
  readonly words: string;
  readonly region: string | null;
  readonly skills: readonly string[];
  readonly from: number;
  readonly to: number | null;
  readonly sentAt: Date;
  readonly untilOn: string;
  /** Links that came of it and that the employer still keeps. */
  readonly links: readonly { readonly id: string; readonly label: string }[];
}

const BATCH = `select b.batch_id as "batchId", b.organisation_id as "organisationId", b.role_id as "roleId", b.title, b.words, b.region, b.skills, b.people_from as "from",
  b.people_to as "to", b.sent_at as "sentAt", b.until_on as "untilOn"`;

/** What an employer asked, the newest first, with what came of it. Who was asked and who declined is in none of it. */
export async function batchesOf(tx: Tx, organisationId: number): Promise<readonly BatchRow[]> {
  const { rows } = await tx.query<Shape<BatchRow>>({
    text: `${BATCH}, (select coalesce(jsonb_agg(jsonb_build_object('id', k.link_id::text, 'label', k.label) order by k.link_id), '[]')
        from employer.kept_link k where k.batch_id = b.batch_id) as links
      from found.approach_batch b where b.organisation_id = $1 order by b.batch_id desc limit 200`,
    values: [organisationId],
  });
  return rows;
}

export async function insertBatch(
  tx: Tx,
  batch: Omit<BatchRow, 'batchId' | 'links'> & { readonly actor: string },
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    text: `insert into found.approach_batch (organisation_id, role_id, title, words, region, skills, people_from, people_to, asked_by, sent_at, until_on)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning batch_id as id`,
    values: [
      batch.organisationId,
      batch.roleId,
      batch.title,
      batch.words,
      batch.region,
      batch.skills,
      batch.from,
      batch.to,
      batch.actor,
      batch.sentAt,
      batch.untilOn,
    ],
  });
  return rows[0]!.id;
}

export async function insertApproaches(
  tx: Tx,
  batchId: number,
  { organisationId, sentAt, untilOn }: Pick<BatchRow, 'organisationId' | 'sentAt' | 'untilOn'>,
  learners: readonly number[],
): Promise<void> {
  await tx.query({
    text: `insert into found.approach (learner_id, approach_id, batch_id, organisation_id, sent_at, until_on)
      select l.id, nextval('found.id_sequence') * 1024 + l.id % 1024, $1, $2, $3, $4 from unnest($5::bigint[]) l (id)`,
    values: [batchId, organisationId, sentAt, untilOn, learners],
  });
}

export interface ApproachRow {
  readonly learnerId: number;
  readonly approachId: number;
  readonly batchId: number;
  readonly organisationId: number;
  readonly status: 'waits' | 'accepted' | 'declined' | 'withdrawn';
  readonly sentAt: Date;
  readonly untilOn: string;
  readonly answeredAt: Date | null;
  readonly shareId: number | null;
  readonly title: string;
  readonly words: string;
  readonly region: string | null;
  readonly skills: readonly string[];
}

const APPROACH = `select a.learner_id as "learnerId", a.approach_id as "approachId", a.batch_id as "batchId", a.organisation_id as "organisationId", a.status,
  a.sent_at as "sentAt", a.until_on as "untilOn", a.answered_at as "answeredAt", a.share_id as "shareId", b.title, b.words, b.region, b.skills
  from found.approach a join found.approach_batch b using (batch_id) where a.learner_id = any ((select access.own_learners())::bigint[])`;

/** The approaches to the learner who is signed in, the newest first. */
export async function approachesTo(tx: Tx): Promise<readonly ApproachRow[]> {
  const { rows } = await tx.query<Shape<ApproachRow>>({ text: `${APPROACH} order by a.approach_id desc limit 200` });
  return rows;
}

/** One approach to the learner who is signed in, locked until the transaction ends. */
export async function approachTo(tx: Tx, approachId: string): Promise<ApproachRow | null> {
  const { rows } = await tx.query<Shape<ApproachRow>>({
    text: `${APPROACH} and a.approach_id = $1 for update of a`,
    values: [approachId],
  });
  return rows[0] ?? null;
}

/** Answers an approach that waits; false where it does not any more. */
export async function answerApproach(
  tx: Tx,
  { learnerId, approachId }: Pick<ApproachRow, 'learnerId' | 'approachId'>,
  status: 'accepted' | 'declined',
  shareId: string | null,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update found.approach set status = $3, share_id = $4, answered_at = $5 where learner_id = $1 and approach_id = $2 and status = 'waits'`,
    values: [learnerId, approachId, status, shareId, at],
  });
  return rowCount === 1;
}

/** Keeps the link of whoever accepted for the employer that asked. */
export async function keepAccepted(
  tx: Tx,
  link: {
    readonly organisationId: number;
    readonly batchId: number;
    readonly hash: Buffer;
    readonly cipher: Buffer;
    readonly keyId: string;
    readonly label: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query({
    text: `insert into employer.kept_link (organisation_id, link_hash, link_cipher, link_key, label, role_id, kept_by, kept_at, batch_id)
      select $1, $2, $3, $4, $5, b.role_id, 'approach', $6, b.batch_id from found.approach_batch b where b.batch_id = $7`,
    values: [link.organisationId, link.hash, link.cipher, link.keyId, link.label, link.at, link.batchId],
  });
}
