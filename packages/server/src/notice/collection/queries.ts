import type { Tx } from '../../database/connection.ts';

const NAME = `coalesce((select n.name from catalogue.organisation_name n where n.organisation_id = o.organisation_id order by n.from_on desc limit 1), o.public_id)`;

/**
 * Finds every learner about whom a provider reported for the first time, tells them, and writes down that they were to be told: one
 * statement over all. Two that run at once tell nobody twice. Answers how many were told.
 */
export async function noteCollections(tx: Tx, now: Date): Promise<number> {
  const { rowCount } = await tx.query({
    text: `with fresh as (
             select distinct s.learner_id, s.provider_id from record.achievement_state s
              where not exists (select from notice.collection c where c.learner_id = s.learner_id and c.provider_id = s.provider_id)),
           told as (
             insert into notice.notice (learner_id, notice_id, code, data, once, at)
             select f.learner_id, nextval('notice.notice_sequence'), 'collected', jsonb_build_object('organisation', ${NAME}), 'provider ' || f.provider_id, $1
               from fresh f join catalogue.organisation o on o.organisation_id = f.provider_id
             on conflict (learner_id, code, once) where once is not null do nothing
             returning learner_id, notice_id, once)
           insert into notice.collection (learner_id, provider_id, collected_on, notice_id)
           select f.learner_id, f.provider_id,
                  coalesce((select min(e.at) from record.achievement_event e where e.learner_id = f.learner_id and e.provider_id = f.provider_id), $1)::date, t.notice_id
             from fresh f join told t on t.learner_id = f.learner_id and t.once = 'provider ' || f.provider_id
           on conflict do nothing`,
    values: [now],
  });
  return rowCount;
}

const OWED = `c.attestation_id is null and exists (
  select from notice.notice n where n.learner_id = c.learner_id and n.notice_id = c.notice_id and n.seen_at is null)`;

export interface OwedRow {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly oldest: string;
}

/** Providers with learners who were not told yet, as far as we know: how many, and since when the longest. */
export async function owedByProvider(tx: Tx, organisationId: number | null): Promise<readonly OwedRow[]> {
  const { rows } = await tx.query<OwedRow & Record<string, unknown>>({
    text: `select o.public_id as id, ${NAME} as name, count(*)::integer as count, min(c.collected_on) as oldest
             from notice.collection c join catalogue.organisation o on o.organisation_id = c.provider_id
            where ${OWED} and ($1::integer is null or c.provider_id = $1)
            group by o.organisation_id order by min(c.collected_on), o.public_id`,
    values: [organisationId],
  });
  return rows;
}

/** Writes down that a provider told everybody whom it reported up to a day. Answers of how many that speaks. */
export async function attest(
  tx: Tx,
  said: {
    readonly organisationId: number;
    readonly text: string;
    readonly until: string;
    readonly by: number;
    readonly at: Date;
  },
): Promise<number> {
  const { rowCount } = await tx.query({
    text: `with made as (
             insert into notice.attestation (organisation_id, said, until, made_by, made_at) values ($1, $2, $3, $4, $5) returning attestation_id)
           update notice.collection c set attestation_id = made.attestation_id from made
            where c.provider_id = $1 and c.collected_on <= $3::date and c.attestation_id is null`,
    values: [said.organisationId, said.text, said.until, said.by, said.at],
  });
  return rowCount;
}

export interface CollectionRow {
  readonly name: string;
  readonly collectedOn: string;
  readonly told: 'seen' | 'by-provider' | null;
}

/** From whom we have information about these learners. */
export async function collectionsOf(tx: Tx, learnerIds: readonly number[]): Promise<readonly CollectionRow[]> {
  const { rows } = await tx.query<CollectionRow & Record<string, unknown>>({
    text: `select ${NAME} as name, c.collected_on as "collectedOn",
              case when n.seen_at is not null then 'seen' when c.attestation_id is not null then 'by-provider' end as told
             from notice.collection c join catalogue.organisation o on o.organisation_id = c.provider_id
             left join notice.notice n on n.learner_id = c.learner_id and n.notice_id = c.notice_id
            where c.learner_id = any($1) order by c.collected_on, o.public_id`,
    values: [learnerIds],
  });
  return rows;
}
