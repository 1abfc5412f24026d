import { Worker } from 'node:worker_threads';
import type { PathwayAnswer, Problem } from '@recognition/recognition/pathway';
import { problem as failure } from '../http/problem.ts';
import type { SolverAnswer, SolverStart } from './solver-worker.ts';

/** How long a plan may take, in milliseconds: the solver stops by itself; a thread that does not is ended. */
const PATIENCE = 12_000;
const LONGEST = 30_000;
/** Plans that are made at once; more wait their turn. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Plans in a thread of its own, so that nobody else waits. Throws 503 `pathway-too-long`, 422 with the code of a decision that is refused. */
export async function solveInThread(problem: Problem, besides: boolean): Promise<PathwayAnswer> {
  if (running >= AT_ONCE) await new Promise<void>((next) => void waiting.push(next));
  running += 1;
  try {
    return await inThread({ problem, besides, patience: PATIENCE });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function inThread(start: SolverStart): Promise<PathwayAnswer> {
  const worker = new Worker(new URL('./solver-worker.ts', import.meta.url), { workerData: start });
  try {
    const answer = await new Promise<SolverAnswer | null>((done, failed) => {
      worker.once('message', done);
      worker.once('error', failed);
      setTimeout(() => done(null), LONGEST).unref();
    });
    if (answer === null) throw failure('pathway-too-long', 503, 'This takes too long to plan.');
    if (!answer.ok) throw failure(answer.code, 422, answer.message);
    return answer.answer;
  } finally {
    await worker.terminate();
  }
}
