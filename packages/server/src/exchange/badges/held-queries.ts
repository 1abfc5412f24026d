import type { Tx } from '../../database/connection.ts';
import type { Standard } from './standards.ts';

/** A credential of another issuer that a learner holds here. */
export interface HeldRow {
  readonly learnerId: number;
  readonly heldId: number;
  readonly standard: Standard;
  readonly issuerId: string;
  readonly credentialId: string;
  readonly form: 'json' | 'jws';
  readonly body: string;
  readonly name: string;
  readonly issuerName: string;
  readonly validFrom: Date | null;
  readonly answer: unknown;
  readonly source: string;
  readonly receivedAt: Date;
}

const HELD = `learner_id as "learnerId", held_id as "heldId", standard, issuer_id as "issuerId", credential_id as "credentialId", form, body, name,
  issuer_name as "issuerName", valid_from as "validFrom", answer, source, received_at as "receivedAt"`;

/** What these numbers of one learner hold, the newest first. */
export async function heldOf(tx: Tx, learnerIds: readonly number[]): Promise<readonly HeldRow[]> {
  const { rows } = await tx.query<HeldRow & Record<string, unknown>>({
    text: `select ${HELD} from badges.held where learner_id = any($1) order by held_id desc`,
    values: [learnerIds],
  });
  return rows;
}

/** What the learner who is signed in holds, the newest first. */
export async function ownHeld(tx: Tx): Promise<readonly HeldRow[]> {
  const { rows } = await tx.query<HeldRow & Record<string, unknown>>({
    text: `select ${HELD} from badges.held where learner_id = any((select access.own_learners())::bigint[]) order by held_id desc`,
  });
  return rows;
}

export async function removeHeld(tx: Tx, heldId: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'delete from badges.held where learner_id = any((select access.own_learners())::bigint[]) and held_id = $1',
    values: [heldId],
  });
  return rowCount > 0;
}

/** The one that equals another by issuer and id (Open Badges 3.0, section 10), locked. */
export async function heldLike(
  tx: Tx,
  learnerIds: readonly number[],
  issuerId: string,
  credentialId: string,
): Promise<HeldRow | null> {
  const { rows } = await tx.query<HeldRow & Record<string, unknown>>({
    text: `select ${HELD} from badges.held where learner_id = any($1) and issuer_id = $2 and credential_id = $3 for update`,
    values: [learnerIds, issuerId, credentialId],
  });
  return rows[0] ?? null;
}

export async function insertHeld(tx: Tx, held: HeldRow): Promise<void> {
  await tx.query({
    text: `insert into badges.held (learner_id, held_id, standard, issuer_id, credential_id, form, body, name, issuer_name, valid_from, answer, source, received_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13)`,
    values: valuesOf(held),
  });
}

export async function replaceHeld(tx: Tx, held: HeldRow): Promise<void> {
  await tx.query({
    text: `update badges.held set standard = $3, issuer_id = $4, credential_id = $5, form = $6, body = $7, name = $8, issuer_name = $9, valid_from = $10,
      answer = $11::jsonb, source = $12, received_at = $13 where learner_id = $1 and held_id = $2`,
    values: valuesOf(held),
  });
}

function valuesOf(held: HeldRow): unknown[] {
  return [
    held.learnerId,
    held.heldId,
    held.standard,
    held.issuerId,
    held.credentialId,
    held.form,
    held.body,
    held.name,
    held.issuerName,
    held.validFrom,
    JSON.stringify(held.answer),
    held.source,
    held.receivedAt,
  ];
}

export interface ProfileDetails {
  readonly [name: string]: unknown;
}

export async function profileOf(tx: Tx, learnerIds: readonly number[]): Promise<ProfileDetails> {
  const { rows } = await tx.query<{ details: ProfileDetails }>({
    text: 'select details from badges.profile where learner_id = any($1) order by changed_at desc limit 1',
    values: [learnerIds],
  });
  return rows[0]?.details ?? {};
}

export async function keepProfile(tx: Tx, learnerId: number, details: ProfileDetails, at: Date, by: string): Promise<void> {
  await tx.query({
    text: `insert into badges.profile (learner_id, details, changed_at, changed_by) values ($1, $2::jsonb, $3, $4)
      on conflict (learner_id) do update set details = excluded.details, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    values: [learnerId, JSON.stringify(details), at, by],
  });
}
