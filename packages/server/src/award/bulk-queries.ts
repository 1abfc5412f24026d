import type { Query, Tx } from '../database/connection.ts';

/** A revocation of many, as far as it has got. */
export interface BulkRow {
  readonly reason: string;
  readonly total: number;
  readonly done: number;
  readonly revoked: number;
  readonly notLive: number;
  readonly unknown: number;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

export async function insertBulk(tx: Tx, bulkId: string, reason: string, named: readonly string[]): Promise<void> {
  await tx.query({
    text: `insert into award.bulk_revocation (bulk_id, reason, total) values ($1, $2, $3)`,
    values: [bulkId, reason, named.length],
  });
  await tx.query({
    text: `insert into award.bulk_revocation_item (bulk_id, position, named)
           select $1, n, named from unnest($2::text[]) with ordinality as given (named, n)`,
    values: [bulkId, named],
  });
}

export async function findBulk(tx: Tx, bulkId: string): Promise<BulkRow | null> {
  const { rows } = await tx.query<BulkRow & Record<string, unknown>>({
    text: `select b.reason, b.total, b.started_at as "startedAt", b.ended_at as "endedAt", i.* from award.bulk_revocation b cross join lateral (
             select count(result)::integer as done, (count(*) filter (where result = 'revoked'))::integer as revoked,
                    (count(*) filter (where result = 'not-live'))::integer as "notLive", (count(*) filter (where result = 'unknown'))::integer as unknown
               from award.bulk_revocation_item where bulk_id = b.bulk_id) i
            where b.bulk_id = $1`,
    values: [bulkId],
  });
  return rows[0] ?? null;
}

/** What was named and is not there, the first hundred. */
export async function unknownOfBulk(tx: Tx, bulkId: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ named: string }>({
    text: `select named from award.bulk_revocation_item where bulk_id = $1 and result = 'unknown' order by position limit 100`,
    values: [bulkId],
  });
  return rows.map(({ named }) => named);
}

/** Begun and not ended, with who agreed: what a process that stopped has left. */
export const interruptedBulks: Query = {
  text: `select b.bulk_id as "bulkId", 'account:' || s.settled_by as actor from award.bulk_revocation b
           join award.second_person s on s.kind = 'revoke-many' and s.subject = b.bulk_id::text and s.agreed
          where b.ended_at is null`,
  values: [],
};

export async function beginBulk(tx: Tx, bulkId: string): Promise<void> {
  await tx.query({
    text: `update award.bulk_revocation set started_at = coalesce(started_at, now()) where bulk_id = $1`,
    values: [bulkId],
  });
}

export async function endBulk(tx: Tx, bulkId: string): Promise<void> {
  await tx.query({
    text: `update award.bulk_revocation set ended_at = now() where bulk_id = $1 and ended_at is null
             and not exists (select from award.bulk_revocation_item where bulk_id = $1 and result is null)`,
    values: [bulkId],
  });
}

export interface BulkItem {
  readonly position: number;
  /** Null: nothing of ours has this name. */
  readonly learnerId: number | null;
  readonly awardId: number | null;
  readonly credentialId: string;
}

/** The next of what is left, locked for this transaction; an award is found by its code or by the id of its credential. */
export async function nextOfBulk(tx: Tx, bulkId: string, limit: number): Promise<readonly BulkItem[]> {
  const { rows } = await tx.query<BulkItem & Record<string, unknown>>({
    name: 'bulk-next',
    text: `with taken as (
        select position, named from award.bulk_revocation_item where bulk_id = $1 and result is null order by position limit $2 for update skip locked
      )
      select t.position, coalesce(l.learner_id, e.learner_id) as "learnerId", a.award_id as "awardId", coalesce(a.credential_id, t.named) as "credentialId"
        from taken t
        left join award.locator l on l.public_id = t.named
        left join lateral (select learner_id from award.status_entry where credential_id = t.named limit 1) e on true
        left join award.award_state a on a.learner_id = coalesce(l.learner_id, e.learner_id)
             and (a.award_id = l.award_id or (l.award_id is null and a.credential_id = t.named))
       order by t.position`,
    values: [bulkId, limit],
  });
  return rows;
}

export async function settleOfBulk(
  tx: Tx,
  bulkId: string,
  results: readonly { readonly position: number; readonly result: 'revoked' | 'not-live' | 'unknown' }[],
): Promise<void> {
  await tx.query({
    name: 'bulk-settle',
    text: `update award.bulk_revocation_item i set result = r.result
             from unnest($2::integer[], $3::text[]) as r (position, result) where i.bulk_id = $1 and i.position = r.position`,
    values: [bulkId, results.map(({ position }) => position), results.map(({ result }) => result)],
  });
}

/** Marks credentials of outcomes revoked; answers which of them stood. */
export async function revokeOutcomeCredentials(
  tx: Tx,
  learnerIds: readonly number[],
  credentialIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'outcome-credentials-revoke',
    text: `update award.outcome_credential c set revoked_at = now() from unnest($1::bigint[], $2::text[]) as g (learner_id, credential_id)
            where c.learner_id = g.learner_id and c.credential_id = g.credential_id and c.revoked_at is null returning c.credential_id as id`,
    values: [learnerIds, credentialIds],
  });
  return new Set(rows.map(({ id }) => id));
}
