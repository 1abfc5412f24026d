import { availableParallelism } from 'node:os';
import { decide, DecisionError, type Field, FIELDS, type LocalDate, nz, standingOf } from '@recognition/recognition';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { aliasSet, mergedLearners } from '../identity/index.ts';
import { readRecord } from '../record/read-record.ts';
import type { Services } from '../services.ts';
import type { FromWorker, WorkerStart } from './everyone-messages.ts';
import { achievementsAbout, copyShare, spentLearners } from './everyone-queries.ts';
import { startReader } from './everyone-reader.ts';

export interface EveryoneOptions {
  readonly asOf: LocalDate;
  /** Threads, each fed from a connection of its own; as many as there are cores when left out. */
  readonly workers?: number;
  /** Told of each learner once; `null` when the record is too entangled to be decided. Of merged learners the first id is told. */
  readonly onLearner?: (learnerId: number, standing: EveryoneStanding | null) => void;
}

export interface EveryoneStanding {
  readonly eligible: boolean;
  readonly majors: readonly Field[];
}

/** How many may make the award. Only learners with something that counts by the day are in it. */
export interface EveryoneCounts {
  readonly asOf: LocalDate;
  readonly learners: number;
  /** What counts, whether or not it is spent. */
  readonly achievements: number;
  readonly eligible: number;
  /** Learners who can attain each major, of those fields that somebody can. */
  readonly majors: Readonly<Partial<Record<Field, number>>>;
  /** Learners decided from the whole record: spent, merged or transferred learning. */
  readonly fromRecords: number;
  readonly tooEntangled: number;
}

/** Rows that are grouped at once in the memory of one process; where there are more, it reads some of its learners after the others. */
const ROWS_HELD = 12_000_000;
/** Records that are decided in one transaction. */
const AT_ONCE = 200;

/**
 * Decides the Applied Learning Qualification for every learner, by its latest policy. Most are decided from columns that stream out of
 * the database; who has spent, merged or transferred learning is decided from the whole record. Same answers as `decide`.
 */
export async function decideEveryone(services: Services, options: EveryoneOptions): Promise<EveryoneCounts> {
  const { asOf, workers = availableParallelism() } = options;
  const tally = new Tally(options.onLearner);
  const merged = new Set(await mergedLearners(services));
  const start = await startOf(services, merged);
  const exactly: number[] = [];
  const take = ({ learners, answers, exactly: more, achievements }: FromWorker): void => {
    tally.achievements += achievements;
    for (const learner of more) exactly.push(learner);
    for (let at = 0; at < learners.length; at += 1) tally.add(learners[at]!, answers[at]!);
  };
  const shares = workers * Math.max(1, Math.ceil((await manyAchievements(services)) / (workers * ROWS_HELD)));
  const waiting = Array.from({ length: shares }, (_, share) => copyShare(share, shares, asOf));
  await Promise.all(
    Array.from({ length: workers }, async () => {
      const reader = startReader(start);
      try {
        for (let copy = waiting.pop(); copy !== undefined; copy = waiting.pop()) await reader.decide(services, copy, take);
      } finally {
        await reader.close();
      }
    }),
  );
  await decideRecords(services, exactly, merged, asOf, tally);
  return tally.counts(asOf);
}

async function manyAchievements(services: Services): Promise<number> {
  const { rows } = await services.db.asBatch((tx) => tx.query<{ many: number }>(achievementsAbout));
  return rows[0]?.many ?? 0;
}

async function startOf(services: Services, merged: ReadonlySet<number>): Promise<WorkerStart> {
  const catalogue = await loadSnapshot(services);
  const spent = await services.db.asBatch((tx) => tx.query<{ learner_id: number }>(spentLearners));
  const outcomeIds = Int32Array.from(catalogue.outcomes, (row) => row.outcome_id);
  return {
    outcomeIds,
    outcomes: Array.from(outcomeIds, (id) => catalogue.toRecordOutcome(id)),
    policy: latestPolicy(),
    apart: Float64Array.from([...merged, ...spent.rows.map((row) => row.learner_id)]),
  };
}

function latestPolicy(): WorkerStart['policy'] {
  const award = nz.awards.find(({ id }) => id === AWARD);
  const latest = award?.versions.reduce((newest, one) => (one.from > newest.from ? one : newest));
  if (latest === undefined) throw new DecisionError('unknown-award', `The framework ${nz.id} has no award ${AWARD}.`);
  return latest;
}

const AWARD = 'alq';

async function decideRecords(
  services: Services,
  learners: readonly number[],
  merged: ReadonlySet<number>,
  asOf: LocalDate,
  tally: Tally,
): Promise<void> {
  const catalogue = await loadSnapshot(services);
  const done = new Set<number>();
  for (let at = 0; at < learners.length; at += AT_ONCE) {
    const sets: (readonly number[])[] = [];
    for (const learner of learners.slice(at, at + AT_ONCE)) {
      const ids = merged.has(learner) ? await aliasSet(services, learner) : [learner];
      if (ids.some((id) => done.has(id))) continue;
      for (const id of ids) done.add(id);
      sets.push(ids);
    }
    await services.db.asBatch(async (tx) => {
      for (const ids of sets) {
        const { record } = await readRecord(tx, catalogue, ids, asOf);
        tally.fromRecords += 1;
        try {
          const { eligible, majors } = decide(nz, AWARD, record, { asOf });
          tally.tell(ids[0]!, eligible, eligible ? majors.filter(({ missing }) => missing === 0).map(({ field }) => field) : []);
        } catch (error) {
          if (!(error instanceof DecisionError)) throw error;
          tally.refuse(ids[0]!);
        }
      }
    });
  }
}

class Tally {
  achievements = 0;
  fromRecords = 0;
  readonly #onLearner: EveryoneOptions['onLearner'];
  readonly #byMajor = new Int32Array(FIELDS.length);
  #learners = 0;
  #eligible = 0;
  #refused = 0;

  constructor(onLearner: EveryoneOptions['onLearner']) {
    this.#onLearner = onLearner;
  }

  /** An answer of the column decider. */
  add(learnerId: number, answer: number): void {
    const { eligible, majors } = standingOf(answer);
    this.#learners += 1;
    if (eligible) this.#eligible += 1;
    for (let bits = majors; bits !== 0; bits &= bits - 1) this.#byMajor[31 - Math.clz32(bits & -bits)]! += 1;
    this.#onLearner?.(learnerId, { eligible, majors: FIELDS.filter((_, at) => ((majors >> at) & 1) === 1) });
  }

  tell(learnerId: number, eligible: boolean, majors: readonly Field[]): void {
    this.#learners += 1;
    if (eligible) this.#eligible += 1;
    for (const field of majors) this.#byMajor[FIELDS.indexOf(field)]! += 1;
    this.#onLearner?.(learnerId, { eligible, majors });
  }

  refuse(learnerId: number): void {
    this.#learners += 1;
    this.#refused += 1;
    this.#onLearner?.(learnerId, null);
  }

  counts(asOf: LocalDate): EveryoneCounts {
    const majors = Object.fromEntries(
      FIELDS.map((field, at) => [field, this.#byMajor[at]!] as const).filter(([, count]) => count > 0),
    );
    return {
      asOf,
      learners: this.#learners,
      achievements: this.achievements,
      eligible: this.#eligible,
      majors,
      fromRecords: this.fromRecords,
      tooEntangled: this.#refused,
    };
  }
}
