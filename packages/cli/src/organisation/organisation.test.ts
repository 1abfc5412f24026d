import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
beforeAll(async () => {
  at = await testProduct();
});
afterAll(() => at.end());

const listed = async (...words: readonly string[]): Promise<unknown[]> => {
  const { exit, out } = await at.nzrr('organisation', 'list', ...words, '--json');
  expect(exit).toBe(0);
  return out
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
};

test('an organisation is added, accredited and listed; doing it again changes nothing', async () => {
  const add = [
    'organisation',
    'add',
    'kea',
    '--name',
    'Kea Training',
    '--kind',
    'private-training-establishment',
    '--number',
    '9001',
  ];
  expect(await at.asProcess(...add)).toEqual({ exit: 0, out: 'Added kea.\n', err: '' });
  const again = await at.nzrr(...add);
  expect([again.exit, again.out]).toEqual([2, '']);
  expect(again.err).toMatch(/\([a-z-]+\)\n$/);
  const accredit = [
    'organisation',
    'accredit',
    'kea',
    '--from',
    '2020-01-01',
    '--to',
    '2027-12-31',
    '--field',
    'health',
    '--max-level',
    '4',
  ];
  expect(await at.asProcess(...accredit)).toEqual({ exit: 0, out: 'Accredited kea.\n', err: '' });
  expect((await at.nzrr(...accredit)).out).toBe('kea is accredited so already.\n');
  const expected = {
    id: 'kea',
    name: 'Kea Training',
    kind: 'private-training-establishment',
    providerNumber: '9001',
    closed: null,
    accreditations: [{ from: '2020-01-01', to: '2027-12-31', scope: [{ kind: 'field', field: 'health', maxLevel: 4 }] }],
  };
  expect(await listed('Kea')).toMatchObject([expected]);
  expect(await listed('9001', '--kind', 'private-training-establishment')).toMatchObject([expected]);
  expect(await listed('9001', '--kind', 'employer')).toEqual([]);
  expect((await at.asProcess('organisation', 'list', 'kea')).out).toBe(
    'kea  Kea Training (private-training-establishment): 1 accreditations\n',
  );
});

test('every kind of consent is taken', async () => {
  await at.nzrr('organisation', 'add', 'moa', '--name', 'Moa', '--kind', 'employer', '--opened', '2001-02-03');
  const scope = ['--all', '--field', 'health', '--subfield', 'Care', '--domain', 'Support', '--outcome', '8001-1'];
  expect((await at.nzrr('organisation', 'accredit', 'moa', '--from', '2020-01-01', ...scope)).exit).toBe(0);
  const [moa] = await listed('moa');
  const kinds = JSON.stringify(moa);
  for (const kind of ['all', 'field', 'subfield', 'domain', 'outcome']) expect(kinds).toContain(`"kind":"${kind}"`);
});

test('what a provider offers is published from a file, once, and found; what is refused says why', async () => {
  await at.owner.query(`insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, status)
    values ('o-1', 'K1', 1, 'K1', 'Tend a hāngī', 5, 3, 'published')`);
  await at.nzrr('organisation', 'add', 'weka', '--name', 'Weka', '--kind', 'polytechnic');
  await at.nzrr('organisation', 'accredit', 'weka', '--from', '2020-01-01', '--all');
  const offering = { reference: 'a', outcomes: ['K1'], delivery: 'on-site', town: 'porirua', prices: { adult: 0 } };
  at.write('offerings.json', JSON.stringify([offering, { ...offering, reference: 'b', outcomes: ['nothing'] }]));
  for (let n = 0; n < 2; n += 1) {
    const { exit, out } = await at.nzrr('offering', 'publish', 'offerings.json', '--provider', 'weka');
    expect([exit, out.split('\n').length]).toEqual([1, 3]);
    expect(out).toMatch(/^a {2}\d+\nb {2}refused: .* \(outcome-not-found\)\n$/);
  }
  expect((await at.owner.query('select from offering.offering')).rowCount).toBe(1);
  const found = await at.nzrr('offering', 'find', 'hangi', '--near', 'wellington', '--price', 'free');
  expect([found.exit, found.out]).toEqual([0, 'K1  Tend a hāngī: Weka, porirua, any day\n1 in all\n']);
  // It says no language, so a search for one leaves it out.
  expect((await at.nzrr('offering', 'find', 'hangi', '--language', 'mi')).exit).toBe(1);
  expect((await at.nzrr('offering', 'find', '--near', 'gore', '--offered', 'yes')).exit).toBe(2);
  expect((await at.nzrr('offering', 'find', '--near', 'gore')).exit).toBe(1);
  expect((await at.nzrr('offering', 'find', '--near', 'sydney')).exit).toBe(2);
  expect((await at.nzrr('offering', 'publish', 'none.json', '--provider', 'weka')).exit).toBe(2);
});

test('what is off is exit 2, and nothing is written', async () => {
  const before = (await at.owner.query('select * from catalogue.organisation')).rowCount;
  for (const words of [
    ['add'],
    ['add', 'tui'],
    ['add', 'tui', '--name', 'Tui', '--kind', 'spaceship'],
    ['add', 'not an id!', '--name', 'Tui', '--kind', 'employer'],
    ['add', 'tui', '--name', 'Tui', '--kind', 'employer', '--number', 'x'],
    ['add', 'tui', '--name', 'Tui', '--kind', 'employer', '--opened', '2023-02-31'],
    ['add', 'tui', '--name', 'Tui', '--kind', 'employer', '--nope'],
    ['accredit', 'kea'],
    ['accredit', 'kea', '--from', '2020-01-01'],
    ['accredit', 'kea', '--from', '2023-02-31', '--all'],
    ['accredit', 'kea', '--from', '2023-02-01', '--to', '2022-01-01', '--all'],
    ['accredit', 'kea', '--from', '2023-02-01', '--field', 'alchemy'],
    ['accredit', 'kea', '--from', '2023-02-01', '--field', 'health', '--max-level', 'x'],
    ['accredit', 'nobody', '--from', '2023-02-01', '--all'],
    ['list', '--nope'],
  ]) {
    const { exit, out, err } = await at.nzrr('organisation', ...words);
    expect([words, exit, out]).toEqual([words, 2, '']);
    expect(err).not.toBe('');
  }
  expect((await at.owner.query('select * from catalogue.organisation')).rowCount).toBe(before);
});
