import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Services } from '../services.ts';
import { type ClaimOrder, type ClaimOutcome, fulfil } from './claim-order.ts';
import type { ClaimPlace } from './claim-worker.ts';

/** Claims that one thread has under way: while the database works for one, the thread works on the next. */
const AT_ONCE = 4;
/** Beginning a thread takes about as long as this many claims. */
const WORTH_A_THREAD = 500;

/**
 * How many threads to make so many claims in; 0: in the one that asks. A claim keeps the database busier than its thread, so one core is
 * left to it: with two cores none is begun. `npm run bench batch` compares.
 */
export function threadsFor(claims: number, cores: number = availableParallelism()): number {
  const threads = Math.min(cores - 1, Math.floor(claims / WORTH_A_THREAD));
  return threads < 2 ? 0 : threads;
}

/**
 * Makes claims for many learners who asked, each ordered once, until `most` are claimed or the orders end; answers how many were. Each is a transaction of its
 * own, so what was claimed before a failure stays. `onOutcome` is told of each, one at a time, but for those that were under way in a thread that died. Throws
 * what a claim, a thread or `onOutcome` throws.
 */
export async function claimMany(
  at: { readonly services: Services; readonly place: ClaimPlace; readonly threads: number },
  orders: AsyncIterator<ClaimOrder> | Iterator<ClaimOrder>,
  { most, onOutcome }: { readonly most: number; readonly onOutcome: (outcome: ClaimOutcome) => Promise<void> },
): Promise<number> {
  const threads = Array.from({ length: at.threads }, () => startThread(at.place));
  const makers = threads.length === 0 ? [(order: ClaimOrder) => fulfil(at.services, order)] : threads.map(({ make }) => make);
  let claimed = 0;
  let underWay = 0;
  let ended = false;
  let settled = Promise.withResolvers<void>();
  let told = Promise.resolve();
  const lane = async (make: (order: ClaimOrder) => Promise<ClaimOutcome>): Promise<void> => {
    while (!ended && claimed < most) {
      // What is under way may be all that is still wanted.
      if (claimed + underWay >= most) {
        await settled.promise;
        continue;
      }
      underWay += 1;
      try {
        const next = await orders.next();
        if (next.done === true) {
          ended = true;
          return;
        }
        const outcome = await make(next.value);
        if (outcome.kind === 'claimed') claimed += 1;
        told = told.then(() => onOutcome(outcome));
        await told;
      } catch (error) {
        ended = true;
        throw error;
      } finally {
        underWay -= 1;
        settled.resolve();
        settled = Promise.withResolvers();
      }
    }
  };
  // All of them, also after a failure: what is under way then is claimed and told before anything is closed.
  const lanes = await Promise.allSettled(makers.flatMap((make) => Array.from({ length: AT_ONCE }, () => lane(make))));
  await Promise.all(threads.map(({ close }) => close()));
  const failed = lanes.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return claimed;
}

function startThread(place: ClaimPlace) {
  const worker = new Worker(new URL('./claim-worker.ts', import.meta.url), { workerData: place });
  const waiting = new Map<number, PromiseWithResolvers<ClaimOutcome>>();
  let failure: { readonly error: unknown } | null = null;
  const fail = (error: unknown): void => {
    failure ??= { error };
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (outcome: ClaimOutcome) => {
    waiting.get(outcome.learner)?.resolve(outcome);
    waiting.delete(outcome.learner);
  });
  worker.on('error', fail);
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      fail(new Error('a thread that makes claims ended before its time'));
      resolve();
    });
  });
  return {
    make: (order: ClaimOrder): Promise<ClaimOutcome> => {
      if (failure !== null) return Promise.reject(failure.error);
      const answer = Promise.withResolvers<ClaimOutcome>();
      waiting.set(order.learner, answer);
      worker.postMessage(order, []);
      return answer.promise;
    },
    close: async (): Promise<void> => {
      worker.postMessage(null, []);
      await gone;
    },
  };
}
