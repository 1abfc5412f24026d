import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LEARNER, OTHER, setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';
import { SEARCHES } from './limits.ts';

const uris = z.array(z.object({ uri: z.string() }));
const ownSkills = z.object({ groups: z.array(z.object({ skills: uris })) });
const approaches = z.object({ approaches: z.array(z.object({ id: z.string(), status: z.string() })) });
const kept = z.object({ items: z.array(z.object({ id: z.string(), label: z.string() })) });
const shown = z.object({ content: z.object({ skills: uris }) });

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
let lantern: number;
let candle: number;
let held: readonly string[];
/** Invented people who are found, beside the scene's. */
const PEOPLE = [9001, 9002, 9003, 9004, 9005, 9006];

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  await at.owner.query(`
    insert into catalogue.organisation (public_id, kind) values ('org-lantern', 'employer'), ('org-candle', 'employer');
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, 'Lantern Works' from catalogue.organisation where public_id = 'org-lantern';
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, 'Candle Works' from catalogue.organisation where public_id = 'org-candle';
    insert into catalogue.skill_scheme (scheme, name_en, name_mi, version, uri) values ('found', 'Found', 'Kitea', '1', 'https://found.example/');
    insert into catalogue.skill (uri, scheme, kind, label_en) select distinct uri, 'found', 'core-technical', label from catalogue.outcome_skill where uri not in (select uri from catalogue.skill)`);
  lantern = await organisation('org-lantern');
  candle = await organisation('org-candle');
  app = await buildApp(services);
  const mere = await learner();
  const skills = await mere.ask('GET', '/api/v1/learners/me/record/skills');
  const { groups } = ownSkills.parse(skills.body);
  held = groups.flatMap((group) => group.skills.map(({ uri }) => uri));
  expect(held.length).toBeGreaterThan(2);
});
afterAll(async () => {
  await app.close();
  await at.end();
});
beforeEach(async () => {
  services.clock.moveTo('2026-11-24');
  await at.owner.query('delete from record.achievement_state where learner_id = any ($1)', [PEOPLE]);
  await at.owner.query(
    'truncate found.profile, found.approach, found.approach_batch, found.search, operations.rate, record.access_log, notice.notice, sharing.share, sharing.share_link, sharing.log, employer.kept_link',
  );
});

async function organisation(id: string): Promise<number> {
  const { rows } = await at.owner.query('select organisation_id as id from catalogue.organisation where public_id = $1', [id]);
  return rows[0].id;
}
async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}
const learner = (learnerId: number = LEARNER) => signedIn('learner', { learnerId, accountId: learnerId });
const employer = (organisationId: number = lantern) =>
  signedIn('employer', { accountId: 61, organisationId, roles: ['administrator'] });

/** Lets invented people, whose results show these skills, be found by them. */
async function found(people: readonly number[], skills: readonly string[], region = 'waikato'): Promise<void> {
  await at.owner.query(
    `insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
      select id, k.outcome_id * 1024 + id % 1024, k.outcome_id, organisation_id, '2023-01-02', '2023-01-02', 'achieved', 'assessed', 'confirmed', true, id || '-' || k.outcome_id
        from unnest($1::bigint[]) id cross join catalogue.organisation p join catalogue.outcome_skill k on k.uri = any ($2) where p.public_id = 'org-kea'`,
    [people, skills],
  );
  await at.owner.query(
    `insert into found.profile (learner_id, region, skills, since, changed_at, until_on) select id, $2, $3, now(), now(), '2027-06-01' from unnest($1::bigint[]) id`,
    [people, region, skills],
  );
}
const search = async (skills: readonly string[], region: string | null = 'waikato', by?: Browser) =>
  (await (by ?? (await employer())).ask('POST', '/api/v1/employers/me/people', { body: { skills, region } })).body;
const profile = (more: object = {}) => ({
  region: 'waikato',
  skills: held.slice(0, 2),
  hiddenFrom: [],
  until: '2027-03-01',
  ...more,
});

describe('a search among people who chose to be found', () => {
  test('shows groups of people who look the same, by the skills that were asked for, in bands, and nothing else of anybody', async () => {
    await found(PEOPLE.slice(0, 5), held.slice(0, 2));
    await found(PEOPLE.slice(5), held.slice(0, 1));
    expect(await search(held.slice(0, 2))).toEqual({ groups: [{ skills: held.slice(0, 2), people: { from: 5, to: 9 } }] });
    expect(await search(held.slice(0, 1))).toEqual({ groups: [{ skills: held.slice(0, 1), people: { from: 5, to: 9 } }] });
  });

  test('never speaks of fewer than five, however it is narrowed, and takes no filter but skills and region', async () => {
    await found(PEOPLE.slice(0, 4), held.slice(0, 3));
    await found(PEOPLE.slice(4), held.slice(0, 1));
    expect(await search(held.slice(0, 3))).toEqual({ groups: [{ skills: held.slice(0, 1), people: { from: 5, to: 9 } }] });
    expect(await search(held.slice(1, 3))).toEqual({ groups: [] });
    expect(await search(held.slice(0, 1), 'otago')).toEqual({ groups: [] });
    const edith = await employer();
    for (const more of [{ sex: 'f' }, { name: 'Mere' }, { age: 30 }]) {
      const body = { skills: held.slice(0, 1), region: 'waikato', ...more };
      expect((await edith.ask('POST', '/api/v1/employers/me/people', { body })).status).toBe(400);
    }
  });

  test('leaves out who hides from this employer, whose time is over, and who has withdrawn, at once', async () => {
    await found(PEOPLE.slice(0, 5), held.slice(0, 1));
    await at.owner.query('update found.profile set hidden_from = array[$1::integer] where learner_id = 9001', [lantern]);
    expect(await search(held.slice(0, 1))).toEqual({ groups: [] });
    expect(await search(held.slice(0, 1), 'waikato', await employer(candle))).toMatchObject({ groups: [{}] });
    await at.owner.query(
      `update found.profile set hidden_from = '{}', until_on = case learner_id when 9001 then '2026-11-23'::date else until_on end`,
    );
    expect(await search(held.slice(0, 1))).toEqual({ groups: [] });
    const mere = await learner();
    expect((await mere.ask('PUT', '/api/v1/learners/me/found', { body: profile() })).status).toBe(200);
    expect(await search(held.slice(0, 1))).toMatchObject({ groups: [{}] });
    expect((await mere.ask('DELETE', '/api/v1/learners/me/found')).status).toBe(204);
    expect(await search(held.slice(0, 1))).toEqual({ groups: [] });
  });

  test('counts nobody for a skill whose result was withdrawn since', async () => {
    await found(PEOPLE.slice(0, 5), held.slice(0, 2));
    expect(await search(held.slice(0, 2))).toMatchObject({ groups: [{ skills: held.slice(0, 2) }] });
    await at.owner.query(
      `update record.achievement_state set status = 'withdrawn', countable = false where learner_id = 9001
        and outcome_id in (select outcome_id from catalogue.outcome_skill where uri = $1)`,
      [held[1]],
    );
    expect(await search(held.slice(0, 2))).toEqual({ groups: [{ skills: held.slice(0, 1), people: { from: 5, to: 9 } }] });
    expect(await search(held.slice(1, 2))).toEqual({ groups: [] });
  });

  test('counts a person with two ids once, by what both have earned', async () => {
    await found(PEOPLE.slice(0, 4), held.slice(0, 2));
    await found(PEOPLE.slice(4, 5), held.slice(0, 1));
    await found(PEOPLE.slice(5), held.slice(1, 2));
    await at.owner.query(
      `insert into identity.learner (learner_id, nsn_hash, nsn_cipher, hash_key, cipher_key, birth_date)
        select id, sha256(id::text::bytea), 'x', 'k', 'k', '1990-01-01' from unnest($1::bigint[]) id`,
      [PEOPLE.slice(4)],
    );
    await at.owner.query('insert into identity.learner_alias (learner_id, master_id, merged_at) values ($1, $2, now())', [
      PEOPLE[5],
      PEOPLE[4],
    ]);
    // The profile that changed last names both; one of them is by a result of the other id.
    await at.owner.query(`update found.profile set skills = $2, changed_at = now() + interval '1 hour' where learner_id = $1`, [
      PEOPLE[4],
      held.slice(0, 2),
    ]);
    const five = { people: { from: 5, to: 9 } };
    expect(await search(held.slice(0, 2))).toEqual({ groups: [{ skills: held.slice(0, 2), ...five }] });
    await at.owner.query('delete from found.profile where learner_id = 9001');
    expect(await search(held.slice(0, 2))).toEqual({ groups: [] });
    expect(await search(held.slice(1, 2))).toEqual({ groups: [] });
    await at.owner.query('update identity.learner_alias set undone_at = now()');
    expect(await search(held.slice(0, 1))).toEqual({ groups: [] });
  });

  test('is counted for the employer as a whole', async () => {
    await at.owner.query(
      `insert into operations.rate (actor, bucket, slot, count) select 'employer:' || $1, $2, to_timestamp(floor(extract(epoch from now()) / 86400) * 86400), $3`,
      [lantern, SEARCHES.bucket, SEARCHES.calls],
    );
    expect(await search(held.slice(0, 1))).toMatchObject({ code: 'too-many-requests' });
    expect(await search(held.slice(0, 1), null, await employer(candle))).toEqual({ groups: [] });
  });
});

describe('a learner', () => {
  test('sees beforehand exactly what would be shown, and is found only by skills that the record shows', async () => {
    await found(PEOPLE.slice(0, 4), held.slice(0, 2));
    const mere = await learner();
    const asked = { region: 'waikato', skills: held.slice(0, 2) };
    const preview = await mere.ask('POST', '/api/v1/learners/me/found/preview', { body: asked });
    expect(preview.body).toEqual({ groups: [{ skills: asked.skills, people: { from: 5, to: 9 } }], among: { from: 5, to: 9 } });
    await mere.ask('PUT', '/api/v1/learners/me/found', { body: profile() });
    expect(await search(asked.skills)).toEqual({ groups: [{ skills: asked.skills, people: { from: 5, to: 9 } }] });
    const other = await mere.ask('PUT', '/api/v1/learners/me/found', {
      body: profile({ skills: ['https://elsewhere.example/x'] }),
    });
    expect([other.status, other.body['code']]).toEqual([422, 'found-not-yours']);
    const past = await mere.ask('PUT', '/api/v1/learners/me/found', { body: profile({ until: '2028-11-24' }) });
    expect([past.status, past.body['code']]).toEqual([422, 'found-date']);
  });

  test('sees which employers searched for people like them', async () => {
    const mere = await learner();
    await mere.ask('PUT', '/api/v1/learners/me/found', { body: profile() });
    await search(held.slice(0, 1));
    await search(held.slice(2, 3));
    const seen = await mere.ask('GET', '/api/v1/learners/me/found');
    expect(seen.body).toMatchObject({
      profile: { region: 'waikato', open: true },
      searches: [{ organisation: { name: 'Lantern Works' }, skills: held.slice(0, 1), region: 'waikato' }],
    });
    // Whose last day was before is in no search, and so is told of none.
    await at.owner.query(`update found.profile set until_on = '2026-11-23'`);
    expect((await mere.ask('GET', '/api/v1/learners/me/found')).body).toMatchObject({ searches: [] });
  });

  test('alone may do it, and nobody who acts for them; below the age to share nobody does', async () => {
    await at.owner.query(
      `insert into sharing.delegation (learner_id, delegation_id, authority, from_on, made_at, made_by, account_id, accepted_at) values ($1, 77, 'adult-invitation', '2026-01-01', now(), 'x', 61, now())`,
      [LEARNER],
    );
    const session = await at.session('learner', { learnerId: LEARNER, accountId: 61 });
    await at.owner.query('update access.session set delegation_id = 77 where account_id = 61 and learner_id = $1', [LEARNER]);
    const delegate = browser(app);
    delegate.cookies.set('session', session.token);
    expect((await delegate.ask('PUT', '/api/v1/learners/me/found', { body: profile() })).status).toBe(403);
    const insert = `insert into found.profile values (${LEARNER}, 'otago', '{x}', '{}', now(), now(), '2027-01-01')`;
    await expect(at.db.as(session, (tx) => tx.query({ text: insert }))).rejects.toThrow(/row-level security/);
    await at.owner.query(
      'update access.session set delegation_id = null where account_id = 61; delete from sharing.delegation where delegation_id = 77',
    );
  });
});

describe('an approach', () => {
  const body = () => ({
    skills: held.slice(0, 2),
    region: 'waikato',
    group: held.slice(0, 2),
    title: 'Care lead',
    words: 'Would you talk with us?',
    most: 50,
  });
  const approach = async (by?: Browser) =>
    (by ?? (await employer())).ask('POST', '/api/v1/employers/me/approaches', { body: body() });
  const first = async (mere: Browser) => {
    const seen = await mere.ask('GET', '/api/v1/learners/me/found');
    return approaches.parse(seen.body).approaches[0];
  };
  beforeEach(async () => {
    await found(PEOPLE.slice(0, 4), held.slice(0, 2));
    await (await learner()).ask('PUT', '/api/v1/learners/me/found', { body: profile() });
  });

  test('is told to the learner and stands in who looked; the employer learns of nobody', async () => {
    const edith = await employer();
    expect((await approach(edith)).status).toBe(201);
    const mere = await learner();
    expect(await first(mere)).toMatchObject({ status: 'waits' });
    const record = await mere.ask('GET', '/api/v1/learners/me/record');
    expect(record.body['looked']).toMatchObject([{ name: 'Lantern Works', purpose: 'Care lead' }]);
    const { rows } = await at.owner.query('select code, data from notice.notice where learner_id = $1', [LEARNER]);
    expect(rows).toMatchObject([{ code: 'approach-received', data: { organisation: 'Lantern Works', title: 'Care lead' } }]);
    const listed = await edith.ask('GET', '/api/v1/employers/me/approaches');
    expect(listed.body).toMatchObject({ items: [{ title: 'Care lead', people: { from: 5, to: 9 }, accepted: [] }] });
    expect(listed.text).not.toContain(String(LEARNER));
  });

  test('that is accepted makes a link for this employer alone: named only then, skills only unless the learner shows more', async () => {
    const edith = await employer();
    await approach(edith);
    const mere = await learner();
    const one = await first(mere);
    const terms = { fields: ['name', 'dates', 'providers'], expiresOn: '2027-01-31' };
    const done = await mere.ask('POST', `/api/v1/learners/me/found/approaches/${one?.id}/acceptance`, { body: terms });
    expect(done.status, done.text).toBe(200);
    const again = await mere.ask('POST', `/api/v1/learners/me/found/approaches/${one?.id}/acceptance`, { body: terms });
    expect(again.body).toEqual(done.body);
    const links = await edith.ask('GET', '/api/v1/employers/me/links');
    const [link] = kept.parse(links.body).items;
    expect(link?.label).toBe('Mere Rimu');
    const opened = await edith.ask('POST', `/api/v1/employers/me/links/${link?.id}/opening`, { body: {} });
    expect(opened.body).toMatchObject({ content: { holder: 'Mere Rimu', outcomesShown: false, outcomes: [] } });
    const skills = shown.parse(opened.body).content.skills.map(({ uri }) => uri);
    expect(skills.toSorted()).toEqual(held.slice(0, 2).toSorted());
    expect((await edith.ask('GET', '/api/v1/employers/me/approaches')).body).toMatchObject({
      items: [{ accepted: [{ label: 'Mere Rimu' }] }],
    });
    const candles = await employer(candle);
    expect((await candles.ask('GET', '/api/v1/employers/me/links')).body).toEqual({ items: [] });
    await mere.ask('POST', `/api/v1/shares/${String(done.body['share'])}/withdrawal`);
    expect((await edith.ask('POST', `/api/v1/employers/me/links/${link?.id}/opening`, { body: {} })).status).toBe(410);
  });

  test('that is declined, or not answered in time, or ended by withdrawing, looks the same to the employer', async () => {
    const edith = await employer();
    await approach(edith);
    const before = await edith.ask('GET', '/api/v1/employers/me/approaches');
    const mere = await learner();
    const one = await first(mere);
    expect((await mere.ask('POST', `/api/v1/learners/me/found/approaches/${one?.id}/refusal`)).status).toBe(204);
    expect((await edith.ask('GET', '/api/v1/employers/me/approaches')).text).toBe(before.text);
    const late = { fields: [], expiresOn: '2027-01-31' };
    const accept = () => mere.ask('POST', `/api/v1/learners/me/found/approaches/${one?.id}/acceptance`, { body: late });
    expect((await accept()).body).toMatchObject({ code: 'approach-ended' });
    await at.owner.query(`update found.approach set status = 'waits'`);
    services.clock.moveTo('2026-12-09');
    expect(await first(mere)).toMatchObject({ status: 'expired' });
    expect((await accept()).body).toMatchObject({ code: 'approach-ended' });
    services.clock.moveTo('2026-11-24');
    await mere.ask('DELETE', '/api/v1/learners/me/found');
    expect(await first(mere)).toMatchObject({ status: 'withdrawn' });
    expect((await edith.ask('GET', '/api/v1/employers/me/approaches')).text).toBe(before.text);
  });

  test('does not reach the same person twice, and does not say so; a group that has become too small is refused', async () => {
    expect((await approach()).status).toBe(201);
    expect((await approach()).status).toBe(201);
    const { rows } = await at.owner.query('select count(*)::integer as n from found.approach where learner_id = $1', [LEARNER]);
    expect(rows[0].n).toBe(1);
    await (await learner()).ask('DELETE', '/api/v1/learners/me/found');
    expect((await approach()).body).toMatchObject({ code: 'group-gone' });
  });

  test('the tables themselves show an employer nobody, and a learner only themself', async () => {
    await approach();
    const edith = await at.session('employer', { accountId: 61, organisationId: lantern, roles: ['administrator'] });
    for (const table of ['found.profile', 'found.approach', 'found.search'])
      await expect(at.db.as(edith, (tx) => tx.query({ text: `select from ${table}` }))).rejects.toThrow(/permission denied/);
    const batches = (who: typeof edith) =>
      at.db.as(who, async (tx) => (await tx.query({ text: 'select from found.approach_batch' })).rowCount);
    expect(await batches(edith)).toBe(1);
    expect(await batches(await at.session('employer', { accountId: 63, organisationId: candle, roles: ['administrator'] }))).toBe(
      0,
    );
    const mere = await at.session('learner', { learnerId: LEARNER, accountId: LEARNER });
    const own = await at.db.as(
      mere,
      async (tx) => (await tx.query({ text: 'select learner_id::integer as id from found.profile' })).rows,
    );
    expect(own).toEqual([{ id: LEARNER }]);
    expect(await at.db.as(mere, async (tx) => (await tx.query({ text: 'select from found.approach' })).rowCount)).toBe(1);
    expect(await batches(mere)).toBe(1);
    const other = await at.session('learner', { learnerId: OTHER, accountId: OTHER });
    expect(await batches(other)).toBe(0);
    const changed = await at.db.as(
      other,
      async (tx) => (await tx.query({ text: `update found.approach set status = 'accepted'` })).rowCount,
    );
    expect(changed).toBe(0);
    await expect(
      at.db.as(other, (tx) =>
        tx.query({ text: `insert into found.profile values (${LEARNER}, 'otago', '{x}', '{}', now(), now(), '2027-01-01')` }),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
