import type { Tx } from '../database/connection.ts';

export interface KeyCount {
  readonly key: string;
  readonly count: number;
}

/** A period of whole days in Pacific/Auckland, both inclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const IN_PERIOD = `not dry_run and ended_at >= ($1::date)::timestamp at time zone 'Pacific/Auckland'
  and ended_at < ($2::date + 1)::timestamp at time zone 'Pacific/Auckland'`;

export interface DayCounts {
  readonly day: string;
  readonly recorded: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly rejected: number;
}

/** What imports brought, by the day on which each ended; a day without any is a row of noughts. From the imports' own sums: no result is read. */
export async function perDay(tx: Tx, { from, to }: Period): Promise<readonly DayCounts[]> {
  const { rows } = await tx.query<{ [Key in keyof DayCounts]: DayCounts[Key] }>({
    text: `with sums as (
        select (ended_at at time zone 'Pacific/Auckland')::date as day, sum(recorded)::bigint as recorded, sum(corrected)::bigint as corrected,
               sum(withdrawn)::bigint as withdrawn, sum(rejected)::bigint as rejected
          from record.import_batch where ${IN_PERIOD} group by 1
      )
      select d::date as day, coalesce(s.recorded, 0) as recorded, coalesce(s.corrected, 0) as corrected, coalesce(s.withdrawn, 0) as withdrawn,
             coalesce(s.rejected, 0) as rejected
        from generate_series($1::date, $2::date, interval '1 day') d left join sums s on s.day = d::date order by d`,
    values: [from, to],
  });
  return rows;
}

/** Rejected rows by reason. */
export async function rejectsByReason(tx: Tx, { from, to }: Period): Promise<readonly KeyCount[]> {
  const { rows } = await tx.query<{ key: string; count: number }>({
    text: `select c.key, sum((c.value ->> 'count')::bigint)::bigint as count
        from record.import_batch, jsonb_each(tally -> 'codes') c
       where ${IN_PERIOD} group by 1 order by 2 desc, 1`,
    values: [from, to],
  });
  return rows;
}

/** Rejected rows by who sent the file; `operator` for files of several providers. */
export async function rejectsByProvider(tx: Tx, { from, to }: Period): Promise<readonly KeyCount[]> {
  const { rows } = await tx.query<{ key: string; count: number }>({
    text: `select coalesce(o.public_id, 'operator') as key, sum(b.rejected)::bigint as count
        from record.import_batch b left join catalogue.organisation o on o.organisation_id = b.provider_id
       where ${IN_PERIOD} group by 1 having sum(b.rejected) > 0 order by 2 desc, 1`,
    values: [from, to],
  });
  return rows;
}

/** Awards issued in the period that stand now, by the field of their major. */
export async function awardsByField(tx: Tx, { from, to }: Period): Promise<readonly KeyCount[]> {
  const { rows } = await tx.query<{ key: string; count: number }>({
    text: `select coalesce(major, 'none') as key, count(*)::bigint as count from award.award_state
       where issued_on between $1::date and $2::date and status in ('live', 'suspended') group by 1 order by 2 desc, 1`,
    values: [from, to],
  });
  return rows;
}

/** Awards by the version of the policy that they were decided under. */
export async function awardsByPolicy(tx: Tx): Promise<readonly KeyCount[]> {
  const { rows } = await tx.query<{ key: string; count: number }>({
    text: `select policy_id || '@' || policy_version as key, count(*)::bigint as count from award.award_state group by 1 order by 1`,
  });
  return rows;
}

export interface Waiting {
  readonly revocations: number;
  readonly restorations: number;
  readonly disputes: number;
  readonly appeals: number;
  readonly lateDisputes: number;
  readonly linkReviews: number;
  readonly outcomes: number;
  readonly suspended: number;
}

/** What waits for a steward. Each is found by an index of what is open. */
export async function waitingNow(tx: Tx, today: string): Promise<Waiting> {
  const { rows } = await tx.query<{ [Key in keyof Waiting]: Waiting[Key] }>({
    text: `select
      (select count(*)::integer from award.second_person where kind = 'revoke-award' and settled_at is null) as revocations,
      (select count(*)::integer from award.second_person where kind = 'restore-award' and settled_at is null) as restorations,
      (select count(*)::integer from dispute.dispute_state where status = 'escalated' and subject = 'achievement') as disputes,
      (select count(*)::integer from dispute.dispute_state where status = 'escalated' and subject = 'award') as appeals,
      (select count(*)::integer from dispute.dispute_state where status in ('open', 'escalated') and answer_by < $1::date) as "lateDisputes",
      (select count(*)::integer from account.link_review where settled_at is null) as "linkReviews",
      (select count(*)::integer from catalogue.outcome where status = 'in-review') as outcomes,
      (select count(*)::integer from award.award_state where status = 'suspended') as suspended`,
    values: [today],
  });
  return rows[0]!;
}

export interface Today {
  readonly imports: number;
  readonly recorded: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly rejected: number;
  readonly awards: number;
  readonly disputes: number;
}

/** What happened on a day in Pacific/Auckland. */
export async function happenedOn(tx: Tx, day: string): Promise<Today> {
  const { rows } = await tx.query<{ [Key in keyof Today]: Today[Key] }>({
    text: `select count(*)::integer as imports, coalesce(sum(recorded), 0)::bigint as recorded, coalesce(sum(corrected), 0)::bigint as corrected,
        coalesce(sum(withdrawn), 0)::bigint as withdrawn, coalesce(sum(rejected), 0)::bigint as rejected,
        (select count(*)::integer from award.award_state where issued_on = $1::date) as awards,
        (select count(*)::integer from dispute.dispute_event where kind = 'opened'
           and at >= ($1::date)::timestamp at time zone 'Pacific/Auckland' and at < ($1::date + 1)::timestamp at time zone 'Pacific/Auckland') as disputes
      from record.import_batch where ${IN_PERIOD}`,
    values: [day, day],
  });
  return rows[0]!;
}
