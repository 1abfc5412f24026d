import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { shapeFaults } from '../../../credentials/test/elm-shapes.ts';
import { has } from '../../../credentials/test/shared.ts';
import { claimAward } from '../award/claim.ts';
import { claimMade } from '../award/claim-made.ts';
import { ids, LEARNER, NSN, OTHER, setScene, signInLearner } from '../award/test-scene.ts';
import { withdrawAward } from '../award/withdraw.ts';
import { testApp } from '../catalogue/test-app.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { bringContent } from '../framework/content/bring.ts';
import { testServices } from '../test-services.ts';
import { elmRoutes } from './routes.ts';

let at: TestDatabase;
let app: Awaited<ReturnType<typeof testApp>>;
let award: string;
beforeAll(async () => {
  at = await testDatabase();
  await setScene(at.owner);
  app = await testApp(testServices(at), elmRoutes);
  const claim = { award: 'alq', major: 'health', select: ids(1, 2, 3, 4, 5, 6, 7, 8), nameOnAward: 'Mere Rimu' } as const;
  award = (await claimAward(testServices(at), await signInLearner(at), claim)).id;
});
afterAll(async () => {
  await app.close();
  await at.end();
});

const claimed = z.object({
  credentialSubject: z.object({
    hasClaim: z.object({
      hasPart: z.array(
        z.object({ title: z.object({ en: z.string() }), specifiedBy: z.object({ eqfLevel: z.object({ id: z.string() }) }) }),
      ),
    }),
  }),
});

test('a learner takes the award: the whole of it, under the name on it, without the NSN', async () => {
  const { status, body } = await app.ask(await signInLearner(at), 'GET', `/api/v1/awards/${award}/elm`);
  expect(status).toBe(200);
  expect(body.credentialSubject.fullName).toEqual({ en: 'Mere Rimu' });
  expect(body.credentialSubject.hasClaim).toMatchObject({
    title: { en: 'Applied Learning Qualification (Major: Health)' },
    creditReceived: { point: '40' },
    identifier: { notation: award },
  });
  const parts = claimed.parse(body).credentialSubject.hasClaim.hasPart;
  expect(parts.map(({ title }) => title.en)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Invented outcome ${n}`));
  expect(parts[0]?.specifiedBy.eqfLevel.id).toBe('http://data.europa.eu/snb/eqf/4');
  expect(JSON.stringify(body)).not.toContain(NSN);
  const again = await app.ask(await signInLearner(at), 'GET', `/api/v1/awards/${award}/elm`);
  expect({ ...again.body, issued: 0, issuanceDate: 0, validFrom: 0 }).toEqual({
    ...body,
    issued: 0,
    issuanceDate: 0,
    validFrom: 0,
  });
});

test('a learner takes the record: all that was achieved and is confirmed', async () => {
  const { status, body } = await app.ask(await signInLearner(at), 'GET', '/api/v1/learners/me/record/elm');
  expect(status).toBe(200);
  expect(body.credentialSubject.hasClaim).toHaveLength(12);
  expect(JSON.stringify(body)).not.toContain(NSN);
});

test('an award of another country says its own size, and the EQF level that the country refers its level to', async () => {
  const part = (ref: string) => ({ ref, role: 'assessment', source: 'K-bloc', minutes: 90 });
  await bringContent(testServices(at), 'operator', {
    type: 'FrameworkContent',
    version: 1,
    framework: 'fr',
    origin: 'Invented for this test',
    invented: true,
    units: ['K9', 'K10'].map((id) => ({ id, code: id, title: id, kind: 'assessment' })),
    definitions: [
      { id: 'K-bloc', award: 'bloc', title: 'Bloc inventé', parts: [part('K9'), part('K10')] },
      {
        id: 'K-rncp',
        award: 'certification',
        title: 'Certification inventée',
        level: '4',
        minutes: 5430,
        parts: [{ ref: 'K-bloc', role: 'bloc' }],
      },
    ],
  });
  const made = { framework: 'fr', award: 'certification', definition: 'K-rncp', nameOnAward: null };
  const learner = await signInLearner(at);
  const { id } = await claimMade(testServices(at), learner, made);
  const { status, body } = await app.ask(learner, 'GET', `/api/v1/awards/${id}/elm`);
  expect(status).toBe(200);
  expect(body.credentialSubject.hasClaim).toMatchObject({
    specifiedBy: { type: 'Qualification', volumeOfLearning: 'PT90H30M', eqfLevel: { id: 'http://data.europa.eu/snb/eqf/4' } },
  });
  expect(body.credentialSubject.hasClaim).not.toHaveProperty('creditReceived');
  if (has('standards/elm-3')) expect(await shapeFaults(body)).toEqual([]);
});

test('somebody else’s award is not there, the public is asked to sign in, and a record of nothing is said to be so', async () => {
  const other = await signInLearner(at, OTHER);
  expect((await app.ask(other, 'GET', `/api/v1/awards/${award}/elm`)).status).toBe(404);
  expect((await app.ask(null, 'GET', `/api/v1/awards/${award}/elm`)).status).toBe(401);
  expect((await app.ask(null, 'GET', '/api/v1/learners/me/record/elm')).status).toBe(401);
  await at.owner.query(`update record.achievement_state set status = 'provisional' where learner_id = $1`, [OTHER]);
  expect(await app.ask(other, 'GET', '/api/v1/learners/me/record/elm')).toMatchObject({
    status: 422,
    body: { code: 'nothing-achieved' },
  });
});

test.skipIf(!has('standards/elm-3'))('both conform to the Commission’s shapes', async () => {
  for (const path of [`/api/v1/awards/${award}/elm`, '/api/v1/learners/me/record/elm']) {
    const { body } = await app.ask(await signInLearner(at), 'GET', path);
    expect(await shapeFaults(body)).toEqual([]);
  }
});

test('an award that was given back is refused: a copy could not say so', async () => {
  const learner = await signInLearner(at);
  await withdrawAward(testServices(at), { ...learner, learnerId: LEARNER }, award, 'A test.');
  expect(await app.ask(learner, 'GET', `/api/v1/awards/${award}/elm`)).toMatchObject({
    status: 409,
    body: { code: 'award-not-in-force' },
  });
});
