import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';

// Today is Tuesday 24 November 2026.
let at: TestDatabase;
let app: App;
let edith: Browser;
let ngaio: Browser;
const org: Record<string, number> = {};
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  await at.owner.query(`
    insert into catalogue.organisation (public_id, kind) values ('org-lantern', 'employer'), ('org-candle', 'employer'), ('org-weka', 'private-training-establishment');
    insert into catalogue.outcome (public_id, code, version, lineage, name, level, field, status, size_minutes, size_amount, size_unit)
      select 'amu-' || n, '4700' || n, 1, '4700' || n, 'Invented course ' || n, 3, 'health', 'published', 444 * n, n::text, 'day' from generate_series(1, 2) n`);
  for (const { id, key } of (
    await at.owner.query<{ id: string; key: number }>(
      `select public_id as id, organisation_id as key from catalogue.organisation`,
    )
  ).rows)
    org[id] = key;
  app = await buildApp(testServices(at));
  edith = await signedIn('employer', 'org-lantern');
  ngaio = await signedIn('provider', 'org-kea');
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function signedIn(kind: 'employer' | 'provider', organisation: string, role = 'administrator'): Promise<Browser> {
  const person = browser(app);
  const who = { accountId: 60 + (org[organisation] ?? 0), organisationId: org[organisation] ?? 0, roles: [role] };
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}

const seen = z.object({
  id: z.string(),
  status: z.string(),
  version: z.int(),
  draft: z.object({ revision: z.int(), proposed: z.boolean() }).nullable(),
  versions: z.array(z.object({ version: z.int(), sums: z.record(z.string(), z.unknown()) })),
  findings: z.array(z.object({ code: z.string(), course: z.string().nullable() })),
  acts: z.array(z.object({ kind: z.string(), side: z.string(), version: z.int(), words: z.string() })),
});

const content = (...courses: readonly object[]) => ({
  framework: 'nz',
  groups: [{ name: 'Care workers', people: 12 }],
  place: 'Whangārei',
  note: '',
  courses: courses.length > 0 ? courses : [course('o-1', '2026-12-01'), course('o-2', '2026-12-02')],
});
const course = (id: string, ...dates: readonly string[]) => ({ course: id, after: [], dates, prices: [15_000] });

async function post(who: Browser, path: string, body: object, key?: string) {
  return who.ask('POST', `/api/v1/packages${path}`, {
    body,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
}

async function asked(): Promise<string> {
  const body = {
    provider: 'org-kea',
    title: 'Safer homes',
    words: 'Twelve people.',
    skills: ['https://skills.example/K1'],
    people: 12,
    beginsBy: '2027-02-01',
  };
  await at.owner.query(
    `insert into catalogue.skill_scheme (scheme, name_en, name_mi, version, uri) values ('example', 'Invented', 'Tito', '1', 'https://skills.example/') on conflict do nothing`,
  );
  await at.owner.query(
    `insert into catalogue.skill (uri, scheme, kind, label_en) values ('https://skills.example/K1', 'example', 'core-technical', 'Skill of K1') on conflict do nothing`,
  );
  return String((await edith.ask('POST', '/api/v1/packages/requests', { body })).body['id']);
}

/** A package with a draft that may be proposed. */
async function drafted(of = content()): Promise<{ readonly id: string; readonly request: string; readonly revision: number }> {
  const request = await asked();
  const id = String((await post(ngaio, '', { request })).body['id']);
  const saved = seen.parse((await ngaio.ask('PUT', `/api/v1/packages/${id}/draft`, { body: { content: of, revision: 1 } })).body);
  return { id, request, revision: saved.draft?.revision ?? 0 };
}

async function proposed(of = content()): Promise<{ readonly id: string; readonly request: string }> {
  const { id, request, revision } = await drafted(of);
  const answer = await post(ngaio, `/${id}/proposal`, { revision, words: 'As we said.' });
  expect([answer.status, answer.body['code']]).toEqual([200, undefined]);
  return { id, request };
}

describe('from a request to an agreement', () => {
  test('the provider composes, the employer asks for a change and agrees; every version and act is kept', async () => {
    const { id, request } = await proposed();
    const read = seen.parse((await edith.ask('GET', `/api/v1/packages/${id}`)).body);
    expect(read).toMatchObject({ status: 'proposed', version: 1, draft: null, findings: [] });
    expect(read.versions[0]?.sums).toMatchObject({
      minutes: 6000,
      units: 10,
      days: 2,
      price: 360_000,
      currency: 'NZD',
      certificates: ['o-1', 'o-2'],
    });
    expect((await post(edith, `/${id}/change-request`, { version: 1, words: 'One day later, please.' })).body['status']).toBe(
      'change-asked',
    );
    const later = content(course('o-1', '2026-12-02'), course('o-2', '2026-12-03'));
    const saved = seen.parse(
      (await ngaio.ask('PUT', `/api/v1/packages/${id}/draft`, { body: { content: later, revision: 2 } })).body,
    );
    await post(ngaio, `/${id}/proposal`, { revision: saved.draft?.revision, words: '' });
    const agreed = seen.parse((await post(edith, `/${id}/agreement`, { version: 2, words: 'Yes.' })).body);
    expect(agreed).toMatchObject({ status: 'agreed', version: 2 });
    expect(agreed.acts.map(({ side, kind, version }) => `${side} ${kind} ${version}`)).toEqual([
      'provider proposed 1',
      'employer change-asked 1',
      'provider proposed 2',
      'employer agreed 2',
    ]);
    expect(agreed.versions.map(({ sums }) => sums['first'])).toEqual(['2026-12-01', '2026-12-02']);
    const requests = await edith.ask('GET', '/api/v1/packages/requests?state=open');
    expect(requests.body['items']).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: request, status: 'offered', package: { id, status: 'agreed' } })]),
    );
    const ended = await edith.ask('POST', `/api/v1/packages/requests/${request}/withdrawal`, { body: { words: 'No.' } });
    expect([ended.status, ended.body['code']]).toEqual([409, 'package-agreed']);
  });

  test('nothing is doubled by doing it again', async () => {
    const request = await asked();
    const first = await post(ngaio, '', { request }, 'open-1');
    expect((await post(ngaio, '', { request }, 'open-2')).body['id']).toBe(first.body['id']);
    const id = String(first.body['id']);
    const body = { content: content(), revision: 1 };
    const save = () => ngaio.ask('PUT', `/api/v1/packages/${id}/draft`, { body });
    expect([await save(), await save()].map((answer) => seen.parse(answer.body).draft?.revision)).toEqual([2, 2]);
    for (const _ of [1, 2]) await post(ngaio, `/${id}/proposal`, { revision: 2 });
    const both = await Promise.all([1, 2].map(() => post(edith, `/${id}/agreement`, { version: 1 })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(seen.parse(both[0]?.body).acts.map(({ kind }) => kind)).toEqual(['proposed', 'agreed']);
  });

  test('a job role is answered without a request, and a request that ended is not', async () => {
    await asked();
    const role = { employer: 'org-lantern', title: 'Care lead', skills: ['https://skills.example/K1'] };
    const id = String((await post(ngaio, '', role)).body['id']);
    const found = await ngaio.ask('GET', `/api/v1/packages/${id}/courses`);
    expect(found.body['items']).toMatchObject([{ id: 'o-1', minutes: 3000, consented: true, skills: [{ en: 'Skill of K1' }] }]);
    expect((await ngaio.ask('GET', `/api/v1/packages/${id}/courses?q=outcome 12`)).body['items']).toMatchObject([{ id: 'o-12' }]);
    expect((await post(ngaio, '', { ...role, employer: 'org-kea' })).body['code']).toBe('employer-not-found');
    const { id: other, request, revision } = await drafted();
    await edith.ask('POST', `/api/v1/packages/requests/${request}/withdrawal`, { body: { words: 'We found one.' } });
    expect((await post(ngaio, `/${other}/proposal`, { revision })).body['code']).toBe('request-ended');
    expect(
      (
        await post(ngaio, '', {
          request: await asked().then(async (one) => {
            await ngaio.ask('POST', `/api/v1/packages/requests/${one}/refusal`, { body: { words: 'No.' } });
            return one;
          }),
        })
      ).body['code'],
    ).toBe('request-ended');
  });

  test('days of 444 minutes are summed in the framework that counts them, in its currency', async () => {
    const danish = {
      ...content(
        { ...course('amu-1', '2026-12-01'), prices: [20_800] },
        { ...course('amu-2', '2026-12-02', '2026-12-03'), prices: [41_600] },
      ),
      framework: 'dk',
    };
    const { id } = await proposed(danish);
    const { versions } = seen.parse((await edith.ask('GET', `/api/v1/packages/${id}`)).body);
    expect(versions[0]?.sums).toMatchObject({ units: 3, days: 3, minutes: 1332, currency: 'DKK', price: 748_800 });
  });
});

describe('what stands in the way', () => {
  test('a draft that is not finished is kept, and is not proposed', async () => {
    const { id, revision } = await drafted(content(course('o-1', '2026-12-05'), course('o-1', '2026-12-05')));
    const answer = await post(ngaio, `/${id}/proposal`, { revision });
    expect([answer.status, answer.body['code']]).toEqual([422, 'package-not-ready']);
    expect(
      z
        .array(z.object({ code: z.string() }))
        .parse(answer.body['findings'])
        .map(({ code }) => code),
    ).toEqual(['course-twice', 'not-a-working-day', 'day-twice', 'not-a-working-day']);
    const mine = { ...content(), note: 'mine' };
    const stale = await ngaio.ask('PUT', `/api/v1/packages/${id}/draft`, { body: { content: mine, revision: 1 } });
    expect([stale.status, stale.body['code'], stale.body['theirs']]).toMatchObject([
      409,
      'package-draft-changed',
      { revision: 2 },
    ]);
  });

  test('a course withdrawn meanwhile is told, cannot be agreed to, and can be once the package is mended', async () => {
    const { id } = await proposed(content(course('o-3', '2026-12-01'), course('o-4', '2026-12-02')));
    await at.owner.query(
      `update catalogue.outcome set status = 'expiring', last_assessment = '2026-12-01' where public_id = 'o-4'`,
    );
    const read = seen.parse((await edith.ask('GET', `/api/v1/packages/${id}`)).body);
    expect(read.findings).toMatchObject([{ code: 'course-withdrawn', course: 'o-4' }]);
    const line = (await edith.ask('GET', '/api/v1/packages')).body['items'];
    expect(line).toEqual(expect.arrayContaining([expect.objectContaining({ id, withdrawn: true })]));
    const refused = await post(edith, `/${id}/agreement`, { version: 1 });
    expect([refused.status, refused.body['code']]).toEqual([409, 'package-course-withdrawn']);
    await expect(insertAgreement(Number(id), 1)).rejects.toThrow(/withdrawn/);
    const mended = { content: content(course('o-3', '2026-12-01'), course('o-5', '2026-12-02')), revision: 2 };
    await ngaio.ask('PUT', `/api/v1/packages/${id}/draft`, { body: mended });
    await post(ngaio, `/${id}/proposal`, { revision: 3 });
    expect((await post(edith, `/${id}/agreement`, { version: 1 })).body['code']).toBe('package-changed');
    expect((await post(edith, `/${id}/agreement`, { version: 2 })).body['status']).toBe('agreed');
  });

  test('steps come in order, whoever takes them', async () => {
    const { id } = await proposed();
    await post(edith, `/${id}/change-request`, { version: 1, words: 'Later.' });
    expect((await post(edith, `/${id}/agreement`, { version: 1 })).body['code']).toBe('package-step');
    expect((await post(edith, `/${id}/change-request`, { version: 1, words: '' })).body['code']).toBe('invalid-request');
    expect((await post(ngaio, `/${id}/withdrawal`, { version: 1 })).body['status']).toBe('withdrawn');
    expect((await post(edith, `/${id}/refusal`, { version: 1 })).body['code']).toBe('package-step');
    expect(
      (await ngaio.ask('PUT', `/api/v1/packages/${id}/draft`, { body: { content: content(), revision: 2 } })).body['code'],
    ).toBe('package-step');
    const { id: other } = await proposed();
    expect((await post(edith, `/${other}/refusal`, { version: 1 })).body['status']).toBe('declined');
  });
});

async function insertAgreement(id: number, version: number): Promise<unknown> {
  const session = await at.session('employer', {
    accountId: 61,
    organisationId: org['org-lantern'] ?? 0,
    roles: ['administrator'],
  });
  return at.db.as(session, (tx) =>
    tx.query({
      text: `insert into employer.course_package_event (package_id, version, kind, side, actor, at) values ($1, $2, 'agreed', 'employer', 'x', now())`,
      values: [id, version],
    }),
  );
}

describe('only the two organisations', () => {
  test('see a package, and the employer not before it is proposed', async () => {
    const { id, revision } = await drafted();
    expect((await edith.ask('GET', `/api/v1/packages/${id}`)).body['code']).toBe('package-not-found');
    await post(ngaio, `/${id}/proposal`, { revision });
    for (const stranger of [await signedIn('employer', 'org-candle'), await signedIn('provider', 'org-weka')]) {
      expect((await stranger.ask('GET', `/api/v1/packages/${id}`)).body['code']).toBe('package-not-found');
      expect((await stranger.ask('GET', '/api/v1/packages')).body['items']).toEqual([]);
    }
    expect((await post(await signedIn('employer', 'org-candle'), `/${id}/agreement`, { version: 1 })).body['code']).toBe(
      'package-not-found',
    );
    expect(
      (await post(await signedIn('employer', 'org-lantern', 'reader'), `/${id}/agreement`, { version: 1 })).body['code'],
    ).toBe('role-needed');
    expect((await post(edith, `/${id}/proposal`, { revision })).body['code']).toBe('not-your-door');
    expect((await browser(app).ask('GET', `/api/v1/packages/${id}`)).body['code']).toBe('sign-in-needed');
  });

  test('write for their own side, whatever SQL they run; nobody moves a package or changes a version', async () => {
    const { id } = await proposed();
    const provider = await at.session('provider', { accountId: 62, organisationId: org['org-kea'] ?? 0, roles: ['registrar'] });
    const run = (text: string) => at.db.as(provider, (tx) => tx.query({ text, values: [Number(id)] }));
    await expect(
      run(
        `insert into employer.course_package_event (package_id, version, kind, side, actor, at) values ($1, 1, 'agreed', 'employer', 'x', now())`,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(run(`update employer.course_package set status = 'agreed' where package_id = $1`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(run(`update employer.course_package_version set sums = '{}' where package_id = $1`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      run(`insert into employer.course_package_day (package_id, version, place, taught_on) values ($1, 1, 1, '2026-12-10')`),
    ).rejects.toThrow(/does not change/);
    const employer = await at.session('employer', {
      accountId: 61,
      organisationId: org['org-lantern'] ?? 0,
      roles: ['administrator'],
    });
    await expect(at.db.as(employer, (tx) => tx.query({ text: 'select from employer.course_package_draft' }))).rejects.toThrow(
      /permission denied/,
    );
    await expect(insertAgreement(Number(id), 2)).rejects.toThrow(/is at version 1/);
  });
});
