import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn, testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import type { SignedIn } from '../http/route.ts';
import { employerRoutes } from '../employer/routes.ts';
import { catalogueRoutes } from '../catalogue/routes.ts';
import { pageRoutes } from '../pages/routes.ts';
import { skillPage } from '../pages/skills.ts';
import { testServices } from '../test-services.ts';
import { showSkillAt } from './detail.ts';
import { loadOwnSkills } from './own-skills.ts';
import { skillRoutes } from './routes.ts';

let at: TestDatabase;
let app: Awaited<ReturnType<typeof testApp>>;
let steward: SignedIn;
let developer: SignedIn;
let employer: SignedIn;
const OWN = 'https://recognition.example/skills';
const WOOL = 'https://wool.example/skill';

const options = {
  assets: { script: '/a.js', styles: [], fonts: [], scripts: () => [] },
  language: 'en',
  otherLanguage: '/?lang=mi',
  notice: null,
} as const;
const drawn = async (scheme: string, slug: string): Promise<string> =>
  skillPage(options, await showSkillAt(at, scheme, slug), `http://127.0.0.1/skills/${scheme}/${slug}`);

beforeAll(async () => {
  at = await testDatabase();
  const services = testServices(at);
  await loadOwnSkills(services);
  await at.owner.query(`insert into catalogue.organisation (organisation_id, public_id, kind) overriding system value
    values (901, 'dev', 'industry-skills-board'), (902, 'other', 'industry-skills-board'), (903, 'shed', 'employer')`);
  await at.owner.query(`insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, status, developer_id) values
    ('W1', 'W1', 1, 'W1', 'Shear sheep', 5, 3, 'legacy', 901), ('W2', 'W2', 1, 'W2', 'Class wool', 5, 3, 'legacy', 901)`);
  await at.owner.query(
    `insert into catalogue.outcome_skill (outcome_id, uri, scheme, label, relation)
    select outcome_id, $1, 'nzrr-skills', 'x', 'earns' from catalogue.outcome where public_id = 'W2'`,
    [`${OWN}/give-first-aid`],
  );
  steward = await signedIn(at, 'steward', { roles: ['steward'] });
  developer = await signedIn(at, 'developer', { organisationId: 901, roles: ['developer'] });
  employer = await signedIn(at, 'employer', { organisationId: 903, roles: ['employer', 'recruiter', 'administrator'] });
  app = await testApp(services, skillRoutes, employerRoutes, catalogueRoutes, pageRoutes);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const skos = (...concepts: readonly string[]): string =>
  `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix w: <${WOOL}/> .\n${concepts.join('\n')}`;
const shear =
  'w:shear a skos:Concept ; skos:prefLabel "Shear sheep"@en ; skos:altLabel "Clip the flock; Give first aid to sheep"@en ; skos:definition "Takes wool off."@en .';
const bring = (version: string, content: string, as: SignedIn | null = steward, scheme = 'wool') =>
  app.ask(as, 'POST', `/api/v1/skills/schemes/${scheme}/versions`, {
    from: 'skos',
    version,
    uri: 'https://wool.example/scheme',
    nameEn: 'Wool',
    files: [{ name: 'wool.ttl', content }],
  });

describe('a scheme by versions', () => {
  test('stewards bring it, whole or not at all; again changes nothing', async () => {
    expect((await bring('1', skos(shear), developer)).status).toBe(403);
    expect((await bring('1', skos(shear), null)).status).toBe(401);
    expect((await bring('1', 'nothing')).body.code).toBe('not-this-format');
    expect((await bring('1', skos('w:x a skos:Concept .'))).body).toMatchObject({
      code: 'no-skills',
      notTaken: [{ code: 'label-missing' }],
    });
    expect((await app.ask(null, 'GET', '/api/v1/skills/schemes')).body.items).toHaveLength(1);
    const one = skos(
      shear,
      'w:class a skos:Concept ; skos:prefLabel "Class wool"@en ; skos:broader w:shear .',
      'w:old a skos:Concept ; skos:prefLabel "Hand shears"@en .',
    );
    expect((await bring('1', one)).body).toMatchObject({ added: 3, retired: 0, supersedes: null });
    expect((await bring('1', one)).body).toMatchObject({ added: 0, unchanged: 3 });
    expect((await bring('1', skos(shear))).body.code).toBe('version-differs');
    expect((await bring('1', one, steward, 'wool-again')).body.code).toBe('skills-of-another-scheme');
  });

  test('a newer version supersedes it: added, changed, retired; the former does not come back', async () => {
    const two = skos(
      shear,
      'w:class a skos:Concept ; skos:prefLabel "Class and sort wool"@en ; skos:broader w:shear .',
      'w:press a skos:Concept ; skos:prefLabel "Press wool"@en .',
    );
    expect((await bring('2', two)).body).toMatchObject({ supersedes: '1', added: 1, changed: 1, retired: 1, unchanged: 1 });
    expect((await bring('1', skos(shear))).body.code).toBe('version-superseded');
    const { body } = await app.ask(null, 'GET', '/api/v1/skills/schemes/wool/versions/2/changes');
    expect(
      body.items.map(({ uri, change, was }: { uri: string; change: string; was: { label: string } | null }) => [
        uri.slice(WOOL.length + 1),
        change,
        was?.label,
      ]),
    ).toEqual([
      ['class', 'changed', 'Class wool'],
      ['old', 'retired', 'Hand shears'],
      ['press', 'added', undefined],
    ]);
    expect((await app.ask(null, 'GET', '/api/v1/skills/schemes/wool/versions')).body.items).toHaveLength(2);
    const closest = await app.ask(null, 'GET', '/api/v1/skills/closest?q=hand+shears');
    expect(closest.body.items.map(({ uri }: { uri: string }) => uri)).not.toContain(`${WOOL}/old`);
  });

  test('each skill has a page, and SKOS at the same address for a program that asks', async () => {
    const page = await drawn('wool', 'class');
    expect(page).toContain('Class and sort wool');
    expect(page).toContain('/skills/wool/shear');
    expect(await drawn('wool', 'old')).toContain('Version 2 of the scheme no longer has this skill');
    const { body } = await app.ask(null, 'GET', '/skills/wool/shear?format=json-ld');
    expect(body).toMatchObject({
      '@id': `${WOOL}/shear`,
      '@type': 'skos:Concept',
      'skos:narrower': [{ '@id': `${WOOL}/class` }],
      'skos:inScheme': { 'owl:versionInfo': '2' },
    });
    expect((await app.ask(null, 'GET', `/skills/wool/old?format=json-ld`)).body['owl:deprecated']).toBe(true);
    expect((await app.ask(null, 'GET', `/skills/at?uri=${encodeURIComponent(`${WOOL}/shear`)}`)).status).toBe(302);
    expect((await app.ask(null, 'GET', '/api/v1/skills/one?uri=none')).body.code).toBe('skill-not-found');
    expect(
      (await app.ask(null, 'GET', '/api/v1/skills?q=wool&scheme=wool')).body.items.map(({ en }: { en: string }) => en),
    ).toEqual(['Class and sort wool', 'Press wool']);
    expect(
      (await app.ask(null, 'GET', `/api/v1/skills/one?uri=${encodeURIComponent(`${OWN}/give-first-aid`)}`)).body,
    ).toMatchObject({ scheme: 'nzrr-skills', outcomes: [] });
  });

  test('what takes the place of a retired skill: the scheme says so, a steward’s word stands over it, and no circle is made', async () => {
    const show = async (slug: string) =>
      (await app.ask(null, 'GET', `/api/v1/skills/one?uri=${encodeURIComponent(`${WOOL}/${slug}`)}`)).body;
    const say = (uri: string, by: string | null, as: SignedIn | null = steward) =>
      app.ask(as, 'POST', '/api/v1/skills/replacements', { uri: `${WOOL}/${uri}`, by: by === null ? null : `${WOOL}/${by}` });
    const three = (more: string) =>
      skos(
        '@prefix dct: <http://purl.org/dc/terms/> .',
        shear,
        'w:class a skos:Concept ; skos:prefLabel "Class and sort wool"@en ; skos:broader w:shear .',
        'w:press a skos:Concept ; skos:prefLabel "Press wool"@en .',
        more,
      );
    expect((await bring('2.1', three('w:old dct:isReplacedBy w:shear . w:nowhere dct:isReplacedBy w:shear .'))).status).toBe(200);
    expect((await show('old')).replacedBy).toMatchObject({ uri: `${WOOL}/shear`, by: 'scheme' });
    expect((await show('shear')).replaces).toMatchObject([{ uri: `${WOOL}/old` }]);
    expect(await drawn('wool', 'old')).toContain('In its place stands:');
    expect((await say('old', 'class', developer)).status).toBe(403);
    expect((await say('old', 'nothing')).body.code).toBe('skill-not-found');
    expect((await say('press', 'class')).body.code).toBe('skill-not-retired');
    expect((await say('old', 'old')).body.code).toBe('replacement-circle');
    expect((await say('old', 'class')).status).toBe(204);
    expect((await app.ask(null, 'GET', '/api/v1/skills/retired?scheme=wool')).body.items).toMatchObject([
      { uri: `${WOOL}/old`, outcomes: 0, replacedBy: { uri: `${WOOL}/class`, by: 'steward' } },
    ]);
    expect((await app.ask(null, 'GET', '/api/v1/skills/retired?scheme=wool&limit=1')).body.next).toBeNull();
    expect((await bring('2.2', three('w:old dct:isReplacedBy w:shear . w:press skos:altLabel "Bale"@en .'))).status).toBe(200);
    expect((await show('old')).replacedBy).toMatchObject({ uri: `${WOOL}/class`, by: 'steward' });
    expect((await say('old', null)).status).toBe(204);
    expect((await show('old')).replacedBy).toBeNull();
  });
});

describe('suggestions', () => {
  test('say why: the words that are shared, and another label where that is what fits', async () => {
    const { body } = await app.ask(
      null,
      'GET',
      `/api/v1/skills/closest?scheme=wool&q=${encodeURIComponent('The learner clips the flock before the summer')}`,
    );
    expect(body.items[0]).toMatchObject({
      uri: `${WOOL}/shear`,
      why: { by: 'words', words: ['clips', 'flock'], label: 'Clip the flock', other: true },
    });
  });

  test('a word that is spelled wrong finds what is spelled alike', async () => {
    const { body } = await app.ask(null, 'GET', '/api/v1/skills/closest?q=spredsheets');
    expect(body.items[0]).toMatchObject({ uri: `${OWN}/use-spreadsheets`, why: { by: 'spelling' } });
  });

  test('what a developer says to them is kept once for each outcome, and a steward reads the rate', async () => {
    const say = (as: SignedIn | null, answer: string, uri = `${WOOL}/shear`, outcome = 'W1') =>
      app.ask(as, 'POST', '/api/v1/skills/answers', { outcome, uri, matcher: 'words-and-labels', answer, place: 1 });
    expect((await say(developer, 'refused')).status).toBe(204);
    expect((await app.ask(developer, 'GET', '/api/v1/skills/answers?outcome=W1')).body.refused).toEqual([`${WOOL}/shear`]);
    expect((await say(developer, 'accepted')).status).toBe(204);
    expect((await say(developer, 'accepted')).status).toBe(204);
    expect((await say(developer, 'refused', `${OWN}/give-first-aid`)).status).toBe(204);
    const stranger = await signedIn(at, 'developer', { organisationId: 902, roles: ['developer'] });
    expect((await say(stranger, 'accepted')).body.code).toBe('answer-not-yours');
    expect((await app.ask(stranger, 'GET', '/api/v1/skills/answers?outcome=W1')).body.refused).toEqual([]);
    expect((await say(steward, 'accepted')).status).toBe(403);
    expect((await app.ask(steward, 'GET', '/api/v1/skills/acceptance')).body.items).toEqual([
      { scheme: 'nzrr-skills', matcher: 'words-and-labels', accepted: 0, refused: 1, first: 0 },
      { scheme: 'wool', matcher: 'words-and-labels', accepted: 1, refused: 0, first: 1 },
    ]);
  });
});

describe('which skills are the same', () => {
  const pair = { from: `${OWN}/give-first-aid`, to: `${WOOL}/shear` };

  test('pairs are proposed once, seen by stewards, and decided by them', async () => {
    const propose = (as: SignedIn | null) =>
      app.ask(as, 'POST', '/api/v1/skills/crosswalks/propose', { from: 'nzrr-skills', to: 'wool', least: 0.4 });
    expect((await propose(developer)).status).toBe(403);
    const first = (await propose(steward)).body;
    expect(first.proposed).toBeGreaterThan(0);
    expect((await propose(steward)).body).toEqual({ ...first, proposed: 0 });
    const seen = (await app.ask(steward, 'GET', '/api/v1/skills/crosswalks?status=proposed')).body.items;
    expect(seen).toContainEqual(
      expect.objectContaining({
        from: expect.objectContaining({ uri: pair.from }),
        to: expect.objectContaining({ uri: pair.to }),
        words: expect.arrayContaining(['aid']),
      }),
    );
    expect((await app.ask(null, 'GET', '/api/v1/skills/crosswalks')).body.items).toEqual([]);
    expect(
      (await app.ask(steward, 'POST', '/api/v1/skills/crosswalks/decide', { ...pair, to: `${WOOL}/press`, status: 'confirmed' }))
        .body.code,
    ).toBe('crosswalk-not-found');
  });

  test('an employer’s need is met through a confirmed pair alone', async () => {
    const made = await app.ask(employer, 'POST', '/api/v1/employers/me/roles', {
      title: 'Shed hand',
      skills: [{ uri: pair.to, weight: 'essential' }],
    });
    const role = async () => (await app.ask(employer, 'GET', `/api/v1/employers/me/roles/${made.body.id}`)).body.skills[0].same;
    expect(await role()).toEqual([]);
    expect(
      (await app.ask(steward, 'POST', '/api/v1/skills/crosswalks/decide', { ...pair, status: 'confirmed', relation: 'exact' }))
        .status,
    ).toBe(204);
    expect(await role()).toEqual([{ uri: pair.from, scheme: 'nzrr-skills', en: 'Give first aid' }]);
    expect(await drawn('wool', 'shear')).toContain('confirmed by a steward');
    await app.ask(steward, 'POST', '/api/v1/skills/crosswalks/decide', { from: pair.to, to: pair.from, status: 'refused' });
    expect(await role()).toEqual([]);
  });
});

test('outcomes that name no skill are listed for their developer and for stewards', async () => {
  const codes = (body: { items: readonly { outcome: { code: string } }[] }) => body.items.map(({ outcome }) => outcome.code);
  expect(codes((await app.ask(developer, 'GET', '/api/v1/outcomes/worklist/legacy')).body)).toEqual(['W1', 'W2']);
  expect(codes((await app.ask(developer, 'GET', '/api/v1/outcomes/worklist/legacy?lacks=skills')).body)).toEqual(['W1']);
  expect(codes((await app.ask(steward, 'GET', '/api/v1/outcomes/without-skills')).body)).toEqual(['W1']);
  expect((await app.ask(developer, 'GET', '/api/v1/outcomes/without-skills')).status).toBe(403);
});
