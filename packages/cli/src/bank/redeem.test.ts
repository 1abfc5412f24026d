import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, type TestProduct, testProduct } from '../test-product.ts';

const BANK = ['--bank', 'in/abc'] as const;
const HEADER =
  'nsn,family_name,given_names,date_of_birth,reference,code,title,credits,earned,kind,level,valid_years,mode,evidence';
const WHO = '0000400001,Koel,Invented,1980-02-03';
const today = new Date();
const ago = (years: number): string => `${today.getUTCFullYear() - years}-01-15`;

let at: TestProduct;
let learner: readonly [string, string];
const numbers = new Map<string, string>();
const credits = (...references: readonly string[]): string => references.map((one) => numbers.get(one) ?? '').join(',');

/** An invented learner with 120 credits at two institutions, of which one credit has lapsed. */
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  for (const institution of ['kea', 'weka'])
    expect((await at.nzrr('bank', 'admit', institution, ...BANK, '--from', '2015-01-01', '--award', 'degree')).exit).toBe(0);
  const kea = [
    `${WHO},a,C-A,Invented course A,60,${ago(2)},course,5,,,`,
    `${WHO},old,C-OLD,Invented old course,4,${ago(3)},course,5,1,,`,
    `${WHO},micro,C-M,Invented micro-credential,12,${ago(1)},micro-credential,5,,,`,
  ];
  const weka = [`${WHO},b,C-B,Invented course B,48,${ago(1)},course,5,,,`];
  for (const [institution, lines] of [
    ['kea', kea],
    ['weka', weka],
  ] as const) {
    const file = at.write(`${institution}.csv`, `${[HEADER, ...lines].join('\n')}\n`);
    expect(await at.nzrr('bank', 'deposit', file, ...BANK, '--institution', institution)).toMatchObject({ exit: 0, err: '' });
  }
  const { rows } = await at.owner.query('select reference, credit_id::text as id, learner_id::text as learner from bank.credit');
  for (const { reference, id } of rows) numbers.set(reference, id);
  learner = ['--learner', rows[0].learner];
});
afterAll(() => at.end());

test('holdings: each credit with where it stands and until when, and what can be redeemed where', async () => {
  const held = await at.nzrr('bank', 'holdings', ...learner, ...BANK);
  expect([held.exit, held.err]).toEqual([0, '']);
  for (const said of [
    '120 credits can be used',
    '4 lapsed.',
    'C-B  Invented course B  course  48 credits  usable',
    '  at weka',
    'degree at kea (Kea Training): can be redeemed with 120 credits; 1 to transfer there first',
  ])
    expect(held.out).toContain(said);
  expect(held.out).not.toMatch(/Koel|0000400001/);
  expect(JSON.parse((await at.nzrr('bank', 'holdings', ...learner, ...BANK, '--json')).out)).toMatchObject({
    usable: { amount: '120' },
    lapsed: { amount: '4' },
  });
});

test('redeeming is decided line by line, transferred first, debited once and for ever', async () => {
  const redeem = (...words: readonly string[]) =>
    at.nzrr('bank', 'redeem', ...learner, ...BANK, '--award', 'degree', '--institution', 'kea', ...words);
  const seen = await redeem();
  expect([seen.exit, seen.err]).toEqual([0, '']);
  for (const said of [
    'From micro-credentials: 12 credits, at most 60 credits (50%).',
    'From other institutions: 48 credits, at most 60 credits (50%).',
    `To transfer first: ${credits('b')}`,
    'Nothing is debited yet.',
  ])
    expect(seen.out).toContain(said);

  const all = credits('a', 'micro', 'b');
  expect(await redeem('--credits', all)).toEqual({
    exit: 2,
    out: '',
    err: `Some of these credits stand at another institution. Transfer them first. (not-transferred: ${credits('b')})\n`,
  });
  const move = (...words: readonly string[]) => at.nzrr('bank', 'transfer', ...learner, ...BANK, '--to', 'kea', ...words);
  expect(await move('--credits', credits('b'))).toMatchObject({ exit: 0, out: expect.stringContaining('transferred to kea') });
  expect(await move('--credits', credits('b'))).toMatchObject({ exit: 2, err: expect.stringContaining('(already-there: ') });

  // What is redeemed is what was seen; a credit whose shelf life is over is refused with its sentence.
  expect((await redeem('--credits', credits('a'))).err).toContain('(decision-changed)');
  expect((await redeem('--credits', credits('a', 'micro', 'b', 'old'))).err).toBe(
    `The shelf life of this credit is over. (credit-expired: ${credits('old')})\n`,
  );
  const done = await redeem('--credits', all, '--json');
  expect([done.exit, JSON.parse(done.out)]).toEqual([0, { id: expect.stringMatching(/^\d+$/) }]);

  // Again, nothing is debited twice, and nothing of it moves any more.
  expect(await redeem('--credits', all)).toMatchObject({
    exit: 2,
    err: expect.stringContaining('This credit was redeemed for an award: it is debited for ever. (already-redeemed: '),
  });
  expect(await move('--credits', credits('a'))).toMatchObject({ exit: 2, err: expect.stringContaining('already-redeemed') });
  expect((await redeem()).exit).toBe(1);
  const { lines } = JSON.parse((await at.nzrr('bank', 'statement', ...learner, ...BANK)).out);
  expect(lines.filter(({ kind }: { readonly kind: string }) => kind === 'redeem')).toHaveLength(3);
  const { rows } = await at.owner.query(`select distinct actor from bank.bank_event where kind <> 'deposit'`);
  expect(rows).toEqual([{ actor: 'operator' }]);
});

test('what is not there is a sentence, what is off shows the help', async () => {
  for (const [words, said] of [
    [['bank', 'holdings', '--learner', '999999999', ...BANK], 'record-not-found'],
    [['bank', 'holdings', ...learner, '--bank', 'in/none'], 'unknown-bank'],
    [['bank', 'redeem', ...learner, ...BANK, '--award', 'phd', '--institution', 'kea'], 'award-not-here'],
    [['bank', 'transfer', ...learner, ...BANK, '--to', 'nowhere', '--credits', credits('a')], 'not-in-the-bank'],
    [['bank', 'redeem', ...learner, ...BANK, '--award', 'degree'], 'nzrr bank redeem --learner'],
    [['bank', 'redeem', ...learner, ...BANK, '--award', 'degree', '--institution', 'kea', '--credits', 'x'], 'nzrr bank redeem'],
    [['bank', 'transfer', ...learner, ...BANK, '--to', 'kea'], 'nzrr bank transfer --learner'],
    [['bank', 'holdings', ...learner, ...BANK, '--language', 'fr'], 'nzrr bank holdings --learner'],
  ] as const) {
    const { exit, out, err } = await at.nzrr(...words);
    expect([words, exit, out]).toEqual([words, 2, '']);
    expect(err).toContain(said);
  }
});

test('a learning account: granted by rule once, reserved, spent and released once', async () => {
  const own = [...learner, '--account', 'sg/skillsfuture'];
  const account = (verb: string, ...words: readonly string[]) => at.nzrr('learning-account', verb, ...own, ...words);
  expect(await account('show')).toMatchObject({ exit: 2, err: expect.stringContaining('learning-account-not-found') });
  await account('open');
  expect((await at.nzrr('learning-account', 'grant', ...learner)).out).toBe('Grants given: 0.\n');
  const before = JSON.parse((await account('show', '--json')).out);
  expect(before.available).toBeGreaterThan(100_00);
  const listed = await account('programmes', '--audience', 'adult');
  const [id = ''] = /^INV-SG-\d+/.exec(listed.out) ?? [];
  expect([listed.exit, id]).toEqual([0, expect.stringMatching(/^INV-SG/)]);

  const reserved = async (): Promise<string> =>
    JSON.parse((await account('reserve', '--programme', id, '--amount', '30.50', '--json')).out).id;
  const [first, second] = [await reserved(), await reserved()];
  expect((await account('spend', '--reservation', first)).out).toBe(`Reservation ${first} is spent.\n`);
  expect((await account('release', '--reservation', second)).out).toBe(`Reservation ${second} is released.\n`);
  for (const [verb, reservation] of [
    ['spend', first],
    ['release', first],
    ['spend', second],
  ] as const)
    expect(await account(verb, '--reservation', reservation)).toMatchObject({
      exit: 2,
      err: 'This reservation was spent or released already. (reservation-closed)\n',
    });
  const shown = await account('show');
  expect(shown.out).toContain(`SGD ${((before.available - 3050) / 100).toFixed(2)} can be spent, 0.00 is reserved, 30.50 spent`);
  expect(await account('reserve', '--programme', id, '--amount', '99999')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('more-than-the-price'),
  });
  expect(await account('reserve', '--programme', 'NOPE')).toMatchObject({ exit: 2, err: expect.stringContaining('not-listed') });
  expect(await account('spend', '--reservation', '999999')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('unknown-reservation'),
  });
  expect(await account('reserve', '--programme', id, '--amount', '-1')).toMatchObject({ exit: 2, out: '' });
});
