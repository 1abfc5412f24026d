import { addWorkingDays } from '@recognition/recognition';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, type TestProduct, testProduct } from '../test-product.ts';

const KEA = ['--organisation', 'kea', '--as', 'ngaio@example.test'] as const;
const MOA = ['--organisation', 'moa', '--as', 'manu@example.test'] as const;
const today = new Date().toISOString().slice(0, 10);
const days = [10, 11].map((n) => addWorkingDays(today, n));

let at: TestProduct;
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  await at.nzrr('organisation', 'add', 'moa', '--name', 'Moa Works', '--kind', 'employer');
  await at.owner.query(`
    insert into account.account (issuer, subject, email) values ('invented', 'm', 'manu@example.test'), ('invented', 'n', 'ngaio@example.test');
    insert into account.membership (account_id, organisation_id, role)
      select a.account_id, o.organisation_id, 'administrator' from account.account a
        join catalogue.organisation o on o.public_id = case a.email when 'manu@example.test' then 'moa' else 'kea' end`);
});
afterAll(() => at.end());

const nzrr = (verb: string, ...words: readonly string[]) => at.nzrr('package', verb, ...words);
const content = (...courses: readonly object[]) =>
  JSON.stringify({ framework: 'nz', groups: [{ name: 'New staff', people: 4 }], place: 'Tāmaki', note: '', courses });

test('a package is opened, written, proposed and agreed: days and price in sum, a certificate for each course', async () => {
  const opened = await nzrr('open', ...KEA, '--employer', 'moa', '--title', 'Safe work');
  expect([opened.exit, opened.err]).toEqual([0, '']);
  const id = opened.out.trim();
  // Nothing is in it yet: what stands in the way is said, and nothing is proposed.
  const early = await nzrr('propose', id, ...KEA);
  expect([early.exit, early.out]).toEqual([1, '']);
  expect(early.err).toMatch(/^Something still stands in the way\. \(package-not-ready\)\n {2}\S/);

  const courses = ['k-1', 'k-2'].map((course, nth) => ({
    course,
    after: nth === 0 ? [] : ['k-1'],
    dates: [days[nth]],
    prices: [10_000],
  }));
  const written = await nzrr('write', id, at.write('content.json', content(...courses)), ...KEA);
  expect([written.exit, written.out, written.err]).toEqual([0, `Package ${id}: 2 courses are kept.\n`, '']);
  // The employer does not see a draft.
  expect((await nzrr('show', id, '--organisation', 'moa')).out).toBe('Safe work: draft; for Moa Works by Kea Training\n');

  expect(await nzrr('propose', id, ...KEA, '--words', 'Two mornings.')).toMatchObject({ exit: 0, err: '' });
  const shown = await nzrr('show', id, '--organisation', 'moa');
  for (const said of [
    'Safe work: proposed, version 1; for Moa Works by Kea Training',
    `K1  Invented outcome 1, 5 credits; ${days[0]}`,
    `; ${days[1]}; after K1`,
    'In sum 2 days, NZD 800.00',
    'New staff: 4 people, 200.00 each, 800.00 in all',
    'Certificates, one for each course: K1, K2',
    'provider: proposed, version 1. Two mornings.',
  ])
    expect(shown.out).toContain(said);

  expect(await nzrr('agree', id, ...KEA)).toMatchObject({
    exit: 2,
    err: 'Only the employer of a package does this. (role-needed)\n',
  });
  expect(await nzrr('agree', id, ...MOA, '--version', '2')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('package-changed'),
  });
  const agreed = await nzrr('agree', id, ...MOA, '--words', 'Yes.', '--json');
  expect([agreed.exit, JSON.parse(agreed.out)]).toMatchObject([0, { status: 'agreed', version: 1 }]);
  // Twice is once.
  expect((await nzrr('agree', id, ...MOA)).exit).toBe(0);
  const { rows } = await at.owner.query(`select side, kind, made_by like 'account:%' as named from (
    select side, kind, actor as made_by from employer.course_package_event) e order by 2 desc`);
  expect(rows).toEqual([
    { side: 'provider', kind: 'proposed', named: true },
    { side: 'employer', kind: 'agreed', named: true },
  ]);
  expect(await nzrr('decline', id, ...MOA)).toMatchObject({ exit: 2, err: expect.stringContaining('package-step') });
  expect((await nzrr('list', '--organisation', 'moa')).out).toBe(
    `${id}  Safe work  agreed, version 1  2 courses  for moa by kea\n`,
  );
  // Another provider has none of it, though a command has the product's own rights.
  expect(await nzrr('list', '--organisation', 'weka')).toMatchObject({ exit: 1, out: '' });
  expect(await nzrr('show', id, '--organisation', 'weka')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('package-not-found'),
  });
});

test('what is off or unknown is exit 2, and changes nothing', async () => {
  for (const [words, said] of [
    [['list'], 'Usage: nzrr package list'],
    [['list', '--organisation', 'none'], 'organisation-not-found'],
    [['show', 'x', '--organisation', 'kea'], 'Usage: nzrr package show'],
    [['open', ...KEA], 'Usage: nzrr package open'],
    [['open', ...KEA, '--request', '99'], 'request-not-found'],
    [['open', ...KEA, '--employer', 'none', '--title', 'x'], 'employer-not-found'],
    [['open', '--organisation', 'kea', '--as', 'x@example.test', '--request', '1'], 'role-needed'],
    [['write', '1', at.write('bad.json', '{"framework": "xx"}'), ...KEA], 'bad.json: framework'],
    [['write', '1', 'nowhere.json', ...KEA], 'cannot be read'],
    [['withdraw', '1'], 'Usage: nzrr package withdraw'],
    [['ask-change', '1', ...MOA, '--version', 'x'], 'Usage: nzrr package ask-change'],
  ] as const) {
    const { exit, out, err } = await at.nzrr('package', ...words);
    expect([words, exit, out]).toEqual([words, 2, '']);
    expect(err).toContain(said);
  }
});
