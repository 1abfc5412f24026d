import { decodeStatusList } from '@recognition/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testServices } from '../test-services.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { drawStatus, publishedStatusList, setStatus } from './status.ts';
import { drawPlace } from './status-queries.ts';

let at: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  at = await testDatabase();
  services = testServices(at);
});
afterAll(() => at.end());

const signedList = z.object({ credentialSubject: z.object({ encodedList: z.string() }) });

function bitsOf(credential: unknown): Promise<Uint8Array> {
  return decodeStatusList(signedList.parse(credential).credentialSubject.encodedList, 1_000_000);
}

const isSet = (bits: Uint8Array, index: number): boolean => ((bits[index >> 3] ?? 0) & (128 >> (index & 7))) !== 0;

test('a thousand changes at once: none is lost, and nothing else is set', async () => {
  const places = await Promise.all(
    Array.from({ length: 1000 }, (_, n) =>
      services.db.asBatch(async (tx) => {
        const [revocation] = await drawStatus(tx, 1024 + n, `urn:test:${n}`);
        await setStatus(tx, 'revocation', `urn:test:${n}`, true);
        return revocation!;
      }),
    ),
  );
  const [list] = new Set(places.map((place) => place.list));
  const published = await publishedStatusList(services, list!);
  const bits = await bitsOf(published?.credential);
  expect(places.every(({ index }) => isSet(bits, index))).toBe(true);
  expect(bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)).toBe(1000);
  expect(new Set(places.map(({ index }) => index)).size).toBe(1000);
});

test('a list is served as signed while no bit changes, and signed anew when one does', async () => {
  const place = await services.db.asBatch((tx) => drawPlace(tx, 'suspension', 5, 'urn:test:again'));
  const first = await publishedStatusList(services, place.list);
  const same = await publishedStatusList(services, place.list);
  expect(same).toEqual(first);
  await services.db.asBatch((tx) => setStatus(tx, 'suspension', 'urn:test:again', true));
  const next = await publishedStatusList(services, place.list);
  expect(next?.etag).not.toBe(first?.etag);
  expect(isSet(await bitsOf(next?.credential), place.index)).toBe(true);
  await services.db.asBatch((tx) => setStatus(tx, 'suspension', 'urn:test:again', false));
  expect(isSet(await bitsOf((await publishedStatusList(services, place.list))?.credential), place.index)).toBe(false);
});

test('a full list is closed and a new one opened', async () => {
  await at.owner.query(`update award.status_list set closed_at = now() where purpose = 'revocation' and closed_at is null`);
  const draw = (n: number) =>
    services.db.asBatch(
      async (tx) =>
        (
          await tx.query<{ list: string }>({
            text: `select list from award.draw_status_index('revocation', 1, $1, 8)`,
            values: [`urn:small:${n}`],
          })
        ).rows[0]!.list,
    );
  const lists: string[] = [];
  for (let n = 0; n < 20; n += 1) lists.push(await draw(n));
  expect(new Set(lists).size).toBeGreaterThanOrEqual(3);
});

test('a learner may neither draw nor raise a bit for another, nor take a revocation back', async () => {
  const learner = await at.session('learner', { learnerId: 77 });
  await services.db.asBatch((tx) => drawStatus(tx, 78, 'urn:test:other'));
  await expect(services.db.as(learner, (tx) => drawStatus(tx, 78, 'urn:test:forged'))).rejects.toMatchObject({ code: '42501' });
  await expect(services.db.as(learner, (tx) => setStatus(tx, 'revocation', 'urn:test:other', true))).rejects.toMatchObject({
    code: '42501',
  });
  await services.db.as(learner, (tx) => drawStatus(tx, 77, 'urn:test:own'));
  await services.db.as(learner, (tx) => setStatus(tx, 'revocation', 'urn:test:own', true));
  await expect(services.db.as(learner, (tx) => setStatus(tx, 'revocation', 'urn:test:own', false))).rejects.toMatchObject({
    code: '42501',
  });
});
