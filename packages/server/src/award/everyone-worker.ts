import { parentPort, workerData } from 'node:worker_threads';
import { createEveryoneDecider, DecisionError } from '@recognition/recognition';
import {
  DAY_BITS,
  DAYS_BEFORE_1970,
  type FromWorker,
  OUTCOME_SHIFT,
  type ToWorker,
  TRANSFERRED,
  type WorkerStart,
} from './everyone-messages.ts';

/** Reads learners out of a COPY stream and decides each; what needs the whole record goes back undecided. */
const { outcomeIds, outcomes, policy, apart }: WorkerStart = workerData;
const indexOf = new Int32Array(outcomeIds.reduce((most, id) => Math.max(most, id), 0) + 1).fill(-1);
for (const [index, id] of outcomeIds.entries()) indexOf[id] = index;
const decider = createEveryoneDecider(outcomes, policy);
const standApart = new Set(apart);

/** Longer records are left to the exact rule, which also refuses the longest. */
const MOST_ROWS = 1000;
const outcome = new Int32Array(MOST_ROWS);
const day = new Int32Array(MOST_ROWS);
const columns = { outcome, day };

// Signature and flags, then the length of an extension that there is none of.
const HEADER = 19;
const BEFORE_ROWS = 2 + 4 + 8 + 4;
const ROW = 8;

let rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);
let begun = false;

function read(piece: Uint8Array<ArrayBuffer>): FromWorker {
  const bytes = joined(rest, piece);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const learners: number[] = [];
  const answers: number[] = [];
  const exactly: number[] = [];
  let achievements = 0;
  let at = 0;
  if (!begun) at = HEADER;
  begun = true;
  while (at + BEFORE_ROWS <= bytes.length && view.getInt16(at) !== -1) {
    const length = view.getInt32(at + 14);
    if (at + BEFORE_ROWS + length > bytes.length) break;
    const learner = view.getUint32(at + 6) * 2 ** 32 + view.getUint32(at + 10);
    at += BEFORE_ROWS;
    const count = length / ROW;
    achievements += count;
    const answer = standApart.has(learner) || count > MOST_ROWS ? null : answerOf(view, at, count);
    if (answer === null) exactly.push(learner);
    else {
      learners.push(learner);
      answers.push(answer >>> 0);
    }
    at += length;
  }
  rest = bytes.subarray(at);
  return {
    learners: Float64Array.from(learners),
    answers: Uint32Array.from(answers),
    exactly: Float64Array.from(exactly),
    achievements,
  };
}

function joined(before: Uint8Array<ArrayBuffer>, piece: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (before.length === 0) return piece;
  const bytes = new Uint8Array(before.length + piece.length);
  bytes.set(before);
  bytes.set(piece, before.length);
  return bytes;
}

/** The decider's answer for the rows from here on; null when a transfer, or an outcome newer than the catalogue, is among them. */
function answerOf(view: DataView, from: number, count: number): number | null {
  for (let row = 0, at = from; row < count; row += 1, at += ROW) {
    const low = view.getInt32(at + 4);
    const index = indexOf[(view.getInt32(at) << (32 - OUTCOME_SHIFT)) | (low >>> OUTCOME_SHIFT)] ?? -1;
    if (index < 0 || (low & TRANSFERRED) !== 0) return null;
    outcome[row] = index;
    day[row] = (low & (2 ** DAY_BITS - 1)) - DAYS_BEFORE_1970;
  }
  try {
    return decider.decide(columns, 0, count);
  } catch (error) {
    if (error instanceof DecisionError) return null;
    throw error;
  }
}

parentPort?.on('message', (piece: ToWorker) => {
  if (piece === null) {
    parentPort?.close();
    return;
  }
  const found = read(piece);
  parentPort?.postMessage(found, [found.learners.buffer, found.answers.buffer, found.exactly.buffer]);
});
