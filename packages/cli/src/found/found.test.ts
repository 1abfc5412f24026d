import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, nzrrHere, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

// Two commands of one small catalogue: searching among people who are found, and drafts of a language model.
let at: TestProduct;
let model: Server;
const SKILL = 'https://skills.example/1';
beforeAll(async () => {
  model = createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ choices: [{ message: { role: 'assistant', content: '{"text":"You learn to do it well."}' } }] }),
      );
    });
  });
  await new Promise<void>((ready) => model.listen(0, '127.0.0.1', ready));
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  const lines = [1, 2, 3, 4, 5, 6].map((learner) => aResult(learner, 1));
  expect((await at.nzrr('results', 'import', at.write('results.csv', resultsFile(lines)))).exit).toBe(0);
  expect((await at.nzrr('organisation', 'add', 'moa', '--name', 'Moa Works', '--kind', 'employer')).exit).toBe(0);
  await at.owner.query(`
    insert into catalogue.skill_scheme (scheme, name_en, name_mi, version, uri) values ('example', 'Example', 'Tauira', '1', 'https://skills.example/');
    insert into catalogue.skill (uri, scheme, kind, label_en) values ('${SKILL}', 'example', 'core-technical', 'A skill');
    insert into found.profile (learner_id, region, skills, since, changed_at, until_on)
      select distinct learner_id, 'waikato', array['${SKILL}'], now(), now(), current_date + 100 from record.achievement_state;
    insert into account.account (issuer, subject, email) values ('invented', 'm', 'manu@example.test');
    insert into account.membership (account_id, organisation_id, role)
      select a.account_id, o.organisation_id, 'administrator' from account.account a, catalogue.organisation o where o.public_id = 'moa'`);
});
afterAll(async () => {
  await at.end();
  await new Promise((done) => model.close(done));
});

test('found: groups and no names, asked and listed as somebody of the employer; nobody else searches', async () => {
  const who = ['--employer', 'moa', '--as', 'manu@example.test', '--skill', SKILL];
  expect(await at.nzrr('found', 'search', ...who, '--region', 'waikato')).toEqual({
    exit: 0,
    out: `5 to 9 people hold ${SKILL}\n`,
    err: '',
  });
  expect(await at.nzrr('found', 'search', ...who, '--region', 'otago')).toMatchObject({ exit: 1, out: '' });
  expect(await at.nzrr('found', 'search', ...who, '--region', 'atlantis')).toMatchObject({ exit: 2, out: '' });
  expect(await at.nzrr('found', 'search', '--employer', 'moa', '--as', 'x@example.test', '--skill', SKILL)).toMatchObject({
    exit: 2,
    err: expect.stringContaining('role-needed'),
  });
  expect(await at.nzrr('found', 'search', '--employer', 'moa', '--skill', SKILL)).toMatchObject({ exit: 2 });
  expect(await at.nzrr('found', 'list', '--employer', 'moa')).toMatchObject({ exit: 1, out: '' });
  const asked = await at.nzrr('found', 'ask', ...who, '--title', 'Care lead', '--words', 'Would you talk with us?');
  expect(asked).toMatchObject({ exit: 0, err: '' });
  expect((await at.nzrr('found', 'list', '--employer', 'moa')).out).toMatch(/Care lead {2}5 to 9 people.*nobody yet/u);
  // Written down as whoever asked, and told to each.
  const { rows } = await at.owner.query(`select (select count(*)::integer from found.search) as searches,
    (select count(*)::integer from found.approach) as asked, (select asked_by from found.approach_batch) as by`);
  expect(rows).toEqual([{ searches: 2, asked: 6, by: expect.stringMatching(/^account:\d+$/u) }]);
});

test('found show and end: a learner sees who asked, and ends it; what waits ends with it', async () => {
  const { rows } = await at.owner.query(`select learner_id::text as id from found.profile order by learner_id limit 1`);
  const mine = ['--learner', rows[0].id];
  const seen = await at.nzrr('found', 'show', ...mine);
  expect(seen).toMatchObject({ exit: 0, out: expect.stringMatching(/^Found in waikato, until .*\n {2}.*Moa Works searched\n/u) });
  expect(seen.out).toContain('Moa Works asked: Care lead; waits');
  expect((await at.nzrr('found', 'end', ...mine)).out).toBe('found no more\n');
  expect((await at.nzrr('found', 'end', ...mine)).exit).toBe(0);
  expect((await at.nzrr('found', 'show', ...mine)).out).not.toContain('waits');
});

test('skill replace: what is retired is listed, what takes its place is said once and taken back', async () => {
  expect(await at.nzrr('skill', 'replace')).toMatchObject({ exit: 1, out: '' });
  await at.owner.query(`insert into catalogue.skill (uri, scheme, kind, label_en, status, retired_in)
    values ('https://skills.example/old', 'example', 'core-technical', 'An old skill', 'retired', '2')`);
  expect((await at.nzrr('skill', 'replace', 'https://skills.example/old', '--by', SKILL)).exit).toBe(0);
  expect((await at.nzrr('skill', 'replace', '--scheme', 'example')).out).toMatch(new RegExp(`An old skill.*-> ${SKILL}`, 'u'));
  expect((await at.nzrr('skill', 'replace', 'https://skills.example/old', '--nothing')).exit).toBe(0);
  expect((await at.nzrr('skill', 'replace')).out).toContain('nothing takes its place');
  expect(await at.nzrr('skill', 'replace', SKILL, '--by', 'https://skills.example/old')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('skill-not-retired'),
  });
  expect((await at.nzrr('skill', 'replace', SKILL)).exit).toBe(2);
});

test('catalogue draft: a model that answers is asked, marked and decided on; without one, that is said', async () => {
  const address = model.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const set = { LANGUAGE_MODEL_URL: `${origin}/v1`, LANGUAGE_MODEL_NAME: 'small-model', OUTGOING_ALLOWED: origin };
  const nzrr = (...words: readonly string[]) =>
    nzrrHere(at.folder, ['catalogue', 'draft', ...words], { RECOGNITION_DATA: `${at.folder}/.data`, ...set });
  const asked = await nzrr('ask', 'k-1', '--kind', 'summary', '--json');
  expect(asked).toMatchObject({ exit: 0, err: '' });
  const { id, status, model: by } = JSON.parse(asked.out);
  expect([status, by]).toEqual(['open', 'small-model']);
  expect((await nzrr('list', 'k-1')).out).toContain('drafted by small-model, a language model: open\n  You learn to do it well.');
  expect(await nzrr('accept', 'k-1', id)).toMatchObject({ exit: 0, out: expect.stringContaining('accepted') });
  expect(await nzrr('refuse', 'k-1', id)).toMatchObject({ exit: 2, err: expect.stringContaining('draft-decided') });
  expect(await nzrr('accept', 'k-1', id, '--skill', 'x')).toMatchObject({ exit: 2 });
  expect(await nzrr('ask', 'k-1', '--kind', 'poem')).toMatchObject({ exit: 2 });
  expect(await at.nzrr('catalogue', 'draft', 'ask', 'k-1', '--kind', 'summary')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('model-off'),
  });
});
