import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEARNER, OTHER, setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';
import { exportRecord } from '../record/read-record.ts';
import { changesOf } from './changes.ts';
import { savedAfter } from './queries.ts';
import { replanKept, replanOne } from './replan.ts';
import { type PlanView, plannedView, savedView, sharedView } from './schemas.ts';

// The clock stands at 2026-11-24. The learner holds six outcomes of five credits, all in Health, and the rest is offered.
let at: TestDatabase;
let app: App;
let mere: Browser;
let kea: Browser;
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  await at.owner.query(`delete from record.achievement_state s using catalogue.outcome o
    where o.outcome_id = s.outcome_id and o.field = 'business'`);
  app = await buildApp(testServices(at));
  mere = await signedIn('learner', { learnerId: LEARNER, accountId: LEARNER });
  const { rows } = await at.owner.query(`select organisation_id as id from catalogue.organisation where public_id = 'org-kea'`);
  kea = await signedIn('provider', { accountId: 71, organisationId: rows[0].id, roles: ['registrar'] });
  await offer('soon', 'o-7', '2027-01-11', '2027-02-14', 40_000);
  await offer('late', 'o-7', '2027-06-07', '2027-07-11', 10_000);
  await offer('other', 'o-8', '2027-01-11', '2027-02-14', 30_000);
  await offer('far', 'o-9', '2027-03-01', '2027-04-04', 5_000, { town: 'auckland' });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}

async function offer(
  reference: string,
  outcome: string,
  begins: string,
  ends: string,
  cents: number,
  more: object = {},
): Promise<void> {
  const body = {
    reference,
    outcomes: [outcome],
    delivery: 'on-site',
    town: 'porirua',
    begins,
    ends,
    prices: { adult: cents },
    ...more,
  };
  const made = await kea.ask('POST', '/api/v1/providers/me/offerings', { body });
  expect(made.status, made.text).toBe(201);
}

const plan = async (change: object = {}) => {
  const made = await mere.ask('POST', '/api/v1/pathways/plan', {
    body: { goal: { kind: 'alq', major: null }, hours: 20, town: 'porirua', ...change },
  });
  expect(made.status, made.text).toBe(200);
  return plannedView.parse(made.body);
};

test('the plans for an award are the best for their aims, proven, each course with why', async () => {
  const { state, plans, madeFrom } = await plan();
  expect(state).toBe('plans');
  const best = (aim: string) => plans.find(({ aims }) => aims.some((one) => one.aim === aim));
  expect(best('soonest')).toMatchObject({ finish: '2027-02-14', cents: 70_000, credits: 40 });
  expect(best('cheapest')).toMatchObject({ finish: '2027-07-11', cents: 15_000 });
  for (const { aims, steps, held } of plans) {
    expect(aims.every(({ status }) => status === 'optimal')).toBe(true);
    expect(held).toHaveLength(6);
    for (const { why } of steps) expect(why[0]).toMatchObject({ code: 'counts', en: 'Its 5 credits count.' });
  }
  expect(madeFrom).toMatchObject({ achievements: 6, offerings: 4 });
});

test('of a goal that cannot be met it is said which limit stands in the way, and the nearest that does not', async () => {
  const { state, nearest } = await plan({ cents: 20_000, km: 50, hours: 60, aims: ['cheapest'] });
  expect(state).toBe('cannot');
  expect(Object.fromEntries(nearest.map(({ limit, value }) => [limit, value]))).toMatchObject({ cents: 40_000 });
  expect(nearest.find(({ limit }) => limit === 'cents')?.en).toBe('It costs at least $400.00.');
  const skill = await plan({ goal: { kind: 'skills', skills: ['https://skills.example/K12'] }, aims: ['cheapest'] });
  expect(skill).toMatchObject({ state: 'cannot', notOffered: [expect.stringContaining('K12')] });
  expect(await plan({ goal: { kind: 'skills', skills: ['https://skills.example/K1'] } })).toMatchObject({ state: 'met' });
});

test('a language narrows a plan, and what is asked for beforehand comes first', async () => {
  await offer('mi', 'o-10', '2027-05-03', '2027-06-06', 20_000, { languages: ['en', 'mi'], requires: ['o-7'] });
  const wanted = { languages: ['mi'], aims: ['cheapest'] };
  // Only one is taught in te reo Māori, and what it asks for is not.
  const alone = await plan(wanted);
  expect(alone).toMatchObject({ state: 'cannot', nearest: [{ limit: 'languages' }] });
  await offer('mi-first', 'o-7', '2027-02-15', '2027-03-21', 45_000, { languages: ['mi'] });
  const [both] = (await plan(wanted)).plans;
  expect(both?.steps.map(({ offering }) => [offering.languages, offering.requires.map(({ code }) => code)])).toEqual([
    [['mi'], []],
    [['en', 'mi'], ['K7']],
  ]);
  expect(both?.steps[0]?.why.map(({ code }) => code)).toContain('before');
});

test('a plan is kept, says what has changed, opens by its link without the record, and is the learner’s alone', async () => {
  const { plans, asked, seals } = await plan({ aims: ['soonest'] });
  const given = { title: 'My way', asked, plan: plans[0], seal: seals[0] };
  // What an adviser reads as proven was made here: nothing else is kept, and nobody keeps another's.
  const forged = { ...given, plan: { ...given.plan, cents: 0 } };
  expect((await mere.ask('POST', '/api/v1/pathways', { body: forged })).body).toMatchObject({
    status: 422,
    code: 'pathway-not-ours',
  });
  const other = await signedIn('learner', { learnerId: OTHER, accountId: OTHER });
  expect((await other.ask('POST', '/api/v1/pathways', { body: given })).body['code']).toBe('pathway-not-ours');
  const made = await mere.ask('POST', '/api/v1/pathways', { body: given });
  expect(made.status, made.text).toBe(201);
  const own = `/api/v1/pathways/${String(made.body['id'])}`;
  expect(savedView.parse((await mere.ask('GET', own)).body)).toMatchObject({ title: 'My way', changes: [] });
  const stranger = await signedIn('learner', { learnerId: OTHER, accountId: OTHER });
  expect((await stranger.ask('GET', own)).status).toBe(404);
  const { link } = (await mere.ask('POST', `${own}/link`, { body: {} })).body;
  const opened = await browser(app).ask('POST', '/api/v1/pathways/opening', { body: { link } });
  expect(opened.status, opened.text).toBe(200);
  expect(sharedView.parse(opened.body)).toMatchObject({ title: 'My way', plan: { held: [] } });
  expect(opened.text).not.toContain('Mere');
  const gone = plans[0]?.steps[0]?.offering.id ?? '';
  expect((await kea.ask('POST', `/api/v1/providers/me/offerings/${gone}/withdrawal`)).status).toBeLessThan(300);
  const after = savedView.parse((await mere.ask('GET', own)).body);
  expect(after).toMatchObject({ changes: [{ step: 0, code: 'gone' }], ask: true, again: null });
  // It is planned anew once, by the job, the learner is told, and what they keep stays until they take the new one.
  const services = testServices(at);
  const [before] = await services.db.asBatch((tx) => savedAfter(tx, [0, 0], 1));
  // Two at once, as of two processes, keep one plan and tell it once.
  expect((await Promise.all([replanKept(services), replanKept(services)])).toSorted((one, other) => one - other)).toEqual([0, 1]);
  expect(await replanKept(services)).toBe(0);
  const { ask, again, plan: still } = savedView.parse((await mere.ask('GET', own)).body);
  expect([ask, still.steps[0]?.offering.id, again?.state]).toEqual([false, gone, 'plans']);
  expect(again?.plan?.steps.map(({ offering }) => offering.id)).not.toContain(gone);
  const told = async () =>
    (
      await at.owner.query(
        `select code, data ->> 'title' as title from notice.notice where learner_id = $1 and code like 'pathway%' order by notice_id`,
        [LEARNER],
      )
    ).rows;
  expect(await told()).toEqual([{ code: 'pathway-planned-again', title: 'My way' }]);
  expect((await mere.ask('POST', `${own}/again`)).body).toMatchObject({ again: { state: 'plans' } });
  const taken = { title: 'My way', asked, plan: again?.plan, seal: again?.seal };
  expect((await mere.ask('PUT', own, { body: taken })).status).toBe(200);
  expect(savedView.parse((await mere.ask('GET', own)).body)).toMatchObject({ changes: [], ask: false, again: null });
  // What was begun for the plan that was there before is neither kept nor told.
  expect(await replanOne(services, before!, await exportRecord(services, LEARNER))).toBe(false);
  expect((await mere.ask('GET', own)).body).toMatchObject({ again: null });
  expect(await told()).toHaveLength(1);
  // The new one is planned anew in its turn, although it has changed as the first had; one that cannot be read does not stand in the way.
  const next = again?.plan?.steps[0]?.offering.id ?? '';
  expect((await kea.ask('POST', `/api/v1/providers/me/offerings/${next}/withdrawal`)).status).toBeLessThan(300);
  await at.owner.query(
    `insert into pathway.saved (learner_id, pathway_id, title, asked, plan, made_at, changed_at) values (1, 999999, 'Broken', '{}', '{}', now(), now())`,
  );
  await expect(replanKept(services)).rejects.toThrow(/^1 of the plans/u);
  expect((await told()).map(({ code }) => code)).toEqual(['pathway-planned-again', 'pathway-planned-again']);
  await at.owner.query(`delete from pathway.saved where title = 'Broken'`);
  expect((await mere.ask('DELETE', `${own}/link`)).status).toBe(204);
  expect((await browser(app).ask('POST', '/api/v1/pathways/opening', { body: { link } })).status).toBe(404);
  expect((await mere.ask('DELETE', own)).status).toBe(204);
  expect((await mere.ask('GET', own)).status).toBe(404);
});

test('a plan that goes as it was planned has not changed, and what is done does not change with its offering', async () => {
  const services = testServices(at);
  const record = await exportRecord(services, LEARNER);
  const { plans, asked } = await plan({ aims: ['soonest'] });
  const [first, second] = plans[0]?.steps ?? [];
  const held = record.outcomes.find(({ code }) => code === 'K1')?.lineage ?? '';
  const done = { ...first!, offering: { ...first!.offering, outcomes: [{ ...first!.offering.outcomes[0]!, lineage: held }] } };
  const begun = { ...second!, begins: '2026-11-02', offering: { ...second!.offering, id: '999999' } };
  const codesOf = async (steps: readonly PlanView['steps'][number][]) => {
    const { changes, state } = await changesOf(services, record, asked, { ...plans[0]!, steps: [...steps] });
    return [changes.map(({ code }) => code), state];
  };
  expect(await codesOf([done, begun])).toEqual([['done', 'begun'], null]);
  expect(await codesOf([begun, second!])).toEqual([['begun'], null]);
  // A result that came before its course may make the rest of the plan another.
  expect(await codesOf([done, second!])).toEqual([['done'], '[[0,"done"]]']);
});

test('a plan that stands whole is told of when what is newly offered makes a strictly better one possible in its own aim, once for each', async () => {
  const services = testServices(at);
  const { plans, asked, seals } = await plan({ aims: ['cheapest'] });
  const cents = plans[0]?.cents ?? 0;
  const made = await mere.ask('POST', '/api/v1/pathways', { body: { title: 'Cheapest', asked, plan: plans[0], seal: seals[0] } });
  const own = `/api/v1/pathways/${String(made.body['id'])}`;
  const seen = async () => savedView.parse((await mere.ask('GET', own)).body);
  const told = async () =>
    (
      await at.owner.query(`select count(*)::integer as n from notice.notice where learner_id = $1 and code = 'pathway-better'`, [
        LEARNER,
      ])
    ).rows[0].n;
  const looked = async () => (await at.owner.query(`select looked from pathway.saved where title = 'Cheapest'`)).rows[0].looked;
  const withdraw = async (reference: string) => {
    const { rows } = await at.owner.query('select offering_id as id from offering.offering where reference = $1', [reference]);
    expect((await kea.ask('POST', `/api/v1/providers/me/offerings/${rows[0].id}/withdrawal`)).status).toBeLessThan(300);
  };
  // Looked at once since it was kept: it is the best there is.
  expect([await looked(), await replanKept(services), (await looked()) > 0]).toEqual([null, 0, true]);
  // What is held already, what is dearer and what only ends sooner make it no better, in the aim for which it was kept.
  const before = await looked();
  await offer('held', 'o-1', '2027-01-11', '2027-02-14', 0);
  await offer('dear', 'o-11', '2027-01-11', '2027-01-17', 90_000);
  expect([await replanKept(services), (await looked()) > before, await seen()]).toMatchObject([
    0,
    true,
    { changes: [], again: null },
  ]);
  await offer('cheap', 'o-11', '2027-08-02', '2027-09-05', 4_000);
  expect([await replanKept(services), await replanKept(services), await told()]).toEqual([1, 0, 1]);
  const better = await seen();
  expect(better).toMatchObject({
    changes: [{ step: null, code: 'better' }],
    ask: false,
    again: { state: 'plans' },
    plan: { cents },
  });
  expect(better.again?.plan?.cents).toBeLessThan(cents);
  // Another one is told of only where it beats the better one; one that stands no more is looked for anew, and the one before is found again.
  await offer('cheap-too', 'o-11', '2027-08-02', '2027-09-05', 4_500);
  expect([await replanKept(services), await told()]).toEqual([0, 1]);
  await offer('cheapest', 'o-11', '2027-08-02', '2027-09-05', 3_000);
  expect([await replanKept(services), await told()]).toEqual([1, 2]);
  await withdraw('cheapest');
  expect(await seen()).toMatchObject({ changes: [], again: null });
  expect([await replanKept(services), await replanKept(services)]).toEqual([1, 0]);
  expect((await seen()).again?.plan?.cents).toBe(better.again?.plan?.cents);
  // Where none is better any more, nothing is shown and nothing is looked for again.
  await withdraw('cheap');
  await withdraw('cheap-too');
  expect([await replanKept(services), await seen()]).toMatchObject([0, { changes: [], again: null }]);
  expect((await at.owner.query(`select again from pathway.saved where title = 'Cheapest'`)).rows).toEqual([{ again: null }]);
  for (const reference of ['held', 'dear']) await withdraw(reference);
  // Taken, it is the plan that is kept.
  await offer('cheap-again', 'o-11', '2027-08-02', '2027-09-05', 4_000);
  expect(await replanKept(services)).toBe(1);
  const { again } = await seen();
  expect((await mere.ask('PUT', own, { body: { title: 'Cheapest', asked, plan: again?.plan, seal: again?.seal } })).status).toBe(
    200,
  );
  expect([await replanKept(services), await seen()]).toMatchObject([0, { changes: [], again: null }]);
  await withdraw('cheap-again');
  expect((await mere.ask('DELETE', own)).status).toBe(204);
});

test('a job role is planned for by the skills that its source says are essential', async () => {
  await at.owner.query(`
    insert into catalogue.skill_scheme (scheme, name_en, name_mi, version, uri) values ('k', 'K', 'K', '1', 'https://skills.example/');
    insert into catalogue.skill (uri, scheme, kind, label_en) values ('https://skills.example/K7', 'k', 'core-technical', 'Skill K7'), ('https://skills.example/K99', 'k', 'core-technical', 'Skill K99');
    insert into catalogue.job_role_source (source, form, version, name, content, files, answer, loaded_by, loaded_at) values ('sg', 'json', '1', 'SG', '', '{}', '{}', 'operator', now());
    insert into catalogue.job_role (source, code, title, description, tasks, skills, folded) values
      ('sg', 'lead', 'Team lead', '', '{}', '[{"uri": "https://skills.example/K7", "weight": "essential"}, {"uri": "https://skills.example/K99", "weight": "useful"}]', 'team lead'),
      ('sg', 'bare', 'Bare role', '', '{}', '[]', 'bare role')`);
  const { title, plans } = await plan({ goal: { kind: 'job', source: 'sg', code: 'lead' }, aims: ['cheapest'] });
  expect([title.en, plans[0]?.steps.map(({ outcomes }) => outcomes.map(({ code }) => code))]).toEqual(['Team lead', [['K7']]]);
  const ask = (code: string) =>
    mere.ask('POST', '/api/v1/pathways/plan', { body: { goal: { kind: 'job', source: 'sg', code } } });
  expect((await ask('bare')).body['code']).toBe('goal-without-skills');
  expect((await ask('none')).body['code']).toBe('goal-not-found');
});

test('what cannot be planned for is refused with a sentence', async () => {
  const ask = (body: object) => mere.ask('POST', '/api/v1/pathways/plan', { body });
  expect((await ask({ goal: { kind: 'definition', framework: 'nz', definition: 'nothing' } })).body['code']).toBe(
    'goal-not-found',
  );
  expect((await ask({ goal: { kind: 'alq' }, finish: '2026-01-01' })).body['code']).toBe('pathway-dates');
  expect((await ask({ goal: { kind: 'alq' }, km: 10 })).status).toBe(400);
  expect((await browser(app).ask('POST', '/api/v1/pathways/plan', { body: { goal: { kind: 'alq' } } })).status).toBe(401);
});
