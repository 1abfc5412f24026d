import type { RecognitionRecord } from '@recognition/recognition';
import { isBetter, mayBeat, type Worth } from '@recognition/recognition/pathway';
import { loadShelf } from '../offering/shelf/load.ts';
import type { Shelf } from '../offering/shelf/shelf.ts';
import type { Services } from '../services.ts';
import { changesOf } from './changes.ts';
import { gather, type Gathered } from './gather.ts';
import type { SavedRow } from './queries.ts';
import { againKept, type Asked, type PlanView } from './schemas.ts';

/** What a look found: nothing that needs a solver, or that one has to be asked; and up to which change of an offering it looked. */
export interface Look {
  readonly upTo: number;
  /** Whether a better plan that was made before stands no more. */
  readonly stale: boolean;
  /** What a new plan has to beat; null where none of the new offerings can be part of one that does. */
  readonly beat: { readonly aim: PlanView['aims'][number]['aim']; readonly gathered: Gathered; readonly plan: PlanView } | null;
}

/** A word before the changes for which something was planned anew: that something better is offered now. */
const BETTER = 'better';
export const betterState = (upTo: number): string => JSON.stringify([BETTER, upTo]);
export const isBetterState = (state: string | null): boolean => state?.startsWith(`["${BETTER}",`) === true;

const newest = new WeakMap<Shelf, number>();

/**
 * Looks whether what is offered since a plan was last looked at could be part of a better one, without solving anything: null where nothing was
 * offered or changed since. Where a better one was made before and stands no more, everything counts as new. A plan that is the best only among those beside another is not looked at, since that other would beat it at once.
 */
export async function lookForBetter(
  services: Services,
  row: Pick<SavedRow, 'looked' | 'again' | 'againFor'>,
  record: RecognitionRecord,
  asked: Asked,
  kept: PlanView,
): Promise<Look | null> {
  const shelf = await loadShelf(services);
  const upTo = newest.get(shelf) ?? shelf.offerings.reduce((most, { moved }) => Math.max(most, moved), 0);
  newest.set(shelf, upTo);
  const standing = await standingBetter(services, row, record, asked);
  const stale = isBetterState(row.againFor) && standing === null;
  const looked = stale ? null : row.looked;
  if (looked !== null && looked >= upTo) return null;
  const [first] = kept.aims;
  if (first === undefined || kept.other) return { upTo, stale, beat: null };
  const fresh = new Set(shelf.offerings.filter(({ moved }) => looked === null || moved > looked).map(({ id }) => String(id)));
  const gathered = await gather(services, record, asked);
  const plan = standing ?? kept;
  const may = mayBeat(gathered.problem, first.aim, worthOf(gathered, plan), fresh);
  return { upTo, stale, beat: may ? { aim: first.aim, gathered, plan } : null };
}

/** Whether a new plan beats what it has to beat, strictly and in its own aim. */
export const beats = (plan: PlanView, { aim, gathered, plan: other }: NonNullable<Look['beat']>): boolean =>
  isBetter(aim, worthOf(gathered, plan), worthOf(gathered, other));

function worthOf({ problem }: Gathered, { finish, cents, minutes, skills }: PlanView): Worth {
  const held = new Set(problem.skills);
  return { finish, cents, minutes, skills: skills.filter(({ uri }) => !held.has(uri)).length };
}

/** The better plan that was made before, while all of it still stands. */
export async function standingBetter(
  services: Pick<Services, 'db' | 'clock'>,
  { again, againFor }: Pick<SavedRow, 'again' | 'againFor'>,
  record: RecognitionRecord,
  asked: Asked,
): Promise<PlanView | null> {
  if (again === null || !isBetterState(againFor)) return null;
  const { plan } = againKept.parse(again);
  if (plan === null) return null;
  const { changes } = await changesOf(services, record, asked, plan);
  return changes.length === 0 ? plan : null;
}
