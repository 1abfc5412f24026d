import type { Query } from '../database/connection.ts';
import { KEPT_FOR_EVER, type RetentionRule } from './kept-for-ever.ts';

const TEST = 'operations/retention.test.ts';

export const RETENTION: readonly RetentionRule[] = [
  ...KEPT_FOR_EVER,
  {
    data: 'drafts of applications for recognition',
    basis: 'Privacy Act 2020, IPP 9: of no use to a learner who has not touched it for years',
    period: '2 years',
    remove: `with gone as (delete from rpl.application_state where status = 'draft' and changed_at < $1 returning learner_id, application_id),
      asked as (delete from rpl.application_outcome o using gone g where o.learner_id = g.learner_id and o.application_id = g.application_id)
      select from gone`,
  },
  {
    data: 'who looked at a record',
    basis: 'Privacy Act 2020, IPP 9: as long as a learner may ask',
    period: '7 years',
    remove: 'delete from record.access_log where at < $1',
  },
  {
    data: 'who opened a link, read under a consent or acted for a learner',
    basis: 'Privacy Act 2020, IPP 9: as long as a learner may ask',
    period: '7 years',
    remove: 'delete from sharing.log where at < $1',
  },
  {
    data: 'links that have ended',
    basis: 'Privacy Act 2020, IPP 9: what was chosen is of no use once nothing opens it',
    period: '1 year',
    remove: `with gone as (delete from sharing.share where least(withdrawn_at, expires_on::timestamptz) < $1 returning learner_id, share_id),
      links as (delete from sharing.share_link k using gone g where k.learner_id = g.learner_id and k.share_id = g.share_id)
      select from gone`,
  },
  {
    data: 'drafts of a language model that nobody accepted',
    basis: 'of no use once the definition was written; no person is named in it',
    period: '1 year',
    remove: `delete from catalogue.model_draft where status <> 'accepted' and made_at < $1`,
  },
  {
    data: 'links that employers keep',
    basis: 'Privacy Act 2020, IPP 9: a link lasts a year at most, and its label may name somebody',
    period: '1 year',
    remove: 'delete from employer.kept_link where kept_at < $1',
  },
  {
    data: 'baskets that were shared',
    basis: 'Privacy Act 2020, IPP 9: of no use once the link opens nothing, and a title may name somebody',
    period: '30 days',
    remove: 'delete from offering.basket where expires_on < $1',
  },
  {
    data: 'baskets that were sent to a provider',
    basis: 'Privacy Act 2020, IPP 9: answered or not within a year, and it says how to reach somebody',
    period: '1 year',
    remove: 'delete from offering.basket_request where asked_at < $1',
  },
  {
    data: 'how learners let themselves be found',
    basis: 'Privacy Act 2020, IPP 9: for as long as the learner chose',
    period: '0 days',
    remove: `delete from found.profile where until_on < ($1::timestamptz at time zone 'Pacific/Auckland')::date`,
  },
  {
    data: 'approaches to learners',
    basis: 'Privacy Act 2020, IPP 9: the learner sees for a year who approached them; what was accepted is a link of its own',
    period: '1 year',
    remove: 'delete from found.approach where sent_at < $1',
  },
  {
    data: 'what employers asked of people who were found',
    basis: 'Privacy Act 2020, IPP 9: of no use once nobody it was sent to can see it',
    period: '1 year',
    remove: 'delete from found.approach_batch where sent_at < $1',
  },
  {
    data: 'searches among people who may be found',
    basis: 'Privacy Act 2020, IPP 9: learners see for three months that they were among those found',
    period: '90 days',
    remove: 'delete from found.search where at < $1',
  },
  {
    data: 'links to plans that have ended',
    basis: 'Privacy Act 2020, IPP 9: of no use once nothing opens it',
    period: '30 days',
    remove: 'delete from pathway.link where least(ended_at, expires_on::timestamptz) < $1',
  },
  {
    data: 'notices',
    basis: 'Privacy Act 2020, IPP 9: told, and the record itself shows what they were about',
    period: '3 years',
    remove: 'delete from notice.notice where at < $1',
  },
  {
    data: 'mail',
    basis: 'Privacy Act 2020, IPP 9: of no use once it was sent or given up',
    period: '30 days',
    remove: `delete from notice.mail where changed_at < $1 and state <> 'waiting'`,
  },
  {
    data: 'address checks',
    basis: 'a link that shows an address is good for two days',
    period: '1 day',
    remove: 'delete from account.mail_check where expires_at < $1',
  },
  {
    data: 'sessions',
    basis: 'Privacy Act 2020, IPP 9: of no use once they have ended',
    period: '30 days',
    remove: `delete from access.session where coalesce(ended_at, expires_at) < $1`,
  },
  {
    data: 'reject files',
    basis: 'a provider mends and sends again; they hold names and numbers',
    period: '90 days',
    remove: `delete from record.import_reject r using record.import_batch b where b.batch_id = r.batch_id and b.ended_at < $1`,
  },
  {
    data: 'codes for reading',
    basis: 'Privacy Act 2020, IPP 9: of no use once their half hour is over',
    period: '1 day',
    remove: 'delete from record.reading_code where expires_at < $1',
  },
  {
    data: 'dry runs',
    basis: 'of no use once the answer was given',
    period: '1 day',
    remove: `delete from record.import_seen s using record.import_batch b where b.batch_id = s.batch_id and coalesce(b.ended_at, b.changed_at) < $1`,
  },
  {
    data: 'offers to wallets',
    basis: 'good for ten minutes',
    period: '1 day',
    remove: 'delete from wallet.offer where expires_at < $1',
  },
  {
    data: 'requests of wallets',
    basis: 'good for minutes',
    period: '1 day',
    remove: 'delete from wallet.authorization_request where expires_at < $1',
  },
  {
    data: 'tokens of wallets',
    basis: 'good for ten minutes',
    period: '1 day',
    remove: 'delete from wallet.access_token where expires_at < $1',
  },
  {
    data: 'nonces of wallets',
    basis: 'good for five minutes',
    period: '1 day',
    remove: 'delete from wallet.nonce where expires_at < $1',
  },
  {
    data: 'questions to wallets, and what they showed',
    basis: 'Privacy Act 2020, IPP 9: for whoever asked, for fifteen minutes',
    period: '1 hour',
    remove: 'delete from wallet.presentation_request where expires_at < $1',
  },
  {
    data: 'copies that went into wallets',
    basis: 'Privacy Act 2020, IPP 9: the learner sees where they are',
    period: '3 years',
    remove: 'delete from wallet.copy where made_at < $1',
  },
  {
    data: 'codes of applications',
    basis: 'good for minutes',
    period: '1 day',
    remove: 'delete from badges.code where expires_at < $1',
  },
  {
    data: 'visits to other hosts',
    basis: 'good for minutes',
    period: '1 day',
    remove: 'delete from badges.visit where expires_at < $1',
  },
  {
    data: 'tokens of applications',
    basis: 'of no use once their time is over',
    period: '1 day',
    remove: 'delete from badges.token where expires_at < $1',
  },
  {
    data: 'consents to applications that were withdrawn',
    basis: 'Privacy Act 2020, IPP 9: the learner sees what was read, as long as the list of who looked is kept',
    period: '7 years',
    remove: 'delete from badges.consent where withdrawn_at < $1',
  },
  {
    data: 'applications that nobody let in',
    basis: 'anybody may register one',
    period: '30 days',
    remove: `delete from badges.client c where c.registered_at < $1 and not exists (select from badges.consent a where a.client_id = c.client_id)`,
  },
  {
    data: 'idempotency keys',
    basis: 'contracts 7: 24 hours',
    period: '24 hours',
    remove: 'delete from operations.idempotency where created_at < $1',
  },
  { data: 'rates', basis: 'count within the hour', period: '1 day', remove: 'delete from operations.rate where slot < $1' },
  {
    data: 'identity questions',
    basis: 'show a probe to whoever looks into it',
    period: '1 year',
    remove: 'delete from identity.asked where at < $1',
  },
];

/** Writes the table for whoever asks the database. */
export const tellRetention: Query = {
  text: `insert into operations.retention (data, basis, period, job, test)
    select x.data, x.basis, x.period::interval, case when x.period is null then null else 'retention' end, $2
      from jsonb_to_recordset($1) as x (data text, basis text, period text)
    on conflict (data) do update set basis = excluded.basis, period = excluded.period, job = excluded.job, test = excluded.test`,
  values: [JSON.stringify(RETENTION), TEST],
};

/** The moment that lies a period before another. */
export const momentBefore = (now: Date, period: string): Query => ({
  text: 'select $1::timestamptz - $2::interval as before',
  values: [now, period],
});
