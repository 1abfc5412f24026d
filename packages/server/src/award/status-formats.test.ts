import { decodeStatusList, decodeTokenList, readStatus, readToken } from '@recognition/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { testServices } from '../test-services.ts';
import { drawStatus, publishedStatusList, setStatus } from './status.ts';
import { drawToken, setBits } from './status-queries.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
});
afterAll(() => at.end());

const tokenList = z.object({ sub: z.string(), ttl: z.number(), status_list: z.object({ bits: z.literal(2), lst: z.string() }) });
const bitList = z.object({ credentialSubject: z.object({ encodedList: z.string() }) });

const claimsOf = (jwt: string): unknown => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());

async function tokens(list: string): Promise<Uint8Array> {
  const published = await publishedStatusList(services, list);
  return decodeTokenList(tokenList.parse(claimsOf(String(published?.credential))).status_list.lst);
}

async function bits(list: string): Promise<Uint8Array> {
  return decodeStatusList(bitList.parse((await publishedStatusList(services, list))?.credential).credentialSubject.encodedList);
}

test('a token says what the bits of its credential say: valid, suspended, valid again, and revoked for good', async () => {
  const { list, index } = await services.db.asBatch(async (tx) => {
    await drawStatus(tx, 1024, 'urn:token:1');
    return drawToken(tx, 1024, 'urn:token:1');
  });
  const value = async () => readToken(await tokens(list), index, 2);
  expect(await value()).toBe(0);
  const set = (purpose: 'revocation' | 'suspension', raised: boolean) =>
    services.db.asBatch((tx) => setStatus(tx, purpose, 'urn:token:1', raised));
  await set('suspension', true);
  expect(await value()).toBe(2);
  await set('suspension', false);
  expect(await value()).toBe(0);
  await set('suspension', true);
  await set('revocation', true);
  expect(await value()).toBe(1);
});

test('a token that is made of a suspended credential is suspended from the start; asked again, it keeps its place', async () => {
  const place = await services.db.asBatch(async (tx) => {
    await drawStatus(tx, 1024, 'urn:token:2');
    await setStatus(tx, 'suspension', 'urn:token:2', true);
    return drawToken(tx, 1024, 'urn:token:2');
  });
  expect(readToken(await tokens(place.list), place.index, 2)).toBe(2);
  const places = await Promise.all(
    Array.from({ length: 8 }, () => services.db.asBatch((tx) => drawToken(tx, 1024, 'urn:token:2'))),
  );
  for (const again of places) expect(again).toEqual(place);
});

test('a thousand changes at once, of bits and tokens and in every order: none is lost, and nothing else is set', async () => {
  const drawn = await Promise.all(
    Array.from({ length: 1000 }, (_, n) =>
      services.db.asBatch(async (tx) => {
        const [revocation, suspension] = await drawStatus(tx, 2048 + n, `urn:many:${n}`);
        return { n, revocation: revocation!, suspension: suspension!, token: await drawToken(tx, 2048 + n, `urn:many:${n}`) };
      }),
    ),
  );
  await Promise.all(
    drawn.map(({ n }) =>
      services.db.asBatch(async (tx) => {
        const order = n % 2 === 0 ? (['revocation', 'suspension'] as const) : (['suspension', 'revocation'] as const);
        for (const purpose of order)
          if (purpose === 'suspension' || n % 4 === 0) await setStatus(tx, purpose, `urn:many:${n}`, true);
      }),
    ),
  );
  const [revoked, suspended, listed] = await Promise.all([
    bits(drawn[0]!.revocation.list),
    bits(drawn[0]!.suspension.list),
    tokens(drawn[0]!.token.list),
  ]);
  for (const { n, revocation, suspension, token } of drawn) {
    expect(readStatus(revoked, revocation.index)).toBe(n % 4 === 0);
    expect(readStatus(suspended, suspension.index)).toBe(true);
    expect(readToken(listed, token.index, 2)).toBe(n % 4 === 0 ? 1 : 2);
  }
});

test('many are changed in one statement, each list once', async () => {
  const ids = Array.from({ length: 300 }, (_, n) => `urn:bulk:${n}`);
  const places = await services.db.asBatch(async (tx) => {
    const made = [];
    for (const id of ids) made.push({ revocation: (await drawStatus(tx, 1024, id))[0]!, token: await drawToken(tx, 1024, id) });
    return made;
  });
  const change = () => services.db.asBatch((tx) => setBits(tx, 'revocation', [...ids, 'urn:nobody'], true));
  expect([await change(), await change()]).toEqual([300, 0]);
  const [revoked, listed] = [await bits(places[0]!.revocation.list), await tokens(places[0]!.token.list)];
  for (const { revocation, token } of places) {
    expect(readStatus(revoked, revocation.index)).toBe(true);
    expect(readToken(listed, token.index, 2)).toBe(1);
  }
});

test('when a list is full, however many ask at that moment, each gets a place of its own in the next one', async () => {
  await at.owner.query(`update award.status_list set closed_at = now() where purpose = 'suspension' and closed_at is null`);
  const places = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      services.db.asBatch(
        async (tx) =>
          (
            await tx.query<{ list: string; index: number }>({
              text: `select list, index from award.draw_status_index('suspension', 1, $1, 8)`,
              values: [`urn:full:${n}`],
            })
          ).rows[0]!,
      ),
    ),
  );
  expect(new Set(places.map(({ list, index }) => `${list} ${index}`)).size).toBe(200);
  expect(new Set(places.map(({ list }) => list)).size).toBeGreaterThanOrEqual(25);
});

test('a learner may take a token of their own credential only, and change nothing in bulk', async () => {
  const learner = await at.session('learner', { learnerId: 77 });
  await services.db.asBatch((tx) => drawStatus(tx, 78, 'urn:token:other'));
  await expect(services.db.as(learner, (tx) => drawToken(tx, 78, 'urn:token:other'))).rejects.toMatchObject({ code: '42501' });
  await expect(services.db.as(learner, (tx) => setBits(tx, 'revocation', ['urn:token:other'], true))).rejects.toMatchObject({
    code: '42501',
  });
  await services.db.as(learner, (tx) => drawStatus(tx, 77, 'urn:token:own'));
  expect((await services.db.as(learner, (tx) => drawToken(tx, 77, 'urn:token:own'))).index).toBeGreaterThanOrEqual(0);
});
