import type { RecognitionRecord } from '@recognition/recognition';
import type { SignedIn } from '../http/route.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { readRecord } from '../record/read-record.ts';
import { takeRecord } from '../record/see-record.ts';
import type { Services } from '../services.ts';
import { hashesOf, isToken, keep, newToken } from '../sharing/secret.ts';
import { countMiss, refuseGuesser } from '../sharing/limits.ts';
import {
  deleteSaved,
  endLinks,
  findSaved,
  followLink,
  insertLink,
  insertSaved,
  savedOf,
  type SavedRow,
  updateSaved,
} from './queries.ts';
import { standingBetter } from './better.ts';
import { BETTER_NOW, changesOf } from './changes.ts';
import { replanOne } from './replan.ts';
import { isSealed, sealOf } from './seal.ts';
import { type AgainKept, againKept, type Asked, askBody, type PlanView, planView, type SavedView } from './schemas.ts';

type Learner = SignedIn & { readonly learnerId: number };

const WHAT = 'pathway';
const MOST = 50;
const DAY = 86_400_000;

export interface ToSave {
  readonly title: string;
  readonly asked: Asked;
  readonly plan: PlanView;
  /** As the planner gave it with the plan. */
  readonly seal: string;
}

/** Keeps a plan that was made here. Throws 409 `pathway-too-many`, 422 `pathway-not-ours`. */
export async function savePathway(services: Services, { acting, learnerId }: Learner, given: ToSave): Promise<{ id: string }> {
  const { db, clock } = services;
  refuseOthers(services, learnerId, given);
  return db.as(acting, async (tx) => {
    if ((await savedOf(tx, MOST)).length >= MOST) throw problem('pathway-too-many', 409, 'You keep fifty plans already.');
    return { id: String(await insertSaved(tx, learnerId, given, clock.now())) };
  });
}

/** Puts another plan in the place of one that is kept: a new one for the same goal, or for another. */
export async function replacePathway(
  services: Services,
  { acting, learnerId }: Learner,
  id: string,
  given: ToSave,
): Promise<{ id: string }> {
  const { db, clock } = services;
  refuseOthers(services, learnerId, given);
  return db.as(acting, async (tx) => {
    await updateSaved(tx, found(await findSaved(tx, Number(id))), given, clock.now());
    return { id };
  });
}

/** The plans that a learner keeps. */
export async function listPathways({ db, clock }: Services, { acting }: Learner) {
  const rows = await db.as(acting, (tx) => savedOf(tx, MOST));
  return { items: rows.map((row) => summaryOf(row, clock.today())) };
}

/** Plans anew for one that is kept, where something has changed and it was not done already, and shows both. */
export async function planAgain(services: Services, learner: Learner, id: string): Promise<SavedView> {
  const row = found(await services.db.as(learner.acting, (tx) => findSaved(tx, Number(id))));
  await replanOne(services, row, await takeRecord(services, learner.acting));
  return seePathway(services, learner, id);
}

/** One plan, with what has changed since: in what is offered, in the record, and with the days; and what was planned anew for that. */
export async function seePathway(services: Services, { acting }: Learner, id: string): Promise<SavedView> {
  const row = found(await services.db.as(acting, (tx) => findSaved(tx, Number(id))));
  return savedViewOf(services, row, await takeRecord(services, acting));
}

export async function removePathway({ db }: Services, { acting }: Learner, id: string): Promise<void> {
  if (!(await db.as(acting, (tx) => deleteSaved(tx, Number(id))))) throw notFound();
}

/** Makes a link that opens one plan until a day; the one before opens nothing any more. It is answered once. */
export async function sharePathway(
  services: Services,
  { acting }: Learner,
  id: string,
  days: number,
): Promise<{ link: string; expiresOn: string }> {
  const { db, clock, keys, settings } = services;
  const token = newToken();
  const expiresOn = new Date(Date.parse(clock.today()) + days * DAY).toISOString().slice(0, 10);
  await db.as(acting, async (tx) => {
    const row = found(await findSaved(tx, Number(id)));
    await insertLink(tx, row, keep(keys, WHAT, token), expiresOn, clock.now());
  });
  return { link: `${settings.url}/pathway/${token}`, expiresOn };
}

/** Ends the link to a plan at once; where there is none, nothing happens. */
export async function unsharePathway({ db, clock }: Services, { acting }: Learner, id: string): Promise<void> {
  await db.as(acting, async (tx) => {
    found(await findSaved(tx, Number(id)));
    await endLinks(tx, Number(id), clock.now());
  });
}

/** What a link shows: the plan and what has changed, without a name, without what is held. Throws 404 `pathway-not-found`. */
export async function openPathway(services: Services, caller: string, link: string) {
  await refuseGuesser(services, caller);
  const token = link.trim().split('/').at(-1)?.split(/[?#]/u)[0] ?? '';
  const hashes = isToken(token) ? hashesOf(services.keys, WHAT, token) : [];
  const row = hashes.length === 0 ? null : await services.db.asBatch((tx) => followLink(tx, hashes, services.clock.today()));
  if (row === null) {
    await countMiss(services, caller);
    throw notFound();
  }
  const ids = await aliasSet(services, row.learnerId);
  const catalogue = await loadSnapshot(services);
  const { record } = await services.db.asBatch((tx) => readRecord(tx, catalogue, ids, services.clock.today()));
  const { title, plan, changes } = await savedViewOf(services, row, record);
  return { title, expiresOn: row.expiresOn, plan: { ...plan, held: [] }, changes };
}

/** A plan that was not made here proves nothing to whoever is shown it. */
function refuseOthers(services: Services, learnerId: number, given: ToSave): void {
  if (!isSealed(services, learnerId, given))
    throw problem('pathway-not-ours', 422, 'This plan was not made here as it stands, so it cannot be kept. Plan again.');
}

const found = (row: SavedRow | null): SavedRow => {
  if (row === null) throw notFound();
  return row;
};
const notFound = (): Error => problem('pathway-not-found', 404, 'There is no such plan.');

function summaryOf(row: SavedRow, today: string) {
  const plan = planView.parse(row.plan);
  const sharedUntil = row.sharedUntil !== null && row.sharedUntil >= today ? row.sharedUntil : null;
  return {
    id: String(row.pathwayId),
    title: row.title,
    finish: plan.finish,
    steps: plan.steps.length,
    changedAt: row.changedAt.toISOString(),
    sharedUntil,
  };
}

async function savedViewOf(services: Services, row: SavedRow, record: RecognitionRecord): Promise<SavedView> {
  const asked = askBody.parse(row.asked);
  const plan = planView.parse(row.plan);
  const { changes, state } = await changesOf(services, record, asked, plan);
  const summary = { ...summaryOf(row, services.clock.today()), asked, plan };
  const better = changes.length === 0 ? await standingBetter(services, row, record, asked) : null;
  if (better !== null)
    return {
      ...summary,
      changes: [BETTER_NOW],
      ask: false,
      again: offered(services, row, asked, { state: 'plans', plan: better }),
    };
  const again = againOf(services, row, asked, state);
  return { ...summary, changes, ask: again === null && state !== null, again };
}

/** What was planned anew, while it is for what has changed now. */
function againOf(services: Services, row: SavedRow, asked: Asked, state: string | null): SavedView['again'] {
  if (row.again === null || state === null || row.againFor !== state) return null;
  return offered(services, row, asked, againKept.parse(row.again));
}

/** It may be kept by its seal, as any plan that was made here. */
function offered(services: Services, row: SavedRow, asked: Asked, { state, plan }: AgainKept): SavedView['again'] {
  const seal = plan === null ? null : sealOf(services, row.learnerId, asked, plan);
  return { state, plan, seal, madeAt: (row.againAt ?? row.changedAt).toISOString() };
}
