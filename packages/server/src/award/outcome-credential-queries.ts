import type { Tx } from '../database/connection.ts';

export interface HeldCredential {
  readonly learnerId: number;
  readonly credentialId: string;
  readonly hash: Buffer;
  readonly credential: unknown;
}

export async function liveOutcomeCredential(
  tx: Tx,
  learnerIds: readonly number[],
  achievementId: string,
): Promise<HeldCredential | null> {
  const { rows } = await tx.query<HeldCredential & Record<string, unknown>>({
    name: 'outcome-credential-live',
    text: `select learner_id as "learnerId", credential_id as "credentialId", facts_hash as hash, credential from award.outcome_credential
            where learner_id = any($1) and achievement_id = $2 and revoked_at is null`,
    values: [learnerIds, achievementId],
  });
  return rows[0] ?? null;
}

export async function keepOutcomeCredential(tx: Tx, made: HeldCredential & { readonly achievementId: string }): Promise<void> {
  await tx.query({
    name: 'outcome-credential-keep',
    text: `with kept as (
        insert into award.outcome_credential (learner_id, achievement_id, credential_id, facts_hash, credential) values ($1, $2, $3, $4, $5)
      ) insert into award.locator (public_id, learner_id, achievement_id) values ($3, $1, $2)`,
    values: [made.learnerId, made.achievementId, made.credentialId, made.hash, JSON.stringify(made.credential)],
  });
}

export async function revokeOutcomeCredential(tx: Tx, learnerId: number, credentialId: string): Promise<void> {
  await tx.query({
    name: 'outcome-credential-revoke',
    text: `update award.outcome_credential set revoked_at = now() where learner_id = $1 and credential_id = $2`,
    values: [learnerId, credentialId],
  });
}
