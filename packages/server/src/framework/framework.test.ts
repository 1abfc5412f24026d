import { readFileSync } from 'node:fs';
import { FRAMEWORK_IDS } from '@recognition/recognition/frameworks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';

let at: TestDatabase;
let app: App;
let anybody: Browser;
beforeAll(async () => {
  at = await testDatabase();
  const many = { bucket: 'test', calls: 10_000, seconds: 60 };
  app = await buildApp(testServices(at), { limits: { ...LIMITS, api: many, verification: { ...many, bucket: 'test-decided' } } });
  anybody = browser(app);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const outcome = (id: string, minutes: number, kind: string) => ({
  id,
  code: id,
  version: null,
  name: `Invented ${id}`,
  credits: 0,
  level: 5,
  field: null,
  subfield: null,
  domain: null,
  lineage: id,
  accredited: true,
  excludes: [],
  group: null,
  lastAssessment: null,
  size: { minutes, amount: String(minutes / 1800), unit: 'credit' },
  kind,
});
const achievement = (id: string, of: string, by: string) => ({
  id,
  outcome: of,
  provider: by,
  date: '2025-03-01',
  result: 'achieved',
  mode: 'assessed',
  originalDate: null,
  source: null,
  status: 'confirmed',
  usedIn: [],
  alsoCountedIn: [],
});
const record = {
  type: 'RecognitionRecord',
  version: 1,
  framework: 'in',
  organisations: ['uni', 'other'].map((id) => ({
    id,
    name: `Invented ${id}`,
    kind: 'provider',
    accreditations: [{ from: '2010-01-01', to: null, scope: [{ kind: 'all' }] }],
  })),
  outcomes: [outcome('c', 108_000, 'course'), outcome('m', 108_000, 'micro-credential')],
  achievements: [achievement('a-1', 'c', 'uni'), achievement('a-2', 'm', 'other')],
};

describe('frameworks', () => {
  test('anybody lists them, and reads one as its file has it', async () => {
    const list = await anybody.ask('GET', '/api/v1/frameworks');
    expect(list.status).toBe(200);
    expect(list.body['items']).toMatchObject(FRAMEWORK_IDS.map((id) => ({ id })));
    const one = await anybody.ask('GET', '/api/v1/frameworks/dk');
    const file: unknown = JSON.parse(readFileSync(new URL('../../../../frameworks/dk/framework.json', import.meta.url), 'utf8'));
    expect(one.body).toMatchObject({
      summary: { id: 'dk', unit: { name: 'day', minutes: 444 }, languages: ['en', 'mi', 'da'] },
      file,
    });
    expect(await anybody.ask('GET', '/api/v1/frameworks/xx')).toMatchObject({ status: 404, body: { code: 'unknown-framework' } });
  });

  test('a size in every unit, with what was left out', async () => {
    const { status, body } = await anybody.ask('GET', '/api/v1/sizes?minutes=600');
    expect(status).toBe(200);
    expect(body['items']).toContainEqual({
      framework: 'in',
      minutes: 600,
      amount: '0.25',
      unit: 'credit',
      remainder: 150,
      exact: false,
    });
    expect((await anybody.ask('GET', '/api/v1/sizes?minutes=1.5')).status).toBe(400);
  });
});

const assess = (body: object, framework = 'in') => anybody.ask('POST', `/api/v1/frameworks/${framework}/assessments`, { body });

describe('assessments', () => {
  test('a degree of which half is a micro-credential, line by line', async () => {
    const { status, body } = await assess({ award: 'degree', record, institution: 'uni' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      eligible: true,
      comparison: false,
      minutes: 216_000,
      counted: ['a-1', 'a-2'],
      use: 'debits',
      points: '600',
      institution: 'uni',
    });
    expect(body['lines']).toContainEqual({ code: 'size', text: '120 credits of at least 120 credits count.' });
    expect((await assess({ award: 'degree', record, language: 'mi' })).body['lines']).toContainEqual({
      code: 'can',
      text: 'Ka taea e koe te tono: Tohu mātauranga, e toru ngā tau.',
    });
  });

  test('another country’s record is compared, and the answer says so', async () => {
    const { body } = await assess({ award: 'certificate', record }, 'nz');
    expect(body).toMatchObject({ framework: 'nz', comparison: true, eligible: true, minutes: 216_000 });
  });

  test('New Zealand’s own award is decided as ever', async () => {
    const { framework: _, ...plain } = record;
    const own = { ...plain, outcomes: plain.outcomes.map(({ size: __, kind: ___, ...one }) => ({ ...one, credits: 20 })) };
    expect((await assess({ award: 'alq', record: own }, 'nz')).body).toMatchObject({
      eligible: true,
      minutes: 24_000,
      use: 'spends',
    });
  });

  test.each([
    ['a record with an unknown key', { award: 'degree', record: { ...record, colour: 'red' } }, 'record-not-usable'],
    ['an award that is not there', { award: 'phd', record }, 'unknown-award'],
    ['a version that is not there', { award: 'degree', record, policy: '1999.1' }, 'unknown-policy'],
    ['a record of no known framework', { award: 'degree', record: { ...record, framework: 'xx' } }, 'unknown-framework'],
    ['an award of parts without a definition', { award: 'micro-credential', record }, 'unknown-definition'],
    [
      'a definition of itself',
      {
        award: 'micro-credential',
        record,
        definitions: [{ id: 'x', award: 'micro-credential', title: 'X', parts: [{ ref: 'x', role: 'unit' }] }],
      },
      'not-a-definition',
    ],
  ])('%s is 422 with its code', async (_, body, code) =>
    expect(await assess(body)).toMatchObject({ status: 422, body: { code } }),
  );

  test('a request of another form is 400', async () => expect((await assess({ award: 'degree' })).status).toBe(400));
});

const composed = (body: object, framework = 'ph') =>
  anybody.ask('POST', `/api/v1/frameworks/${framework}/compositions`, { body });
const part = (ref: string, source: string, role = 'core') => ({ ref, role, minutes: 240, source });
const [one, two] = [
  { id: 'nc-1', award: 'nc', title: 'One', parts: [part('c-2', 'TR-1'), part('c-1', 'TR-1')] },
  { id: 'nc-2', award: 'nc', title: 'Two', parts: [part('d-1', 'TR-2'), part('c-1', 'TR-1')] },
];
const header = { id: 't-1', title: 'Tailored', award: 'tailored' };

describe('compositions', () => {
  test('unbundle, bundle, re-bundle', async () => {
    expect((await composed({ do: 'unbundle', definitions: [one] })).body).toMatchObject({
      ok: true,
      parts: [{ ref: 'c-1' }, { ref: 'c-2' }],
    });
    expect((await composed({ do: 'bundle', header, definitions: [one, two] })).body).toMatchObject({
      ok: true,
      once: ['c-1'],
      minutes: 720,
    });
    expect((await composed({ do: 'rebundle', header, definitions: [one, two] })).body).toMatchObject({ ok: true });
    expect(await composed({ do: 'rebundle', header, definitions: [one] })).toMatchObject({
      status: 200,
      body: { ok: false, refused: { code: 'too-few-sources' } },
    });
  });

  test('package, claimable, check', async () => {
    const course = { id: 'k-1', award: 'amu-certificate', title: 'K', minutes: 1332, parts: [part('t', 'k', 'test')] };
    expect(
      (await composed({ do: 'package', definitions: [course], on: '2024-05-01', group: 'target', participants: 2 }, 'dk')).body,
    ).toMatchObject({
      ok: true,
      package: { days: 3, currency: 'DKK', price: 124_800, certificates: ['k-1'] },
    });
    const ladder = [
      { id: 'b-1', award: 'b', title: 'B', parts: [{ ref: 'mf-1', role: 'module' }] },
      {
        id: 'c-1',
        award: 'c',
        title: 'C',
        parts: [
          { ref: 'b-1', role: 'b' },
          { ref: 'b-2', role: 'b' },
        ],
      },
    ];
    expect((await composed({ do: 'claimable', definitions: ladder, held: { 'mf-1': ['assessed'] } }, 'es')).body).toMatchObject({
      standings: [
        { definition: 'b-1', claimable: true },
        { definition: 'c-1', claimable: false, missing: ['b-2'] },
      ],
      oneMore: [{ ref: 'b-2', completes: ['c-1'] }],
    });
    const all = { id: 'mc-1', award: 'micro-credential', title: 'All of it', parts: one.parts };
    expect((await composed({ do: 'check', definitions: [all], others: [one] })).body).toMatchObject({
      ok: false,
      findings: [{ definition: 'mc-1', check: 'lesser-than-whole' }],
    });
    expect(await composed({ do: 'check', definitions: [{ ...all, award: 'phd' }] })).toMatchObject({
      status: 422,
      body: { code: 'unknown-award' },
    });
  });

  test('something else is 400', async () => expect((await composed({ do: 'dance', definitions: [one] })).status).toBe(400));
});

test('reading is limited as every call is, and deciding as verifying is', async () => {
  const few = (bucket: string) => ({ bucket, calls: 2, seconds: 60 });
  const limited = await buildApp(testServices(at), { limits: { ...LIMITS, api: few('few'), verification: few('few-decided') } });
  const eager = browser(limited);
  const [read, decided]: [number[], number[]] = [[], []];
  for (let call = 0; call < 4; call += 1) {
    read.push((await eager.ask('GET', '/api/v1/frameworks')).status);
    decided.push((await eager.ask('POST', '/api/v1/frameworks/in/assessments', { body: { award: 'degree', record } })).status);
  }
  await limited.close();
  expect([read, decided]).toEqual([
    [200, 200, 429, 429],
    [200, 200, 429, 429],
  ]);
});
