import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

// A learner who holds the first outcome, and asks for others by what she can do; two assessors and a registrar of one provider.
let at: TestProduct;
let learner = '';
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  expect((await at.nzrr('results', 'import', at.write('results.csv', resultsFile([aResult(1, 1), aResult(2, 1)])))).exit).toBe(0);
  const { rows } = await at.owner.query(`select learner_id::text as id from record.achievement_state where reference = 'p1-k1'`);
  learner = rows[0].id;
  await at.owner.query(`
    insert into catalogue.skill_scheme (scheme, name_en, name_mi, version, uri) values ('example', 'Example', 'Tauira', '1', 'https://skills.example/');
    insert into catalogue.skill (uri, scheme, kind, label_en) values ('https://skills.example/2', 'example', 'core-technical', 'Lift and move people');
    insert into account.account (issuer, subject, email) values ('invented', 'ana', 'ana@example.test'), ('invented', 'ben', 'ben@example.test'), ('invented', 'rua', 'rua@example.test');
    insert into account.membership (account_id, organisation_id, role) select a.account_id, o.organisation_id, case a.subject when 'rua' then 'registrar' else 'assessor' end
      from account.account a, catalogue.organisation o where o.public_id = 'kea'`);
});
afterAll(() => at.end());

const mine = (...words: readonly string[]) => at.nzrr(...words, '--learner', learner);
const staff = (mail: string, ...words: readonly string[]) =>
  at.nzrr(...words, '--provider', 'kea', '--as', `${mail}@example.test`);
const numberOf = ({ out, err }: { readonly out: string; readonly err: string }): string => {
  expect(err).toBe('');
  return out.split(' ')[0] ?? '';
};

test('a story is told, shown, asked about, answered, judged and appealed: each step by who takes it, and written down as theirs', async () => {
  at.write('story.txt', 'For four years I had to lift and move people.\n');
  const found = await mine('rpl', 'match', 'story.txt');
  expect(found).toMatchObject({ exit: 0, out: expect.stringContaining('k-2  Invented outcome 2, 5 credits') });
  expect(found.out).toContain('may assess it: kea');
  const id = numberOf(await mine('rpl', 'begin', 'story.txt'));
  // A picture, a link and a file that is a program: what it is, is told by its content.
  at.write('photo.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  const photo = numberOf(await mine('evidence', 'add', '--file', 'photo.png', '--title', 'At work'));
  expect(numberOf(await mine('evidence', 'add', '--file', 'photo.png'))).toBe(photo);
  const link = numberOf(await mine('evidence', 'add', '--link', 'https://work.example/mine'));
  at.write('photo.jpg', Buffer.from('MZ and so on'));
  expect(await mine('evidence', 'add', '--file', 'photo.jpg')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('evidence-executable'),
  });
  at.write('badge.json', '{"not": "a credential"}');
  expect(await mine('evidence', 'add', '--credential', 'badge.json')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('credential-unreadable'),
  });
  at.write(
    'draft.json',
    JSON.stringify({
      story: 'For four years I had to lift and move people.',
      provider: 'kea',
      outcomes: [{ outcome: 'k-2', words: 'Every day.', evidence: [photo] }],
    }),
  );
  expect((await mine('rpl', 'draft', id, 'draft.json')).out).toBe(`${id}  draft\n`);
  // Not without the consent, and not by another learner.
  expect(await mine('rpl', 'apply', id)).toMatchObject({ exit: 2, err: expect.stringContaining('consent-needed') });
  const { rows: others } = await at.owner.query(
    `select learner_id::text as id from record.achievement_state where reference = 'p2-k1'`,
  );
  expect(await at.nzrr('rpl', 'apply', id, '--consent', '--learner', others[0].id)).toMatchObject({
    exit: 2,
    err: expect.stringContaining('rpl-not-found'),
  });
  expect((await mine('rpl', 'apply', id, '--consent')).out).toBe(`${id}  applied\n`);

  expect((await staff('ana', 'rpl', 'ask', id, '--words', 'How often?')).out).toBe(`${id}  asked\n`);
  expect((await mine('rpl', 'show')).out).toBe(`${id}  asked  kea  k-2\n`);
  expect((await mine('rpl', 'answer', id, '--words', 'Every week.', '--evidence', `k-2=${link}`)).err).toBe('');
  const read = JSON.parse((await staff('ana', 'rpl', 'read', id)).out);
  expect(read.asked[0].evidence.map(({ title }: { title: string }) => title)).toEqual(['At work', 'https://work.example/mine']);
  expect(await staff('ana', 'rpl', 'read', id, '--evidence', photo, '--out', 'copy.png')).toMatchObject({
    exit: 0,
    out: 'At work  image/png, 16 bytes\n',
  });
  expect(readFileSync(join(at.folder, 'copy.png')).equals(readFileSync(join(at.folder, 'photo.png')))).toBe(true);
  expect((await mine('evidence', 'list')).out).toContain(`${photo}  file  At work; opened 1 times`);

  const judged = (judgement: string, decision: string) => ({
    outcome: 'k-2',
    decision,
    reason: 'Seen in what was shown.',
    rubric: read.asked[0].criteria.map((one: { id: string }) => ({ criterion: one.id, judgement, reason: 'As shown.' })),
  });
  at.write('judged.json', JSON.stringify({ outcomes: [judged('partly', 'declined')] }));
  expect((await staff('ana', 'rpl', 'decide', id, 'judged.json')).out).toBe(`${id}  decided\n`);
  expect((await mine('rpl', 'show', id)).out).toContain('k-2  Invented outcome 2: declined, Seen in what was shown.');
  const appeal = ['rpl', 'appeal', id, '--outcome', 'k-2', '--words', 'The photo was not looked at.'];
  expect((await mine(...appeal)).out).toMatch(new RegExp(`^${id} {2}appealed, dispute \\d+\n$`, 'u'));
  expect(await mine(...appeal)).toMatchObject({ exit: 2, err: expect.stringContaining('not-declined') });
  at.write('review.json', JSON.stringify(judged('met', 'granted')));
  expect(await staff('ana', 'rpl', 'decide', id, 'review.json')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('second-person-needed'),
  });
  expect((await staff('ben', 'rpl', 'decide', id, 'review.json')).out).toBe(`${id}  reviewed\n`);
  const { rows } = await at.owner.query(
    `select s.mode, o.public_id as outcome from record.achievement_state s
    join catalogue.outcome o using (outcome_id) where s.learner_id = $1 and s.mode = 'rpl'`,
    [learner],
  );
  expect(rows).toEqual([{ mode: 'rpl', outcome: 'k-2' }]);
  expect((await mine('rpl', 'withdraw', id, '--end-consent')).out).toBe(`${id}  consent ended\n`);
  const { rows: by } = await at.owner.query(
    `select kind, actor from rpl.application_event where kind in ('drafted', 'applied', 'asked', 'answered') order by at, kind`,
  );
  expect(by.map(({ kind, actor }) => [kind, actor === 'operator'])).toEqual([
    ['drafted', true],
    ['applied', true],
    ['asked', false],
    ['answered', true],
  ]);
  // No session of the commands is left.
  const open = `select count(*)::integer as n from access.session where device = 'nzrr' and ended_at is null`;
  expect((await at.owner.query(open)).rows).toEqual([{ n: 0 }]);
});

test('a draft is taken back, and evidence that nobody waits for is read and removed', async () => {
  at.write('other.txt', 'I had to lift and move people.');
  const id = numberOf(await mine('rpl', 'begin', 'other.txt'));
  expect((await mine('rpl', 'withdraw', id)).out).toBe(`${id}  withdrawn\n`);
  at.write('note.txt', 'What I did, day by day, in my own words.');
  const note = numberOf(await mine('evidence', 'add', '--file', 'note.txt'));
  expect((await mine('evidence', 'read', note, '--out', 'again.txt')).exit).toBe(0);
  expect(readFileSync(join(at.folder, 'again.txt'), 'utf8')).toBe('What I did, day by day, in my own words.');
  expect((await mine('evidence', 'remove', note)).out).toBe(`${note}  removed\n`);
  expect(await mine('evidence', 'remove', note)).toMatchObject({ exit: 2, err: expect.stringContaining('evidence-not-found') });
});

test('credit is asked for with consent, seen by a registrar, and decided with what was compared', async () => {
  const { rows } = await at.owner.query(
    `select achievement_id::text as id from record.achievement_state where reference = 'p1-k1'`,
  );
  const ask = ['transfer', 'ask', '--result', rows[0].id, '--outcome', 'k-3', '--provider', 'kea'];
  expect(await mine(...ask)).toMatchObject({ exit: 2, err: expect.stringContaining('consent') });
  const id = numberOf(await mine(...ask, '--consent', '--words', 'The same, in another place.'));
  expect((await mine('transfer', 'list')).out).toBe(`${id}  asked  K1, first on 2024-03-01, for k-3 at kea; no agreement\n`);
  expect((await staff('rua', 'transfer', 'list')).out).toContain(`${id}  asked`);
  expect(JSON.parse((await staff('rua', 'transfer', 'list', id)).out)).toMatchObject({
    learner: expect.stringContaining('Rātā'),
  });
  expect(await staff('ana', 'transfer', 'list')).toMatchObject({ exit: 2, err: expect.stringContaining('role-needed') });
  expect(await staff('rua', 'transfer', 'decide', id, 'accepted')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('comparison-needed'),
  });
  expect((await staff('rua', 'transfer', 'decide', id, 'accepted', '--words', 'Compared line by line.')).out).toBe(
    `${id}  accepted\n`,
  );
  const { rows: recorded } = await at.owner.query(
    `select original_on, counting_on from record.achievement_state where learner_id = $1 and mode = 'crt'`,
    [learner],
  );
  expect(recorded).toEqual([{ original_on: '2024-03-01', counting_on: '2024-03-01' }]);
  const other = numberOf(
    await mine('transfer', 'ask', '--result', rows[0].id, '--outcome', 'k-4', '--provider', 'kea', '--consent'),
  );
  expect((await mine('transfer', 'withdraw', other)).out).toBe(`${other}  withdrawn\n`);
});

test('nobody is acted for who is not named by a number that there is', async () => {
  for (const words of [
    ['rpl', 'show'],
    ['rpl', 'begin', 'story.txt'],
    ['evidence', 'list'],
    ['transfer', 'list'],
  ]) {
    expect(await at.nzrr(...words)).toMatchObject({ exit: 2, out: '' });
    expect(await at.nzrr(...words, '--learner', '0000100001x')).toMatchObject({ exit: 2, out: '' });
  }
  expect(await at.nzrr('evidence', 'list', '--learner', '999999')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('record-not-found'),
  });
});
