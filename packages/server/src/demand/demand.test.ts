import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { setScene } from '../award/test-scene.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';
import { countSupply } from './count.ts';

const people = z.looseObject({ byRegion: z.record(z.string(), z.int().nullable()) });
const figures = z.object({ items: z.array(z.looseObject({ people })) });

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
const URI = 'https://demand.example/care';

beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  // Forty people hold a skill by a provider in Otago, twelve by one in Southland, four by one in Nelson.
  await at.owner.query(`
    insert into catalogue.organisation (organisation_id, public_id, kind) overriding system value
      values (811, 'org-otago', 'provider'), (812, 'org-southland', 'provider'), (813, 'org-nelson', 'provider'), (814, 'org-lantern', 'employer');
    insert into catalogue.organisation_name (organisation_id, name) select organisation_id, public_id from catalogue.organisation where organisation_id between 811 and 814;
    insert into catalogue.skill_scheme (scheme, name_en, name_mi, version, uri) values ('demand', 'Demand', 'Tono', '1', 'https://demand.example/');
    insert into catalogue.skill (uri, scheme, kind, label_en) values ('${URI}', 'demand', 'core-technical', 'Care for people');
    insert into catalogue.outcome (outcome_id, public_id, code, version, lineage, name, status, developer_id, credits, level) overriding system value
      values (811, 'care', 'care', 1, 'care', 'Care', 'draft', 811, 5, 3);
    insert into catalogue.outcome_skill (outcome_id, uri, scheme, label, relation) values (811, '${URI}', 'demand', 'Care for people', 'showcases');
    update catalogue.outcome set status = 'published' where outcome_id = 811;
    insert into offering.offering (provider_id, reference, programme, lineages, delivery, town, venue, prices, published_at, changed_at, moved)
      select id, 'r', null, '{care}', 'on-site', town, '', '{"adult": 1000}', now(), now(), n
        from (values (811, 'dunedin', 9001), (812, 'invercargill', 9002), (813, 'nelson', 9003)) v (id, town, n);
    insert into record.achievement_state (learner_id, achievement_id, outcome_id, provider_id, achieved_on, counting_on, result, mode, status, countable, reference)
      select n, n, 811, case when n <= 40040 then 811 when n <= 40052 then 812 else 813 end, '2024-01-01', '2024-01-01', 'achieved', 'assessed', 'confirmed', true, 'x' || n
        from generate_series(40001, 40056) n;
    insert into employer.role (organisation_id, title, skills, made_by, made_at, changed_at, region, counted, archived_at) select 814, 'x', '[{"uri": "${URI}", "weight": "essential"}]', 'x', now(), now(), region, counted, archived
      from (values ('otago', true, null), ('otago', true, null), (null, true, null), ('otago', false, null), ('otago', true, now())) v (region, counted, archived)`);
  app = await buildApp(services);
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

test('roles, offerings and people stand side by side; a small cell is withheld with the next one, and the rest is rounded', async () => {
  await countSupply(services);
  const edith = await signedIn('employer', { accountId: 61, organisationId: 814, roles: ['administrator'] });
  const answer = await edith.ask('GET', '/api/v1/demand?region=otago');
  expect(answer.status, answer.text).toBe(200);
  const [care] = figures.parse(answer.body).items;
  expect(care).toMatchObject({
    uri: URI,
    en: 'Care for people',
    outcomes: 1,
    roles: { total: 3, anywhere: 1, byRegion: { otago: 2 } },
    people: { total: 55, byRegion: { nelson: null, auckland: null } },
  });
  const shown = Object.values(care?.people.byRegion ?? {}).filter((of) => of !== null);
  // Noughts and the four are withheld; together they are four, so the next region goes too.
  expect(shown.length).toBeLessThan(2);
  for (const of of shown) expect(of).toBeGreaterThanOrEqual(10);
});

test('exact numbers are kept nowhere, and nothing under ten is', async () => {
  const { rows } = await at.owner.query(`select people from demand.supply where uri = '${URI}' and people is not null`);
  expect(rows.map(({ people }) => Number(people) % 5)).toEqual(rows.map(() => 0));
  await expect(at.owner.query(`insert into demand.supply values ('x', 'otago', 9)`)).rejects.toThrow(/check/);
});

test('a person whose identities were merged counts once', async () => {
  const total = async () =>
    (await at.owner.query(`select people from demand.supply where uri = '${URI}' and region = ''`)).rows[0].people;
  expect(await total()).toBe(55);
  // Ten of the 56 are second ids of others: one chain of three, and eight pairs.
  await at.owner.query(`
    insert into identity.learner (learner_id, nsn_hash, nsn_cipher, hash_key, cipher_key, birth_date)
      select n, sha256(n::text::bytea), 'x', 'k', 'k', '1990-01-01' from generate_series(40001, 40020) n;
    insert into identity.learner_alias (learner_id, master_id, merged_at)
      select n, case when n <= 40003 then n - 1 else n + 9 end, now() from generate_series(40002, 40011) n`);
  await countSupply(services);
  expect(await total()).toBe(45);
  await at.owner.query('update identity.learner_alias set undone_at = now()');
  await countSupply(services);
  expect(await total()).toBe(55);
});

test('it is for employers, developers and stewards, and goes out as CSV', async () => {
  for (const kind of ['developer', 'steward'] as const) {
    const person = await signedIn(kind, { accountId: 64, organisationId: 811, roles: ['steward'] });
    expect((await person.ask('GET', '/api/v1/demand')).status).toBe(200);
  }
  const steward = await signedIn('steward', { accountId: 64, roles: ['steward'] });
  const csv = await steward.ask('GET', '/api/v1/demand/export');
  expect(csv.text).toContain('skill,label,label_mi,region,roles,outcomes,offerings,people');
  expect(csv.text).toContain(`${URI},Care for people,,all,3,1,`);
  expect((await (await signedIn('learner', { learnerId: 1025, accountId: 1 })).ask('GET', '/api/v1/demand')).status).toBe(403);
  const session = await at.session('employer', { accountId: 61, organisationId: 814 });
  await expect(at.db.as(session, (tx) => tx.query({ text: 'delete from demand.supply' }))).rejects.toThrow(/permission denied/);
  const learner = await at.session('learner', { learnerId: 1025 });
  await expect(at.db.as(learner, (tx) => tx.query({ text: 'select from demand.supply' }))).rejects.toThrow(/permission denied/);
});
