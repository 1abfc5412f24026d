import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ids, LEARNER, NSN, OTHER, setScene, setStatusOf } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { makeLog } from '../operations/logging.ts';
import { LIMITS } from '../operations/rate-limit.ts';
import { testServices } from '../test-services.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
const lines: string[] = [];
const many = (bucket: string) => ({ bucket, calls: 10_000, seconds: 60 });
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  app = await buildApp(services, {
    limits: { ...LIMITS, api: many('a'), verification: many('v'), share: many('s') },
    log: makeLog('info', (line) => lines.push(line)),
  });
});
afterAll(async () => {
  await app.close();
  await at.end();
});
beforeEach(async () => {
  services.clock.moveTo('2026-11-24');
  lines.length = 0;
  await at.owner.query(`truncate sharing.share, sharing.share_link, sharing.log, notice.notice, operations.rate, record.access_log,
    award.award_event, award.award_state, award.spent, award.locator`);
});

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}
const learner = (learnerId: number = LEARNER) => signedIn('learner', { learnerId, accountId: learnerId });

const TERMS = {
  achievements: ids(1, 2),
  awards: [],
  fields: ['name', 'dates'],
  audience: 'Kea Café',
  purpose: 'A job',
  expiresOn: '2026-12-24',
};

async function shared(mere: Browser, changes: object = {}): Promise<{ id: string; link: string; token: string }> {
  const made = await mere.ask('POST', '/api/v1/shares', { body: { ...TERMS, ...changes } });
  expect(made.status, made.text).toBe(201);
  const link = String(made.body['link']);
  return { id: String(made.body['id']), link, token: link.split('/').at(-1) ?? '' };
}

const open = (link: string, pin?: string, person: Browser = browser(app)) =>
  person.ask('POST', '/api/v1/shares/opening', { body: { link, ...(pin === undefined ? {} : { pin }) } });

const shownNames = (body: Record<string, unknown>): string[] =>
  z
    .object({ content: z.object({ outcomes: z.array(z.object({ name: z.string() })) }) })
    .parse(body)
    .content.outcomes.map(({ name }) => name);

describe('what a link shows', () => {
  test('is what was chosen and nothing more, as data and as a page, without script', async () => {
    const { link, token } = await shared(await learner());
    const opened = await open(link);
    expect(opened.status).toBe(200);
    expect(shownNames(opened.body)).toEqual(['Invented outcome 1', 'Invented outcome 2']);
    expect(opened.body).toMatchObject({
      audience: 'Kea Café',
      content: {
        holder: 'Mere Rimu',
        ended: 0,
        skills: [{ label: 'Skill of K2', through: ['Invented outcome 2'] }, { label: 'Skill of K1' }],
        outcomes: [{ result: null, mode: null, provider: null, date: '2023-01-02' }, {}],
      },
    });
    const page = await browser(app).ask('GET', `/s/${token}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('What Mere Rimu can do');
    expect(page.text).toContain('Skill of K1');
    expect(page.text).not.toContain('Invented outcome 3');
    expect(page.text).not.toContain('<script');
    expect(page.text).not.toContain('Kea Training');
    expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(String(page.headers['x-robots-tag'])).toContain('noindex');
    for (const text of [opened.text, page.text]) {
      expect(text).not.toContain(NSN);
      expect(text).not.toContain(String(LEARNER));
    }
  });

  test('is the skills alone where the learner keeps the outcomes back, without those that they leave out', async () => {
    const mere = await learner();
    const read = await mere.ask('GET', '/api/v1/learners/me/record/skills');
    expect(read.status, read.text).toBe(200);
    const { groups } = z
      .object({ groups: z.array(z.object({ skills: z.array(z.object({ uri: z.string(), label: z.string() })) })) })
      .parse(read.body);
    const left = groups.flatMap(({ skills }) => skills).find(({ label }) => label === 'Skill of K1')?.uri;
    const fields = ['name', 'providers', 'codes'];
    const { link, token } = await shared(mere, { outcomesShown: false, skillsLeftOut: [left], fields });
    const opened = await open(link);
    expect(opened.body).toMatchObject({
      content: {
        outcomesShown: false,
        fields: ['name', 'providers'],
        outcomes: [],
        skills: [
          {
            label: 'Skill of K2',
            through: [],
            outcomes: 1,
            latest: null,
            attestedBy: ['Kea Training'],
            strongest: { name: null },
          },
        ],
      },
    });
    const page = await browser(app).ask('GET', `/s/${token}`);
    for (const text of [opened.text, page.text]) expect(text).not.toMatch(/Invented outcome|Skill of K1/);
    expect(page.text).toContain('the outcomes behind them are kept back');
    const kept = await mere.ask('GET', '/api/v1/shares');
    expect(kept.body).toMatchObject({ items: [{ outcomesShown: false, skillsLeftOut: [left] }] });
    expect((await (await signedIn('steward', {})).ask('GET', '/api/v1/learners/me/record/skills')).status).toBe(403);
  });

  test('shows the learner’s statement beside a line that they dispute, as text, and on no other', async () => {
    const mere = await learner();
    const disputed = await mere.ask('POST', '/api/v1/disputes', {
      body: { subject: 'achievement', achievement: ids(1)[0], reason: 'wrong-date', words: 'It was in May.' },
    });
    const statement = '<b>It was in May.</b>';
    await mere.ask('PUT', `/api/v1/disputes/${String(disputed.body['id'])}/statement`, { body: { words: statement } });
    const { link, token } = await shared(mere);
    expect((await open(link)).body).toMatchObject({ content: { outcomes: [{ statement }, { statement: null }] } });
    const page = await browser(app).ask('GET', `/s/${token}`);
    expect(page.text).toContain('&#60;b&#62;It was in May.');
    expect(page.text).not.toContain(statement);
    await mere.ask('DELETE', `/api/v1/disputes/${String(disputed.body['id'])}/statement`);
    expect((await open(link)).body).toMatchObject({ content: { outcomes: [{ statement: null }, { statement: null }] } });
  });

  test('leaves the name out when the learner does, and shows grades only when asked to', async () => {
    const mere = await learner();
    const bare = await open((await shared(mere, { fields: [] })).link);
    expect(bare.text).not.toContain('Mere');
    expect(bare.text).not.toContain('2023-01');
    const full = await open((await shared(mere, { fields: ['grades', 'providers'] })).link);
    expect(full.body).toMatchObject({
      content: { outcomes: [{ result: 'achieved', mode: 'assessed', provider: 'Kea Training' }, {}] },
    });
  });

  test('follows the record: a withdrawn result goes and is counted, one that is changed to not achieved never looks achieved', async () => {
    const { link } = await shared(await learner());
    const [one = '', two = ''] = ids(1, 2);
    await setStatusOf(at.owner, one, 'withdrawn');
    await at.owner.query(
      `update record.achievement_state set result = 'not-achieved' where learner_id = $1 and achievement_id = $2`,
      [LEARNER, two],
    );
    try {
      const opened = await open(link);
      expect(shownNames(opened.body)).toEqual([]);
      expect(opened.body).toMatchObject({ content: { ended: 2, skills: [] } });
    } finally {
      await setStatusOf(at.owner, one, 'confirmed');
      await at.owner.query(
        `update record.achievement_state set result = 'achieved' where learner_id = $1 and achievement_id = $2`,
        [LEARNER, two],
      );
    }
  });

  test('has an award with its checks of this moment, and its code only where the learner gives it', async () => {
    const mere = await learner();
    const claim = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' };
    const award = String((await mere.ask('POST', '/api/v1/awards', { body: claim })).body['id']);
    const { link } = await shared(mere, { achievements: [], awards: [award], fields: [] });
    const opened = await open(link);
    expect(opened.body).toMatchObject({ content: { awards: [{ major: 'health', credits: 40, id: null, status: 'live' }] } });
    expect(opened.body).toMatchObject({ content: { awards: [{ verification: { answer: 'verified' } }] } });
    expect(opened.text).not.toContain(award);
    expect(opened.text).not.toContain('Mere');
    const withCode = await open((await shared(mere, { awards: [award], fields: ['codes'] })).link);
    expect(withCode.text).toContain(award);
    await mere.ask('POST', `/api/v1/awards/${award}/withdrawal`, { body: { reason: 'A test' } });
    expect((await open(link)).body).toMatchObject({ content: { awards: [], ended: 1 } });
  });

  test.each(['<script>alert(1)</script>', 'x'.repeat(200), 'K', 'شركة مخترعة', 'Te Wānanga o Ngā Āpōpō'])(
    'an audience and a purpose of %j come back as they were given, and as text',
    async (name) => {
      const { link, token } = await shared(await learner(), { audience: name, purpose: name });
      expect((await open(link)).body['audience']).toBe(name);
      const page = await browser(app).ask('GET', `/s/${token}`);
      expect(page.status).toBe(200);
      expect(page.text).not.toContain('<script');
      if (!name.startsWith('<')) expect(page.text).toContain(name);
    },
  );
});

describe('the learner', () => {
  test('sees who opened the link, when, and what was shown', async () => {
    const mere = await learner();
    const { id, link } = await shared(mere);
    await open(link);
    const { rows } = await at.owner.query<{ id: number }>(
      `select organisation_id as id from catalogue.organisation where public_id = 'org-kea'`,
    );
    await open(
      link,
      undefined,
      await signedIn('provider', { organisationId: rows[0]?.id ?? 0, accountId: 77, roles: ['registrar'] }),
    );
    await open(link, undefined, mere);
    const seen = await mere.ask('GET', `/api/v1/shares/${id}`);
    expect(seen.body).toMatchObject({
      openings: 3,
      log: [
        { kind: 'opened', who: { kind: 'learner' } },
        {
          kind: 'opened',
          who: { kind: 'organisation', name: 'Kea Training' },
          shown: { outcomes: ['Invented outcome 1', 'Invented outcome 2'], awards: 0 },
        },
        { kind: 'opened', who: { kind: 'link', name: null } },
        { kind: 'made' },
      ],
    });
    expect(seen.text).not.toContain('account:');
    const looked = await at.owner.query('select purpose, what from record.access_log order by access_id');
    expect(looked.rows).toHaveLength(2);
    expect(looked.rows[0]).toMatchObject({ purpose: 'A job' });
    const told = await at.owner.query('select code, data from notice.notice');
    expect(told.rows).toEqual([{ code: 'share-opened', data: { name: 'Kea Café', share: id } }]);
  });

  test('withdraws at once, takes it back within minutes, and not later', async () => {
    const mere = await learner();
    const { id, link, token } = await shared(mere);
    expect((await mere.ask('POST', `/api/v1/shares/${id}/withdrawal`)).status).toBe(200);
    const ended = await open(link);
    expect([ended.status, ended.body['code']]).toEqual([410, 'share-ended']);
    const page = await browser(app).ask('GET', `/s/${token}`);
    expect(page.status).toBe(410);
    expect(page.text).toContain('has ended the link');
    for (const kept of ['Mere', 'Kea Café', 'Skill of', 'A job']) expect(page.text).not.toContain(kept);
    await mere.ask('POST', `/api/v1/shares/${id}/restoration`);
    expect((await open(link)).status).toBe(200);
    await mere.ask('POST', `/api/v1/shares/${id}/withdrawal`);
    services.clock.moveTo('2026-11-25');
    expect((await mere.ask('POST', `/api/v1/shares/${id}/restoration`)).body['code']).toBe('share-not-restorable');
  });

  test('gives it a last day, and the day after it shows nothing', async () => {
    const { link, token } = await shared(await learner());
    services.clock.moveTo('2026-12-24');
    expect((await open(link)).status).toBe(200);
    services.clock.moveTo('2026-12-25');
    expect((await open(link)).body['code']).toBe('share-past');
    const page = await browser(app).ask('GET', `/s/${token}?lang=mi`);
    expect(page.text).toContain('Kua pau te wā o tēnei hono');
    expect(page.text).not.toContain('Mere');
  });

  test('changes it in one window; the other is told, and changes nothing', async () => {
    const mere = await learner();
    const { id, link } = await shared(mere);
    const change = { ...TERMS, revision: 1 };
    expect((await mere.ask('PUT', `/api/v1/shares/${id}`, { body: { ...change, achievements: ids(3) } })).status).toBe(200);
    const late = await mere.ask('PUT', `/api/v1/shares/${id}`, { body: { ...change, achievements: ids(4) } });
    expect([late.status, late.body['code']]).toEqual([409, 'share-changed']);
    expect(shownNames((await open(link)).body)).toEqual(['Invented outcome 3']);
  });

  test('makes a new link, and the one before opens nothing', async () => {
    const mere = await learner();
    const { id, link } = await shared(mere);
    const next = await mere.ask('POST', `/api/v1/shares/${id}/link`);
    expect((await open(link)).body['code']).toBe('share-ended');
    expect((await open(String(next.body['link']))).status).toBe(200);
  });

  test('shares nothing that is not theirs, nothing at all, or for ever', async () => {
    const mere = await learner();
    const refused = async (changes: object) =>
      (await mere.ask('POST', '/api/v1/shares', { body: { ...TERMS, ...changes } })).body['code'];
    expect(await refused({ achievements: [String(99 * 1024 + (OTHER % 1024))] })).toBe('share-not-yours');
    expect(await refused({ achievements: [] })).toBe('share-empty');
    expect(await refused({ expiresOn: '2036-01-01' })).toBe('share-date');
    expect(await refused({ expiresOn: '2026-11-23' })).toBe('share-date');
    expect(await refused({ pin: '0000123456' })).toBe('invalid-request');
  });

  test('is the only one to see and to end it', async () => {
    const { id } = await shared(await learner());
    const other = await learner(OTHER);
    expect((await other.ask('GET', `/api/v1/shares/${id}`)).body['code']).toBe('share-not-found');
    expect((await other.ask('POST', `/api/v1/shares/${id}/withdrawal`)).body['code']).toBe('share-not-found');
    expect((await other.ask('GET', '/api/v1/shares')).body).toEqual({ items: [] });
    const employer = await signedIn('employer', { organisationId: 1, accountId: 5 });
    for (const url of ['/api/v1/shares', `/api/v1/shares/${id}`]) expect((await employer.ask('GET', url)).status).toBe(403);
    expect((await browser(app).ask('GET', `/api/v1/shares/${id}`)).status).toBe(401);
  });
});

describe('a PIN', () => {
  test('is asked for by a form, and a right one opens', async () => {
    const { token } = await shared(await learner(), { pin: '4711' });
    const asked = await browser(app).ask('GET', `/s/${token}`);
    expect(asked.status).toBe(403);
    expect(asked.text).toContain('name="pin"');
    expect(asked.text).not.toContain('Mere');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const wrong = await browser(app).ask('POST', `/s/${token}`, { body: 'pin=0000', headers: form });
    expect(wrong.text).toContain('This is not the PIN');
    const right = await browser(app).ask('POST', `/s/${token}`, { body: 'pin=4711', headers: form });
    expect([right.status, right.text.includes('What Mere Rimu can do')]).toEqual([200, true]);
  });

  test('that is guessed is slowed, then locked, and the learner is told and opens it again', async () => {
    const mere = await learner();
    const { id, link } = await shared(mere, { pin: '4711' });
    const codes: unknown[] = [];
    for (let guess = 0; guess < 3; guess += 1) codes.push((await open(link, '0000')).body['code']);
    expect(codes).toEqual(['share-pin-wrong', 'share-pin-wrong', 'share-pin-wrong']);
    const slowed = await open(link, '4711');
    expect([slowed.status, slowed.body['code'], Number(slowed.headers['retry-after'])]).toEqual([429, 'share-pin-wait', 30]);
    for (let day = 25; day < 32; day += 1) {
      services.clock.moveTo(day > 30 ? '2026-12-01' : `2026-11-${day}`);
      codes.push((await open(link, '0000')).body['code']);
    }
    expect(codes.at(-1)).toBe('share-locked');
    expect((await open(link, '4711')).body['code']).toBe('share-locked');
    const seen = await mere.ask('GET', `/api/v1/shares/${id}`);
    expect(seen.body).toMatchObject({ state: 'locked' });
    expect(seen.body['log']).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'locked' })]));
    const told = await at.owner.query('select code from notice.notice');
    expect(told.rows).toEqual([{ code: 'share-locked' }]);
    await mere.ask('PUT', `/api/v1/shares/${id}`, { body: { ...TERMS, revision: 1, pin: '9999' } });
    expect((await open(link, '9999')).status).toBe(200);
  });

  test('that is guessed many times at one moment is counted each time', async () => {
    const { link } = await shared(await learner(), { pin: '4711' });
    await Promise.all(Array.from({ length: 8 }, () => open(link, '0000')));
    const { rows } = await at.owner.query('select pin_misses from sharing.share');
    expect(rows[0]?.pin_misses).toBe(3);
  });
});

describe('a link', () => {
  test('that leads nowhere answers alike whatever it is, and who guesses is refused for the hour', async () => {
    const { link } = await shared(await learner());
    const guesses = ['a'.repeat(32), '', '../../etc/passwd', 'x', '%00', `${link}x`];
    const answers = [];
    for (const guess of guesses) answers.push(await open(guess));
    const kinds = answers.map(({ status, body }) => [status, body['code'], body['detail']]);
    expect(new Set(kinds.map((kind) => JSON.stringify(kind))).size).toBe(1);
    for (let guess = 0; guess < 15; guess += 1) await open('b'.repeat(32));
    const refused = await open(link);
    expect([refused.status, refused.body['code']]).toEqual([429, 'too-many-requests']);
  });

  test('and its PIN are kept as keyed hashes, and stand in no line of the log', async () => {
    const { token, link } = await shared(await learner(), { pin: '471100' });
    await browser(app).ask('GET', `/s/${token}`);
    await open(link, '471100');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).not.toContain(token);
    expect(lines.join('')).not.toContain('471100');
    const { rows } =
      await at.owner.query(`select (select jsonb_agg(s) from sharing.share s)::text || (select jsonb_agg(k) from sharing.share_link k)::text
      || (select jsonb_agg(l) from sharing.log l)::text || (select coalesce(jsonb_agg(i), '[]') from operations.idempotency i)::text as all`);
    expect(rows[0].all).not.toContain(token);
    expect(rows[0].all).not.toContain('471100');
    expect(token.length).toBe(32);
  });
});
