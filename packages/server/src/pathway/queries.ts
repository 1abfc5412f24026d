import type { Tx } from '../database/connection.ts';
import type { KeptSecret } from '../sharing/secret.ts';

export interface SavedRow {
  readonly learnerId: number;
  readonly pathwayId: number;
  readonly title: string;
  readonly asked: unknown;
  readonly plan: unknown;
  readonly changedAt: Date;
  /** One more each time that another plan is put in its place. */
  readonly revision: number;
  /** What was planned anew, for which changes, and when. */
  readonly again: unknown;
  readonly againFor: string | null;
  readonly againAt: Date | null;
  /** Up to which change of an offering it was looked at for a better one; null: not since it was kept. */
  readonly looked: number | null;
  readonly sharedUntil: string | null;
}

const SAVED = `s.learner_id as "learnerId", s.pathway_id as "pathwayId", s.title, s.asked, s.plan, s.changed_at as "changedAt", s.revision,
  s.again, s.again_for as "againFor", s.again_at as "againAt", s.looked,
  (select max(k.expires_on) from pathway.link k where k.learner_id = s.learner_id and k.pathway_id = s.pathway_id and k.ended_at is null) as "sharedUntil"
  from pathway.saved s`;
type Row = { [Key in keyof SavedRow]: SavedRow[Key] };

/** Keeps a plan; answers its id. */
export async function insertSaved(
  tx: Tx,
  learnerId: number,
  { title, asked, plan }: { readonly title: string; readonly asked: object; readonly plan: object },
  at: Date,
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    text: `insert into pathway.saved (learner_id, pathway_id, title, asked, plan, made_at, changed_at)
      values ($1, nextval('pathway.id_sequence') * 1024 + $1::bigint % 1024, $2, $3, $4, $5, $5) returning pathway_id as id`,
    values: [learnerId, title, JSON.stringify(asked), JSON.stringify(plan), at],
  });
  return rows[0]!.id;
}

/** Puts another plan in its place. */
export async function updateSaved(
  tx: Tx,
  { learnerId, pathwayId }: Pick<SavedRow, 'learnerId' | 'pathwayId'>,
  { title, asked, plan }: { readonly title: string; readonly asked: object; readonly plan: object },
  at: Date,
): Promise<void> {
  await tx.query({
    text: `update pathway.saved set title = $3, asked = $4, plan = $5, changed_at = $6, revision = revision + 1, again = null, again_for = null, again_at = null, looked = null
      where learner_id = $1 and pathway_id = $2`,
    values: [learnerId, pathwayId, title, JSON.stringify(asked), JSON.stringify(plan), at],
  });
}

/** The plans of whoever asks, the newest first. */
export async function savedOf(tx: Tx, most: number): Promise<readonly SavedRow[]> {
  const { rows } = await tx.query<Row>({ text: `select ${SAVED} order by s.changed_at desc limit $1`, values: [most] });
  return rows;
}

/** One plan; null where there is none or the actor may not see it. */
export async function findSaved(tx: Tx, pathwayId: number): Promise<SavedRow | null> {
  const { rows } = await tx.query<Row>({ text: `select ${SAVED} where s.pathway_id = $1`, values: [pathwayId] });
  return rows[0] ?? null;
}

/** A page of the plans that anybody keeps, by learner and number. */
export async function savedAfter(
  tx: Tx,
  [learner, pathway]: readonly [number, number],
  limit: number,
): Promise<readonly SavedRow[]> {
  const { rows } = await tx.query<Row>({
    text: `select ${SAVED} where (s.learner_id, s.pathway_id) > ($1, $2) order by s.learner_id, s.pathway_id limit $3`,
    values: [learner, pathway, limit],
  });
  return rows;
}

/**
 * Keeps what was planned anew beside a plan, unless that was replaced or taken away meanwhile, or another process has kept the same. Answers
 * whether it was kept.
 */
export async function keepAgain(
  tx: Tx,
  { learnerId, pathwayId, revision }: Pick<SavedRow, 'learnerId' | 'pathwayId' | 'revision'>,
  { again, state, at }: { readonly again: object; readonly state: string; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `update pathway.saved set again = $3, again_for = $4, again_at = $5
      where learner_id = $1 and pathway_id = $2 and revision = $6 and again_for is distinct from $4`,
    values: [learnerId, pathwayId, JSON.stringify(again), state, at, revision],
  });
  return rowCount > 0;
}

/** Notes up to which change of an offering a plan was looked at, unless it was replaced or taken away meanwhile; `forget`: and what was planned anew. */
export async function noteLooked(
  tx: Tx,
  { learnerId, pathwayId, revision }: Pick<SavedRow, 'learnerId' | 'pathwayId' | 'revision'>,
  { upTo, forget }: { readonly upTo: number; readonly forget: boolean },
): Promise<void> {
  await tx.query({
    text: `update pathway.saved set looked = $4${forget ? ', again = null, again_for = null, again_at = null' : ''}
      where learner_id = $1 and pathway_id = $2 and revision = $3`,
    values: [learnerId, pathwayId, revision, upTo],
  });
}

/** Takes a plan and its links away for good. */
export async function deleteSaved(tx: Tx, pathwayId: number): Promise<boolean> {
  await tx.query({ text: 'delete from pathway.link where pathway_id = $1', values: [pathwayId] });
  const { rowCount } = await tx.query({ text: 'delete from pathway.saved where pathway_id = $1', values: [pathwayId] });
  return rowCount > 0;
}

export async function insertLink(
  tx: Tx,
  { learnerId, pathwayId }: Pick<SavedRow, 'learnerId' | 'pathwayId'>,
  secret: KeptSecret,
  expiresOn: string,
  at: Date,
): Promise<void> {
  await endLinks(tx, pathwayId, at);
  await tx.query({
    text: `insert into pathway.link (token_hash, token_key, learner_id, pathway_id, made_at, expires_on) values ($1, $2, $3, $4, $5, $6)`,
    values: [secret.hash, secret.keyId, learnerId, pathwayId, at, expiresOn],
  });
}

/** Ends every link to a plan. */
export async function endLinks(tx: Tx, pathwayId: number, at: Date): Promise<void> {
  await tx.query({
    text: 'update pathway.link set ended_at = $2 where pathway_id = $1 and ended_at is null',
    values: [pathwayId, at],
  });
}

/** The plan that a link leads to, while it opens. */
export async function followLink(
  tx: Tx,
  hashes: readonly Uint8Array[],
  today: string,
): Promise<(SavedRow & { readonly expiresOn: string }) | null> {
  const { rows } = await tx.query<Row & { readonly expiresOn: string }>({
    text: `select k.expires_on as "expiresOn", ${SAVED} join pathway.link k on k.learner_id = s.learner_id and k.pathway_id = s.pathway_id
      where k.token_hash = any($1) and k.ended_at is null and k.expires_on >= $2`,
    values: [hashes, today],
  });
  return rows[0] ?? null;
}
