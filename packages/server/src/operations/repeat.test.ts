import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repeat } from './repeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a round that takes longer than the time between two is not joined by another; one that fails is reported, and the next is done', async () => {
  const reported: unknown[] = [];
  const rounds: PromiseWithResolvers<void>[] = [];
  const stop = repeat(
    1000,
    () => {
      const round = Promise.withResolvers<void>();
      rounds.push(round);
      return round.promise;
    },
    (error) => reported.push(error),
  );
  await vi.advanceTimersByTimeAsync(3500);
  expect(rounds).toHaveLength(1);
  rounds[0]?.reject('no');
  await vi.advanceTimersByTimeAsync(1000);
  expect([rounds.length, reported]).toEqual([2, ['no']]);
  rounds[1]?.resolve();
  stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(rounds).toHaveLength(2);
});

test('what a round that is under way meets after the stop is not reported', async () => {
  const said: unknown[] = [];
  const { promise, reject } = Promise.withResolvers<void>();
  const stop = repeat(
    60_000,
    () => promise,
    (error) => said.push(error),
  );
  stop();
  reject(new Error('the database is closed'));
  await promise.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toEqual([]);
});
