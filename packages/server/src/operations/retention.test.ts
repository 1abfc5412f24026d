import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { runRetention } from './retention.ts';
import { RETENTION } from './retention-queries.ts';

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
});
afterAll(() => at.end());

test('what is past its time goes, what is not stays, and running again removes nothing more', async () => {
  const services = testServices(at);
  // The clock stands at 2026-11-24.
  await at.owner.query(`
    insert into record.access_log (learner_id, actor, purpose, what, at) values (1, 'x', 'p', 'old', '2019-11-23'), (1, 'x', 'p', 'new', '2019-11-25');
    insert into sharing.log (learner_id, log_id, about, about_id, kind, at, actor) values (1, 1, 'share', 1, 'opened', '2019-11-23', 'link'), (1, 2, 'share', 1, 'opened', '2019-11-25', 'link');
    insert into sharing.share (learner_id, share_id, audience, purpose, expires_on, made_at, made_by, changed_at, withdrawn_at) values
      (1, 1, 'a', 'p', '2025-11-22', '2025-01-01', 'x', '2025-01-01', null), (1, 2, 'a', 'p', '2027-01-01', '2025-01-01', 'x', '2025-01-01', '2025-11-22'), (1, 3, 'a', 'p', '2025-12-01', '2025-01-01', 'x', '2025-01-01', null);
    insert into sharing.share_link (token_hash, token_key, learner_id, share_id, made_at) select share_id::text::bytea, 'k', learner_id, share_id, made_at from sharing.share;
    insert into access.session (token_hash, kind, expires_at, ended_at) values
      ('old', 'learner', '2026-10-01', null), ('ended', 'learner', '2027-01-01', '2026-10-01'), ('new', 'learner', '2026-11-23', null);
    insert into record.import_batch (public_id, name, dry_run, state, started_by, ended_at) values
      ('old', 'f', true, 'done', 'x', '2026-08-01'), ('new', 'f', false, 'done', 'x', '2026-11-23T12:00:00Z');
    insert into record.import_reject (batch_id, row, code, line) select batch_id, 1, 'x', public_id from record.import_batch;
    insert into record.import_seen (batch_id, provider_id, reference, learner, outcome_ids, content_hash) select batch_id, 1, 'r', 'l', '{}', '' from record.import_batch;
    insert into catalogue.organisation (public_id, kind) values ('org-lantern', 'employer');
    insert into catalogue.outcome (public_id, code, version, lineage, name) values ('drafted', 'D', 1, 'D', 'Drafted');
    insert into catalogue.model_draft (outcome_id, kind, lang, body, model, status, made_at, made_by, decided_at)
      select outcome_id, 'summary', 'en', '{"text":"x"}', 'm', v.status, v.day::timestamptz, 'x', v.decided from catalogue.outcome,
        (values ('open', '2025-11-22', null::timestamptz), ('accepted', '2025-11-22', now()), ('refused', '2025-11-25', now())) v (status, day, decided) where public_id = 'drafted';
    insert into employer.kept_link (organisation_id, link_hash, link_cipher, link_key, label, kept_by, kept_at)
      select organisation_id, day::bytea, '', 'k', 'x', 'x', day::timestamptz from catalogue.organisation, unnest(array['2025-11-22', '2025-11-25']) day
       where public_id = 'org-lantern';
    insert into offering.basket (token_hash, items, made_at, expires_on) values ('old', '[]', '2026-01-01', '2026-10-01'), ('new', '[]', '2026-01-01', '2026-11-01');
    insert into offering.basket_request (request_id, provider_id, items, name, contact, asked_at, changed_at)
      select gen_random_uuid(), organisation_id, '[]', 'x', 'x', day::timestamptz, day::timestamptz from catalogue.organisation, unnest(array['2025-11-22', '2025-11-25']) day
       where public_id = 'org-lantern';
    insert into pathway.link (token_hash, token_key, learner_id, pathway_id, made_at, expires_on, ended_at) values
      ('old', 'k', 1, 1, '2026-01-01', '2026-10-01', null), ('ended', 'k', 1, 1, '2026-01-01', '2027-01-01', '2026-10-01'), ('new', 'k', 1, 1, '2026-01-01', '2027-01-01', null);
    insert into found.profile (learner_id, region, skills, since, changed_at, until_on) values (1, 'otago', '{x}', '2026-01-01', '2026-01-01', '2026-11-22'), (2, 'otago', '{x}', '2026-01-01', '2026-01-01', '2026-11-30');
    insert into found.approach (learner_id, approach_id, batch_id, organisation_id, sent_at, until_on) values (1, 1, 1, 1, '2025-11-22', '2025-12-01'), (1, 2, 2, 1, '2025-11-25', '2025-12-01');
    insert into found.approach_batch (organisation_id, title, words, skills, people_from, asked_by, sent_at, until_on)
      select organisation_id, 'x', 'x', '{x}', 5, 'x', day::timestamptz, day::date from catalogue.organisation, unnest(array['2025-11-22', '2025-11-25']) day where public_id = 'org-lantern';
    insert into found.search (organisation_id, skills, actor, at)
      select organisation_id, '{x}', 'x', day::timestamptz from catalogue.organisation, unnest(array['2026-08-01', '2026-11-01']) day where public_id = 'org-lantern';
    insert into notice.notice (learner_id, notice_id, code, at) values (1, 1, 'old', '2023-11-23'), (1, 2, 'new', '2023-11-25');
    insert into account.account (issuer, subject) values ('https://issuer.example', 'x');
    insert into notice.mail (kind, account_id, address, language, state, changed_at) select 'notices', account_id, 'a@example.test', 'en', s, '2026-10-01'
      from account.account, unnest(array['sent', 'waiting']) s;
    insert into account.mail_check (token_hash, account_id, address, expires_at) select '\\x00', account_id, 'a', '2026-11-20' from account.account;
    insert into operations.idempotency (client, key, request_hash, state, created_at) values ('c', 'old', '', 'done', '2026-11-22'), ('c', 'new', '', 'done', '2026-11-23T12:00:00Z');
    insert into operations.rate (actor, bucket, slot) values ('a', 'b', '2026-11-20'), ('a', 'b', '2026-11-23T12:00:00Z');
    insert into record.reading_code (code_hash, learner_id, uses_left, made_at, expires_at) values ('old', 1, 1, '2026-11-20', '2026-11-20'), ('new', 1, 1, '2026-11-23T12:00:00Z', '2026-11-23T12:30:00Z');
    insert into wallet.offer (handle_hash, learner_id, what, item, code_hash, pin_hash, pin_key, made_at, made_by, expires_at)
      select day::bytea, 1, 'award', 'x', day::bytea, '', 'k', day::timestamptz, 'x', day::timestamptz from unnest(array['2026-11-22', '2026-11-23T12:00:00Z']) day;
    insert into wallet.authorization_request (handle_hash, client_id, redirect_uri, code_challenge, configurations, made_at, expires_at)
      select day::bytea, 'w', 'x', 'x', '{}', day::timestamptz, day::timestamptz from unnest(array['2026-11-22', '2026-11-23T12:00:00Z']) day;
    insert into wallet.access_token (token_hash, learner_id, what, item, expires_at) values ('old', 1, 'award', 'x', '2026-11-22'), ('new', 1, 'award', 'x', '2026-11-23T12:00:00Z');
    insert into wallet.nonce (nonce_hash, expires_at) values ('old', '2026-11-22'), ('new', '2026-11-23T12:00:00Z');
    insert into wallet.presentation_request (handle_hash, made_at, expires_at) values ('old', '2026-11-22', '2026-11-22'), ('new', '2026-11-24', '2026-11-25');
    insert into wallet.copy (learner_id, copy_id, what, item, configuration, holders, handle_hash, made_at) values
      (1, 1, 'award', 'x', 'AwardLdp', '[]', 'old', '2023-11-22'), (1, 2, 'award', 'x', 'AwardLdp', '[]', 'new', '2023-11-25');
    insert into badges.code (code_hash, learner_id, consent_id, client_id, redirect_uri, code_challenge, expires_at)
      select day::bytea, 1, 1, 'c', 'x', 'x', day::timestamptz from unnest(array['2026-11-22', '2026-11-23T12:00:00Z']) day;
    insert into rpl.application_state (learner_id, application_id, status, started_at, changed_at) values (1, 1, 'draft', '2024-01-01', '2024-11-22'), (1, 2, 'draft', '2024-01-01', '2024-11-25');
    insert into rpl.application_outcome (learner_id, application_id, outcome_id) values (1, 1, 1), (1, 2, 1);
    insert into badges.visit (state_hash, learner_id, base_url, code_verifier, expires_at)
      select day::bytea, 1, 'x', 'x', day::timestamptz from unnest(array['2026-11-22', '2026-11-23T12:00:00Z']) day;
    insert into badges.token (token_hash, kind, learner_id, consent_id, client_id, scopes, expires_at)
      select day::bytea, 'access', 1, 1, 'c', '{}', day::timestamptz from unnest(array['2026-11-22', '2026-11-23T12:00:00Z']) day;
    insert into badges.client (client_id, name, redirect_uris, scopes, registered_at)
      select id, 'x', '{}', '{}', day::timestamptz from (values ('let-in', '2026-10-01'), ('old', '2026-10-01'), ('new', '2026-11-01')) v (id, day);
    insert into badges.consent (learner_id, consent_id, client_id, client_name, goes_to, scopes, granted_at, granted_by, withdrawn_at) values
      (1, 1, 'let-in', 'x', 'x', '{}', '2019-01-01', 'x', null), (1, 2, 'let-in', 'x', 'x', '{}', '2019-01-01', 'x', '2019-11-22'), (1, 3, 'let-in', 'x', 'x', '{}', '2019-01-01', 'x', '2019-11-25');
    insert into identity.asked (asker, at, missed, matched) values ('a', '2025-11-23', 1, 1), ('a', '2025-11-25', 1, 1);
  `);
  const removed = await runRetention(services);
  expect(Object.fromEntries(removed)).toEqual({
    'who looked at a record': 1,
    notices: 1,
    'who opened a link, read under a consent or acted for a learner': 1,
    'links that have ended': 2,
    'drafts of a language model that nobody accepted': 1,
    'links that employers keep': 1,
    'how learners let themselves be found': 1,
    'approaches to learners': 1,
    'what employers asked of people who were found': 1,
    'searches among people who may be found': 1,
    'baskets that were shared': 1,
    'baskets that were sent to a provider': 1,
    mail: 1,
    'address checks': 1,
    'links to plans that have ended': 2,
    sessions: 2,
    'reject files': 1,
    'codes for reading': 1,
    'dry runs': 1,
    'offers to wallets': 1,
    'requests of wallets': 1,
    'tokens of wallets': 1,
    'nonces of wallets': 1,
    'questions to wallets, and what they showed': 1,
    'copies that went into wallets': 1,
    'codes of applications': 1,
    'visits to other hosts': 1,
    'tokens of applications': 1,
    'consents to applications that were withdrawn': 1,
    'applications that nobody let in': 1,
    'drafts of applications for recognition': 1,
    'idempotency keys': 1,
    rates: 1,
    'identity questions': 1,
  });
  expect([...(await runRetention(services)).values()].every((count) => count === 0)).toBe(true);
  const { rows } = await at.owner.query(
    `select 'new' as what from sharing.share_link union all select what from record.access_log union all select line from record.import_reject union all select key from operations.idempotency union all select code from notice.notice`,
  );
  expect(rows.map((row) => row.what)).toEqual(['new', 'new', 'new', 'new', 'new']);
});

test('the table says of every kind of data how long it is kept and why', async () => {
  await runRetention(testServices(at));
  const { rows } = await at.owner.query(`select data, period is null as "forEver", job from operations.retention`);
  expect(rows).toHaveLength(RETENTION.length);
  expect(rows).toContainEqual({ data: 'results and awards', forEver: true, job: null });
  expect(rows).toContainEqual({ data: 'sessions', forEver: false, job: 'retention' });
});
