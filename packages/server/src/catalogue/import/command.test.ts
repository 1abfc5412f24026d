import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueImport, runImport } from '../../../../cli/src/catalogue/import.ts';
import { readSource } from '../../../../cli/src/catalogue/read-source.ts';
import { organisationAccredit } from '../../../../cli/src/organisation/accredit.ts';
import { organisationAdd } from '../../../../cli/src/organisation/add.ts';
import { organisationList } from '../../../../cli/src/organisation/list.ts';
import { type TestDatabase, testDatabase } from '../../database/test-database.ts';
import { testServices } from '../../test-services.ts';

const HEADER = 'number,title,level,credits,external,achievement,subject\n';

let at: TestDatabase;
let folder: string;
beforeAll(async () => {
  at = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'nzrr-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await at.end();
});

function terminal() {
  let [out, err] = ['', ''];
  const io = { cwd: folder, env: {}, out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  return { io, said: () => ({ out, err }) };
}

async function imported(path: string, more: { json?: boolean; rejects?: string } = {}) {
  const { io, said } = terminal();
  const source = await readSource(join(folder, path));
  const exit = await runImport(
    testServices(at),
    source,
    { from: 'nzqa-listing', as: undefined, rejects: more.rejects, json: more.json ?? false },
    io,
  );
  return { exit, ...said() };
}

test('exit 0 and the counts, as contracts 5 has them', async () => {
  writeFileSync(join(folder, 'good.csv'), `${HEADER}1,Read a map,2,3,False,False,Geography\n`);
  const { exit, out } = await imported('good.csv', { json: true });
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toEqual({ rows: 1, outcomes: 1, created: 1, completed: 0, unchanged: 0, conflicts: [], rejected: [] });
  expect((await imported('good.csv')).out).toBe('1 rows name 1 outcomes: 0 created, 0 completed, 1 unchanged.\n');
});

test('exit 1 when rows were rejected; the first 1,000 are named, and all in the file of --rejects', async () => {
  writeFileSync(join(folder, 'bad.csv'), HEADER + '2,Read a sign,12,3,,,\n'.repeat(1200));
  const { exit, out } = await imported('bad.csv', { json: true, rejects: 'rejects.csv' });
  expect(exit).toBe(1);
  expect(JSON.parse(out).rejected).toHaveLength(1000);
  const lines = readFileSync(join(folder, 'rejects.csv'), 'utf8').trimEnd().split('\n');
  expect([lines.length, lines[0], lines[1]]).toEqual([
    1201,
    'file,row,code,message',
    '"bad.csv","1","unknown-level","A level is a whole number from 1 to 10."',
  ]);
});

test('exit 2 when the file is unusable', async () => {
  writeFileSync(join(folder, 'empty.csv'), '');
  expect(await imported('empty.csv')).toEqual({ exit: 2, out: '', err: 'The file is empty. (file-empty)\n' });
  const { out } = await imported('empty.csv', { json: true });
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'file-empty' } });
});

test.each([
  [['good.csv']],
  [['good.csv', '--from', 'xml']],
  [['good.csv', '--from', 'json', '--as', 'published']],
  [['--from', 'json']],
  [['good.csv', '--from', 'json', '--colour']],
  [['nowhere.csv', '--from', 'json']],
])('exit 2 for %j, which says what is off', async (args) => {
  const { io, said } = terminal();
  expect(await catalogueImport.run(args, io)).toBe(2);
  expect(said().err).not.toBe('');
});

test.each([
  [organisationAdd, ['Bad id', '--name', 'X', '--kind', 'other']],
  [organisationAdd, ['x', '--name', 'X', '--kind', 'circus']],
  [organisationAccredit, ['x', '--from', '2020-02-31', '--all']],
  [organisationAccredit, ['x', '--from', '2020-02-01']],
  [organisationList, ['--colour']],
])('organisation commands say what is off, with exit 2', async (command, args) => {
  const { io, said } = terminal();
  expect(await command.run(args, io)).toBe(2);
  expect(said().err).toContain('nzrr organisation');
});
