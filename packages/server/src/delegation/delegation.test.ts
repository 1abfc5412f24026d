import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LEARNER, ids, OTHER, setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';
import { comesOfAge, isUnderAge } from './authority.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
const KEA = 61;
const STEWARD = 62;
const OWN = '/api/v1/learners/me/delegations';
const HELD = '/api/v1/delegations';

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { settings: { limits: { ...LIMITS, link: { ...LIMITS.link, calls: 500 } } } });
  await setScene(at.owner);
  await at.owner.query(`insert into account.account (account_id, issuer, subject, name) overriding system value
    values (${KEA}, 'i', 'kea', 'Tāwera Kea'), (${STEWARD}, 'i', 'steward', 'Kahu'), (${LEARNER}, 'i', 'mere', 'Mere'), (${OTHER}, 'i', 'mereana', 'Mereana');
    insert into account.learner_link (account_id, learner_id, method) values (${LEARNER}, ${LEARNER}, 'review')`);
  app = await buildApp(services);
});
afterAll(async () => {
  await app.close();
  await at.end();
});
beforeEach(async () => {
  services.clock.moveTo('2026-11-24');
  await at.owner.query(
    'truncate sharing.delegation, sharing.log, sharing.share, sharing.share_link, record.access_log, notice.notice',
  );
  await at.owner.query(`update identity.learner set birth_date = '1990-01-01'`);
});

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}
const learner = (): Promise<Browser> => signedIn('learner', { learnerId: LEARNER, accountId: LEARNER });
const kea = (): Promise<Browser> => signedIn('learner', { accountId: KEA });
const steward = (): Promise<Browser> => signedIn('steward', { organisationId: 1, accountId: STEWARD, roles: ['steward'] });

async function given(changes: object = {}): Promise<{ id: string; code: string }> {
  const answer = await (await learner()).ask('POST', OWN, { body: { named: 'My aunt Tāwera', acts: ['share'], ...changes } });
  expect(answer.status, answer.text).toBe(201);
  return { id: String(answer.body['id']), code: String(answer.body['code']) };
}

/** Somebody who has taken an authority and stepped in under it. */
async function acting(changes: object = {}): Promise<{ delegate: Browser; id: string }> {
  const { id, code } = await given(changes);
  const delegate = await kea();
  expect((await delegate.ask('POST', `${HELD}/acceptance`, { body: { code } })).status).toBe(201);
  const stepped = await delegate.ask('POST', `${HELD}/${id}/session`);
  expect(stepped.status, stepped.text).toBe(200);
  return { delegate, id };
}

const SHARE = {
  achievements: ids(1),
  awards: [],
  fields: ['name'],
  audience: 'A school',
  purpose: 'Enrolment',
  expiresOn: '2026-12-24',
};

describe('somebody whom the learner names', () => {
  test('takes the code, steps in, is named on every page, reads, and shares; all of it stands with the learner', async () => {
    const { delegate, id } = await acting();
    expect((await delegate.ask('GET', '/api/v1/session')).body).toMatchObject({
      person: { name: 'Tāwera Kea' },
      actor: 'learner',
      actsFor: { learner: 'Mere Rimu', authority: 'agent', acts: ['share'] },
    });
    expect((await delegate.ask('GET', '/api/v1/learners/me/record')).body).toMatchObject({ learnerName: 'Mere Rimu' });
    const shared = await delegate.ask('POST', '/api/v1/shares', { body: SHARE });
    expect(shared.status, shared.text).toBe(201);
    expect((await at.owner.query('select made_by from sharing.share')).rows).toEqual([{ made_by: `delegate:${id}` }]);
    const mere = await learner();
    expect((await mere.ask('GET', '/api/v1/shares')).body).toMatchObject({ items: [{ madeBy: 'delegate' }] });
    const { looked } = (await mere.ask('GET', '/api/v1/learners/me/record')).body;
    const line = { delegate: 'My aunt Tāwera', who: null, name: null, reason: null, purpose: 'agent', at: expect.any(String) };
    expect(looked).toHaveLength(2);
    expect(looked).toEqual(
      expect.arrayContaining([
        { ...line, did: 'entered' },
        { ...line, did: 'share' },
      ]),
    );
    expect((await mere.ask('GET', OWN)).body).toMatchObject({
      items: [
        {
          id,
          named: 'My aunt Tāwera',
          signedInAs: 'Tāwera Kea',
          state: 'open',
          log: [
            { kind: 'entered', who: { kind: 'delegate', name: 'My aunt Tāwera' } },
            { kind: 'accepted', who: { kind: 'delegate' } },
            { kind: 'made', who: { kind: 'learner' } },
          ],
        },
      ],
    });
    const { rows } = await at.owner.query('select code from notice.notice order by notice_id');
    expect(rows.map(({ code }) => code)).toEqual(['delegate-accepted', 'delegate-entered']);
  });

  test('does nothing that the authority does not cover, and nothing that is the learner’s alone', async () => {
    const { delegate } = await acting({ acts: [] });
    expect((await delegate.ask('GET', '/api/v1/learners/me/record')).status).toBe(200);
    for (const [method, url, body] of [
      ['POST', '/api/v1/shares', SHARE],
      ['GET', '/api/v1/shares', undefined],
      ['GET', '/api/v1/learners/me/consents', undefined],
      ['POST', '/api/v1/learners/me/reading-codes', {}],
      ['POST', '/api/v1/awards', { award: 'alq', major: null, select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' }],
      ['POST', '/api/v1/disputes', { subject: 'achievement', achievement: ids(1)[0], reason: 'not-mine', words: 'No' }],
    ] as const) {
      const answer = await delegate.ask(method, url, body === undefined ? {} : { body });
      expect([url, answer.status, answer.body['code']]).toEqual([url, 403, 'not-in-authority']);
    }
    for (const url of ['/api/v1/learners/me/notices', '/api/v1/learners/me/collections', OWN, HELD])
      expect((await delegate.ask('GET', url)).body['code'], url).toBe('only-yourself');
    expect((await delegate.ask('POST', OWN, { body: { named: 'A friend', acts: [] } })).body['code']).toBe('only-yourself');
    const { rows } = await at.owner.query('select what from record.access_log');
    expect(rows).toEqual([{ what: 'entered' }]);
  });

  test('claims where the authority covers it: the award’s event names the delegate', async () => {
    const { delegate, id } = await acting({ acts: ['claim'] });
    const claimed = await delegate.ask('POST', '/api/v1/awards', {
      body: { award: 'alq', major: null, select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' },
    });
    expect(claimed.status, claimed.text).toBe(201);
    const { rows } = await at.owner.query('select distinct actor from award.award_event');
    expect(rows).toEqual([{ actor: `delegate:${id}` }]);
  });

  test('is out at once when the learner ends it, and sees a session that has ended', async () => {
    const { delegate, id } = await acting();
    expect((await (await learner()).ask('POST', `${OWN}/${id}/ending`)).status).toBe(200);
    expect((await delegate.ask('GET', '/api/v1/learners/me/record')).status).toBe(401);
    expect((await (await kea()).ask('POST', `${HELD}/${id}/session`)).body['code']).toBe('delegation-not-open');
    expect((await (await learner()).ask('GET', OWN)).body).toMatchObject({ items: [{ state: 'ended' }] });
  });

  test('is out when the last day is over', async () => {
    const { delegate, id } = await acting({ until: '2026-12-24' });
    await at.owner.query('update sharing.delegation set to_on = current_date - 2');
    expect((await delegate.ask('GET', '/api/v1/learners/me/record')).status).toBe(401);
    services.clock.moveTo('2030-01-01');
    expect((await (await kea()).ask('POST', `${HELD}/${id}/session`)).body['code']).toBe('delegation-not-open');
  });

  test('steps back at once, by the API and by a form without JavaScript', async () => {
    const { delegate, id } = await acting();
    expect((await delegate.ask('POST', '/api/v1/session/step-back')).status).toBe(204);
    expect((await delegate.ask('GET', '/api/v1/session')).body).toMatchObject({ actsFor: null, linked: false });
    expect((await delegate.ask('GET', '/api/v1/learners/me/record')).body['code']).toBe('record-not-linked');
    expect((await delegate.ask('POST', '/api/v1/session/step-back')).body['code']).toBe('delegation-not-open');
    await delegate.ask('POST', `${HELD}/${id}/session`);
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, csrf: false, body: '' } as const;
    const foreign = { ...form, headers: { ...form.headers, origin: 'https://elsewhere.example' } };
    expect((await delegate.ask('POST', '/acting/end', foreign)).status).toBe(403);
    const own = { ...form, headers: { ...form.headers, origin: 'http://127.0.0.1:8080' } };
    expect((await delegate.ask('POST', '/acting/end', own)).headers['location']).toBe('/account/acting');
    expect((await delegate.ask('GET', '/api/v1/session')).body['actsFor']).toBeNull();
  });

  test('gives it up, and the learner is told once', async () => {
    const { id, code } = await given();
    const person = await kea();
    await person.ask('POST', `${HELD}/acceptance`, { body: { code } });
    for (const status of [200, 200]) expect((await person.ask('POST', `${HELD}/${id}/giving-up`)).status).toBe(status);
    expect((await person.ask('GET', HELD)).body).toMatchObject({ items: [{ id, state: 'ended', learner: 'Mere Rimu' }] });
    const { rows } = await at.owner.query(`select from notice.notice where code = 'delegate-ended'`);
    expect(rows).toHaveLength(1);
    const other = await signedIn('learner', { accountId: OTHER });
    expect((await other.ask('POST', `${HELD}/${id}/giving-up`)).status).toBe(404);
  });
});

describe('a code', () => {
  test('works once, in whatever way it is typed, and is kept as a hash until then', async () => {
    const { code } = await given();
    const { rows } = await at.owner.query('select code_hash::text as hash from sharing.delegation');
    expect(rows[0].hash).not.toContain(Buffer.from(code).toString('hex'));
    const person = await kea();
    const typed = { body: { code: code.toLowerCase().replaceAll('-', ' ') } };
    expect((await person.ask('POST', `${HELD}/acceptance`, typed)).status).toBe(201);
    expect((await person.ask('POST', `${HELD}/acceptance`, typed)).body['code']).toBe('delegation-code');
  });

  test.each(['', 'x', '0000-0000-0000', '💥'])('that is none ("%s") is answered as one that is used', async (code) => {
    const answer = await (await kea()).ask('POST', `${HELD}/acceptance`, { body: { code } });
    expect([400, 422]).toContain(answer.status);
    if (answer.status === 422) expect(answer.body['code']).toBe('delegation-code');
  });

  test('is good for two weeks, not after it was ended, and for nobody who acts for themself', async () => {
    const { id, code } = await given();
    expect((await (await learner()).ask('POST', `${HELD}/acceptance`, { body: { code } })).body['code']).toBe('delegation-own');
    services.clock.moveTo('2026-12-09');
    expect((await (await kea()).ask('POST', `${HELD}/acceptance`, { body: { code } })).body['code']).toBe('delegation-code');
    services.clock.moveTo('2026-11-24');
    await (await learner()).ask('POST', `${OWN}/${id}/ending`);
    expect((await (await kea()).ask('POST', `${HELD}/acceptance`, { body: { code } })).body['code']).toBe('delegation-code');
  });

  test('of a learner lasts two years at most', async () => {
    const mere = await learner();
    for (const until of ['2026-11-23', '2028-11-30'])
      expect((await mere.ask('POST', OWN, { body: { named: 'A', acts: [], until } })).body['code'], until).toBe('authority-date');
    expect((await mere.ask('POST', OWN, { body: { named: 'A', acts: [], authority: 'guardian' } })).body['code']).toBe(
      'authority-unknown',
    );
  });
});

describe('a guardian', () => {
  const NUMBER = '0000123456';
  const evidence = { authority: 'guardian', named: 'Tāwera Kea', acts: ['share', 'claim'], evidence: 'Birth certificate seen' };
  const young = async (birthDate = '2012-02-29'): Promise<object> => {
    await at.owner.query('update identity.learner set birth_date = $1, nsn_hash = $2 where learner_id = $3', [
      birthDate,
      services.keys.blindIndex(NUMBER).hash,
      LEARNER,
    ]);
    return { ...evidence, nsn: NUMBER, dateOfBirth: birthDate };
  };
  afterAll(() =>
    at.owner.query('update identity.learner set nsn_hash = $1 where learner_id = $2', [
      createHash('sha256').update(NUMBER).digest(),
      LEARNER,
    ]),
  );

  test('is let in by a steward on evidence, until the day before the learner comes of age', async () => {
    const body = await young();
    const kahu = await steward();
    const answer = await kahu.ask('POST', HELD, { body });
    expect(answer.status, answer.text).toBe(201);
    expect(answer.body).toMatchObject({ until: '2028-02-28' });
    expect(answer.text).not.toContain(NUMBER);
    const own = await kahu.ask('POST', `${HELD}/acceptance`, { body: { code: answer.body['code'] } });
    expect(own.body['code']).toBe('delegation-own');
    const guardian = await kea();
    await guardian.ask('POST', `${HELD}/acceptance`, { body: { code: answer.body['code'] } });
    await guardian.ask('POST', `${HELD}/${String(answer.body['id'])}/session`);
    expect((await guardian.ask('POST', '/api/v1/shares', { body: SHARE })).status).toBe(201);
    expect((await kahu.ask('GET', `${HELD}/given`)).body).toMatchObject({
      items: [{ learner: 'Mere Rimu', evidence: 'Birth certificate seen', signedInAs: 'Tāwera Kea', state: 'open' }],
    });
    expect((await (await learner()).ask('GET', OWN)).body).toMatchObject({
      items: [{ byLearner: false, authority: 'guardian' }],
    });
  });

  test('is for the young only, and for nobody whose details do not agree', async () => {
    const body = await young();
    const kahu = await steward();
    const refused = async (changes: object) => (await kahu.ask('POST', HELD, { body: { ...body, ...changes } })).body['code'];
    expect(await refused({ until: '2028-02-29' })).toBe('authority-date');
    expect(await refused({ dateOfBirth: '2012-02-28' })).toBe('learner-not-confirmed');
    expect(await refused({ authority: 'agent' })).toBe('authority-unknown');
    expect(await refused({ evidence: ' ' })).toBe('invalid-request');
    const grown = await young('1990-01-01');
    expect((await kahu.ask('POST', HELD, { body: grown })).body['code']).toBe('authority-age');
    expect((await kahu.ask('POST', HELD, { body: { ...grown, authority: 'attorney' } })).body).toMatchObject({ until: null });
    for (const nobody of [await learner(), await kea()]) expect((await nobody.ask('POST', HELD, { body })).status).toBe(403);
  });

  test('is needed for sharing under the age; ending is always the learner’s own', async () => {
    await young();
    const mere = await learner();
    const consent = { organisation: 'org-kea', category: 'record', mode: 'live', purpose: 'Work' };
    for (const [url, body] of [
      ['/api/v1/shares', SHARE],
      ['/api/v1/learners/me/consents', consent],
      [OWN, { named: 'A friend', acts: ['share'] }],
    ] as const)
      expect((await mere.ask('POST', url, { body })).body['code'], url).toBe('guardian-needed');
    await at.owner.query(`insert into sharing.share (learner_id, share_id, audience, purpose, expires_on, made_at, made_by, changed_at)
      values (${LEARNER}, ${LEARNER}, 'a', 'p', '2030-01-01', now(), 'delegate:1', now())`);
    expect((await mere.ask('POST', `/api/v1/shares/${LEARNER}/withdrawal`)).status).toBe(200);
    await at.owner.query(`update identity.learner set birth_date = '2010-11-24'`);
    expect((await mere.ask('POST', '/api/v1/shares', { body: SHARE })).status).toBe(201);
  });

  test('given by a steward is ended by a steward; what a learner gave is not', async () => {
    const body = await young();
    const kahu = await steward();
    const { id } = (await kahu.ask('POST', HELD, { body })).body;
    expect((await kahu.ask('POST', `${HELD}/${String(id)}/ending`)).status).toBe(200);
    await at.owner.query(`update identity.learner set birth_date = '1990-01-01'`);
    const own = await given();
    expect((await kahu.ask('POST', `${HELD}/${own.id}/ending`)).status).toBe(404);
  });
});

test('the age is reached on the birthday, and on 1 March where 29 February is not there', () => {
  expect(comesOfAge('2010-11-24')).toBe('2026-11-24');
  expect(isUnderAge('2010-11-24', '2026-11-23')).toBe(true);
  expect(isUnderAge('2010-11-24', '2026-11-24')).toBe(false);
  expect(comesOfAge('2012-02-29')).toBe('2028-02-29');
  expect(isUnderAge(null, '2026-11-24')).toBe(false);
});

test('what the policy says of authorities is public, each with its source', async () => {
  const { body } = await browser(app).ask('GET', '/api/v1/authorities');
  expect(body).toMatchObject({ age: 16, acts: ['share'], authorities: [{ id: 'agent' }, { id: 'guardian' }, {}, {}] });
});
