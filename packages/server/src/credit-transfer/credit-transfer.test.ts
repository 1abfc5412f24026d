import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parseRecord } from '@recognition/recognition';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn, testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { receiveFile } from '../evidence/receive.ts';
import { evidenceRoutes } from '../evidence/routes.ts';
import type { SignedIn } from '../http/route.ts';
import { importResults } from '../record/import-results.ts';
import { recordRoutes } from '../record/routes.ts';
import { aFile, aRow, csvOf, setScene } from '../record/test-scene.ts';
import { testServices } from '../test-services.ts';
import { creditTransferRoutes } from './routes.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
let app: Awaited<ReturnType<typeof testApp>>;
let folder: string;
let mere: SignedIn & { readonly learnerId: number };
let kea: SignedIn;
let weka: SignedIn;
let steward: SignedIn;
const OWN = '/api/v1/learners/me/transfers';
const SENT = '/api/v1/providers/me/transfers';
const AGREEMENTS = '/api/v1/transfer-agreements';

beforeAll(async () => {
  at = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'transfer-'));
  services = testServices(at, { settings: { dataFolder: folder } });
  await setScene(at.owner);
  app = await testApp(services, creditTransferRoutes, evidenceRoutes, recordRoutes);
  const rows = [
    aRow({ outcome: 'T1', version: '2', date: '2022-03-01', reference: 'old' }),
    aRow({ outcome: 'T4', date: '2019-06-30', reference: 'older' }),
  ];
  await importResults(services, { actor: 'operator', organisationId: null }, { path: aFile(csvOf(rows)), name: 'x' });
  const learner = await at.owner.query('select distinct learner_id as id from record.achievement_state');
  const { rows: found } = await at.owner.query('select public_id, organisation_id as id from catalogue.organisation');
  const organisationId = (name: string): number => found.find((row) => row.public_id === name).id;
  mere = { ...(await signedIn(at, 'learner', { learnerId: Number(learner.rows[0].id) })), learnerId: Number(learner.rows[0].id) };
  kea = await signedIn(at, 'provider', { organisationId: organisationId('test-kea'), roles: ['registrar'] });
  weka = await signedIn(at, 'provider', { organisationId: organisationId('test-weka'), roles: ['registrar'] });
  steward = await signedIn(at, 'steward', { roles: ['steward'] });
});
afterAll(async () => {
  await app.close();
  await at.end();
  rmSync(folder, { recursive: true });
});

const lines = async () => (await app.ask(mere, 'GET', '/api/v1/learners/me/record')).body;
const resultOf = async (outcome: string): Promise<string> =>
  (await lines()).record.achievements.find((one: { outcome: string }) => one.outcome === outcome).id;

test('agreements are loaded under their references: again changes nothing, and a wrong one stops none of the others', async () => {
  const good = { reference: 'kea-1', from: { outcome: 'T1' }, to: { outcome: 'T2', provider: 'test-kea' }, begins: '2024-01-01' };
  const items = [
    good,
    { ...good, reference: 'kea-2', from: { outcome: 'nothing' } },
    { ...good, reference: 'kea-3', ends: '2023-01-01' },
    { reference: 'x' },
  ];
  const first = await app.ask(steward, 'POST', AGREEMENTS, { items });
  expect(first.body).toMatchObject({
    rows: 4,
    created: 1,
    rejected: [{ row: 2, code: 'outcome-not-found' }, { row: 3, code: 'agreement-unusable' }, { row: 4 }],
  });
  expect((await app.ask(kea, 'POST', AGREEMENTS, { items: [good] })).body).toMatchObject({ unchanged: 1 });
  expect((await app.ask(kea, 'POST', AGREEMENTS, { items: [{ ...good, note: 'n' }] })).body).toMatchObject({ changed: 1 });
  expect((await app.ask(weka, 'POST', AGREEMENTS, { items: [good] })).body).toMatchObject({
    rejected: [{ code: 'agreement-not-yours' }],
  });
  expect((await app.ask(mere, 'POST', AGREEMENTS, { items: [good] })).status).toBe(403);
  expect((await app.ask(null, 'GET', `${AGREEMENTS}?outcome=T2`)).body.items).toMatchObject([
    { reference: 'kea-1', begins: '2024-01-01', ends: null },
  ]);
});

test('what an agreement covers is accepted in one step: mode crt, the first date, its source, and never both counted', async () => {
  const result = await resultOf('t-1-2');
  const wish = { from: { result }, outcome: 't-2', provider: 'test-kea', consent: true };
  const { status, body } = await app.ask(mere, 'POST', OWN, wish);
  expect(status).toBe(201);
  expect((await app.ask(mere, 'POST', OWN, wish)).body).toMatchObject({ code: 'transfer-open' });
  expect((await app.ask(mere, 'POST', OWN, { ...wish, outcome: 't-1' })).body).toMatchObject({ code: 'already-held' });
  expect((await app.ask(weka, 'GET', `${SENT}/${body.id}`)).status).toBe(404);
  expect((await app.ask(kea, 'GET', SENT)).body.items).toMatchObject([
    { id: body.id, agreement: 'kea-1', firstOn: '2022-03-01' },
  ]);
  expect((await app.ask(kea, 'GET', `${SENT}/${body.id}`)).body).toMatchObject({
    learner: 'Mere Rimu',
    from: { result: { code: 'T1' } },
  });
  const accept = () => app.ask(kea, 'POST', `${SENT}/${body.id}/decision`, { decision: 'accepted' });
  expect((await accept()).status).toBe(200);
  expect((await accept()).body).toMatchObject({ code: 'transfer-settled' });
  const { record, looked } = await lines();
  expect(parseRecord(record)).toMatchObject({ ok: true });
  expect(record.achievements.filter(({ outcome }: { outcome: string }) => outcome === 't-2')).toMatchObject([
    { mode: 'crt', date: '2026-11-24', originalDate: '2022-03-01', source: result },
  ]);
  expect(looked[0]).toMatchObject({ name: 'Test Kea', purpose: 'crt' });
  expect((await app.ask(mere, 'GET', OWN)).body.items).toMatchObject([{ status: 'accepted', decidedOn: '2026-11-24' }]);
  expect((await app.ask(mere, 'POST', OWN, wish)).body).toMatchObject({ code: 'already-held' });
  expect((await app.ask(mere, 'POST', `${OWN}/${body.id}/withdrawal`)).body).toMatchObject({ code: 'transfer-settled' });
});

test('without an agreement the registrar compares; an award of another place comes with its evidence, which is read and written down', async () => {
  const { id: evidence } = await receiveFile(services, mere, Readable.from([Buffer.from('%PDF-1.7 diploma')]), {
    title: 'Diploma',
    declaredBytes: null,
  });
  const from = { award: 'Lifting, level 3', issuer: 'An institute abroad', firstOn: '2021-02-28', evidence };
  const wish = { from, outcome: 't-g-1', provider: 'test-kea', consent: true };
  expect((await app.ask(mere, 'POST', OWN, { ...wish, from: { ...from, firstOn: '2027-01-01' } })).body).toMatchObject({
    code: 'day-to-come',
  });
  expect((await app.ask(mere, 'POST', OWN, { ...wish, from: { ...from, evidence: '5' } })).body).toMatchObject({
    code: 'evidence-not-found',
  });
  expect((await app.ask(mere, 'POST', OWN, { ...wish, provider: 'test-weka' })).body).toMatchObject({
    code: 'outcome-not-offered',
  });
  const { body } = await app.ask(mere, 'POST', OWN, wish);
  expect((await app.ask(mere, 'DELETE', `/api/v1/learners/me/evidence/${evidence}`)).body).toMatchObject({
    code: 'evidence-in-use',
  });
  expect((await app.ask(kea, 'GET', `${SENT}/${body.id}/evidence`)).status).toBe(200);
  const decide = (decision: string, words = '') => app.ask(kea, 'POST', `${SENT}/${body.id}/decision`, { decision, words });
  expect((await decide('accepted')).body).toMatchObject({ code: 'comparison-needed' });
  expect((await decide('declined')).body).toMatchObject({ code: 'comparison-needed' });
  expect((await decide('accepted', 'The same tasks, seen in the programme of study.')).status).toBe(200);
  const found = (await lines()).record.achievements.find(({ outcome }: { outcome: string }) => outcome === 't-g-1');
  expect(found).toMatchObject({ mode: 'crt', originalDate: '2021-02-28', source: null });
  const { body: portfolio } = await app.ask(mere, 'GET', '/api/v1/learners/me/evidence');
  expect(portfolio.items).toMatchObject([{ openings: [{ organisation: 'Test Kea' }] }]);
});

test('a source that was withdrawn since is not transferred, and a request that was taken back is not decided', async () => {
  const result = await resultOf('t-legacy');
  const ask = () => app.ask(mere, 'POST', OWN, { from: { result }, outcome: 't-g-2', provider: 'test-kea', consent: true });
  const { body: first } = await ask();
  expect((await app.ask(mere, 'POST', `${OWN}/${first.id}/withdrawal`)).status).toBe(200);
  expect((await app.ask(kea, 'POST', `${SENT}/${first.id}/decision`, { decision: 'declined', words: 'x' })).status).toBe(404);
  const { body: second } = await ask();
  const path = aFile(csvOf([aRow({ action: 'withdraw', reference: 'older' })]));
  await importResults(services, { actor: 'operator', organisationId: null }, { path, name: 'w' });
  const decision = { decision: 'accepted', words: 'Compared.' };
  expect((await app.ask(kea, 'POST', `${SENT}/${second.id}/decision`, decision)).body).toMatchObject({ code: 'transfer-source' });
});
