import { FRAMEWORK_IDS } from '@recognition/recognition/frameworks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';
import { sumView } from './basket/schemas.ts';
import { FACETS } from './shelf/facets.ts';
import { shelfPage } from './shelf/schemas.ts';

// The clock stands at 2026-11-24.
let at: TestDatabase;
let app: App;
let visitor: Browser;
let kea: Browser;
let tui: Browser;
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  await at.owner.query(`
    insert into catalogue.organisation (public_id, kind) values ('org-tui', 'private-training-establishment');
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, 'Tūī Academy' from catalogue.organisation where public_id = 'org-tui';
    insert into catalogue.accreditation (organisation_id, from_on, to_on, scope_kind, scope_ref)
      select organisation_id, '2010-01-01', '2027-03-31', 'field', 'health' from catalogue.organisation where public_id = 'org-tui';
    insert into catalogue.outcome (public_id, code, lineage, name, field, status, kind, accredited, level_label, size_minutes, size_amount, size_unit)
      values ('ph-1', 'PH-1', 'ph-1', 'Tend a māra in the tropics', null, 'draft', 'competency', false, null, 1200, '20', 'hour'),
             ('d-1', 'D1', 'd-1', 'A draft of ours', null, 'draft', null, true, null, null, null, null);
  `);
  app = await buildApp(testServices(at));
  visitor = browser(app);
  kea = await registrar('org-kea');
  tui = await registrar('org-tui');
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function registrar(organisation: string): Promise<Browser> {
  const { rows } = await at.owner.query(`select organisation_id as id from catalogue.organisation where public_id = $1`, [
    organisation,
  ]);
  const person = browser(app);
  const { token } = await at.session('provider', { accountId: 71, organisationId: rows[0].id, roles: ['registrar'] });
  person.cookies.set('session', token);
  return person;
}

const MINE = '/api/v1/providers/me/offerings';
const offer = (reference: string, change: object = {}) => ({
  reference,
  outcomes: ['o-1'],
  delivery: 'on-site',
  town: 'porirua',
  begins: '2027-02-01',
  ends: '2027-02-20',
  schedule: 'six Saturdays',
  prices: { adult: 22_000, student: 0 },
  places: 12,
  ...change,
});
const search = async (query: string) => (await visitor.ask('GET', `/api/v1/catalogue/search?${query}`)).body;
const counts = (page: Record<string, unknown>, facet: string): Record<string, number> => {
  const { facets } = shelfPage.parse(page);
  return Object.fromEntries(
    FACETS.filter((one) => one === facet).flatMap((one) => facets[one].map(({ value, count }) => [value, count])),
  );
};

test('an offering is published once for a reference, and is there for everybody at once', async () => {
  const first = await kea.ask('POST', MINE, { body: offer('a') });
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({ status: 'open', placesLeft: 12, region: 'wellington', provider: { id: 'org-kea' } });
  const again = await kea.ask('POST', MINE, { body: offer('a') });
  expect(again.body['id']).toBe(first.body['id']);
  expect((await kea.ask('POST', MINE, { body: offer('a', { town: 'levin' }) })).body).toMatchObject({
    code: 'reference-conflict',
    offering: first.body['id'],
  });
  expect((await visitor.ask('GET', '/api/v1/offerings?outcome=o-1')).body['items']).toMatchObject([{ id: first.body['id'] }]);
  // The same reference is another provider's own.
  expect((await tui.ask('POST', MINE, { body: offer('a') })).status).toBe(201);
  expect((await tui.ask('PUT', `${MINE}/${String(first.body['id'])}`, { body: { ...offer('a'), revision: 1 } })).status).toBe(
    404,
  );
  expect((await visitor.ask('POST', MINE, { body: offer('b') })).status).toBe(401);
});

test.each([
  ['an outcome of a field without consent', { outcomes: ['o-7'] }, 'no-consent'],
  ['a day after consent has ended', { begins: '2027-04-01', ends: null }, 'no-consent'],
  ['an outcome that is not there', { outcomes: ['o-1', 'nothing'] }, 'outcome-not-found'],
  ['a draft', { outcomes: ['d-1'] }, 'outcome-not-offered'],
  ['a day that has passed', { begins: '2026-11-23', ends: null }, 'day-has-passed'],
  ['several outcomes without a title', { outcomes: ['o-1', 'o-2'] }, 'title-needed'],
  ['what asks beforehand for what it teaches', { requires: ['o-1'] }, 'requires-itself'],
  ['what asks beforehand for nothing there is', { requires: ['nothing'] }, 'outcome-not-found'],
  ['what asks beforehand for a draft', { requires: ['d-1'] }, 'outcome-not-found'],
  ['a definition that is not there', { programme: 'nothing' }, 'definition-not-found'],
])('%s is not offered', async (_, change, code) => {
  const answer = await tui.ask('POST', MINE, { body: offer('refused', change) });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ code });
});

test.each([
  ['a language that nobody here is taught in', { languages: ['tlh'] }],
  ['a town that is not in New Zealand', { town: 'sydney' }],
  ['what is online, with a town', { delivery: 'online' }],
  ['what is on site, without one', { town: null }],
  ['no price at all', { prices: {} }],
  ['an end before it begins', { ends: '2027-01-01' }],
  ['more places left than there are', { placesLeft: 13 }],
])('%s is refused as it is typed', async (_, change) => {
  const answer = await tui.ask('POST', MINE, { body: offer('refused', change) });
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code: 'invalid-request' });
});

test('of many, each that is refused says why, and stops none of the others', async () => {
  const items = [offer('m1', { outcomes: ['o-5'] }), offer('m2', { outcomes: ['nothing'] }), offer('a', { town: 'levin' })];
  const { body } = await kea.ask('POST', `${MINE}/batch`, { body: { items } });
  expect(body['items']).toMatchObject([
    { reference: 'm1', code: null },
    { reference: 'm2', code: 'outcome-not-found' },
    { reference: 'a', code: 'reference-conflict' },
  ]);
  const [made] = z.array(z.looseObject({ id: z.string().nullable() })).parse(body['items']);
  await kea.ask('POST', `${MINE}/${made!.id}/withdrawal`, { body: {} });
});

test('a change by one of two who opened it is told to the other; places are counted down; a withdrawn one is gone and comes back', async () => {
  const { body } = await kea.ask('POST', MINE, { body: offer('b', { town: 'whangarei', outcomes: ['o-2'] }) });
  const id = String(body['id']);
  const { reference: _, ...content } = offer('b', { town: 'kaitaia', outcomes: ['o-2'] });
  expect((await kea.ask('PUT', `${MINE}/${id}`, { body: { ...content, revision: 1 } })).body).toMatchObject({ town: 'kaitaia' });
  expect((await kea.ask('PUT', `${MINE}/${id}`, { body: { ...content, town: 'taupo', revision: 1 } })).body).toMatchObject({
    code: 'offering-changed',
    revision: 2,
  });
  expect((await kea.ask('PUT', `${MINE}/${id}/places`, { body: { left: 0 } })).body).toMatchObject({ placesLeft: 0 });
  expect((await kea.ask('PUT', `${MINE}/${id}/places`, { body: { left: 13 } })).body).toMatchObject({ code: 'too-few-places' });
  expect((await search('near=kaitaia&left=left'))['total']).toBe(0);
  expect((await search('near=kaitaia'))['total']).toBe(1);
  for (let n = 0; n < 2; n += 1)
    expect((await kea.ask('POST', `${MINE}/${id}/withdrawal`, { body: {} })).body).toMatchObject({ status: 'withdrawn' });
  expect((await search('near=kaitaia'))['total']).toBe(0);
  expect((await visitor.ask('GET', `/api/v1/offerings/${id}`)).status).toBe(404);
  const { rows } = await at.owner.query('select kind from offering.offering_event where offering_id = $1 order by event_id', [
    id,
  ]);
  expect(rows.map(({ kind }) => kind)).toEqual(['published', 'changed', 'places', 'withdrawn']);
});

test('consent that ends, and an outcome that is no longer assessed, take an offering from the catalogue and say why', async () => {
  const made = await tui.ask('POST', MINE, { body: offer('c', { outcomes: ['o-3'], town: 'gore' }) });
  expect((await search('near=gore'))['total']).toBe(1);
  await at.owner.query(`update catalogue.accreditation set to_on = '2026-12-31' where scope_ref = 'health'`);
  expect((await search('near=gore'))['total']).toBe(0);
  expect((await tui.ask('GET', `${MINE}/${String(made.body['id'])}`)).body).toMatchObject({ status: 'closed', why: 'consent' });
  await at.owner.query(`update catalogue.accreditation set to_on = '2027-03-31' where scope_ref = 'health'`);
  await at.owner.query(
    `update catalogue.outcome set last_assessment = '2027-01-31', status = 'expiring' where public_id = 'o-3'`,
  );
  expect((await search('near=gore'))['total']).toBe(0);
  expect((await tui.ask('GET', `${MINE}/${String(made.body['id'])}`)).body).toMatchObject({ status: 'closed', why: 'outcome' });
});

test('a facet counts what there would be, whatever else of its own is chosen; an outcome with two offerings counts once', async () => {
  await kea.ask('POST', MINE, {
    body: offer('d', { outcomes: ['o-7'], delivery: 'online', town: null, begins: null, ends: null, prices: { adult: 9_900 } }),
  });
  const all = await search('offered=true');
  // o-1 twice (Kea and Tūī in Porirua) and o-7 online.
  expect(all['total']).toBe(2);
  expect(counts(all, 'provider')).toEqual({ 'org-kea': 2, 'org-tui': 1 });
  expect(counts(all, 'place')).toEqual({ wellington: 1, anywhere: 1 });
  expect(counts(all, 'delivery')).toEqual({ 'on-site': 1, online: 1 });
  expect(counts(all, 'start')).toEqual({ 'any-day': 1, '90': 1 });
  expect(counts(all, 'audience')).toEqual({ student: 1, adult: 2 });
  const online = await search('delivery=online');
  expect(online['total']).toBe(1);
  expect(counts(online, 'delivery')).toEqual({ 'on-site': 1, online: 1 });
  expect(counts(online, 'place')).toEqual({ anywhere: 1 });
  expect(counts(online, 'field')).toEqual({ business: 1 });
  // The price is that of adults, where nobody else is asked for.
  expect(counts(all, 'price')).toEqual({ '100': 1, '250': 1 });
  expect(counts(await search('offered=true&audience=student'), 'price')).toEqual({ free: 1 });
});

test('a language of teaching is a facet and narrows; an offering in two of them counts for each, and one that says none for none', async () => {
  const taught = offer('mi', { outcomes: ['o-8'], delivery: 'online', town: null, languages: ['en', 'mi'] });
  const made = await kea.ask('POST', MINE, { body: taught });
  expect(made.status, made.text).toBe(201);
  const all = await search('offered=true');
  expect([all['total'], counts(all, 'language')]).toEqual([3, { en: 1, mi: 1 }]);
  expect(await search('language=mi,nzs')).toMatchObject({ total: 1, items: [{ id: 'o-8' }] });
  // What else there would be in the facet itself, and what there is of the others.
  expect(counts(await search('language=mi'), 'language')).toEqual({ en: 1, mi: 1 });
  expect(counts(await search('language=mi'), 'delivery')).toEqual({ online: 1 });
  expect((await search('language=mi&delivery=on-site'))['total']).toBe(0);
  const open = async (language: string) => (await visitor.ask('GET', `/api/v1/offerings?language=${language}`)).body['items'];
  expect(await open('mi')).toMatchObject([{ id: made.body['id'] }]);
  expect(await open('sm')).toEqual([]);
  expect((await kea.ask('POST', `${MINE}/${String(made.body['id'])}/withdrawal`)).status).toBeLessThan(300);
});

test('words find names, codes, skills, providers and places, whatever their macrons', async () => {
  expect((await search('q=TUUI'))['total']).toBe(1);
  expect((await search('q=porirua'))['total']).toBe(1);
  expect((await search('q=skill+of+k12'))['total']).toBe(1);
  expect((await search('q=invented+nothing'))['total']).toBe(0);
});

test('units of another framework show with it; a draft of ours does not', async () => {
  const found = await search('q=maara');
  expect(found['items']).toMatchObject([{ code: 'PH-1', framework: 'ph', minutes: 1200 }]);
  expect((await search('q=draft'))['total']).toBe(0);
  expect(counts(await search(''), 'framework')).toEqual({ nz: 12, ph: 1 });
});

test('pages follow one another, and what is nearer stands first', async () => {
  await kea.ask('POST', MINE, { body: offer('e', { outcomes: ['o-4'], town: 'levin' }) });
  const first = await search('near=wellington&km=200&limit=1');
  expect(first['items']).toMatchObject([{ id: 'o-1' }]);
  const second = await search(`near=wellington&km=200&limit=1&cursor=${String(first['next'])}`);
  expect(second).toMatchObject({ items: [{ id: 'o-4' }], next: null, total: 2 });
  expect((await search('near=wellington&km=20'))['total']).toBe(1);
  expect((await search('sort=price&offered=true'))['items']).toMatchObject([{ id: 'o-7' }, { id: 'o-1' }, { id: 'o-4' }]);
});

test('a basket is shared by a link that its sender made, once, until its day', async () => {
  const token = 'b'.repeat(32);
  const basket = {
    token,
    title: 'For the winter',
    items: [
      { outcome: 'o-1', offering: null },
      { outcome: 'o-2', offering: '1' },
    ],
    days: 30,
  };
  expect((await visitor.ask('POST', '/api/v1/baskets', { body: basket })).body).toEqual({ expiresOn: '2026-12-24' });
  expect((await visitor.ask('POST', '/api/v1/baskets', { body: basket })).status).toBe(201);
  expect((await visitor.ask('POST', '/api/v1/baskets', { body: { ...basket, title: 'Other' } })).body).toMatchObject({
    code: 'basket-there',
  });
  expect((await visitor.ask('GET', `/api/v1/baskets/${token}`)).body).toMatchObject({
    title: 'For the winter',
    items: [{ id: 'o-1' }, { id: 'o-2' }],
  });
  const { rows } = await at.owner.query('select encode(token_hash, $1) as hash from offering.basket', ['escape']);
  expect(rows[0].hash).not.toContain(token);
  await at.owner.query(`update offering.basket set expires_on = '2026-11-23'`);
  expect((await visitor.ask('GET', `/api/v1/baskets/${token}`)).status).toBe(404);
  expect((await visitor.ask('GET', `/api/v1/baskets/${'c'.repeat(32)}`)).body).toMatchObject({ code: 'basket-not-found' });
});

test('a basket that is sent reaches that provider alone, once', async () => {
  const sent = {
    id: '7f6f5f4e-0000-4000-8000-000000000001',
    provider: 'org-kea',
    items: [{ outcome: 'o-1', offering: null }],
    name: 'Visitor',
    contact: 'visitor@example.test',
    words: 'In the evenings?',
  };
  for (let n = 0; n < 2; n += 1) expect((await visitor.ask('POST', '/api/v1/baskets/requests', { body: sent })).status).toBe(201);
  expect((await visitor.ask('POST', '/api/v1/baskets/requests', { body: { ...sent, provider: 'org-none' } })).status).toBe(404);
  expect((await kea.ask('GET', '/api/v1/providers/me/baskets')).body['items']).toMatchObject([
    { name: 'Visitor', items: [{ code: 'K1' }] },
  ]);
  expect((await tui.ask('GET', '/api/v1/providers/me/baskets')).body['items']).toEqual([]);
  const answer = { body: { status: 'answered', note: 'Called back.' } };
  expect((await tui.ask('PUT', `/api/v1/providers/me/baskets/${sent.id}`, answer)).status).toBe(404);
  expect((await kea.ask('PUT', `/api/v1/providers/me/baskets/${sent.id}`, answer)).status).toBe(204);
  expect((await kea.ask('GET', '/api/v1/providers/me/baskets')).body['items']).toEqual([]);
});

test('what is in a basket comes with its offerings and the awards that it is a part of', async () => {
  await at.owner.query(`insert into catalogue.definition (definition_id, framework, body, parts, added_at) values
    ('mc-1', 'nz', '{"id": "mc-1", "award": "micro-credential", "title": "Two of ours", "parts": [{"ref": "K1", "role": "outcome"}, {"ref": "K2", "role": "outcome"}]}', '{K1,K2}', now()),
    ('mc-2', 'nz', '{"id": "mc-2", "award": "micro-credential", "title": "Another", "parts": [{"ref": "K9", "role": "outcome"}]}', '{K9}', now())`);
  const { body } = await visitor.ask('GET', '/api/v1/baskets/contents?outcomes=o-1,gone');
  expect(body).toMatchObject({
    items: [{ id: 'o-1', record: { lineage: 'K1', credits: 5 }, offered: [{ town: 'porirua' }, { town: 'porirua' }] }],
    missing: ['gone'],
    definitions: [{ id: 'mc-1', framework: 'nz', parts: [{ ref: 'K1', name: 'Invented outcome 1' }, { ref: 'K2' }] }],
  });
});

test('what is in a basket adds up in every framework: once however often it is named, with what one more completes', async () => {
  const { body } = await visitor.ask('GET', '/api/v1/baskets/sum?outcomes=o-1,K1,gone');
  expect(body).toMatchObject({
    items: [{ id: 'o-1', lineage: 'K1', name: 'Invented outcome 1', framework: 'nz' }],
    missing: ['gone'],
    overlaps: [{ kind: 'twice', lineage: 'K1' }],
    unsized: [],
    titles: { 'mc-1': 'Two of ours' },
    names: { K2: 'Invented outcome 2' },
  });
  const { frameworks } = sumView.parse(body);
  expect(frameworks.map(({ framework }) => framework)).toEqual([...FRAMEWORK_IDS]);
  expect(frameworks.find(({ framework }) => framework === 'nz')).toMatchObject({
    size: { amount: '5', exact: true },
    compared: false,
    made: [{ definition: 'mc-1', claimable: false, missing: ['K2'] }],
    oneMore: [{ ref: 'K2', completes: ['mc-1'] }],
  });
  const one = await visitor.ask('GET', '/api/v1/baskets/sum?outcomes=o-1,o-2&framework=nz');
  expect(one.body['frameworks']).toMatchObject([{ framework: 'nz', made: [{ definition: 'mc-1', claimable: true }] }]);
  expect((await visitor.ask('GET', '/api/v1/baskets/sum?outcomes=o-1&framework=xx')).body).toMatchObject({
    code: 'unknown-framework',
  });
});

test('the database itself keeps one provider from another, and the public from all but the catalogue', async () => {
  const { rows } = await at.owner.query(`select organisation_id as id from catalogue.organisation where public_id = 'org-tui'`);
  const session = await at.session('provider', { accountId: 72, organisationId: rows[0].id, roles: ['registrar'] });
  const seen = await at.db.as(session, (tx) =>
    tx.query<{ others: number }>({
      text: `select count(*) filter (where provider_id <> $1)::int as others from offering.offering`,
      values: [rows[0].id],
    }),
  );
  expect(seen.rows[0]?.others).toBe(0);
  const moved = await at.db.as(session, (tx) =>
    tx.query({ text: `update offering.offering set venue = 'mine' where provider_id <> $1`, values: [rows[0].id] }),
  );
  expect(moved.rowCount).toBe(0);
  await expect(at.db.as(session, (tx) => tx.query({ text: `update offering.offering set provider_id = 1` }))).rejects.toThrow(
    /permission/,
  );
  await expect(at.db.as(session, (tx) => tx.query({ text: 'delete from offering.offering_event' }))).rejects.toThrow(
    /permission/,
  );
  for (const table of ['offering', 'basket', 'basket_request', 'stamp'])
    await expect(
      at.db.asPublic((tx) => tx.query({ text: `select from offering.${table}` })),
      table,
    ).rejects.toThrow(/permission/);
});

test('a standard that is asked for beforehand is all of its outcomes, and of those there are twenty at most', async () => {
  await at.owner.query(
    `insert into catalogue.outcome_group (group_id, code, lineage, credits, members) values ('WIDE-1', 'WIDE', 'WIDE', 21, 21)`,
  );
  const parts = (from: number, to: number) =>
    at.owner.query(
      `insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, field, status, group_id)
        select 'w-' || n, 'W' || n, 1, 'W' || n, 'Invented part ' || n, 1, 3, 'health', 'legacy', 'WIDE-1' from generate_series($1::integer, $2::integer) n`,
      [from, to],
    );
  await parts(1, 20);
  const made = await kea.ask('POST', MINE, { body: offer('twenty', { requires: ['WIDE'] }) });
  expect([made.status, made.body['requires']]).toMatchObject([201, { length: 20 }]);
  await parts(21, 21);
  const wide = await kea.ask('POST', MINE, { body: offer('wide', { requires: ['WIDE'] }) });
  expect([wide.status, wide.body['code']]).toEqual([422, 'requires-too-many']);
  // A unit that another country's register lists is a draft here, and may be held.
  expect((await kea.ask('POST', MINE, { body: offer('abroad', { requires: ['ph-1'] }) })).status).toBe(201);
});
