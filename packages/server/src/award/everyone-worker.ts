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

// Signature and flags, then the length of an extension that there is none of: in the first message, before its row.
const BEGINNING = 19;
// A message is a letter and its length, a count of fields, the learner after its length, and the array after its length: dimensions,
// flags, type, how many, from which number on. Each value of it stands after its length.
const BEFORE_ROWS = 5 + 2 + (4 + 8) + 4 + 5 * 4;
const COUNT = BEFORE_ROWS - 8;
const ROW = 4 + 8;
/** The last message has a count of -1 and no more. */
const END = 5 + 2;

let held = new Uint8Array(1024 * 1024);
let kept = 0;
let begun = false;

function read(piece: Uint8Array<ArrayBuffer>): FromWorker {
  const length = join(piece);
  const view = new DataView(held.buffer, 0, length);
  const learners: number[] = [];
  const answers: number[] = [];
  const exactly: number[] = [];
  let achievements = 0;
  let at = begun ? 0 : BEGINNING;
  begun = true;
  while (at + BEFORE_ROWS <= length) {
    const count = view.getInt32(at + COUNT);
    if (at + BEFORE_ROWS + count * ROW > length) break;
    const learner = view.getUint32(at + 11) * 2 ** 32 + view.getUint32(at + 15);
    at += BEFORE_ROWS;
    achievements += count;
    const answer = standApart.has(learner) || count > MOST_ROWS ? null : answerOf(view, at, count);
    if (answer === null) exactly.push(learner);
    else {
      learners.push(learner);
      answers.push(answer >>> 0);
    }
    at += count * ROW;
  }
  held.copyWithin(0, at, length);
  kept = length - at;
  return {
    learners: Float64Array.from(learners),
    answers: Uint32Array.from(answers),
    exactly: Float64Array.from(exactly),
    achievements,
  };
}

/** Puts the piece behind what is left of the one before; how much there is then. */
function join(piece: Uint8Array<ArrayBuffer>): number {
  const length = kept + piece.length;
  if (length > held.length) {
    const more = new Uint8Array(2 * length);
    more.set(held.subarray(0, kept));
    held = more;
  }
  held.set(piece, kept);
  return length;
}

/** At the end of a share only the message that says so is left. */
function end(): FromWorker {
  if (kept !== END) throw new Error('the rows were cut off');
  kept = 0;
  begun = false;
  return { learners: new Float64Array(0), answers: new Uint32Array(0), exactly: new Float64Array(0), achievements: 0 };
}

/** The decider's answer for the rows from here on; null when a transfer, or an outcome newer than the catalogue, is among them. */
function answerOf(view: DataView, from: number, count: number): number | null {
  for (let row = 0, at = from; row < count; row += 1, at += ROW) {
    const low = view.getInt32(at + 8);
    const index = indexOf[(view.getInt32(at + 4) << (32 - OUTCOME_SHIFT)) | (low >>> OUTCOME_SHIFT)] ?? -1;
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
  const found = piece === null ? end() : read(piece);
  parentPort?.postMessage(found, [found.learners.buffer, found.answers.buffer, found.exactly.buffer]);
});
