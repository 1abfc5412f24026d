import type { Tx } from '../database/connection.ts';

export type ConsentCategory = 'record' | 'awards' | 'skills' | 'field';
export type ConsentMode = 'live' | 'once' | 'until';

/** A consent as its row has it. */
export interface ConsentRow {
  readonly learnerId: number;
  readonly consentId: number;
  readonly organisationId: number;
  readonly category: ConsentCategory;
  readonly field: string | null;
  readonly mode: ConsentMode;
  readonly untilOn: string | null;
  readonly purpose: string;
  readonly grantedAt: Date;
  readonly grantedBy: string;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

const COLUMNS = `c.learner_id as "learnerId", c.consent_id as "consentId", c.organisation_id as "organisationId", c.category, c.field, c.mode,
  c.until_on as "untilOn", c.purpose, c.granted_at as "grantedAt", c.granted_by as "grantedBy", c.used_at as "usedAt", c.withdrawn_at as "withdrawnAt"`;

export async function insertConsent(tx: Tx, consent: Omit<ConsentRow, 'usedAt' | 'withdrawnAt'>): Promise<void> {
  await tx.query({
    text: `insert into sharing.consent (learner_id, consent_id, organisation_id, category, field, mode, until_on, purpose, granted_at, granted_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      consent.learnerId,
      consent.consentId,
      consent.organisationId,
      consent.category,
      consent.field,
      consent.mode,
      consent.untilOn,
      consent.purpose,
      consent.grantedAt,
      consent.grantedBy,
    ],
  });
}

/** Consents to one organisation are given one after the other, so that the same one is not given twice. */
export async function lockConsents(tx: Tx, learnerId: number, organisationId: number): Promise<void> {
  await tx.query({
    text: `select pg_advisory_xact_lock(hashtextextended('consent:' || $1::bigint || ':' || $2::integer, 0))`,
    values: [learnerId, organisationId],
  });
}

/** Every consent of the learner who is signed in, the newest first. */
export async function consentsOf(tx: Tx): Promise<readonly ConsentRow[]> {
  const { rows } = await tx.query<ConsentRow & Record<string, unknown>>({
    name: 'consents-of-learner',
    text: `select ${COLUMNS} from sharing.consent c where c.learner_id = any((select access.own_learners())::bigint[]) order by c.consent_id desc`,
  });
  return rows;
}

export async function findConsent(tx: Tx, consentId: string): Promise<ConsentRow | null> {
  const { rows } = await tx.query<ConsentRow & Record<string, unknown>>({
    text: `select ${COLUMNS} from sharing.consent c where c.learner_id = any((select access.own_learners())::bigint[]) and c.consent_id = $1 for update`,
    values: [consentId],
  });
  return rows[0] ?? null;
}

export async function endConsent(tx: Tx, row: Pick<ConsentRow, 'learnerId' | 'consentId'>, at: Date): Promise<void> {
  await tx.query({
    text: 'update sharing.consent set withdrawn_at = $3 where learner_id = $1 and consent_id = $2 and withdrawn_at is null',
    values: [row.learnerId, row.consentId, at],
  });
}

/** What an organisation was given, the newest first. */
export async function consentsGiven(tx: Tx, organisationId: number): Promise<readonly ConsentRow[]> {
  const { rows } = await tx.query<ConsentRow & Record<string, unknown>>({
    text: `select ${COLUMNS} from sharing.consent c where c.organisation_id = $1 order by c.consent_id desc limit 500`,
    values: [organisationId],
  });
  return rows;
}

/** One consent of an organisation, locked until the reading under it is written down: one for once is read once. */
export async function consentGiven(tx: Tx, organisationId: number, consentId: string): Promise<ConsentRow | null> {
  const { rows } = await tx.query<ConsentRow & Record<string, unknown>>({
    text: `select ${COLUMNS} from sharing.consent c where c.organisation_id = $1 and c.consent_id = $2 for update`,
    values: [organisationId, consentId],
  });
  return rows[0] ?? null;
}

export async function useConsent(tx: Tx, row: Pick<ConsentRow, 'learnerId' | 'consentId'>, at: Date): Promise<void> {
  await tx.query({
    text: 'update sharing.consent set used_at = $3 where learner_id = $1 and consent_id = $2',
    values: [row.learnerId, row.consentId, at],
  });
}
