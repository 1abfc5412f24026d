import { createHash } from 'node:crypto';
import type { RecognitionRecord } from '@recognition/recognition';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { Problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import { readRecord } from '../record/read-record.ts';
import type { Services } from '../services.ts';
import { changesOf } from './changes.ts';
import { planPathway } from './plan.ts';
import { keepAgain, type SavedRow, savedAfter } from './queries.ts';
import { type AgainKept, askBody, planView } from './schemas.ts';

const PAGE = 200;
/** A plan is seconds of the processor: what is over this waits for the next hour. */
const MOST_AN_HOUR = 300;

/**
 * Looks at every plan that is kept. Where something that it counts on has changed since, it is planned anew, once for each such change, and
 * the learner is told; the plan that they keep stays until they say otherwise. An hourly job; answers how many were planned. Twice changes nothing,
 * in two processes at once too: what is kept first is told, and once. A plan that cannot be looked at stops none of the others: what the first
 * of them failed with is thrown at the end.
 */
export async function replanKept(services: Services, most: number = MOST_AN_HOUR): Promise<number> {
  const catalogue = await loadSnapshot(services);
  const failures: unknown[] = [];
  let [planned, after]: [number, readonly [number, number]] = [0, [0, 0]];
  while (planned < most) {
    const rows = await services.db.asBatch((tx) => savedAfter(tx, after, PAGE));
    for (const row of rows) {
      try {
        const ids = await aliasSet(services, row.learnerId);
        const { record } = await services.db.asBatch((tx) => readRecord(tx, catalogue, ids, services.clock.today()));
        if ((await replanOne(services, row, record)) && (planned += 1) >= most) break;
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

/** The same for one plan with the record as it is now; answers whether it was planned anew. */
export async function replanOne(services: Services, row: SavedRow, record: RecognitionRecord): Promise<boolean> {
  const asked = askBody.parse(row.asked);
  const { changes, state } = await changesOf(services, record, asked, planView.parse(row.plan));
  if (state === null || state === row.againFor) return false;
  // A course that has begun is no longer offered: a new plan would be made as if it were given up.
  const begun = changes.some(({ code }) => code === 'begun');
  const again = begun ? ({ state: 'begun', plan: null } as const) : await anew(services, row, record);
  return services.db.asBatch(async (tx) => {
    // Of a plan that was replaced while it was planned anew there is nothing to tell.
    if (!(await keepAgain(tx, row, { again, state, at: services.clock.now() }))) return false;
    const { learnerId, pathwayId, revision, title } = row;
    await tell(tx, {
      learnerId,
      code: again.plan === null ? 'pathway-changed' : 'pathway-planned-again',
      data: { title, pathway: String(pathwayId) },
      // The plan that took the place of this one may change in the same way.
      once: `${pathwayId} ${revision} ${createHash('sha256').update(state).digest('base64url')}`,
    });
    return true;
  });
}

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
