import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogueRoutes } from '../catalogue/routes.ts';
import { signedIn, testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { testServices } from '../test-services.ts';
import { microCredentialRoutes } from './routes.ts';

const TODAY = '2026-11-24';
let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let board: SignedIn;
let colleague: SignedIn;
let provider: SignedIn;
let registrar: SignedIn;
let stranger: SignedIn;
let steward: SignedIn;
let second: SignedIn;

const keyOf = async (id: string): Promise<number> =>
  (
    await at.owner.query<{ organisation_id: number }>('select organisation_id from catalogue.organisation where public_id = $1', [
      id,
    ])
  ).rows[0]?.organisation_id ?? 0;

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at, { today: TODAY });
  app = await testApp(services, catalogueRoutes, microCredentialRoutes);
  await at.owner.query(`
    with made as (insert into catalogue.organisation (public_id, kind) values ('mc-provider', 'private-training-establishment') returning organisation_id)
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, 'Invented Training' from made;
    insert into catalogue.outcome_group (group_id, code, lineage, credits, members) values ('MCS-1', 'MCS', 'MCS', 6, 2);
    insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, field, status, last_assessment, group_id)
      values ('mca', 'MCA', 1, 'MCA', 'Serve at a table', 4, 3, 'service-sector', 'published', null, null),
        ('mcb', 'MCB', 1, 'MCB', 'Prepare a table', 4, 3, 'service-sector', 'published', null, null),
        ('mcc', 'MCC', 1, 'MCC', 'Close a till', 3, 3, 'business', 'published', '2027-06-30', null),
        ('mcd', 'MCD', 1, 'MCD', 'Old ways of serving', 3, 3, 'service-sector', 'discontinued', '2020-01-01', null),
        ('mcs1', 'MCS1', 1, 'MCS1', 'Taste', 0, 3, 'service-sector', 'published', null, 'MCS-1'),
        ('mcs2', 'MCS2', 1, 'MCS2', 'Season', 0, 3, 'service-sector', 'published', null, 'MCS-1'),
        ('mce', 'MCE', 1, 'MCE', 'Nobody has seen this', 3, 3, 'service-sector', 'draft', null, null)`);
  const of = await keyOf('isb-services');
  const taught = await keyOf('mc-provider');
  board = await signedIn(at, 'developer', { organisationId: of, roles: ['developer'] });
  colleague = await signedIn(at, 'developer', { organisationId: of, roles: ['developer'] });
  provider = await signedIn(at, 'provider', { organisationId: taught, roles: ['developer'] });
  registrar = await signedIn(at, 'provider', { organisationId: taught, roles: ['registrar'] });
  stranger = await signedIn(at, 'developer', { organisationId: await keyOf('isb-infrastructure'), roles: ['developer'] });
  const nzqa = await keyOf('nzqa');
  steward = await signedIn(at, 'steward', { organisationId: nzqa, roles: ['steward'] });
  second = await signedIn(at, 'steward', { organisationId: nzqa, roles: ['steward'] });
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const whole = {
  title: 'Table Service',
  level: 3,
  nzsced: '110103',
  use: 'Work in a restaurant',
  relevance: 'Restaurants and their guests',
  skills: 'Serves guests well',
  educationPathway: 'A certificate in hospitality',
  employmentPathway: 'Waiter',
  need: 'Six restaurants asked for it',
  assessment: 'Observed at two services',
  reviewYears: 2,
  parts: [{ ref: 'MCA' }, { ref: 'MCB' }],
};

const BASE = '/api/v1/micro-credentials';

async function drafted(code: string, content: object = whole, by: SignedIn = board): Promise<string> {
  const { status, body } = await app.ask(by, 'POST', BASE, { code, title: 'Begun' });
  expect(status).toBe(201);
  expect(await app.ask(by, 'PUT', `${BASE}/${body.id}`, content)).toMatchObject({ status: 200, body: { revision: 2 } });
  return body.id;
}

async function listed(code: string, content: object = whole, by: SignedIn = board): Promise<string> {
  const id = await drafted(code, content, by);
  expect(await app.ask(by, 'POST', `${BASE}/${id}/submission`, {})).toMatchObject({ status: 200 });
  expect(await app.ask(steward, 'POST', `${BASE}/${id}/publication`, {})).toMatchObject({ body: { status: 'published' } });
  return id;
}

describe('from draft to listed', () => {
  test('a developer writes, the checks follow, a steward returns it, and another lists it for everybody', async () => {
    const id = await drafted('FLOW', { ...whole, title: 'National Table Service', need: '' });
    expect(await app.ask(board, 'POST', `${BASE}/${id}/submission`, {})).toMatchObject({
      status: 422,
      body: { code: 'not-ready' },
    });
    const first = await app.ask(board, 'GET', `${BASE}/${id}/writing`);
    expect(first.body).toMatchObject({ ready: false, credits: 8, document: { hours: 80, status: 'draft' } });
    expect(first.body.findings.map((one: { check: string; path: string }) => `${one.check} ${one.path}`)).toEqual([
      'title title',
      'evidence need',
    ]);
    for (const found of first.body.findings) expect(found.source).toMatch(/Rules 2022|NZQA/);
    await app.ask(board, 'PUT', `${BASE}/${id}`, { ...whole, revision: 2 });
    expect(await app.ask(null, 'GET', `${BASE}/FLOW/1`)).toMatchObject({ status: 404 });
    expect(await app.ask(board, 'POST', `${BASE}/${id}/submission`, {})).toMatchObject({ body: { status: 'in-review' } });
    expect(await app.ask(board, 'PUT', `${BASE}/${id}`, whole)).toMatchObject({
      status: 409,
      body: { code: 'micro-credential-in-review' },
    });
    const queue = await app.ask(steward, 'GET', `${BASE}/waiting`);
    expect(queue.body.items).toMatchObject([{ own: false, document: { id, developerName: expect.any(String) } }]);
    await app.ask(steward, 'POST', `${BASE}/${id}/comments`, { text: 'Which restaurants?', path: 'need' });
    await app.ask(steward, 'POST', `${BASE}/${id}/return`, { note: 'Say which restaurants.' });
    const desk = await app.ask(board, 'GET', `${BASE}/worklist`);
    expect(desk.body.items[0]).toMatchObject({ document: { id }, returned: { note: 'Say which restaurants.' }, findings: [] });
    // A steward who mends a word does not also list it.
    await app.ask(steward, 'PUT', `${BASE}/${id}`, { ...whole, need: 'Six invented restaurants' });
    await app.ask(board, 'POST', `${BASE}/${id}/submission`, { note: 'Said.' });
    expect(await app.ask(steward, 'POST', `${BASE}/${id}/publication`, {})).toMatchObject({
      status: 403,
      body: { code: 'second-person-needed' },
    });
    expect(await app.ask(second, 'POST', `${BASE}/${id}/publication`, { revision: 3 })).toMatchObject({
      status: 409,
      body: { code: 'draft-changed', revision: 4, content: { need: 'Six invented restaurants' } },
    });
    expect(await app.ask(second, 'POST', `${BASE}/${id}/publication`, { revision: 4 })).toMatchObject({
      body: { status: 'published' },
    });
    const seen = await app.ask(null, 'GET', `${BASE}/FLOW/1`);
    expect(seen.body).toMatchObject({
      status: 'published',
      credits: 8,
      hours: 80,
      listedOn: TODAY,
      reviewDue: '2028-11-24',
      content: { need: 'Six invented restaurants', parts: [{ ref: 'MCA' }, { ref: 'MCB' }] },
      parts: [{ code: 'MCA', role: 'outcome', credits: 4 }, { code: 'MCB' }],
      findings: [],
    });
    expect(seen.body.onward.awards).toContainEqual(
      expect.objectContaining({ award: 'alq', credits: 8, of: 40, majors: ['service-sector'] }),
    );
    expect((await app.ask(board, 'GET', `${BASE}/${id}/writing`)).body.events.map((one: { kind: string }) => one.kind)).toEqual([
      'created',
      'changed',
      'submitted',
      'comment',
      'returned',
      'changed',
      'submitted',
      'published',
    ]);
  });

  test('what is listed stays: the service refuses to change it, and so does the database', async () => {
    const id = await listed('STAYS');
    expect(await app.ask(board, 'PUT', `${BASE}/${id}`, { ...whole, title: 'Other' })).toMatchObject({
      status: 409,
      body: { code: 'micro-credential-published' },
    });
    const change = (set: string) => at.owner.query(`update catalogue.micro_credential set ${set} where public_id = $1`, [id]);
    await expect(change(`content = '{}'`)).rejects.toMatchObject({ constraint: 'published_stays' });
    await expect(change(`status = 'draft', listed_on = null`)).rejects.toMatchObject({ constraint: 'published_stays' });
    await expect(at.owner.query('delete from catalogue.micro_credential where public_id = $1', [id])).rejects.toMatchObject({
      constraint: 'micro_credential_stays',
    });
  });

  test('a new version takes the place of the old when it is listed, and is no overlap with it', async () => {
    const id = await listed('VER');
    expect(await app.ask(board, 'POST', `${BASE}/${id}/versions`)).toMatchObject({ status: 201, body: { id: 'VER-v2' } });
    expect(await app.ask(board, 'POST', `${BASE}/${id}/versions`)).toMatchObject({
      status: 409,
      body: { code: 'version-begun', id: 'VER-v2' },
    });
    const { body } = await app.ask(board, 'GET', `${BASE}/VER-v2/writing`);
    expect(body.overlaps.map((one: { id: string }) => one.id)).not.toContain('VER-v1');
    await app.ask(board, 'POST', `${BASE}/VER-v2/submission`, {});
    await app.ask(steward, 'POST', `${BASE}/VER-v2/publication`, {});
    const old = await app.ask(null, 'GET', `${BASE}/VER/1`);
    expect(old.body).toMatchObject({ status: 'discontinued', discontinuedOn: TODAY });
    expect(old.body.versions.map((one: { status: string }) => one.status)).toEqual(['discontinued', 'published']);
    expect(await app.ask(board, 'POST', `${BASE}/VER-v2/discontinuation`, { note: 'Nobody teaches it.' })).toMatchObject({
      body: { status: 'discontinued' },
    });
    const found = await app.ask(null, 'GET', `${BASE}?q=table&part=MCA`);
    expect(found.body.items.map((one: { code: string }) => one.code)).not.toContain('VER');
  });
});

describe('who may', () => {
  test('write: a board, and a provider by its developers; nobody else, and nobody for another', async () => {
    const id = await drafted('WHO', whole, provider);
    expect(await app.ask(registrar, 'POST', BASE, { code: 'WHO2', title: 'Mine' })).toMatchObject({
      status: 403,
      body: { code: 'role-needed' },
    });
    expect(await app.ask(null, 'POST', BASE, { code: 'WHO2', title: 'Mine' })).toMatchObject({ status: 401 });
    for (const other of [board, stranger]) {
      expect(await app.ask(other, 'PUT', `${BASE}/${id}`, whole)).toMatchObject({ status: 404 });
      expect(await app.ask(other, 'GET', `${BASE}/${id}/writing`)).toMatchObject({ status: 404 });
    }
    // Row security says the same of a registrar's session, whatever the routes ask.
    const seen = await services.db.as(registrar.acting, (tx) =>
      tx.query({ text: 'select from catalogue.micro_credential where public_id = $1', values: [id] }),
    );
    expect(seen.rowCount).toBe(0);
    await app.ask(provider, 'POST', `${BASE}/${id}/submission`, {});
    await app.ask(steward, 'POST', `${BASE}/${id}/publication`, {});
    expect(await app.ask(stranger, 'POST', `${BASE}/${id}/discontinuation`, { note: 'Away' })).toMatchObject({
      status: 403,
      body: { code: 'not-your-micro-credential' },
    });
    expect(await app.ask(provider, 'POST', `${BASE}/${id}/publication`, {})).toMatchObject({ status: 403 });
  });

  test('begin a code once', async () => {
    await drafted('ONCE');
    expect(await app.ask(provider, 'POST', BASE, { code: 'ONCE', title: 'Again' })).toMatchObject({
      status: 409,
      body: { code: 'micro-credential-code-taken' },
    });
  });

  test('of two that write at once with one revision, one is kept and the other is told what is there', async () => {
    const id = await drafted('TWO');
    const answers = await Promise.all(
      [board, colleague].map((by, nth) => app.ask(by, 'PUT', `${BASE}/${id}`, { ...whole, title: `Title ${nth}`, revision: 2 })),
    );
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'draft-changed', revision: 3 });
  });
});

describe('the checks', () => {
  test('are one published set, of today and of 2018, each with its source in both languages', async () => {
    const now = await app.ask(null, 'GET', `${BASE}/checks`);
    const then = await app.ask(null, 'GET', `${BASE}/checks?version=2018.1`);
    const codes = (answer: typeof now): readonly string[] => answer.body.items.map((one: { check: string }) => one.check);
    expect(now.body.version).toBe('2022.1');
    expect(codes(now)).toContain('required');
    expect(codes(now)).not.toContain('overlap');
    expect(codes(then)).toContain('overlap');
    expect(codes(then)).not.toContain('required');
    for (const one of [...now.body.items, ...then.body.items]) {
      expect(one.source).not.toBe('');
      expect(one.says.en).not.toBe(one.says.mi);
    }
    expect(await app.ask(null, 'GET', `${BASE}/checks?version=1999.1`)).toMatchObject({ status: 422 });
  });

  test('run on a document that is not kept, as of a day, with the overlap measured', async () => {
    await listed('OVER', { ...whole, title: 'Older Service', parts: [{ ref: 'MCB' }, { ref: 'MCC' }] });
    const ask = (more: object) => app.ask(null, 'POST', `${BASE}/check`, { ...whole, developer: 'Invented', ...more });
    const now = await ask({});
    expect(now.body).toMatchObject({ rule: '2022.1', ready: true, credits: 8 });
    expect(now.body.overlaps).toContainEqual({ id: 'OVER-v1', title: 'Older Service', percent: 50, shared: ['MCB'] });
    const then = await ask({ asOf: '2019-03-01', reviewYears: 1 });
    expect(then.body).toMatchObject({ rule: '2018.1', ready: false });
    expect(then.body.findings).toContainEqual(
      expect.objectContaining({
        check: 'overlap',
        text: expect.objectContaining({ en: expect.stringContaining('“Older Service”') }),
      }),
    );
    expect(await ask({ asOf: '2017-01-01' })).toMatchObject({ status: 422, body: { code: 'unknown-policy' } });
    expect(await ask({ parts: [{ ref: 'not a ref!' }] })).toMatchObject({ status: 400 });
  });

  test('look at the catalogue behind the parts, and never at a draft of somebody', async () => {
    const ask = async (...refs: readonly string[]) =>
      (
        await app.ask(null, 'POST', `${BASE}/check`, {
          ...whole,
          developer: 'Invented',
          parts: [{ ref: 'MCA' }, ...refs.map((ref) => ({ ref }))],
        })
      ).body.findings.map((one: { check: string; severity: string }) => `${one.check} ${one.severity}`);
    expect(await ask('MCC')).toEqual(['offered advice']);
    expect(await ask('MCD')).toEqual(['offered error']);
    expect(await ask('MCE')).toEqual(['required error', 'offered error']);
    expect(await ask('MCS')).toEqual([]);
    expect(await ask('MCS', 'MCS1')).toEqual(['same-learning error']);
    const found = await app.ask(null, 'GET', `${BASE}/parts?q=taste`);
    expect(found.body.items).toMatchObject([{ ref: 'MCS', role: 'standard', credits: 6, within: ['MCS1', 'MCS2'] }]);
    expect((await app.ask(null, 'GET', `${BASE}/parts?q=nobody+has`)).body.items).toEqual([]);
  });

  test('are the same for every developer, side by side: what closes later fails for whoever is made of it', async () => {
    await listed('N4', { ...whole, title: 'Till', parts: [{ ref: 'MCC' }] }, provider);
    const row = async () => {
      const { body } = await app.ask(null, 'GET', `${BASE}/checks/developers`);
      const own = body.developers.find((one: { developer: string }) => one.developer === 'mc-provider');
      expect(own.passes.map((one: { check: string }) => one.check)).toEqual(
        body.checks.map((one: { check: string }) => one.check),
      );
      const passes = Object.fromEntries(own.passes.map((one: { check: string; passes: number }) => [one.check, one.passes]));
      return { listed: own.listed, title: passes.title, offered: passes.offered };
    };
    expect(await row()).toEqual({ listed: 2, title: 2, offered: 2 });
    services.clock.moveTo('2027-07-01');
    expect(await row()).toEqual({ listed: 2, title: 2, offered: 1 });
    expect((await app.ask(null, 'GET', `${BASE}/N4/1`)).body.findings).toMatchObject([{ check: 'offered', severity: 'error' }]);
    services.clock.moveTo(TODAY);
  });
});

test('the checks of outcomes stand developer by developer too, and follow the catalogue', async () => {
  const row = async (developer: string | null) => {
    const { body } = await app.ask(null, 'GET', '/api/v1/outcomes/checks/developers');
    return body.developers.find((one: { developer: string | null }) => one.developer === developer);
  };
  const nobody = await row(null);
  const passing = (check: string): number => nobody.passes.find((one: { check: string }) => one.check === check).passes;
  // Six of those above are not drafts; none of them says what is known, and each has a name.
  expect([nobody.listed, passing('theory'), passing('name')]).toEqual([6, 0, 6]);
  expect(await row('mc-provider')).toBeUndefined();
  await at.owner.query(
    `insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, status, developer_id)
      values ('mcf', 'MCF', null, 'MCF', 'Listed before', 3, 3, 'legacy', $1)`,
    [await keyOf('mc-provider')],
  );
  expect(await row('mc-provider')).toMatchObject({ listed: 1, name: 'Invented Training' });
});

test('a learner is told which parts they hold and which are missing', async () => {
  await listed('HOLD', { ...whole, title: 'Service and Taste', parts: [{ ref: 'MCA' }, { ref: 'MCS' }] });
  const learnerId = 4097;
  const training = await keyOf('mc-provider');
  await at.owner.query(
    `insert into catalogue.accreditation (organisation_id, from_on, scope_kind) values (${training}, '2015-01-01', 'all')`,
  );
  const hold = (code: string, nth: number) =>
    at.owner.query(
      `insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
        select $1, $2, o.outcome_id, ${training}, '2026-02-03', '2026-02-03', 'achieved', 'assessed', 'confirmed', true, $4 from catalogue.outcome o where o.code = $3`,
      [learnerId, nth * 1024 + 1, code, `mc-${code}`],
    );
  await hold('MCA', 1);
  await hold('MCS1', 2);
  const learner = await signedIn(at, 'learner', { learnerId });
  const ask = () => app.ask(learner, 'GET', `${BASE}/HOLD/1/standing`);
  expect((await ask()).body).toMatchObject({
    whole: false,
    have: 1,
    of: 2,
    parts: [
      { ref: 'MCA', on: '2026-02-03' },
      { ref: 'MCS', held: null, on: null },
    ],
  });
  await hold('MCS2', 3);
  expect((await ask()).body).toMatchObject({ whole: true, have: 2, of: 2 });
  expect(await app.ask(null, 'GET', `${BASE}/HOLD/1/standing`)).toMatchObject({ status: 401 });
  expect(await app.ask(learner, 'GET', `${BASE}/NONE/1/standing`)).toMatchObject({ status: 404 });
});
