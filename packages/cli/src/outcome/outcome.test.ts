import { openServices } from '@recognition/server/open-services.ts';
import { publish } from '@recognition/server/micro-credential/review.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, type TestProduct, testProduct } from '../test-product.ts';

const DOCUMENT = {
  code: 'MC-PAIR',
  title: 'Invented pair',
  lang: 'en',
  level: 3,
  nzsced: '060313',
  use: 'Work.',
  relevance: 'People.',
  skills: 'Does it.',
  educationPathway: 'A certificate.',
  employmentPathway: 'A job.',
  need: 'Asked for.',
  assessment: 'Observed.',
  reviewYears: 2,
  parts: [{ ref: 'US1' }, { ref: 'K3' }],
};

let at: TestProduct;
beforeAll(async () => {
  at = await testProduct();
  const catalogue = JSON.parse(aCatalogue());
  const [first, second] = catalogue.outcomes;
  // The first two are the outcomes of one standard, which carries their credit.
  for (const one of [first, second])
    Object.assign(one, { credits: 0, group: { id: 'us-1', lineage: 'US1', credits: 6, members: 2 } });
  first.kind = 'outcome';
  // An older version of the third, which is closed; and one whose listing states no version.
  const [, , third, fourth] = catalogue.outcomes;
  catalogue.outcomes.push({ ...third, id: 'k-3-2', version: 2, status: 'discontinued', lastAssessment: '2020-01-01' });
  Object.assign(fourth, { version: null, status: 'legacy' });
  const file = at.write('catalogue.json', JSON.stringify(catalogue));
  expect(await at.nzrr('catalogue', 'import', file, '--from', 'json')).toMatchObject({ exit: 0, err: '' });
  const write = async (document: object, ...words: readonly string[]) =>
    at.nzrr('micro-credential', 'write', at.write('pair.json', JSON.stringify(document)), '--developer', 'kea', ...words);
  // Kept as it is, and not handed in while something stands in the way; then handed in, once.
  const early = await write({ ...DOCUMENT, need: '' }, '--hand-in');
  expect([early.exit, early.out]).toEqual([1, 'MC-PAIR-v1 is written, draft.\n']);
  expect(early.err).toMatch(/^MC-PAIR-v1: .* \(not-ready\)\n {2}need: /);
  expect(await write(DOCUMENT, '--hand-in')).toMatchObject({ exit: 0, out: 'MC-PAIR-v1 is written, in-review.\n', err: '' });
  expect((await write(DOCUMENT, '--hand-in', '--json')).out).toBe('{"id":"MC-PAIR-v1","status":"in-review"}\n');
  expect(await write({ ...DOCUMENT, use: 'Other.' })).toMatchObject({
    exit: 2,
    err: expect.stringContaining('micro-credential-in-review'),
  });
  const { services, stop } = await openServices({ RECOGNITION_DATA: `${at.folder}/.data` }, { cwd: at.folder, attach: true });
  await publish(services, 'operator', 'MC-PAIR-v1').finally(stop);
});
afterAll(() => at.end());

test('outcome show: what it is, the standard that it belongs to, and what is made of it', async () => {
  const shown = await at.nzrr('outcome', 'show', 'K1');
  expect([shown.exit, shown.err]).toEqual([0, '']);
  for (const said of [
    'Learning outcome. The smallest thing that this repository records',
    'Level: 3',
    '  A skill, Has learned it <https://skills.example/1>',
    'Standard\n  US1  Invented outcome 1; Invented outcome 2, 6 credits: K1, K2',
    'MC-PAIR/1  Invented pair, 11 credits',
    'A unit standard or a skill standard is a set of outcomes',
  ])
    expect(shown.out).toContain(said);
});

test('outcome show --json: the answer of the API, with the standard, what is made of it, and the kinds', async () => {
  const { exit, out } = await at.nzrr('outcome', 'show', 'K1', '--json');
  expect([exit, JSON.parse(out)]).toMatchObject([
    0,
    {
      outcome: { id: 'k-1', group: { lineage: 'US1' }, versions: [{ version: 1 }] },
      standard: { ref: 'US1', role: 'standard', credits: 6, within: ['K1', 'K2'] },
      microCredentials: [{ code: 'MC-PAIR', version: 1 }],
      kinds: { kinds: expect.arrayContaining([expect.objectContaining({ kind: 'skill-standard' })]) },
    },
  ]);
});

test('without a version the newest in use is read; with one, that; a version that nobody stated is "unstated"', async () => {
  const version = async (named: string): Promise<unknown> =>
    JSON.parse((await at.nzrr('outcome', 'show', named, '--json')).out).outcome.version;
  expect([await version('K3'), await version('K3/2'), await version('K4/unstated')]).toEqual([1, 2, null]);
});

test('micro-credential show: the public document, each part with what it is, and where it leads', async () => {
  const shown = await at.nzrr('micro-credential', 'show', 'MC-PAIR');
  expect([shown.exit, shown.err]).toEqual([0, '']);
  for (const said of [
    'Invented pair\nMicro-credential. A small award of 1 to 40 credits',
    'Credits: 11',
    'Whom it matters to\n  People.',
    'US1',
    'K3/1  Invented outcome 3, Learning outcome, 5 credits',
    'Applied Learning Qualification: 11 of 40 credits.',
    'It passes every check today.',
  ])
    expect(shown.out).toContain(said);
  expect((await at.nzrr('micro-credential', 'show', 'MC-PAIR/1', '--language', 'mi')).out).toContain('Tohu iti. He tohu iti');
  expect(JSON.parse((await at.nzrr('micro-credential', 'show', 'MC-PAIR/1', '--json')).out)).toMatchObject({
    code: 'MC-PAIR',
    status: 'published',
    credits: 11,
    content: { use: 'Work.' },
    onward: { awards: expect.arrayContaining([expect.objectContaining({ credits: 11, of: 40 })]) },
  });
});

test('micro-credential list: by words, part and developer; 1 when none fits', async () => {
  expect(await at.nzrr('micro-credential', 'list', 'pair', '--part', 'US1', '--developer', 'kea')).toEqual({
    exit: 0,
    out: 'MC-PAIR/1  Invented pair  11 credits  Kea Training\n',
    err: '',
  });
  expect(JSON.parse((await at.nzrr('micro-credential', 'list', '--json')).out)).toMatchObject({ code: 'MC-PAIR' });
  expect(await at.nzrr('micro-credential', 'list', 'nothing', 'like', 'it')).toMatchObject({ exit: 1, out: '' });
});

test('micro-credential checks: one published set with its rule, and every developer side by side', async () => {
  const checks = await at.nzrr('micro-credential', 'checks', '--rule', '2018.1');
  expect([checks.exit, checks.out]).toEqual([0, expect.stringMatching(/^2018\.1, in force from 2018-08-01 /)]);
  const items: readonly object[] = JSON.parse((await at.nzrr('micro-credential', 'checks', '--json')).out).items;
  expect((await at.nzrr('micro-credential', 'checks', '--developers')).out).toBe(
    `Kea Training: 1 listed, handed in 1 times, returned 0 times; all pass all ${items.length} checks; no overlap\n`,
  );
});

test('outcome kinds: the five, in both languages, without a database', async () => {
  expect((await at.nzrr('outcome', 'kinds')).out).toContain('So: outcomes make a standard, standards make a micro-credential');
  expect(JSON.parse((await at.nzrr('outcome', 'kinds', '--language', 'mi', '--json')).out)).toMatchObject({
    kinds: [{ kind: 'outcome', name: 'Hua ako' }, {}, {}, {}, { kind: 'micro-credential', name: 'Tohu iti' }],
  });
});

test('a document that is listed gets its next version, for the organisation that answers for it alone', async () => {
  const next = at.write('next.json', JSON.stringify({ ...DOCUMENT, use: 'Work, and at home.' }));
  expect(await at.nzrr('micro-credential', 'write', next, '--developer', 'weka')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('not-your-micro-credential'),
  });
  expect((await at.nzrr('micro-credential', 'write', next, '--developer', 'kea')).out).toBe('MC-PAIR-v2 is written, draft.\n');
  expect((await at.nzrr('micro-credential', 'write', next, '--developer', 'kea')).out).toBe('MC-PAIR-v2 is as it was, draft.\n');
  // A draft is nobody's to read but its developer's.
  expect((await at.nzrr('micro-credential', 'show', 'MC-PAIR')).out).toContain('Version: 1\n');
});

test('what is not there is exit 2 with its code; what is off shows the help', async () => {
  for (const [words, code] of [
    [['outcome', 'show', 'K99'], 'outcome-not-found'],
    [['outcome', 'show', 'K1/9'], 'outcome-not-found'],
    [['micro-credential', 'show', 'MC-NONE'], 'micro-credential-not-found'],
    [['micro-credential', 'show', 'MC-PAIR/2'], 'micro-credential-not-found'],
    [['outcome', 'show'], 'Usage: nzrr outcome show'],
    [['outcome', 'show', 'K1/x'], 'Usage: nzrr outcome show'],
    [['outcome', 'show', 'K1', '--language', 'fr'], 'Usage: nzrr outcome show'],
    [['outcome', 'kinds', '--language', 'fr'], 'Usage: nzrr outcome kinds'],
    [['micro-credential', 'show', 'MC-PAIR/unstated'], 'Usage: nzrr micro-credential show'],
    [['micro-credential', 'checks', '--rule', '1999.1'], 'unknown-policy'],
    [['micro-credential', 'checks', '--rule', '2018.1', '--developers'], 'Usage: nzrr micro-credential checks'],
    [['micro-credential', 'write', 'nowhere.json', '--developer', 'kea'], 'cannot be read'],
    [['micro-credential', 'write', at.write('bad.json', '{"title": 1}'), '--developer', 'kea'], 'bad.json: title'],
    [['micro-credential', 'write', 'pair.json', '--developer', 'none'], 'organisation-not-found'],
    [['micro-credential', 'write', 'pair.json'], 'Usage: nzrr micro-credential write'],
    [['micro-credential', 'list', '--nope'], 'Usage: nzrr micro-credential list'],
  ] as const) {
    const { exit, out, err } = await at.nzrr(...words);
    expect([words, exit, out]).toEqual([words, 2, '']);
    expect(err).toContain(code);
  }
});
