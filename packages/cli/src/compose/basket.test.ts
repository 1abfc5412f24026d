import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
beforeAll(async () => {
  at = await testProduct();
  const catalogue = JSON.parse(aCatalogue());
  // Which do not count beside each other.
  catalogue.outcomes[8].excludes = ['K10'];
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', JSON.stringify(catalogue)), '--from', 'json');
  await at.nzrr('results', 'import', at.write('results.csv', resultsFile([aResult(1, 1)])));
  const content = {
    type: 'FrameworkContent',
    version: 1,
    framework: 'nz',
    origin: 'Invented',
    invented: true,
    definitions: [
      {
        id: 'mc-trio',
        award: 'micro-credential',
        title: 'A trio',
        parts: ['K1', 'K2', 'K3'].map((ref) => ({ ref, role: 'outcome' })),
      },
    ],
  };
  expect(await at.nzrr('framework', 'import', at.write('nz.json', JSON.stringify(content)), '--from', 'content')).toMatchObject({
    exit: 0,
  });
});
afterAll(() => at.end());

const basket = (...words: readonly string[]) => at.nzrr('compose', 'basket', ...words);

test('a basket adds up in every framework, says what overlaps and what one more completes', async () => {
  const { exit, out, err } = await basket('K1', 'k-2', 'K2', 'K9', 'K10', 'nope');
  expect([exit, err]).toEqual([0, '']);
  for (const said of [
    'K2  Invented outcome 2',
    'Not in the catalogue: nope',
    'Named more than once, and counted once: K2 (Invented outcome 2)',
    'May not count beside each other: K10 (Invented outcome 10) and K9 (Invented outcome 9)',
    'Aotearoa New Zealand: 20 credits\n',
    'mc-trio (A trio), Micro-credential: needs K3 (Invented outcome 3)',
    'One more, K3 (Invented outcome 3), completes mc-trio (A trio).',
    'Philippines: 200 hours (for comparison: some are units of another framework)',
    'Denmark: 27 days, and 12 minutes',
  ])
    expect(out).toContain(said);
});

test('in one framework, with what a learner holds already, in te reo Māori, or as the API answers it', async () => {
  const { rows } = await at.owner.query('select learner_id::text as id from record.achievement_state');
  const own = ['--framework', 'nz', '--learner', rows[0].id];
  const said = await basket('K1', 'K2', 'K3', ...own, '--language', 'mi');
  expect([said.exit, said.err]).toEqual([0, '']);
  expect(said.out).toContain('Aotearoa: 15 whiwhinga');
  expect(said.out).toContain('Held already, and counted once: K1');
  expect(said.out).toMatch(/mc-trio \(A trio\), .*: made$/m);
  expect(said.out).not.toContain('Denmark');
  expect(JSON.parse((await basket('K2', 'K3', ...own, '--json')).out)).toMatchObject({
    items: [{ id: 'k-2' }, { id: 'k-3' }],
    overlaps: [],
    frameworks: [{ framework: 'nz', size: { amount: '10' }, made: [{ definition: 'mc-trio', claimable: true, before: false }] }],
  });
});

test('nothing of the catalogue is exit 1, what is unknown or off exit 2', async () => {
  expect(await basket('nope')).toMatchObject({ exit: 1, out: expect.stringContaining('Not in the catalogue: nope') });
  for (const [words, said] of [
    [['K1', '--framework', 'xx'], 'unknown-framework'],
    [['K1', '--learner', '999999999'], 'record-not-found'],
    [[], 'Usage: nzrr compose basket'],
    [['K1', '--learner', 'x'], 'Usage: nzrr compose basket'],
    [['K1', '--language', 'fr'], 'Usage: nzrr compose basket'],
    [Array.from({ length: 101 }, (_, n) => `K${n}`), 'A basket holds 100 outcomes at most.'],
  ] as const) {
    const { exit, out, err } = await basket(...words);
    expect([words, exit, out]).toEqual([words, 2, '']);
    expect(err).toContain(said);
  }
});
