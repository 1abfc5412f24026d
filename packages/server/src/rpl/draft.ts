import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { itemsOf } from '../evidence/queries.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { newEvent } from './events.ts';
import {
  type ApplicationRow,
  findApplication,
  insertApplication,
  nextApplicationId,
  ownApplications,
  replaceAsked,
  type ShownEvidence,
  writeDraft,
} from './queries.ts';
import type { Status } from './steps.ts';

export type Learner = SignedIn & { readonly learnerId: number };

/** How many applications a learner writes at one time. */
const MOST_DRAFTS = 10;

/** Begins an application with the learner's story. Throws `rpl-too-many` (409). */
export async function startApplication(services: Services, learner: Learner, story: string): Promise<{ readonly id: string }> {
  return services.db.as(learner.acting, async (tx) => {
    const drafts = (await ownApplications(tx)).filter(({ status }) => status === 'draft');
    if (drafts.length >= MOST_DRAFTS)
      throw problem('rpl-too-many', 409, `You are writing ${MOST_DRAFTS} applications already. Send or withdraw one first.`);
    const { learnerId, actor } = learner;
    const applicationId = await nextApplicationId(tx, learnerId);
    const event = newEvent(services, { learnerId, applicationId, kind: 'drafted', actor, words: null, detail: {} });
    await insertApplication(tx, event, story);
    return { id: String(applicationId) };
  });
}

export interface Draft {
  readonly story: string;
  readonly provider: string | null;
  readonly outcomes: readonly { readonly outcome: string; readonly words: string; readonly evidence: readonly string[] }[];
}

/**
 * Writes a draft over, whole. Throws `rpl-not-found` (404), `rpl-settled` (409) once it was sent, `organisation-not-found`,
 * `outcome-not-found`, `evidence-not-found` (422).
 */
export async function keepDraft(
  services: Services,
  learner: Learner,
  id: string,
  draft: Draft,
): Promise<{ readonly id: string }> {
  const catalogue = await loadSnapshot(services);
  const provider = draft.provider === null ? null : catalogue.organisationByPublicId(draft.provider);
  if (provider === undefined) throw problem('organisation-not-found', 422, 'There is no such provider.');
  const ids = await aliasSet(services, learner.learnerId);
  return services.db.as(learner.acting, async (tx) => {
    const application = await ownApplication(tx, id, 'draft');
    const asked: { outcomeId: number; words: string; evidence: readonly ShownEvidence[] }[] = [];
    for (const { outcome, words, evidence } of draft.outcomes) {
      const row = catalogue.outcomeByPublicId(outcome);
      if (row === undefined || row.status === 'draft' || row.status === 'in-review')
        throw problem('outcome-not-found', 422, 'There is no such outcome.');
      if (!asked.some(({ outcomeId }) => outcomeId === row.outcome_id))
        asked.push({ outcomeId: row.outcome_id, words, evidence: await shownOf(tx, ids, evidence) });
    }
    const at = services.clock.now();
    await writeDraft(tx, application, { story: draft.story, providerId: provider?.organisation_id ?? null, at });
    await replaceAsked(tx, application, asked);
    return { id };
  });
}

/** The application of the learner, locked, where it stands at this step. Throws `rpl-not-found` (404), `rpl-settled` (409). */
export async function ownApplication(tx: Tx, id: string, ...standing: readonly Status[]): Promise<ApplicationRow> {
  const application = await findApplication(tx, Number(id), true);
  if (application === null) throw problem('rpl-not-found', 404, 'There is no such application.');
  if (!standing.includes(application.status)) throw elsewhere();
  return application;
}

export function elsewhere() {
  return problem('rpl-settled', 409, 'This cannot be done where the application stands now. Read it again.');
}

/** These items of the learner as an application shows them. Throws `evidence-not-found` (422). */
export async function shownOf(
  tx: Tx,
  learnerIds: readonly number[],
  items: readonly string[],
): Promise<readonly ShownEvidence[]> {
  const rows = items.length === 0 ? [] : await itemsOf(tx, learnerIds, items.map(Number));
  if (rows.length !== new Set(items).size) throw problem('evidence-not-found', 422, 'There is no such evidence of yours.');
  return rows.map(({ itemId, kind, title, proof, contentHash }) => ({
    item: String(itemId),
    kind,
    title,
    proof,
    hash: contentHash?.toString('hex') ?? null,
  }));
}
