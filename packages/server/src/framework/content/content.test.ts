import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn, testApp } from '../../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import { ES } from '../../demonstration/frameworks/es.ts';
import { PH } from '../../demonstration/frameworks/ph.ts';
import { SG } from '../../demonstration/frameworks/sg.ts';
import { testServices } from '../../test-services.ts';
import { frameworkRoutes } from '../routes.ts';
import { bringContent } from './bring.ts';
import { contentOf } from './from-source.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  app = await testApp(services, frameworkRoutes);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const ask = (url: string) => app.ask(null, 'GET', url);

describe('what a framework is filled with', () => {
  test('a steward fills it; again changes nothing, and an entry that differs takes the place of the one held', async () => {
    const steward = await signedIn(at, 'steward', { roles: ['steward'] });
    const first = await app.ask(steward, 'POST', '/api/v1/frameworks/es/content', ES);
    expect(first).toMatchObject({
      status: 200,
      body: { framework: 'es', units: 11, definitions: 9, created: 20, changed: 0, unchanged: 0 },
    });
    expect((await app.ask(steward, 'POST', '/api/v1/frameworks/es/content', ES)).body).toMatchObject({
      created: 0,
      unchanged: 20,
    });
    const renamed = { ...ES, units: ES.units.map((one, nth) => (nth === 0 ? { ...one, title: 'Prepara el suelo' } : one)) };
    expect((await app.ask(steward, 'POST', '/api/v1/frameworks/es/content', renamed)).body).toMatchObject({
      changed: 1,
      unchanged: 19,
    });
    expect((await app.ask(steward, 'POST', '/api/v1/frameworks/es/content', ES)).body).toMatchObject({ changed: 1 });
  });

  test('nobody else does: not the public, not a learner', async () => {
    expect(await app.ask(null, 'POST', '/api/v1/frameworks/es/content', ES)).toMatchObject({ status: 401 });
    const learner = await signedIn(at, 'learner');
    expect(await app.ask(learner, 'POST', '/api/v1/frameworks/es/content', ES)).toMatchObject({ status: 403 });
  });

  test('content that cannot be used is refused whole, with the path and the code of all that is wrong', async () => {
    const refuse = async (change: object) => {
      const answer = bringContent(services, 'operator', { ...SG, ...change });
      return answer.then(
        () => 'taken',
        (error: {
          readonly code?: string;
          readonly extra?: { readonly problems?: readonly { readonly path: string; readonly code: string }[] };
        }) => (error.extra?.problems ?? []).map(({ path, code }) => `${path} ${code}`),
      );
    };
    const [unit] = SG.units;
    const [definition] = SG.definitions;
    const [role] = SG.jobRoles;
    expect(await refuse({ units: [unit, unit] })).toEqual(['units[1].id duplicate-id']);
    expect(await refuse({ definitions: [{ ...definition, award: 'degree' }] })).toEqual(['definitions[0].award unknown-award']);
    const skills = [{ skill: 'Invented', scale: 'tsc', level: '7' }];
    expect(await refuse({ jobRoles: [{ ...role, skills }] })).toEqual(['jobRoles[0].skills[0].level unknown-level']);
    const circle = [
      { id: 'x', award: 'wsq', title: 'X', parts: [{ ref: 'y', role: 'core' }] },
      { id: 'y', award: 'wsq', title: 'Y', parts: [{ ref: 'x', role: 'core' }] },
    ];
    expect(await refuse({ definitions: circle })).toEqual(['definitions.0 cycle', 'definitions.1 cycle']);
    expect(await refuse({ programmes: [{ id: 'p' }] })).toContain('programmes.0.title not-valid');
    expect(await refuse({ framework: 'xx' })).toEqual([]);
    expect((await ask('/api/v1/frameworks/sg/sectors')).body).toEqual({ items: [] });
  });

  test('sectors, tracks, job roles, skills and programmes are read by anybody', async () => {
    await bringContent(services, 'operator', SG);
    const sector = encodeURIComponent('Orchards and Parks (invented)');
    expect((await ask('/api/v1/frameworks/sg/sectors')).body).toMatchObject({
      items: [
        {
          sector: 'Orchards and Parks (invented)',
          units: [
            { kind: 'critical-core-skill', count: 3 },
            { kind: 'technical-skill', count: 8 },
          ],
          tracks: [
            { track: 'Park care', roles: 2 },
            { track: 'Visitor programmes', roles: 1 },
          ],
          programmes: 5,
        },
      ],
    });
    const roles = await ask(`/api/v1/frameworks/sg/job-roles?sector=${sector}&track=Park%20care&limit=1`);
    expect(roles.body).toMatchObject({ items: [{ title: 'Park Hand' }] });
    const next = await ask(`/api/v1/frameworks/sg/job-roles?sector=${sector}&track=Park%20care&cursor=${roles.body.next}`);
    expect(next.body).toMatchObject({ items: [{ title: 'Park Keeper' }], next: null });
    const role = await ask(`/api/v1/frameworks/sg/job-roles/${roles.body.items[0].id}`);
    expect(role.body.functions[0].tasks).toContain('Prune young trees');
    expect(role.body.skills).toContainEqual({
      skill: 'Tree Inspection',
      scale: 'tsc',
      level: '2',
      unit: 'sg-demo-tree-inspection-2',
    });
    const titles = async (query: string) =>
      (await ask(`/api/v1/frameworks/sg/programmes?sector=${sector}${query}`)).body.items.map(({ id }: { id: string }) =>
        id.slice(-1),
      );
    expect((await titles('')).sort()).toEqual(['1', '2', '3', '4', '5']);
    expect((await titles('&audience=student')).sort()).toEqual(['1', '4', '5']);
    expect((await titles('&audience=adult')).sort()).toEqual(['2', '3', '5']);
    const found = await ask('/api/v1/frameworks/sg/units?q=INSPECT&kind=technical-skill');
    expect(found.body.items.map(({ level }: { level: string }) => level)).toEqual(['2', '3']);
    expect((await ask('/api/v1/frameworks/sg/units?q=%25')).body.items).toEqual([]);
  });

  test('a definition comes with all that it leads to and is made of, and names of its parts', async () => {
    await bringContent(services, 'operator', PH);
    const { body } = await ask('/api/v1/frameworks/ph/definitions/ph-demo-coc-2');
    expect(body.definitions.map(({ id }: { id: string }) => id)).toEqual([
      'ph-demo-coc-1',
      'ph-demo-coc-2',
      'ph-demo-coc-3',
      'ph-demo-nc-1',
    ]);
    expect(body.names['ph-demo-c-3']).toBe('Water and feed an orchard');
    expect((await ask('/api/v1/frameworks/ph/definitions?award=nc')).body.items).toMatchObject([
      { id: 'ph-demo-nc-1', parts: 11, invented: true },
    ]);
    expect(await ask('/api/v1/frameworks/ph/definitions/none')).toMatchObject({ status: 404, body: { code: 'unknown-entry' } });
    expect(await ask('/api/v1/frameworks/xx/definitions')).toMatchObject({ status: 404, body: { code: 'unknown-framework' } });
  });

  test('the worked cases are those of the folder', async () => {
    const { body } = await ask('/api/v1/frameworks/dk/cases');
    const file = JSON.parse(readFileSync(new URL('../../../../../frameworks/dk/cases.json', import.meta.url), 'utf8'));
    expect(body.items).toHaveLength(file.cases.length);
    expect(body.items[0]).toMatchObject({ name: file.cases[0].name, rule: file.cases[0].rule });
  });
});

const DATA = [process.env['RECOGNITION_SHARED'], new URL('../../../../../../shared', import.meta.url).pathname]
  .map((folder) => `${folder}/data`)
  .find((folder) => existsSync(folder));

describe.skipIf(DATA === undefined)('files of the countries themselves (skipped without the shared data)', () => {
  const file = (path: string) => ({ name: path, bytes: readFileSync(`${DATA}/${path}`) });

  test('Singapore: 1,448 job roles, and nothing invented', async () => {
    const roles = contentOf('skills-framework', 'sg', file('sg-skills-framework/job_role_descriptions.csv'));
    expect(roles.rows).toBe(1448);
    expect(roles.rejected).toEqual([]);
    expect(roles.content.jobRoles.every(({ functions, skills: needed }) => functions.length + needed.length === 0)).toBe(true);
    const brought = await bringContent(services, 'operator', roles.content);
    expect(brought.created).toBe(roles.content.jobRoles.length);
  });
});
