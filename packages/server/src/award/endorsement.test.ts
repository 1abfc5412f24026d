import { addProof, buildEndorsement, encodeMultikey } from '@recognition/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { buildApp } from '../http/app.ts';
import type { App } from '../http/route.ts';
import { type Browser, browser } from '../http/test-browser.ts';
import { testServices } from '../test-services.ts';
import { ids, LEARNER, setScene } from './test-scene.ts';
import { examineForPublic, verifyForPublic } from './verification.ts';

let at: TestDatabase;
let app: App;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
  await setScene(at.owner);
  app = await buildApp(services);
});
afterAll(async () => {
  await app.close();
  await at.end();
});

async function signedIn(...[kind, who]: Parameters<TestDatabase['session']>): Promise<Browser> {
  const person = browser(app);
  person.cookies.set('session', (await at.session(kind, who)).token);
  return person;
}

test('the authority endorses a provider: anyone reads and verifies it, until it is withdrawn', async () => {
  const steward = await signedIn('steward', { accountId: 801, roles: ['steward'] });
  const path = '/api/v1/organisations/org-kea/endorsements';
  const made = await steward.ask('POST', path, { body: { comment: 'Quality assured since 2010.' } });
  expect(made.status).toBe(201);
  const listed = await browser(app).ask('GET', path);
  const [item] = JSON.parse(listed.text).items;
  expect(item).toEqual(made.body);
  expect(item.credential.credentialSubject).toEqual({
    id: 'http://127.0.0.1:8080/organisations/org-kea',
    type: ['EndorsementSubject'],
    endorsementComment: 'Quality assured since 2010.',
  });
  expect((await verifyForPublic(services, item.credential)).answer).toBe('verified');
  expect((await steward.ask('DELETE', `/api/v1/endorsements/${item.id}`)).status).toBe(204);
  expect((await browser(app).ask('GET', path)).body).toEqual({ items: [] });
  expect((await verifyForPublic(services, item.credential)).answer).toBe('not-verified');
  expect((await steward.ask('DELETE', `/api/v1/endorsements/${item.id}`)).body['code']).toBe('endorsement-not-found');
  expect((await steward.ask('POST', '/api/v1/organisations/nobody/endorsements', { body: { comment: 'x' } })).status).toBe(404);
  const mere = await signedIn('learner', { learnerId: LEARNER, accountId: LEARNER });
  expect((await mere.ask('POST', path, { body: { comment: 'x' } })).status).toBe(403);
});

test('an industry body endorses an outcome with a credential that it signed itself; nothing else is taken', async () => {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('no key pair');
  const multikey = encodeMultikey(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const signer = {
    verificationMethod: `did:key:${multikey}#${multikey}`,
    sign: async (data: Uint8Array) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, Uint8Array.from(data))),
  };
  const sign = async (subject: string, issuer = `did:key:${multikey}`) =>
    addProof(
      buildEndorsement({
        id: 'urn:uuid:5d2a2c2e-0000-4b7d-9a35-8f1a40c2a111',
        issuer: { id: issuer, name: 'Invented Industry Skills Board' },
        subject: { id: subject, comment: 'What our industry needs.' },
        name: 'Endorsement',
        validFrom: '2026-11-01T00:00:00Z',
      }),
      { signer, created: '2026-11-01T00:00:00Z' },
    );
  const developer = await signedIn('developer', { accountId: 802, organisationId: 1, roles: ['developer'] });
  const path = '/api/v1/outcomes/K1/1/endorsements';
  const own = await sign('http://127.0.0.1:8080/api/v1/outcomes/K1/1');
  const send = (credential: object, to = path) => developer.ask('POST', to, { body: { credential } });
  expect((await send(own)).status).toBe(201);
  expect((await send(own)).body['code']).toBe('endorsement-known');
  expect(JSON.parse((await browser(app).ask('GET', path)).text).items[0].credential).toEqual(JSON.parse(JSON.stringify(own)));
  const refused: readonly (readonly [object, string, string?])[] = [
    [{ ...own, name: 'Changed' }, 'endorsement-not-verified'],
    [await sign('http://127.0.0.1:8080/api/v1/outcomes/K2/1'), 'endorsement-of-another'],
    [await sign('http://127.0.0.1:8080/api/v1/outcomes/K1/1', 'did:web:other.example'), 'endorsement-not-verified'],
    [{ type: 'EndorsementCredential' }, 'endorsement-not-verified'],
    [await sign('http://127.0.0.1:8080/api/v1/outcomes/K99/1'), 'outcome-not-found', '/api/v1/outcomes/K99/1/endorsements'],
  ];
  for (const [credential, code, to] of refused) expect((await send(credential, to)).body['code']).toBe(code);
});

test('where an outcome says its grades, a result is a level of its rubric', async () => {
  await at.owner.query(`alter table catalogue.outcome disable trigger user`);
  await at.owner.query(`update catalogue.outcome set grades_available = '{excellence,achieved,merit}' where code = 'K9'`);
  await at.owner.query(`alter table catalogue.outcome enable trigger user`);
  await at.owner.query(`update record.achievement_state set result = 'merit' where learner_id = $1 and achievement_id = $2`, [
    LEARNER,
    ids(9)[0],
  ]);
  const mere = await signedIn('learner', { learnerId: LEARNER, accountId: LEARNER });
  const { text } = await mere.ask('GET', `/api/v1/learners/me/achievements/${ids(9)[0]}/credential`);
  const { achievement, result } = JSON.parse(text).credentialSubject;
  const [description] = achievement.resultDescription;
  expect(description.resultType).toBe('RubricCriterionLevel');
  expect(description.rubricCriterionLevel.map(({ name }: { name: string }) => name)).toEqual([
    'Achieved',
    'Achieved with Merit',
    'Achieved with Excellence',
  ]);
  expect(result[0]).toMatchObject({ value: 'Achieved with Merit', achievedLevel: description.rubricCriterionLevel[1].id });
  expect((await examineForPublic(services, text)).answer).toBe('verified');
});
