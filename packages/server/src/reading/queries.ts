import type { Query } from '../database/connection.ts';

/** A new code; those of this learner that are over go. */
export const insertCode = (hash: Uint8Array, learnerId: number, uses: number, at: Date, until: Date): Query => ({
  text: `with over as (delete from record.reading_code where learner_id = $2 and (uses_left = 0 or expires_at <= $4))
    insert into record.reading_code (code_hash, learner_id, uses_left, made_at, expires_at) values ($1, $2, $3, $4, $5)`,
  values: [hash, learnerId, uses, at, until],
});

/** How many codes of the learner who is signed in may still be used. */
export const openCodes = (at: Date): Query => ({
  text: 'select count(*)::integer as open from record.reading_code where uses_left > 0 and expires_at > $1',
  values: [at],
});

/** Ends all codes of the learner who is signed in. */
export const endCodes: Query = {
  text: 'delete from record.reading_code where learner_id = any((select access.own_learners())::bigint[])',
};

/** Uses a code once, if it may be used; whose it is. */
export const useCode = (hashes: readonly Uint8Array[], at: Date): Query => ({
  text: `update record.reading_code set uses_left = uses_left - 1
    where code_hash = any($1::bytea[]) and uses_left > 0 and expires_at > $2 returning learner_id as id`,
  values: [hashes, at],
});

export const logReading = (reading: {
  readonly learnerId: number;
  readonly at: Date;
  readonly actor: string;
  readonly organisationId: number;
  readonly reason: string;
  readonly purpose: string;
}): Query => ({
  text: `insert into record.access_log (learner_id, at, actor, organisation_id, reason, purpose, what) values ($1, $2, $3, $4, $5, $6, 'record')`,
  values: [reading.learnerId, reading.at, reading.actor, reading.organisationId, reading.reason, reading.purpose],
});
