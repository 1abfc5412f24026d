import { asLearner } from '@recognition/server/account/at-machine.ts';
import { openServices } from '@recognition/server/open-services.ts';
import { makeShare } from '@recognition/server/sharing/share.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

// A job role of a public framework that needs the skills of the first two outcomes, an employer, and a learner who holds the first.
let at: TestProduct;
let learner = '';
const skill = (number: number): string => `https://skills.example/${number}`;
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  expect((await at.nzrr('results', 'import', at.write('results.csv', resultsFile([aResult(1, 1)])))).exit).toBe(0);
  const { rows } = await at.owner.query(`select learner_id::text as id from record.achievement_state where reference = 'p1-k1'`);
  learner = rows[0].id;
  await at.nzrr('organisation', 'add', 'moa', '--name', 'Moa Works', '--kind', 'employer');
  await at.owner.query(`
    insert into catalogue.skill_scheme (scheme, name_en, name_mi, version, uri) values ('example', 'Example', 'Tauira', '1', 'https://skills.example/');
    insert into catalogue.skill (uri, scheme, kind, label_en) values ('${skill(1)}', 'example', 'core-technical', 'Lift and move people'), ('${skill(2)}', 'example', 'core-technical', 'Keep records');
    insert into catalogue.job_role_source (source, form, version, name, content, files, answer, loaded_by, loaded_at) values ('sg', 'json', '1', 'SG', '', '{}', '{}', 'operator', now());
    insert into catalogue.job_role (source, code, title, description, tasks, skills, folded) values
      ('sg', 'carer', 'Home carer', 'Cares at home.', '{Lifts}', '[{"uri": "${skill(1)}", "weight": "essential"}, {"uri": "${skill(2)}", "weight": "useful"}]', 'home carer');
    insert into account.account (issuer, subject, email) values ('invented', 'm', 'manu@example.test'), ('invented', 'r', 'rea@example.test');
    insert into account.membership (account_id, organisation_id, role)
      select a.account_id, o.organisation_id, case a.subject when 'm' then 'administrator' else 'reader' end
        from account.account a, catalogue.organisation o where o.public_id = 'moa'`);
  const offered = [{ reference: 'k2', outcomes: ['k-2'], delivery: 'online', begins: null, prices: { adult: 25_000 } }];
  at.write('offerings.json', JSON.stringify(offered));
  expect((await at.nzrr('offering', 'publish', 'offerings.json', '--provider', 'kea')).exit).toBe(0);
});
afterAll(() => at.end());

const staff = (...words: readonly string[]) => at.nzrr(...words, '--employer', 'moa', '--as', 'manu@example.test');

test('a job role is found and shown; an employer describes its own from it, and changes it without overwriting', async () => {
  const found = await at.nzrr('job-role', 'find', 'carer', '--source', 'sg');
  expect(found).toMatchObject({ exit: 0, out: expect.stringMatching(/^\d+ {2}Home carer \(sg\), 2 skills\n$/u) });
  expect((await at.nzrr('job-role', 'find', 'astronaut')).exit).toBe(1);
  const shown = await at.nzrr('job-role', 'show', 'sg/carer');
  expect(shown.out).toContain(`  essential: Lift and move people  ${skill(1)}\n  useful: Keep records  ${skill(2)}\n`);
  expect((await at.nzrr('job-role', 'show', found.out.split(' ')[0] ?? '')).out).toBe(shown.out);
  expect(await at.nzrr('job-role', 'show', 'sg/none')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('job-role-not-found'),
  });

  expect((await staff('job-role', 'list')).exit).toBe(1);
  const made = await staff('job-role', 'describe', '--begin-as', 'sg/carer', '--region', 'waikato');
  expect(made).toMatchObject({ exit: 0, err: '', out: expect.stringContaining('Home carer: 2 skills') });
  const [id = ''] = made.out.split(' ');
  const own = await staff('job-role', 'describe', '--title', 'Record keeper', '--essential', skill(2), '--not-counted');
  expect(own).toMatchObject({ exit: 0, out: expect.stringContaining('Record keeper: 1 skills') });
  expect(await staff('job-role', 'describe', '--title', 'Nothing')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('skills'),
  });
  expect(
    await at.nzrr('job-role', 'describe', '--begin-as', 'sg/carer', '--employer', 'moa', '--as', 'rea@example.test'),
  ).toMatchObject({ exit: 2, err: expect.stringContaining('role-needed') });

  const change = { title: 'Night carer', skills: [{ uri: skill(1), weight: 'essential' }], region: null, revision: 1 };
  at.write('role.json', JSON.stringify(change));
  expect((await staff('job-role', 'change', id, 'role.json')).out).toBe(`${id}  Night carer: Lift and move people\n`);
  expect(await staff('job-role', 'change', id, 'role.json')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('role-changed'),
  });
  expect((await staff('job-role', 'change', id, '--archive')).out).toContain('; put away');
  expect((await staff('job-role', 'change', id, '--restore')).out).not.toContain('put away');
  expect((await staff('job-role', 'list')).out).toContain('Record keeper: Keep records\n');
});

test('what needs a skill stands beside what is offered of it, and a number that is withheld is not said', async () => {
  const { exit, out } = await at.nzrr('demand', '--limit', '1');
  expect([exit, out]).toEqual([0, `1 roles  - people  1 outcomes  0 offerings  Lift and move people  ${skill(1)}\n`]);
  const csv = (await at.nzrr('demand', '--csv', '--region', 'waikato')).out;
  expect(csv).toContain(`${skill(1)},Lift and move people,,all,1,1,0,\r\n`);
  expect((await at.nzrr('demand', '--region', 'atlantis')).exit).toBe(2);
});

test('what a link shows is read and matched to a role, and what would close the gap is said; so is a learner’s own record', async () => {
  const { services, stop } = await openServices({ RECOGNITION_DATA: `${at.folder}/.data` }, { cwd: at.folder, attach: true });
  const { rows } = await at.owner.query(
    `select achievement_id::text as id from record.achievement_state where reference = 'p1-k1'`,
  );
  const { link } = await asLearner(services, Number(learner), (by) =>
    makeShare(services, by, {
      achievements: [rows[0].id],
      awards: [],
      fields: [],
      outcomesShown: true,
      skillsLeftOut: [],
      audience: 'Moa Works',
      purpose: 'A carer',
      expiresOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
      pin: null,
    }),
  );
  await stop();
  const read = await at.nzrr('record', 'open', link);
  expect(read).toMatchObject({ exit: 0, err: '', out: expect.stringContaining('No name, for Moa Works') });
  const said = (await at.nzrr('record', 'match', '--link', link, '--job', 'sg/carer')).out;
  expect(said).toMatch(/^1 of 1 essential skills are shown, 0 of 1 useful ones\n/u);
  expect(said).toContain('  essential: Lift and move people: shown; Invented outcome 1\n');
  expect(said).toContain(
    '  useful: Keep records: not shown\n    outcome K2 Invented outcome 2\n    offered by Kea Training, online, any day, $250.00\n',
  );
  // A role of an employer's own, opened as somebody of its workspace: 1, since what it needs is not shown.
  const roles = JSON.parse((await staff('job-role', 'list', '--json')).out).items;
  const keeper = roles.find(({ title }: { title: string }) => title === 'Record keeper').id;
  expect(await staff('record', 'match', '--link', link, '--role', keeper)).toMatchObject({
    exit: 1,
    out: expect.stringContaining('0 of 1 essential'),
  });
  expect((await at.nzrr('record', 'match', '--learner', learner, '--job', 'sg/carer', '--near', 'hamilton')).out).toContain(
    '  essential: Lift and move people: shown; Invented outcome 1\n',
  );
  expect(await at.nzrr('record', 'match', '--learner', learner, '--role', keeper)).toMatchObject({ exit: 2, out: '' });
  expect(await at.nzrr('record', 'open', `${link}x`)).toMatchObject({ exit: 2, err: expect.stringContaining('share-not-found') });
  // Each opening is told to who shared it: three here.
  const openings = `select count(*)::integer as n from sharing.log where about = 'share' and kind = 'opened'`;
  expect((await at.owner.query(openings)).rows).toEqual([{ n: 3 }]);
});
