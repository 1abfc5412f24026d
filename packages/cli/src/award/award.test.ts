import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
const learners = new Map<number, string>();
const one = [1, 2, 3, 4, 5, 6, 7, 8];
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  // The references of the fourth are those of a generated file.
  const lines = [1, 2, 4].flatMap((learner) =>
    one.map((outcome) => aResult(learner, outcome).replace(`p4-k${outcome}`, `1-4-${outcome}`)),
  );
  const file = at.write('results.csv', resultsFile([...lines, aResult(3, 1)]));
  expect((await at.nzrr('results', 'import', file)).exit).toBe(0);
  for (const learner of [1, 2, 3, 4]) {
    const { rows } = await at.owner.query(`select learner_id::text as id from record.achievement_state where reference = $1`, [
      learner === 4 ? '1-4-1' : `p${learner}-k1`,
    ]);
    learners.set(learner, rows[0].id);
  }
});
afterAll(() => at.end());

const learner = (number: number): string => learners.get(number) ?? '';

test('everyone is counted: three of four may, with health; on an earlier day nobody', async () => {
  const counted = await at.asProcess('award', 'everyone', '--json');
  expect([counted.exit, JSON.parse(counted.out)]).toMatchObject([
    0,
    { learners: 4, achievements: 25, eligible: 3, majors: { health: 3 }, tooEntangled: 0 },
  ]);
  expect((await at.nzrr('award', 'everyone', '--as-of', '2024-03-01')).out).toContain('3 of 4 learners may make the award');
  expect(JSON.parse((await at.nzrr('award', 'everyone', '--as-of', '2023-01-01', '--json')).out)).toMatchObject({ eligible: 0 });
  for (const words of [['--as-of', '2023-02-31'], ['--nope']])
    expect((await at.nzrr('award', 'everyone', ...words)).exit).toBe(2);
});

test('a claim: the award is listed, shown, assessed again from its own input, verified; withdrawn it no longer is, and may be claimed again', async () => {
  const claimed = await at.asProcess('award', 'claim', '--learner', learner(1), '--out', 'award.json', '--json');
  expect(claimed.exit).toBe(0);
  const { id, ...rest } = JSON.parse(claimed.out);
  expect(rest).toEqual({ major: 'health', credits: 40 });

  const list = await at.asProcess('award', 'list');
  expect(list.out).toMatch(new RegExp(`^${id} {2}live +40 `, 'm'));
  expect(list.out).not.toContain('Rātā');
  expect(JSON.parse((await at.nzrr('award', 'list', '--json')).out)).toMatchObject({
    id,
    status: 'live',
    credits: 40,
    major: 'health',
  });

  const show = async (...part: readonly string[]): Promise<unknown> =>
    JSON.parse((await at.nzrr('award', 'show', id, ...part)).out);
  expect(JSON.parse((await at.asProcess('award', 'show', id)).out)).toMatchObject({ id, status: 'live', nameOnAward: null });
  expect(await show('--credential')).toEqual(JSON.parse(readFileSync(join(at.folder, 'award.json'), 'utf8')));
  const input = at.write('input.json', JSON.stringify(await show('--input')));
  expect(JSON.stringify(await show('--input'))).not.toMatch(/Rātā|0000300001/);
  const trace = await show('--trace');
  expect(trace).toBeTypeOf('object');

  // The stored input gives the stored answer with the policy that the award names.
  const { policy } = JSON.parse((await at.nzrr('award', 'show', id)).out);
  const assessed = await at.nzrr('award', 'assess', input, '--policy', `${policy.id}@${policy.version}`, '--json');
  expect([assessed.exit, JSON.parse(assessed.out)]).toMatchObject([0, { eligible: true, policy }]);

  // The record shows what is spent, and nothing of it is left to claim.
  const record = JSON.parse((await at.nzrr('record', 'export', '--learner', learner(1))).out);
  for (const { usedIn } of record.achievements) expect(usedIn).toEqual([id]);
  const second = await at.nzrr('award', 'claim', '--learner', learner(1));
  expect([second.exit, second.err]).toEqual([1, 'The record of this learner does not allow an award.\n']);

  const withdrawn = await at.asProcess('award', 'withdraw', id, '--reason', 'Waits for a major.');
  expect([withdrawn.exit, withdrawn.out]).toEqual([0, `Award ${id} is withdrawn; what it counted may be counted again.\n`]);
  expect(await show()).toMatchObject({ status: 'withdrawn' });
  const again = await at.nzrr('award', 'withdraw', id, '--reason', 'Twice.');
  expect([again.exit, again.out]).toEqual([2, '']);
  expect((await at.nzrr('award', 'claim', '--learner', learner(1))).exit).toBe(0);
});

test('a claim without a major, and with a name only by choice', async () => {
  const { exit, out } = await at.nzrr('award', 'claim', '--learner', learner(2), '--major', 'none', '--name-on-award');
  expect([exit, out]).toMatchObject([0, expect.stringMatching(/ 40 credits {2}no major\n$/)]);
  const [id = ''] = out.split(' ');
  expect(JSON.parse((await at.nzrr('award', 'show', id)).out)).toMatchObject({ major: null, nameOnAward: 'Invented Rātā' });
});

test('a claim that the record does not allow is 1, one that is refused is 2 with its code', async () => {
  expect((await at.nzrr('award', 'claim', '--learner', learner(3))).exit).toBe(1);
  const refused = await at.nzrr('award', 'claim', '--learner', learner(4), '--major', 'business');
  expect([refused.exit, refused.out]).toEqual([2, '']);
  expect(refused.err).toContain('(major-not-held)');
  const nobody = await at.nzrr('award', 'claim', '--learner', '999999999999');
  expect([nobody.exit, nobody.out]).toEqual([2, '']);
  expect(nobody.err).toContain('(record-not-found)');
  expect((await at.nzrr('award', 'show', '26-0000-0000-0000')).exit).toBe(1);
  for (const words of [[], ['--input'], ['26-0000-0000-0000', '--nope']])
    expect((await at.nzrr('award', 'show', ...words)).exit).toBe(2);
});

test('the first of the generated learners claim, each into a file of its own, until there are no more', async () => {
  const made = await at.nzrr('award', 'claim', '--generated', '9', '--threads', '1', '--out', 'awards', '--json');
  expect(made.exit).toBe(1);
  const ids = made.out
    .trimEnd()
    .split('\n')
    .map((line): string => JSON.parse(line).id);
  expect(ids).toHaveLength(1);
  expect(made.err).toContain('Only 1 of the generated learners could claim.');
  expect(JSON.parse(readFileSync(join(at.folder, 'awards', `award-${ids[0]}.json`), 'utf8'))).toMatchObject({
    type: expect.arrayContaining(['OpenBadgeCredential']),
  });
});

test('an award of named parts: listed as claimable, claimed once, kept beside, shown and verified', async () => {
  const content = {
    type: 'FrameworkContent',
    version: 1,
    framework: 'nz',
    origin: 'Invented',
    invented: true,
    definitions: [
      {
        id: 'mc-pair',
        award: 'micro-credential',
        title: 'A pair',
        minutes: 6000,
        parts: ['K1', 'K2'].map((ref) => ({ ref, role: 'outcome' })),
      },
    ],
  };
  expect(
    (await at.nzrr('framework', 'import', at.write('content.json', JSON.stringify(content)), '--from', 'content')).exit,
  ).toBe(0);
  const listed = await at.nzrr('award', 'claimable', '--learner', learner(2));
  expect([listed.exit, listed.out]).toEqual([
    0,
    expect.stringContaining('nz  micro-credential  mc-pair  claimable  10 credits  A pair (micro-credential)'),
  ]);
  const claimed = await at.nzrr(
    'award',
    'claim',
    '--learner',
    learner(2),
    '--definition',
    'mc-pair',
    '--out',
    'pair.json',
    '--json',
  );
  expect(claimed).toMatchObject({ exit: 0, err: '' });
  const { id } = JSON.parse(claimed.out);
  expect(JSON.parse((await at.nzrr('award', 'show', id)).out)).toMatchObject({
    award: 'micro-credential',
    definition: 'mc-pair',
    title: { en: 'A pair (micro-credential)' },
    status: 'live',
  });
  expect(JSON.parse(readFileSync(join(at.folder, 'pair.json'), 'utf8'))).toMatchObject({ name: 'A pair (micro-credential)' });
  expect((await at.nzrr('award', 'claimable', '--learner', learner(2))).out).toContain(`mc-pair  ${id}`);
  const again = await at.nzrr('award', 'claim', '--learner', learner(2), '--definition', 'mc-pair');
  expect([again.exit, again.err]).toEqual([2, expect.stringContaining('award-held')]);
  for (const words of [
    ['--learner', learner(2), '--framework', 'nz'],
    ['--generated', '2', '--definition', 'mc-pair'],
    ['--learner', learner(2), '--definition', 'mc-pair', '--major', 'health'],
  ])
    expect((await at.nzrr('award', 'claim', ...words)).exit).toBe(2);
  expect((await at.nzrr('award', 'claimable', '--learner', 'me')).exit).toBe(2);
});
