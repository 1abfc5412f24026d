import { createHash } from 'node:crypto';
import type { RecognitionRecord } from '@recognition/recognition';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { Problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import { readRecord } from '../record/read-record.ts';
import type { Services } from '../services.ts';
import { beats, betterState, lookForBetter } from './better.ts';
import { changesOf } from './changes.ts';
import { planPathway } from './plan.ts';
import { keepAgain, noteLooked, type SavedRow, savedAfter } from './queries.ts';
import { type AgainKept, type Asked, askBody, type PlanView, planView } from './schemas.ts';

const PAGE = 200;
/** A plan is seconds of the processor: what is over this waits for the next hour. */
const MOST_AN_HOUR = 300;

/**
 * Looks at every plan that is kept. Where something that it counts on has changed since, it is planned anew, once for each such change, and
 * the learner is told; the plan that they keep stays until they say otherwise. One that stands whole is planned anew once where what was offered
 * since could be part of a better one, and told only where that is strictly better in its own aim. An hourly job; answers how many were kept beside
 * the old ones. Twice changes nothing, in two processes at once too: what is kept first is told, and once. A plan that cannot be looked at stops none
 * of the others: what the first of them failed with is thrown at the end.
 */
export async function replanKept(services: Services, most: number = MOST_AN_HOUR): Promise<number> {
  const catalogue = await loadSnapshot(services);
  const failures: unknown[] = [];
  let [planned, solved, after]: [number, number, readonly [number, number]] = [0, 0, [0, 0]];
  while (solved < most) {
    const rows = await services.db.asBatch((tx) => savedAfter(tx, after, PAGE));
    for (const row of rows) {
      try {
        const ids = await aliasSet(services, row.learnerId);
        const { record } = await services.db.asBatch((tx) => readRecord(tx, catalogue, ids, services.clock.today()));
        const done = await look(services, row, record);
        if (done.kept) planned += 1;
        if (done.solved && (solved += 1) >= most) break;
      } catch (error) {
        failures.push(error);
      }
    }
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) break;
    after = [last.learnerId, last.pathwayId];
  }
  if (failures.length > 0) throw new Error(`${failures.length} of the plans were not looked at: ${String(failures[0])}`);
  return planned;
}

/** The same for one plan with the record as it is now; answers whether something was planned anew and kept. */
export async function replanOne(services: Services, row: SavedRow, record: RecognitionRecord): Promise<boolean> {
  return (await look(services, row, record)).kept;
}

/** Whether a plan cost time of the solver, and whether what came of it was kept. */
interface Done {
  readonly solved: boolean;
  readonly kept: boolean;
}

async function look(services: Services, row: SavedRow, record: RecognitionRecord): Promise<Done> {
  const asked = askBody.parse(row.asked);
  const plan = planView.parse(row.plan);
  const { changes, state } = await changesOf(services, record, asked, plan);
  if (state === null)
    return changes.length > 0 ? { solved: false, kept: false } : lookAtWhole(services, row, record, { asked, plan });
  if (state === row.againFor) return { solved: false, kept: false };
  // A course that has begun is no longer offered: a new plan would be made as if it were given up.
  const begun = changes.some(({ code }) => code === 'begun');
  const again = begun ? ({ state: 'begun', plan: null } as const) : await anew(services, row, record);
  const code = again.plan === null ? 'pathway-changed' : 'pathway-planned-again';
  return { solved: !begun, kept: await keepAndTell(services, row, { again, state, code }) };
}

/** A plan that stands whole: planned anew only where what was offered since could be part of a better one, and kept only where it is. */
async function lookAtWhole(
  services: Services,
  row: SavedRow,
  record: RecognitionRecord,
  { asked, plan }: { readonly asked: Asked; readonly plan: PlanView },
): Promise<Done> {
  const found = await lookForBetter(services, row, record, asked, plan);
  if (found === null) return { solved: false, kept: false };
  const { upTo, stale, beat } = found;
  const again = beat === null ? null : await anew(services, row, record);
  const better = beat !== null && again !== null && again.plan !== null && beats(again.plan, beat);
  const kept = better && (await keepAndTell(services, row, { again, state: betterState(upTo), code: 'pathway-better' }));
  await services.db.asBatch((tx) => noteLooked(tx, row, { upTo, forget: stale && !kept }));
  return { solved: beat !== null, kept };
}

async function keepAndTell(
  services: Services,
  row: SavedRow,
  { again, state, code }: { readonly again: AgainKept; readonly state: string; readonly code: NoticeOfPlan },
): Promise<boolean> {
  return services.db.asBatch(async (tx) => {
    // Of a plan that was replaced while it was planned anew there is nothing to tell.
    if (!(await keepAgain(tx, row, { again, state, at: services.clock.now() }))) return false;
    const { learnerId, pathwayId, revision, title } = row;
    await tell(tx, {
      learnerId,
      code,
      data: { title, pathway: String(pathwayId) },
      // The plan that took the place of this one may change in the same way.
      once: `${pathwayId} ${revision} ${createHash('sha256').update(state).digest('base64url')}`,
    });
    return true;
  });
}

type NoticeOfPlan = 'pathway-changed' | 'pathway-planned-again' | 'pathway-better';

/** For the aim that the kept plan is the best for, or the first that was asked for. */
async function anew(services: Services, row: SavedRow, record: RecognitionRecord): Promise<AgainKept> {
  const asked = askBody.parse(row.asked);
  const [first] = planView.parse(row.plan).aims;
  const { start, ...rest } = asked;
  const today = services.clock.today();
  const from = start !== undefined && start > today ? { start } : {};
  try {
    const again = { ...rest, ...from, ...(first === undefined ? {} : { aims: [first.aim] }) };
    const answer = await planPathway(services, record, again, { besides: false });
    return { state: answer.state, plan: answer.plans[0] ?? null };
  } catch (error) {
    // A last day that has come, or a goal that is no more: there is no new plan, and the page says what has changed.
    if (!(error instanceof Problem)) throw error;
    return { state: error.code === 'pathway-too-long' ? 'unproven' : 'cannot', plan: null };
  }
}
