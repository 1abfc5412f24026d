import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJsonRoles } from './read-json.ts';
import { readOnetRoles } from './read-onet.ts';
import { readSingaporeRoles } from './read-singapore.ts';

const csv = (name: string, ...lines: readonly string[]) => ({ name, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) });

test('occupations of O*NET need what is important to them: very important skills are essential, core tasks bring their activities', () => {
  const { roles, notTaken } = readOnetRoles([
    csv('occupations.csv', 'O*NET-SOC Code,Title,Description', '1,Carer,Cares.', '2,Baker,Bakes.', '1,Carer,Again.'),
    csv(
      'skills.csv',
      'O*NET-SOC Code,Element ID,Element Name,importance,level',
      '1,2.A.1.a,Reading,3.1,2',
      '1,2.A.1.b,Listening,4.2,4',
      '1,2.A.1.c,Writing,2.9,3',
      '9,2.A.1.a,Reading,5,5',
    ),
    csv('tasks.csv', 'O*NET-SOC Code,Task ID,Task,Task Type', '1,10,Wash hands.,Core', '1,11,Drive.,Supplemental'),
    csv('activities.csv', 'O*NET-SOC Code,Task ID,DWA ID', '1,10,4.D01', '1,11,4.D02'),
    csv('tools.csv', 'O*NET-SOC Code,Example,Commodity Code,Hot Technology,In Demand', '1,Excel,1,Y,Y', '1,Quill,1,Y,N'),
  ]);
  expect(roles.map(({ title, tasks }) => [title, tasks])).toEqual([
    ['Carer', ['Wash hands.']],
    ['Baker', []],
  ]);
  expect(roles[0]?.skills).toEqual([
    { code: '2.A.1.b', weight: 'essential' },
    { code: '2.A.1.a', weight: 'useful' },
    { code: '4.D01', weight: 'useful' },
    { code: 'technology-excel', weight: 'useful' },
  ]);
  expect(notTaken.map(({ code, detail }) => [code, detail])).toEqual([
    ['twice', '1'],
    ['role-unknown', '9'],
  ]);
});

test('roles of Singapore claim no skills, since their source names none', () => {
  const head = 'Sector,Track,Job Role,Job Role Description,Performance Expectation';
  const { roles, notTaken } = readSingaporeRoles([
    csv('roles.csv', head, 'Health,Nursing,Nurse,Nurses people.,NA', 'Health,Nursing,,x,', 'Health,Nursing,Nurse,Again,'),
  ]);
  expect(roles).toMatchObject([{ code: 'health.nursing.nurse', title: 'Nurse', sector: 'Health', tasks: [], skills: [] }]);
  expect(notTaken.map(({ row, code }) => [row, code])).toEqual([
    [2, 'title-missing'],
    [3, 'twice'],
  ]);
});

test('a role of our own form that comes twice is taken once, and told', () => {
  const bytes = new TextEncoder().encode(
    JSON.stringify({ name: 'Invented', roles: ['Carer', 'Other'].map((title) => ({ code: '1', title })) }),
  );
  const { roles, notTaken } = readJsonRoles([{ name: 'roles.json', bytes }]);
  expect(roles.map(({ title }) => title)).toEqual(['Carer']);
  expect(notTaken).toEqual([{ file: 'roles.json', row: 2, code: 'twice', detail: '1' }]);
});

test('a file that is no table of job roles is refused by its name', () => {
  const other = [csv('other.csv', 'a,b', '1,2')];
  expect(() => readSingaporeRoles(other)).toThrow(/Singapore/);
  expect(() => readOnetRoles(other)).toThrow(/O\*NET/);
});

const DATA = [process.env['RECOGNITION_SHARED'], new URL('../../../../../shared', import.meta.url).pathname]
  .map((folder) => `${folder}/data`)
  .find((folder) => existsSync(join(folder, 'us-onet')));

test.skipIf(DATA === undefined)('the real files give all their job roles', () => {
  const file = (path: string) => ({ name: path, bytes: new Uint8Array(readFileSync(join(DATA ?? '', path))) });
  const singapore = readSingaporeRoles([file('sg-skills-framework/job_role_descriptions.csv')]);
  expect(singapore.rows).toBe(1448);
  expect(singapore.roles.length + singapore.notTaken.length).toBe(1448);
  const onet = readOnetRoles(
    ['occupation_data', 'skills_importance_level', 'tasks_to_dwas'].map((name) => file(`us-onet/${name}.csv`)),
  );
  expect(onet.roles.filter(({ skills }) => skills.length > 5).length).toBeGreaterThan(600);
});
