import { SG } from '@recognition/server/demonstration/frameworks/sg.ts';
import { contentForm } from '@recognition/server/framework/content/form.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
const SECTOR = SG.programmes[0]?.sector ?? '';
beforeAll(async () => {
  at = await testProduct();
  expect(await at.nzrr('framework', 'import', at.write('sg.json', JSON.stringify(SG)), '--from', 'content')).toMatchObject({
    exit: 0,
  });
});
afterAll(() => at.end());

const framework = (...words: readonly string[]) => at.nzrr('framework', ...words);

test('programmes of each sector, apart for a student or fresh graduate and for an adult or who changes careers', async () => {
  const { exit, out, err } = await framework('programmes', '--framework', 'sg');
  expect([exit, err]).toEqual([0, '']);
  const [student = '', adult = ''] = out.split('For an adult, or who changes careers');
  expect(student.split('\n')[0]).toBe(SECTOR);
  for (const { id, audiences } of SG.programmes) {
    expect([id, student.includes(id)]).toEqual([id, audiences.includes('student')]);
    expect([id, adult.includes(id)]).toEqual([id, audiences.includes('adult')]);
  }
  for (const part of [student, adult]) expect(part).toMatch(/Vocational[^]*Higher education/);
  const lines = (await framework('programmes', '--framework', 'sg', '--sector', SECTOR, '--audience', 'adult', '--json')).out;
  const items: readonly { readonly audience: string; readonly id: string }[] = lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(new Set(items.map(({ audience }) => audience))).toEqual(new Set(['adult']));
  expect(items.map(({ id }) => id).sort()).toEqual(
    SG.programmes.flatMap(({ id, audiences }) => (audiences.includes('adult') ? [id] : [])).sort(),
  );
});

test('sectors with their tracks, job roles of a track, and one role with tasks and skills at a proficiency', async () => {
  const sectors = JSON.parse((await framework('sectors', '--framework', 'sg', '--json')).out);
  expect(sectors).toMatchObject({ sector: SECTOR, programmes: SG.programmes.length });
  const role = contentForm.parse(SG).jobRoles.find(({ functions, skills }) => functions.length > 0 && skills.length > 0);
  if (role === undefined) throw new Error('there is a role with its work');
  expect((await framework('sectors', '--framework', 'sg')).out).toContain(`  ${role.track}  job roles: `);
  expect((await framework('job-roles', '--framework', 'sg', '--sector', SECTOR, '--track', role.track)).out).toContain(
    `${role.id}  ${role.title}  ${SECTOR}  ${role.track}\n`,
  );
  const { out } = await framework('job-roles', role.id, '--framework', 'sg');
  for (const { title, tasks } of role.functions) for (const text of [title, ...tasks]) expect(out).toContain(text);
  expect(out).toMatch(/: tsc \d \(step \d of 6\)/);
});

test('definitions by kind, and one as the compose commands take it', async () => {
  const [one] = contentForm.parse(SG).definitions;
  if (one === undefined) throw new Error('there is a definition');
  expect((await framework('definitions', '--framework', 'sg', '--award', one.award)).out).toContain(
    `${one.id}  ${one.title}  ${one.award}`,
  );
  const { out } = await framework('definitions', one.id, '--framework', 'sg');
  expect(JSON.parse(out)).toMatchObject([{ id: one.id }]);
  const units = JSON.parse((await at.nzrr('compose', 'unbundle', at.write('one.json', out), '--json')).out);
  expect(units.map(({ ref }: { readonly ref: string }) => ref).sort()).toEqual(one.parts.map(({ ref }) => ref).sort());
});

test('a learner’s own way: what is held, what it gives, each part by its name', async () => {
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  await at.nzrr('results', 'import', at.write('results.csv', resultsFile([aResult(1, 1)])));
  const content = {
    type: 'FrameworkContent',
    version: 1,
    framework: 'nz',
    origin: 'Invented',
    invented: true,
    definitions: [
      { id: 'mc-pair', award: 'micro-credential', title: 'A pair', parts: ['K1', 'K2'].map((ref) => ({ ref, role: 'outcome' })) },
    ],
  };
  await framework('import', at.write('nz.json', JSON.stringify(content)), '--from', 'content');
  const { rows } = await at.owner.query('select learner_id::text as id from record.achievement_state');
  const own = await framework('pathway', '--framework', 'nz', '--learner', rows[0].id);
  expect([own.exit, own.err]).toEqual([1, '']);
  expect(own.out).toContain('mc-pair A pair: one more completes it; missing K2');
  expect(own.out).toContain('K1 Invented outcome 1: held');
  expect((await framework('pathway', '--framework', 'es', '--learner', rows[0].id)).exit).toBe(1);
});

test('nothing there is exit 1; what is unknown or off is exit 2', async () => {
  for (const [words, exit, said] of [
    [['programmes', '--framework', 'dk'], 1, ''],
    [['sectors', '--framework', 'dk'], 1, ''],
    [['job-roles', '--framework', 'sg', '--q', 'nothing like it'], 1, ''],
    [['programmes', '--framework', 'xx'], 2, 'unknown-framework'],
    [['job-roles', 'no-role', '--framework', 'sg'], 2, 'unknown-entry'],
    [['programmes'], 2, 'Usage: nzrr framework programmes'],
    [['programmes', '--framework', 'sg', '--audience', 'child'], 2, 'Usage: nzrr framework programmes'],
    [['definitions', 'nope', '--framework', 'sg'], 2, 'unknown-entry'],
    [['definitions', '--framework', 'sg', '--around'], 2, 'Usage: nzrr framework definitions'],
    [['sectors'], 2, 'Usage: nzrr framework sectors'],
    [['job-roles', 'x', '--framework', 'sg', '--q', 'y'], 2, 'Usage: nzrr framework job-roles'],
    [['pathway', '--framework', 'es', '--learner', '999999999'], 2, 'record-not-found'],
    [['pathway', '--framework', 'es', '--learner', 'x'], 2, 'Usage: nzrr framework pathway'],
  ] as const) {
    const answer = await framework(...words);
    expect([words, answer.exit, answer.out]).toEqual([words, exit, '']);
    expect(answer.err).toContain(said);
  }
});
