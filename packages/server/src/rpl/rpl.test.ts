import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn, testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { disputeRoutes } from '../dispute/routes.ts';
import { receiveFile } from '../evidence/receive.ts';
import { evidenceRoutes } from '../evidence/routes.ts';
import type { SignedIn } from '../http/route.ts';
import { createLearners } from '../identity/index.ts';
import { recordRoutes } from '../record/routes.ts';
import { setScene } from '../record/test-scene.ts';
import { sharingRoutes } from '../sharing/routes.ts';
import { testServices } from '../test-services.ts';
import { rplRoutes } from './routes.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let folder: string;
let mere: SignedIn & { readonly learnerId: number };
let other: SignedIn;
let ana: SignedIn;
let ben: SignedIn;
let cam: SignedIn;
let registrar: SignedIn;
let weka: SignedIn;
const OWN = '/api/v1/learners/me/rpl';
const SENT = '/api/v1/providers/me/rpl';

beforeAll(async () => {
  at = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'rpl-'));
  services = testServices(at, { settings: { dataFolder: folder } });
  await setScene(at.owner);
  await at.owner.query(`
    insert into catalogue.skill_scheme (scheme, uri, version, name_en, name_mi) values ('test', 'https://skills.example.test', '1', 'Test', 'Whakamātau');
    insert into catalogue.skill (uri, scheme, kind, label_en) values ('test:move', 'test', 'core-technical', 'Lift and move people'),
      ('test:risk', 'test', 'core-technical', 'Assess risk'), ('test:bread', 'test', 'industry-specific', 'Bake bread');
    alter table catalogue.outcome_skill disable trigger user;
    insert into catalogue.outcome_skill (outcome_id, uri, scheme, label, relation)
      select outcome_id, x.uri, 'test', x.label, 'earns' from catalogue.outcome o join (values ('t-1-2', 'test:move', 'Lift and move people'), ('t-1-2', 'test:risk', 'Assess risk'),
        ('t-2', 'test:bread', 'Bake bread')) x (id, uri, label) on x.id = o.public_id;
    insert into catalogue.outcome (public_id, code, version, lineage, name, credits, level, field, accredited, status, in_force_from, practice)
      values ('t-big', 'TB', 1, 'TB', 'Run a kitchen', 20, 4, 'service-sector', true, 'published', '2010-01-01', '[{"text":"Leads a team","lang":"en"}]'),
        ('t-late', 'TL', 1, 'TL', 'Keep a garden', 3, 2, 'service-sector', true, 'published', '2010-01-01', '[{"text":"Digs","lang":"en"}]')`);
  await at.owner.query('alter table catalogue.outcome_skill enable trigger user');
  app = await testApp(services, rplRoutes, evidenceRoutes, recordRoutes, disputeRoutes, sharingRoutes);
  const [one, two] = await createLearners(services, 'operator', [
    { nsn: '0000200001', familyName: 'Rimu', givenNames: 'Mere', birthDate: '1990-05-04' },
    { nsn: '0000200002', familyName: 'Mātai', givenNames: 'Tui', birthDate: '1991-05-04' },
  ]);
  const { rows } = await at.owner.query(`select public_id, organisation_id as id from catalogue.organisation`);
  const organisationId = (name: string): number => rows.find((row) => row.public_id === name).id;
  mere = { ...(await signedIn(at, 'learner', { learnerId: Number(one) })), learnerId: Number(one) };
  other = await signedIn(at, 'learner', { learnerId: Number(two) });
  const kea = { organisationId: organisationId('test-kea') };
  ana = await signedIn(at, 'provider', { ...kea, roles: ['assessor'] });
  ben = await signedIn(at, 'provider', { ...kea, roles: ['assessor'] });
  cam = await signedIn(at, 'provider', { ...kea, roles: ['assessor'] });
  registrar = await signedIn(at, 'provider', { ...kea, roles: ['registrar'] });
  weka = await signedIn(at, 'provider', { organisationId: organisationId('test-weka'), roles: ['assessor'] });
});
afterAll(async () => {
  await app.close();
  await at.end();
  rmSync(folder, { recursive: true });
});

const picture = async (title: string): Promise<string> =>
  (await receiveFile(services, mere, Readable.from([Buffer.from(`%PDF-1.7 ${title}`)]), { title, declaredBytes: null })).id;

async function drafted(
  outcomes: readonly { outcome: string; evidence?: readonly string[] }[],
  provider = 'test-kea',
): Promise<string> {
  const { body } = await app.ask(mere, 'POST', OWN, { story: 'I lifted and moved people for four years.' });
  const kept = await app.ask(mere, 'PUT', `${OWN}/${body.id}`, {
    story: 'I lifted and moved people for four years.',
    provider,
    outcomes,
  });
  expect(kept).toMatchObject({ status: 200, body: { id: body.id } });
  return body.id;
}
async function applied(outcomes: readonly { outcome: string; evidence?: readonly string[] }[]): Promise<string> {
  const id = await drafted(outcomes);
  expect(await app.ask(mere, 'POST', `${OWN}/${id}/application`, { consent: true })).toMatchObject({ status: 200 });
  return id;
}
async function assessment(who: SignedIn, id: string, decisions: Readonly<Record<string, 'granted' | 'declined'>>) {
  const { body } = await app.ask(who, 'GET', `${SENT}/${id}`);
  return {
    outcomes: body.asked.map(({ outcome, criteria }: { outcome: string; criteria: readonly { id: string }[] }) => ({
      outcome,
      decision: decisions[outcome],
      reason: 'Seen at work on two days.',
      rubric: criteria.map((one) => ({
        criterion: one.id,
        judgement: decisions[outcome] === 'granted' ? 'met' : 'partly',
        reason: 'Seen.',
      })),
    })),
  };
}
const results = async () =>
  (
    await at.owner.query(
      `select o.public_id as outcome, s.mode, s.achieved_on as date, s.result, s.reference from record.achievement_state s join catalogue.outcome o using (outcome_id)
        where s.learner_id = $1 order by 1`,
      [mere.learnerId],
    )
  ).rows;

test('a story finds outcomes by skill: with why, what is lacking, and who may assess them', async () => {
  const { status, body } = await app.ask(mere, 'POST', `${OWN}/matches`, {
    story: 'I used to lift and move people. On Sundays I bake bread.',
  });
  expect(status).toBe(200);
  const lift = body.items.find(({ code, version }: { code: string; version: number }) => code === 'T1' && version === 2);
  expect(lift).toMatchObject({
    why: [{ label: 'Lift and move people', sentence: 'I used to lift and move people.' }],
    lacking: [{ label: 'Assess risk' }],
    providers: [{ id: 'test-kea' }],
  });
  expect(body.items.map(({ code }: { code: string }) => code)).toContain('T2');
});

describe('an application', () => {
  test('is the learner’s own, is written over until it is sent, and is sent only whole and with consent', async () => {
    const id = await drafted([]);
    expect((await app.ask(other, 'GET', `${OWN}/${id}`)).status).toBe(404);
    expect((await app.ask(ana, 'GET', `${SENT}/${id}`)).status).toBe(404);
    expect((await app.ask(mere, 'POST', `${OWN}/${id}/application`, { consent: false })).status).toBe(400);
    const send = () => app.ask(mere, 'POST', `${OWN}/${id}/application`, { consent: true });
    expect((await send()).body).toMatchObject({ code: 'rpl-incomplete' });
    const put = (outcome: string, provider = 'test-kea', evidence: string[] = []) =>
      app.ask(mere, 'PUT', `${OWN}/${id}`, { story: 'Told.', provider, outcomes: [{ outcome, evidence }] });
    expect((await put('t-draft')).body).toMatchObject({ code: 'outcome-not-found' });
    expect((await put('t-2', 'nobody')).body).toMatchObject({ code: 'organisation-not-found' });
    expect((await put('t-2', 'test-kea', ['999424'])).body).toMatchObject({ code: 'evidence-not-found' });
    await put('t-1');
    expect((await send()).body).toMatchObject({ code: 'outcome-not-offered' });
    // Consent to assess ended in 2024.
    await put('t-1-2', 'test-weka');
    expect((await send()).body).toMatchObject({ code: 'outcome-not-offered' });
    expect((await app.ask(mere, 'POST', `${OWN}/${id}/withdrawal`)).status).toBe(200);
    expect((await app.ask(mere, 'POST', `${OWN}/${id}/withdrawal`)).status).toBe(200);
    expect((await put('t-2')).body).toMatchObject({ code: 'rpl-settled' });
  });

  test('is read by the provider that it was sent to and no other, each reading and each opened file in the learner’s list', async () => {
    const evidence = await picture('Reference of my manager');
    const unsent = await picture('My diary');
    const id = await applied([{ outcome: 't-2', evidence: [evidence] }]);
    expect((await app.ask(registrar, 'GET', `${SENT}/${id}`)).status).toBe(403);
    expect((await app.ask(weka, 'GET', `${SENT}/${id}`)).status).toBe(404);
    expect((await app.ask(ana, 'GET', SENT)).body.items).toMatchObject([{ id, learner: 'Mere Rimu', status: 'applied' }]);
    const { body } = await app.ask(ana, 'GET', `${SENT}/${id}`);
    expect(body).toMatchObject({
      learner: 'Mere Rimu',
      asked: [{ outcome: 't-2', evidence: [{ title: 'Reference of my manager' }] }],
    });
    expect(JSON.stringify(body)).not.toContain('0000200001');
    expect((await app.ask(ana, 'GET', `${SENT}/${id}/evidence/${evidence}`)).status).toBe(200);
    expect((await app.ask(ana, 'GET', `${SENT}/${id}/evidence/${unsent}`)).status).toBe(404);
    expect((await app.ask(weka, 'GET', `${SENT}/${id}/evidence/${evidence}`)).status).toBe(404);
    const { body: record } = await app.ask(mere, 'GET', '/api/v1/learners/me/record');
    expect(record.looked.map(({ name, purpose }: { name: string; purpose: string }) => [name, purpose])).toContainEqual([
      'Test Kea',
      'rpl',
    ]);
    const { body: portfolio } = await app.ask(mere, 'GET', '/api/v1/learners/me/evidence');
    expect(portfolio.items.find((item: { id: string }) => item.id === evidence)).toMatchObject({
      openings: [{ organisation: 'Test Kea' }],
    });
    expect((await app.ask(mere, 'DELETE', `/api/v1/learners/me/evidence/${evidence}`)).body).toMatchObject({
      code: 'evidence-in-use',
    });
    // Taken back, nothing of it is read any more.
    await app.ask(mere, 'POST', `${OWN}/${id}/withdrawal`);
    expect((await app.ask(ana, 'GET', `${SENT}/${id}`)).status).toBe(404);
    expect((await app.ask(ana, 'GET', `${SENT}/${id}/evidence/${evidence}`)).status).toBe(404);
    expect((await app.ask(mere, 'DELETE', `/api/v1/learners/me/evidence/${evidence}`)).status).toBe(204);
    const { rows } = await at.owner.query(`select kind from sharing.log where about = 'rpl' and about_id = $1 order by log_id`, [
      id,
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['granted', 'read', 'withdrawn']);
  });
});

describe('assessing', () => {
  test('asks back, judges each criterion, and what is granted is one result of mode rpl dated on the day of the decision', async () => {
    const id = await applied([{ outcome: 't-2' }, { outcome: 't-1-2' }]);
    expect((await app.ask(ana, 'POST', `${SENT}/${id}/questions`, { words: 'Where was that?' })).status).toBe(200);
    const more = await picture('Roster');
    expect((await app.ask(ana, 'POST', `${SENT}/${id}/questions`, { words: 'And when?' })).body).toMatchObject({
      code: 'rpl-settled',
    });
    const answer = { words: 'In Ōtaki.', evidence: [{ outcome: 't-2', items: [more] }] };
    expect((await app.ask(mere, 'POST', `${OWN}/${id}/answers`, answer)).status).toBe(200);
    const given = await assessment(ana, id, { 't-2': 'granted', 't-1-2': 'declined' });
    const put = (outcomes: unknown) => app.ask(ana, 'PUT', `${SENT}/${id}/assessment`, { outcomes });
    const [first, second] = given.outcomes;
    expect((await put([first])).body).toMatchObject({ code: 'rubric-incomplete' });
    expect((await put([{ ...first, rubric: [] }, second])).body).toMatchObject({ code: 'rubric-incomplete' });
    expect((await put(given.outcomes.map((one: object) => ({ ...one, decision: 'granted' })))).body).toMatchObject({
      code: 'rubric-not-met',
    });
    const graded = given.outcomes.map((one: { decision: string }) =>
      one.decision === 'granted' ? { ...one, result: 'merit' } : one,
    );
    expect((await put(graded)).body).toMatchObject({ code: 'grade-not-available' });
    expect(await results()).toEqual([]);
    services.clock.moveTo('2026-11-27');
    expect(await put(given.outcomes)).toMatchObject({ status: 200, body: { status: 'recorded' } });
    expect((await put(given.outcomes)).body).toMatchObject({ code: 'rpl-settled' });
    expect(await results()).toEqual([
      { outcome: 't-2', mode: 'rpl', date: '2026-11-27', result: 'achieved', reference: `rpl-${id}-t-2` },
    ]);
    const { body } = await app.ask(mere, 'GET', `${OWN}/${id}`);
    expect(body).toMatchObject({ status: 'recorded', decidedOn: '2026-11-27' });
    expect(body.asked.find(({ outcome }: { outcome: string }) => outcome === 't-1-2')).toMatchObject({
      decision: 'declined',
      reason: 'Seen at work on two days.',
      rubric: [{ judgement: 'partly' }, { judgement: 'partly' }],
    });
    expect(body.history.map(({ kind }: { kind: string }) => kind)).toEqual([
      'drafted',
      'applied',
      'asked',
      'answered',
      'assessed',
      'decided',
      'recorded',
    ]);
    const { rows } = await at.owner.query(
      `select code from notice.notice where learner_id = $1 and code like 'rpl-%' order by notice_id`,
      [mere.learnerId],
    );
    expect(rows.map(({ code }) => code)).toEqual(['rpl-asked', 'rpl-decided']);
    // What has been passed is not asked for again.
    const again = await drafted([{ outcome: 't-2' }]);
    expect((await app.ask(mere, 'POST', `${OWN}/${again}/application`, { consent: true })).body).toMatchObject({
      code: 'already-held',
    });
  });

  test('of many credits is confirmed by a second person, who is not the first; given back, it is assessed again', async () => {
    const id = await applied([{ outcome: 't-big' }]);
    const given = await assessment(ana, id, { 't-big': 'granted' });
    expect((await app.ask(ana, 'PUT', `${SENT}/${id}/assessment`, given)).body).toEqual({ id, status: 'assessed' });
    // What is proposed is not the learner's to see yet.
    expect((await app.ask(mere, 'GET', `${OWN}/${id}`)).body).toMatchObject({
      status: 'assessed',
      asked: [{ decision: null, rubric: [] }],
    });
    const confirm = (who: SignedIn, agrees: boolean) =>
      app.ask(who, 'POST', `${SENT}/${id}/confirmation`, { agrees, words: 'I looked.' });
    expect((await confirm(ana, true)).body).toMatchObject({ code: 'second-person-needed' });
    expect((await confirm(ben, false)).body).toEqual({ id, status: 'applied' });
    await app.ask(ben, 'PUT', `${SENT}/${id}/assessment`, await assessment(ben, id, { 't-big': 'granted' }));
    expect((await confirm(ben, true)).body).toMatchObject({ code: 'second-person-needed' });
    services.clock.moveTo('2026-11-28');
    expect((await confirm(ana, true)).body).toEqual({ id, status: 'recorded' });
    expect((await results()).find(({ outcome }) => outcome === 't-big')).toMatchObject({ mode: 'rpl', date: '2026-11-28' });
    expect((await app.ask(ben, 'GET', `${SENT}?pile=settled`)).body.items[0]).toMatchObject({ id, status: 'recorded' });
  });

  test('when the results cannot be recorded nothing is decided', async () => {
    const id = await applied([{ outcome: 't-late' }]);
    // The provider loses its consent to assess meanwhile.
    await at.owner.query(
      `update catalogue.accreditation set to_on = '2026-11-01' where organisation_id = (select organisation_id from catalogue.organisation where public_id = 'test-kea')`,
    );
    const given = await assessment(ana, id, { 't-late': 'granted' });
    expect((await app.ask(ana, 'PUT', `${SENT}/${id}/assessment`, given)).body).toMatchObject({ code: 'rpl-not-recordable' });
    expect((await app.ask(mere, 'GET', `${OWN}/${id}`)).body).toMatchObject({ status: 'applied' });
    await at.owner.query(
      `update catalogue.accreditation set to_on = null where organisation_id = (select organisation_id from catalogue.organisation where public_id = 'test-kea')`,
    );
    await app.ask(mere, 'POST', `${OWN}/${id}/withdrawal`);
  });
});

test('an appeal is a dispute that another assessor answers: granted, it is recorded and the dispute is settled with it', async () => {
  const id = await applied([{ outcome: 't-1-2' }]);
  await app.ask(ana, 'PUT', `${SENT}/${id}/assessment`, await assessment(ana, id, { 't-1-2': 'declined' }));
  const appeal = { outcome: 't-1-2', words: 'Nobody watched me lift.' };
  const { status, body } = await app.ask(mere, 'POST', `${OWN}/${id}/appeals`, appeal);
  expect(status).toBe(201);
  expect((await app.ask(mere, 'POST', `${OWN}/${id}/appeals`, appeal)).body).toMatchObject({ code: 'not-declined' });
  expect((await app.ask(mere, 'GET', `/api/v1/disputes/${body.id}`)).body).toMatchObject({
    status: 'open',
    reason: 'rpl-declined',
  });
  const byHand = { answer: 'declined', words: 'No.' };
  expect((await app.ask(registrar, 'POST', `/api/v1/disputes/${body.id}/answer`, byHand)).body).toMatchObject({
    code: 'answered-by-review',
  });
  expect((await app.ask(cam, 'GET', `${SENT}?pile=appealed`)).body.items).toMatchObject([{ id, appealed: true }]);
  const [review] = (await assessment(cam, id, { 't-1-2': 'granted' })).outcomes;
  expect((await app.ask(ana, 'POST', `${SENT}/${id}/reviews`, review)).body).toMatchObject({ code: 'second-person-needed' });
  services.clock.moveTo('2026-11-29');
  expect((await app.ask(cam, 'POST', `${SENT}/${id}/reviews`, review)).status).toBe(200);
  expect((await app.ask(cam, 'POST', `${SENT}/${id}/reviews`, review)).body).toMatchObject({ code: 'not-appealed' });
  expect((await app.ask(mere, 'GET', `/api/v1/disputes/${body.id}`)).body).toMatchObject({ status: 'corrected' });
  expect((await results()).find(({ outcome }) => outcome === 't-1-2')).toMatchObject({ mode: 'rpl', date: '2026-11-29' });
  // The consent ends when the learner says so: the decision stays, the story does not.
  expect((await app.ask(mere, 'POST', `${OWN}/${id}/consent-end`)).status).toBe(200);
  expect((await app.ask(ana, 'GET', `${SENT}/${id}`)).body).toMatchObject({
    learner: null,
    story: null,
    asked: [{ decision: 'granted', evidence: [] }],
  });
});

test('the database keeps a provider from what was not sent to it, and everybody from changing what was decided', async () => {
  const draft = await drafted([{ outcome: 't-h-1' }]);
  const seen = await services.db.as(ana.acting, (tx) =>
    tx.query({ text: 'select application_id as id from rpl.application_state' }),
  );
  expect(seen.rows.map(({ id }) => String(id))).not.toContain(draft);
  expect((await services.db.as(weka.acting, (tx) => tx.query({ text: 'select from rpl.application_state' }))).rows).toEqual([]);
  for (const text of [
    `update rpl.application_outcome set decision = 'granted', result = 'achieved'`,
    'delete from rpl.application_event',
    `update rpl.application_event set words = 'x'`,
  ])
    for (const who of [mere, ana]) await expect(services.db.as(who.acting, (tx) => tx.query({ text }))).rejects.toThrow(/denied/);
  await expect(services.db.as(ana.acting, (tx) => tx.query({ text: 'select from evidence.item' }))).rejects.toThrow(/denied/);
});
