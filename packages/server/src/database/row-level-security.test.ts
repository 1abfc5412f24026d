import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acting, ActorKind } from './connection.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let at: TestDatabase;
const MINE = 1025;
const OTHER = 2050;
const unset = (kind: ActorKind): Acting => ({ kind, token: '' });
const sessions = {
  learner: unset('learner'),
  provider: unset('provider'),
  developer: unset('developer'),
  employer: unset('employer'),
  steward: unset('steward'),
};

beforeAll(async () => {
  at = await testDatabase();
  await at.owner.query(`
    insert into catalogue.organisation (organisation_id, public_id, kind) overriding system value
      values (901, 'one', 'provider'), (902, 'two', 'provider'), (903, 'dev', 'industry-skills-board');
    insert into catalogue.organisation (organisation_id, public_id, kind, closed_on, successor_id) overriding system value values (904, 'closed', 'provider', '2020-01-01', 901);
    insert into catalogue.outcome (outcome_id, public_id, code, version, lineage, name, status, developer_id) overriding system value
      values (901, 'pub', 'pub', 1, 'pub', 'Published', 'published', 903), (902, 'draft', 'draft', 1, 'draft', 'Draft', 'draft', 903), (903, 'other-draft', 'other', 1, 'other', 'Other', 'draft', 901);
    insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
      values (${MINE}, 1, 901, 901, '2024-01-01', '2024-01-01', 'achieved', 'assessed', 'confirmed', true, 'r1'),
             (${OTHER}, 2, 901, 902, '2024-01-01', '2024-01-01', 'achieved', 'assessed', 'confirmed', true, 'r2'),
             (${OTHER}, 3, 901, 904, '2019-01-01', '2019-01-01', 'achieved', 'assessed', 'confirmed', true, 'r3');
    insert into record.achievement_event (learner_id, event_id, achievement_id, kind, actor, outcome_id, provider_id, achieved_on, result, mode, status, reference, leaf_salt, leaf_hash)
      select learner_id, achievement_id, achievement_id, 'recorded', 'test', outcome_id, provider_id, achieved_on, result, mode, status, reference, '\\x00', '\\x00' from record.achievement_state;
    insert into record.result_reference (provider_id, reference, learner_id, achievement_ids, content_hash) values (901, 'r1', ${MINE}, '{1}', '\\x00'), (902, 'r2', ${OTHER}, '{2}', '\\x00');
    insert into record.import_batch (public_id, provider_id, name, dry_run, state, started_by) values ('b1', 901, 'f', false, 'done', 'x'), ('b2', 902, 'f', false, 'done', 'x');
    insert into record.import_reject (batch_id, row, code, line) select batch_id, 1, 'x', 'secret' from record.import_batch;
    insert into record.access_log (learner_id, actor, purpose, what) values (${MINE}, 'x', 'p', 'w'), (${OTHER}, 'x', 'p', 'w');
    insert into award.award_event (learner_id, event_id, award_id, kind, actor, leaf_salt, leaf_hash) values (${MINE}, 1, 1, 'issued', 'x', '\\x00', '\\x00'), (${OTHER}, 2, 2, 'issued', 'x', '\\x00', '\\x00');
    insert into award.spent (learner_id, lineage, award_id, achievement_id) values (${OTHER}, 'pub', 2, 2);
    insert into award.locator (public_id, learner_id) values ('mine', ${MINE}), ('other', ${OTHER});
    insert into account.account (account_id, issuer, subject) overriding system value values (901, 'i', 'a'), (902, 'i', 'b');
    insert into account.membership (account_id, organisation_id, role) values (901, 901, 'registrar'), (902, 902, 'registrar');
    insert into sharing.share (learner_id, share_id, audience, purpose, expires_on, made_at, made_by, changed_at)
      select id, id, 'a', 'p', '2030-01-01', now(), 'x', now() from unnest(array[${MINE}, ${OTHER}]::bigint[]) id;
    insert into sharing.share_link (token_hash, token_key, learner_id, share_id, made_at) select share_id::text::bytea, 'k', learner_id, share_id, made_at from sharing.share;
    insert into sharing.consent (learner_id, consent_id, organisation_id, category, mode, purpose, granted_at, granted_by)
      values (${MINE}, 1, 902, 'record', 'live', 'p', now(), 'x'), (${OTHER}, 2, 901, 'record', 'live', 'p', now(), 'x');
    insert into sharing.delegation (learner_id, delegation_id, authority, from_on, made_at, made_by) select learner_id, share_id, 'x', '2026-01-01', now(), 'x' from sharing.share;
    insert into sharing.log (learner_id, log_id, about, about_id, kind, at, actor) select learner_id, share_id, 'share', share_id, 'opened', now(), 'link' from sharing.share;
    insert into identity.learner (learner_id, nsn_hash, nsn_cipher, hash_key, cipher_key) values (${MINE}, '\\x01', '\\x01', 'k', 'k'), (${OTHER}, '\\x02', '\\x02', 'k', 'k');
  `);
  sessions.learner = await at.session('learner', { learnerId: MINE, accountId: 901 });
  sessions.provider = await at.session('provider', { organisationId: 901, accountId: 901, roles: ['registrar'] });
  sessions.developer = await at.session('developer', { organisationId: 903, accountId: 901 });
  sessions.employer = await at.session('employer', { organisationId: 902, accountId: 902 });
  sessions.steward = await at.session('steward', { organisationId: 903, accountId: 901 });
});
afterAll(() => at.end());

/** Runs one statement as this actor; the number of rows, or `denied`. Any other failure fails the test. */
async function attempt(kind: ActorKind, text: string, before: readonly string[] = []): Promise<number | 'denied'> {
  const work = async (tx: Parameters<Parameters<typeof at.db.asPublic>[0]>[0]): Promise<number> => {
    for (const statement of before) await tx.query({ text: statement });
    return (await tx.query({ text })).rowCount;
  };
  try {
    if (kind === 'public') return await at.db.asPublic(work);
    if (kind === 'batch') return await at.db.asBatch(work);
    return await at.db.as(sessions[kind], work);
  } catch (error) {
    // 42501: insufficient privilege, or a row that the policy does not let in.
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'denied';
    throw error;
  }
}

const KINDS: readonly ActorKind[] = ['public', 'learner', 'provider', 'developer', 'employer', 'steward', 'batch'];
const PEOPLE = KINDS.filter((kind) => kind !== 'batch');

describe('nobody', () => {
  test.each(KINDS)('(%s) reads who a learner is, or becomes the role that may', async (kind) => {
    for (const table of ['learner', 'learner_name', 'learner_alias', 'asked'])
      expect(await attempt(kind, `select * from identity.${table}`)).toBe('denied');
    expect(await attempt(kind, 'set role nzrr_identity')).toBe('denied');
    expect(await attempt(kind, `select set_config('role', 'nzrr_identity', true)`)).toBe('denied');
    expect(await attempt(kind, 'set role postgres')).toBe('denied');
    expect(await attempt(kind, `select identity.alias_set(${OTHER})`)).toBe('denied');
    if (kind !== 'learner') expect(await attempt(kind, 'select access.own_name()')).toBe('denied');
  });

  test.each(KINDS)('(%s) changes or removes an event', async (kind) => {
    for (const table of ['record.achievement_event', 'award.award_event', 'catalogue.outcome_event']) {
      expect(await attempt(kind, `update ${table} set kind = kind`)).toBe('denied');
      expect(await attempt(kind, `delete from ${table}`)).toBe('denied');
    }
  });

  test.each(PEOPLE)('(%s) reads or makes a session', async (kind) => {
    expect(await attempt(kind, 'select * from access.session')).toBe('denied');
    expect(
      await attempt(
        kind,
        `insert into access.session (token_hash, kind, expires_at) values ('x', 'batch', now() + interval '1 day')`,
      ),
    ).toBe('denied');
  });

  test.each(PEOPLE)('(%s) gains by becoming another role with their own session', async (kind) => {
    for (const other of KINDS.filter((role) => role !== kind)) {
      for (const table of [
        'record.achievement_state',
        'record.achievement_event',
        'award.spent',
        'award.award_event',
        'record.result_reference',
        'account.membership',
      ]) {
        const seen = await attempt(kind, `select * from ${table}`, [`set local role nzrr_${other}`]);
        expect([0, 'denied'], `${kind} as ${other} reads ${table}`).toContain(seen);
      }
    }
  });

  test.each(PEOPLE)('(%s) gains by claiming another session', async (kind) => {
    const injected = [`select set_config('nzrr.session', 'a guess', true)`];
    for (const table of ['record.achievement_state', 'award.award_event', 'award.spent', 'record.result_reference']) {
      expect([0, 'denied']).toContain(await attempt(kind, `select * from ${table}`, injected));
    }
    // A person's identity is read back from the token, never from what a statement says of itself.
    const claimed = [
      `select set_config('nzrr.learner_id', '${OTHER}', true)`,
      `select set_config('access.learner_id', '${OTHER}', true)`,
    ];
    expect([0, 'denied']).toContain(
      await attempt(
        kind,
        `select * from record.achievement_state where learner_id = ${OTHER} and provider_id = 902 and (select access.current_kind()) <> 'steward'`,
        claimed,
      ),
    );
  });

  test.each(PEOPLE)('(%s) makes tables, functions or roles', async (kind) => {
    expect(await attempt(kind, 'create table public.mine (n integer)')).toBe('denied');
    expect(await attempt(kind, 'create function record.f() returns integer language sql as $$ select 1 $$')).toBe('denied');
    expect(await attempt(kind, 'create role mine')).toBe('denied');
    expect(await attempt(kind, 'alter table record.achievement_state disable row level security')).toBe('denied');
  });
});

describe('a learner', () => {
  test('reads their own record and nobody else’s', async () => {
    for (const table of [
      'record.achievement_state',
      'record.achievement_event',
      'record.access_log',
      'award.award_event',
      'award.locator',
    ]) {
      expect(await attempt('learner', `select * from ${table}`), table).toBe(1);
    }
    expect(await attempt('learner', `select * from record.achievement_state where learner_id = ${OTHER}`)).toBe(0);
    expect(await attempt('learner', 'select * from account.account')).toBe(1);
    for (const table of [
      'record.result_reference',
      'record.import_batch',
      'record.import_reject',
      'account.membership',
      'operations.idempotency',
    ]) {
      expect(await attempt('learner', `select * from ${table}`), table).toBe('denied');
    }
  });

  test('writes no result, and no award of another', async () => {
    expect(await attempt('learner', `update record.achievement_state set result = 'excellence'`)).toBe('denied');
    expect(await attempt('learner', `insert into record.achievement_event select * from record.achievement_event`)).toBe(
      'denied',
    );
    expect(
      await attempt(
        'learner',
        `insert into award.spent (learner_id, lineage, award_id, achievement_id) values (${OTHER}, 'x', 9, 9)`,
      ),
    ).toBe('denied');
    expect(await attempt('learner', `delete from award.spent where learner_id = ${OTHER}`)).toBe(0);
    expect(
      await attempt(
        'learner',
        `insert into award.award_event (learner_id, event_id, award_id, kind, actor, leaf_salt, leaf_hash) values (${OTHER}, 9, 9, 'issued', 'x', '', '')`,
      ),
    ).toBe('denied');
    expect(await attempt('learner', `select * from award.draw_status_index('revocation', ${OTHER}, 'x')`)).toBe('denied');
    expect(await attempt('learner', `delete from record.access_log`)).toBe('denied');
  });
});

describe('what is shared', () => {
  test('is seen and changed by its learner', async () => {
    for (const table of ['share', 'share_link', 'consent', 'delegation', 'log'])
      expect(await attempt('learner', `select * from sharing.${table}`), table).toBe(1);
    expect(await attempt('learner', `update sharing.share set withdrawn_at = now() where learner_id = ${OTHER}`)).toBe(0);
    expect(await attempt('learner', `update sharing.share set learner_id = ${OTHER} where learner_id = ${MINE}`)).toBe('denied');
    for (const change of [`update sharing.log set actor = 'x'`, 'delete from sharing.log', 'delete from sharing.share'])
      expect(await attempt('learner', change), change).toBe('denied');
  });

  test('is closed to everybody else, but for the consents that an organisation was given', async () => {
    for (const kind of ['public', 'provider', 'developer', 'employer'] as const) {
      for (const table of ['share', 'share_link', 'delegation', 'log'])
        expect(await attempt(kind, `select * from sharing.${table}`), `${kind} ${table}`).toBe('denied');
    }
    for (const table of ['share', 'share_link', 'consent'])
      expect(await attempt('steward', `select * from sharing.${table}`)).toBe('denied');
    expect(await attempt('provider', 'select * from sharing.consent where organisation_id = 901')).toBe(1);
    expect(await attempt('provider', 'select * from sharing.consent')).toBe(1);
    expect(await attempt('employer', 'select * from sharing.consent')).toBe(1);
    expect(await attempt('employer', `update sharing.consent set withdrawn_at = null`)).toBe('denied');
    expect(await attempt('steward', 'select * from sharing.log')).toBe(0);
  });
});

describe('a provider', () => {
  test('reads what it, or a closed one that it succeeds, reported', async () => {
    expect(await attempt('provider', 'select * from record.achievement_state')).toBe(2);
    expect(await attempt('provider', 'select * from record.achievement_state where provider_id = 902')).toBe(0);
    for (const table of ['record.result_reference', 'record.import_batch', 'record.import_reject', 'account.membership'])
      expect(await attempt('provider', `select * from ${table}`), table).toBe(1);
    for (const table of ['award.award_state', 'award.spent', 'award.locator', 'record.access_log'])
      expect(await attempt('provider', `select * from ${table}`), table).toBe('denied');
  });

  test('writes nothing in another’s name', async () => {
    expect(await attempt('provider', `update record.achievement_state set provider_id = 902 where provider_id = 901`)).toBe(
      'denied',
    );
    expect(await attempt('provider', `update record.achievement_state set status = 'withdrawn' where provider_id = 902`)).toBe(0);
    expect(
      await attempt(
        'provider',
        `insert into record.result_reference (provider_id, reference, learner_id, achievement_ids, content_hash) values (902, 'x', 1, '{}', '')`,
      ),
    ).toBe('denied');
    expect(
      await attempt(
        'provider',
        `insert into record.import_reject (batch_id, row, code, line) select batch_id + 1, 2, 'x', '' from record.import_batch`,
      ),
    ).toBe('denied');
    // A registrar answers for results, not for people.
    expect(
      await attempt(
        'provider',
        `insert into account.membership (account_id, organisation_id, role) values (901, 901, 'administrator')`,
      ),
    ).toBe('denied');
    expect(
      await attempt(
        'provider',
        `insert into catalogue.accreditation (organisation_id, from_on, scope_kind) values (901, '2020-01-01', 'all')`,
      ),
    ).toBe('denied');
  });
});

describe('the others', () => {
  test.each(['public', 'employer', 'developer'] as const)('%s reads no record and no award', async (kind) => {
    for (const table of [
      'record.achievement_state',
      'record.achievement_event',
      'record.access_log',
      'award.award_state',
      'award.spent',
      'award.locator',
      'notice.notice',
      'award.status_entry',
    ]) {
      expect(await attempt(kind, `select * from ${table}`), table).toBe('denied');
    }
  });

  test('drafts are seen by their developer and by stewards', async () => {
    const draft = `select * from catalogue.outcome where outcome_id in (902, 903)`;
    for (const kind of ['public', 'learner', 'provider', 'employer'] as const) expect(await attempt(kind, draft)).toBe(0);
    expect(await attempt('developer', draft)).toBe(1);
    expect(await attempt('steward', draft)).toBe(2);
    expect(await attempt('public', 'select * from catalogue.outcome where outcome_id = 901')).toBe(1);
    expect(await attempt('developer', `update catalogue.outcome set name = 'Mine' where outcome_id = 903`)).toBe(0);
    expect(await attempt('developer', `update catalogue.outcome set developer_id = 901 where outcome_id = 902`)).toBe('denied');
  });

  test('a status list shows what is published, not who has which bit', async () => {
    expect(await attempt('public', 'select public_id, published from award.status_list')).toBe(0);
    expect(await attempt('public', 'select bits from award.status_list')).toBe('denied');
    expect(await attempt('public', `select award.set_status('revocation', 'x', true)`)).toBe('denied');
  });

  test('a steward reviews records and awards and changes no result', async () => {
    expect(await attempt('steward', 'select * from record.achievement_state')).toBe(3);
    expect(await attempt('steward', `update record.achievement_state set status = status`)).toBe('denied');
    expect(await attempt('steward', 'select * from account.account')).toBe(1);
  });
});
