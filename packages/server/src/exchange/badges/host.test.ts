import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ids, LEARNER, OTHER, setScene } from '../../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import { buildApp } from '../../http/app.ts';
import type { App } from '../../http/route.ts';
import { type Browser, browser } from '../../http/test-browser.ts';
import { LIMITS } from '../../operations/rate-limit.ts';
import { testServices } from '../../test-services.ts';
import { hrefIn } from '../../wallet/test-fetch.ts';
import { baseOf } from './host.ts';

interface Side {
  readonly at: TestDatabase;
  readonly app: App;
  readonly url: string;
  readonly person: (learnerId: number) => Promise<Browser>;
}

const many = { calls: 10_000, seconds: 60 };
const limits = { ...LIMITS, api: { bucket: 'test', ...many }, signIn: { bucket: 'test-sign-in', ...many } };
let host: Side;
let us: Side;

beforeAll(async () => {
  // Another registry of ours, with a database and an address of its own, is the host: it is asked over a real connection.
  host = await side(await freePort(), []);
  us = await side(await freePort(), [host.url]);
});
afterAll(async () => {
  for (const one of [us, host]) {
    await one.app.close();
    await one.at.end();
  }
});

async function side(port: number, outgoingAllowed: readonly string[]): Promise<Side> {
  const at = await testDatabase();
  await setScene(at.owner);
  const url = `http://127.0.0.1:${port}`;
  const authority = { name: `Invented Host ${port}`, nameMi: 'Kaimanaaki Tito', invented: true };
  const app = await buildApp(testServices(at, { settings: { url, port, outgoingAllowed, authority } }), { limits });
  await app.listen({ port, host: '127.0.0.1' });
  const person = async (learnerId: number): Promise<Browser> => {
    const made = browser(app, url);
    made.cookies.set('session', (await at.session('learner', { learnerId, accountId: learnerId })).token);
    return made;
  };
  return { at, app, url, person };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const begin = (mere: Browser, at = host.url) => mere.ask('POST', '/api/v1/learners/me/badges/visits', { body: { host: at } });
const held = async (mere: Browser): Promise<Record<string, unknown>[]> => {
  const { body } = await mere.ask('GET', '/api/v1/learners/me/badges');
  return Array.isArray(body['items']) ? body['items'] : [];
};

/** Agrees (or not) at the host, as its own learner, and answers the address that leads back to us. */
async function agree(location: string, answer: 'yes' | 'no'): Promise<string> {
  const there = await host.person(LEARNER);
  const page = await there.ask('GET', location.slice(host.url.length));
  const fields = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/gu)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&#38;', '&').replaceAll('&amp;', '&')],
  );
  const answered = await there.ask('POST', '/badges/authorize', {
    body: new URLSearchParams([...fields, ['answer', answer]]).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    csrf: false,
  });
  return hrefIn(answered.text, `${us.url}/badges/return`).slice(us.url.length);
}

describe('badges from another host', () => {
  test('are fetched with the learner’s consent there, checked, and kept as they came; a second visit doubles nothing', async () => {
    const award = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' };
    expect((await (await host.person(LEARNER)).ask('POST', '/api/v1/awards', { body: award })).status).toBe(201);
    const mere = await us.person(LEARNER);
    const { status, body } = await begin(mere);
    expect(status).toBe(201);
    const back = await agree(String(body['location']), 'yes');
    const came = await mere.ask('GET', back);
    expect(came.status).toBe(303);
    expect(came.headers['location']).toBe('/record/badges?new=13');
    const list = await held(mere);
    expect(list).toHaveLength(13);
    expect(list[12]).toMatchObject({
      issuer: `Invented Host ${new URL(host.url).port}`,
      source: `Invented Host ${new URL(host.url).port} (${new URL(host.url).host})`,
      // The signature fits a key of its issuer, and nobody here has said that they recognise that issuer.
      verification: { answer: 'inconclusive' },
    });
    expect(JSON.stringify(list[12]?.['verification'])).toMatch(/"check":"issuer","outcome":"pass"/u);
    expect((await mere.ask('GET', back)).headers['location']).toBe('/record/badges?trouble=badge-visit-past');
    const again = await agree(String((await begin(mere)).body['location']), 'yes');
    expect((await mere.ask('GET', again)).headers['location']).toBe('/record/badges?unchanged=13');
    const { rows } = await host.at.owner.query('select count(*)::integer as clients from badges.client');
    expect(rows).toEqual([{ clients: 1 }]);
  });

  test('a no there brings nothing, and another learner cannot end the visit', async () => {
    const mere = await us.person(OTHER);
    const no = await agree(String((await begin(mere)).body['location']), 'no');
    expect((await mere.ask('GET', no)).headers['location']).toBe('/record/badges?trouble=badge-host-declined');
    const yes = await agree(String((await begin(mere)).body['location']), 'yes');
    const stranger = await us.person(LEARNER);
    expect((await stranger.ask('GET', yes)).headers['location']).toBe('/record/badges?trouble=badge-visit-past');
    expect(await held(mere)).toEqual([]);
    expect((await mere.ask('GET', yes)).headers['location']).toBe('/record/badges?new=13');
  });

  test('a host that has forgotten us is registered at anew', async () => {
    const mere = await us.person(OTHER);
    const { body } = await begin(mere);
    const back = await agree(String(body['location']), 'yes');
    await host.at.owner.query('delete from badges.client');
    expect((await mere.ask('GET', back)).headers['location']).toBe('/record/badges?trouble=badge-host-unreachable');
    const second = await agree(String((await begin(mere)).body['location']), 'yes');
    expect((await mere.ask('GET', second)).headers['location']).toBe('/record/badges?unchanged=13');
  });

  test('our secret there is sealed, and no token is kept', async () => {
    const { rows } = await us.at.owner.query<{ row: string }>(
      'select h::text as row from badges.host h union all select v::text from badges.visit v',
    );
    expect(rows.length).toBeGreaterThan(1);
    const tables = await us.at.owner.query(
      `select column_name from information_schema.columns where table_schema = 'badges' and table_name in ('host', 'visit') and column_name like '%token%'`,
    );
    expect(tables.rows.map((row) => row['column_name'])).toEqual(['token_url']);
  });

  test.each([
    ['https://127.0.0.1', 502, 'badge-host-unreachable'],
    ['http://169.254.169.254', 502, 'badge-host-unreachable'],
    ['https://localhost:8443', 502, 'badge-host-unreachable'],
    ['ftp://badges.example', 422, 'badge-host-address'],
    ['https://badges.example/?x=1', 422, 'badge-host-address'],
    ['https://user:secret@badges.example', 422, 'badge-host-address'],
  ])('%s is refused', async (address, status, code) => {
    expect(await begin(await us.person(LEARNER), address)).toMatchObject({ status, body: { code } });
  });

  test('we are no other host', async () => {
    expect(await begin(await us.person(LEARNER), us.url)).toMatchObject({ status: 422, body: { code: 'badge-host-self' } });
  });
});

test.each([
  ['badges.example', 'https://badges.example/ims/ob/v3p0'],
  ['https://badges.example/', 'https://badges.example/ims/ob/v3p0'],
  ['https://badges.example/tenant', 'https://badges.example/tenant/ims/ob/v3p0'],
  ['https://badges.example/tenant/ims/ob/v3p0', 'https://badges.example/tenant/ims/ob/v3p0'],
  ['https://badges.example/ims/ob/v3p0/discovery', 'https://badges.example/ims/ob/v3p0'],
])('%s is the host at %s', (typed, base) => {
  expect(baseOf(typed)).toBe(base);
});
