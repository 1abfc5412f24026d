import { Worker } from 'node:worker_threads';
import type { Services } from '../services.ts';
import { copyRaw } from './everyone-copy.ts';
import type { FromWorker, ToWorker, WorkerStart } from './everyone-messages.ts';
import { groupInMemory } from './everyone-queries.ts';

/** A thread of its own, which decides the learners of one share after the other. What fails in it fails the share. */
export interface Reader {
  readonly decide: (services: Services, copy: string, take: (found: FromWorker) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Pieces of the stream that a reader may be behind. */
const MOST_BEHIND = 8;

/** Starts a reader. */
export function startReader(start: WorkerStart): Reader {
  const worker = new Worker(new URL('./everyone-worker.ts', import.meta.url), { workerData: start });
  const waiting: { readonly done: (answer: FromWorker) => void; readonly failed: (error: unknown) => void }[] = [];
  let failure: { readonly error: unknown } | null = null;
  worker.on('message', (answer: FromWorker) => waiting.shift()?.done(answer));
  worker.on('error', (error: unknown) => {
    failure = { error };
    for (const { failed } of waiting.splice(0)) failed(error);
  });
  /** The worker answers each message once, in order. */
  const ask = (message: ToWorker): Promise<FromWorker> =>
    new Promise((done, failed) => {
      if (failure !== null) {
        failed(failure.error);
        return;
      }
      waiting.push({ done, failed });
      worker.postMessage(message, message === null ? [] : [message.buffer]);
    });
  return {
    decide: async (services, copy, take) => {
      const behind: Promise<void>[] = [];
      await services.db.asBatch(async (tx) => {
        await tx.query(groupInMemory);
        await copyRaw(tx.client, copy, async (piece) => {
          const taken = ask(piece).then(take);
          // Its failure is met at a later await; until then it is not unhandled.
          taken.catch(() => undefined);
          behind.push(taken);
          if (behind.length > MOST_BEHIND) await behind.shift();
        });
      });
      await Promise.all(behind);
      take(await ask(null));
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
