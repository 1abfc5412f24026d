import { parentPort, workerData } from 'node:worker_threads';
import type { PathwayAnswer, Problem } from '@recognition/recognition/pathway';
import { planPathway } from '@recognition/recognition/pathway';
import { DecisionError } from '@recognition/recognition';
import { openHighs } from './highs.ts';

/** What a thread is given, and what it answers: once, then it is over. */
export interface SolverStart {
  readonly problem: Problem;
  /** Whether a second plan is looked for where all aims have the same. */
  readonly besides: boolean;
  /** Milliseconds after which nothing more is asked of the solver. */
  readonly patience: number;
}
export type SolverAnswer =
  | { readonly ok: true; readonly answer: PathwayAnswer }
  | { readonly ok: false; readonly code: string; readonly message: string };

const { problem, besides, patience }: SolverStart = workerData;

try {
  const solve = await openHighs(patience);
  const answer: SolverAnswer = { ok: true, answer: await planPathway(problem, solve, { besides }) };
  parentPort?.postMessage(answer, []);
} catch (error) {
  if (!(error instanceof DecisionError)) throw error;
  parentPort?.postMessage({ ok: false, code: error.code, message: error.message } satisfies SolverAnswer, []);
}
