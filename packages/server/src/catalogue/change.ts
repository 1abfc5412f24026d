import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { accountOf, type CatalogueActor, isSteward, requireSteward, runAs } from './actor.ts';
import type { KeptOutcome, OutcomeContent, Status } from './document.ts';
import { readEvents, readOutcome } from './queries.ts';
import { insertEvents, readGroups, readOrganisationKeys, rewriteOutcome, writeDeveloper } from './write-queries.ts';

/** What a use case answers: the definition's id and where it stands now. */
export interface Moved {
  readonly id: string;
  readonly status: Status;
  /** The revision after the change, where one was written. */
  readonly revision?: number;
}

export interface Change {
  readonly content: OutcomeContent;
  /** Until when what it replaces may still be assessed, proposed; left out, what was proposed before stays. */
  readonly previousUntil?: string | null;
  /** The revision that the writer saw. Another one is there now: 409 `draft-changed`, with what it says. Left out, the last word wins. */
  readonly revision?: number;
}

/**
 * Replaces what a developer writes of a draft, or completes a legacy outcome. Only its own developer or a steward may (403
 * `not-your-outcome`); a published version does not change (409 `outcome-published`), nor one under review (409 `outcome-in-review`).
 */
export async function changeDraft(services: Services, actor: CatalogueActor, id: string, change: Change): Promise<Moved> {
  return runAs(services, actor, async (tx) => rewrite(services, tx, actor, await lockOwn(tx, actor, id), change));
}

/** Changes some parts and leaves the others as they are: what a worklist mends in one field. Refused as `changeDraft` is. */
export async function mendDraft(
  services: Services,
  actor: CatalogueActor,
  id: string,
  { parts, revision }: { readonly parts: Partial<OutcomeContent>; readonly revision?: number },
): Promise<Moved> {
  return runAs(services, actor, async (tx) => {
    const outcome = await lockOwn(tx, actor, id);
    const change = { content: { ...contentOf(outcome), ...parts } };
    return rewrite(services, tx, actor, outcome, revision === undefined ? change : { ...change, revision });
  });
}

async function rewrite(
  services: Pick<Services, 'clock'>,
  tx: Tx,
  actor: CatalogueActor,
  outcome: KeptOutcome,
  { content, previousUntil = outcome.previousUntil, revision }: Change,
): Promise<Moved> {
  const { id, outcomeId, status } = outcome;
  if (outcome.submittedAt !== null)
    throw problem('outcome-in-review', 409, 'This outcome is being reviewed. Have it returned before you change it.');
  if (status !== 'draft' && status !== 'legacy') throw publishedStays();
  if (revision !== undefined && revision !== outcome.revision) throw changedMeanwhile(outcome);
  if (status === 'legacy') refuseOtherValues(outcome, content);
  await checkGroup(tx, id, content);
  const at = services.clock.now();
  await rewriteOutcome(tx, outcomeId, { ...content, previousUntil: outcome.replaces === null ? null : previousUntil }, at);
  // A form keeps what is typed every few seconds: one line of history for a run of changes by one writer.
  const last = (await readEvents(tx, outcomeId)).at(-1);
  if (last?.kind !== 'changed' || last.accountId !== accountOf(actor))
    await insertEvents(tx, [{ outcomeId, kind: 'changed' }], actor, at);
  return { id, status, revision: outcome.revision + 1 };
}

export const changedMeanwhile = (outcome: KeptOutcome) =>
  problem(
    'draft-changed',
    409,
    'Somebody has changed this draft since you opened it. Nothing of yours is lost: compare the two.',
    {
      revision: outcome.revision,
      content: contentOf(outcome),
    },
  );

/** The parts of a definition that its developer writes. */
export function contentOf(outcome: OutcomeContent): OutcomeContent {
  const { name, credits, level, field, subfield, domain, excludes, group } = outcome;
  const { assessments, theory, practice, skills, gradesAvailable, kind } = outcome;
  return {
    name,
    credits,
    level,
    field,
    subfield,
    domain,
    excludes,
    group,
    assessments,
    theory,
    practice,
    skills,
    gradesAvailable,
    kind,
  };
}

/** Makes an organisation answer for a draft, or for a legacy outcome that a listing brought. Stewards only; 404 `organisation-not-found`. */
export async function assignDeveloper(services: Services, actor: CatalogueActor, id: string, developer: string): Promise<Moved> {
  requireSteward(actor);
  return runAs(services, actor, async (tx) => {
    const outcome = await lockAny(tx, id);
    if (outcome.status !== 'draft' && outcome.status !== 'in-review' && outcome.status !== 'legacy') throw publishedStays();
    const key = (await readOrganisationKeys(tx, [developer])).get(developer);
    if (key === undefined) throw problem('organisation-not-found', 404, 'There is no organisation with this id.');
    const at = services.clock.now();
    await writeDeveloper(tx, outcome.outcomeId, key, at);
    await insertEvents(tx, [{ outcomeId: outcome.outcomeId, kind: 'developer-assigned', note: developer }], actor, at);
    return { id, status: outcome.status };
  });
}

export const publishedStays = () =>
  problem('outcome-published', 409, 'A published version does not change. Make a new version of it.');

/** The outcome, locked for a change by one who may make it (404 `outcome-not-found`, 403 `not-your-outcome`). */
export async function lockOwn(tx: Tx, actor: CatalogueActor, id: string): Promise<KeptOutcome> {
  if (!isSteward(actor) && actor !== 'operator' && actor.kind !== 'developer') throw notYours();
  return lockAny(tx, id);
}

const notYours = () => problem('not-your-outcome', 403, 'Another organisation answers for this outcome.');

/** The outcome, locked for a change. Row security locks a developer's own only, with those of closed organisations that theirs follows. */
export async function lockAny(tx: Tx, id: string): Promise<KeptOutcome> {
  const outcome = await readOutcome(tx, id, 'locked');
  if (outcome !== null) return outcome;
  if ((await readOutcome(tx, id)) !== null) throw notYours();
  throw problem('outcome-not-found', 404, 'There is no outcome with this id.');
}

// What was recorded against a legacy outcome keeps its meaning.
function refuseOtherValues(outcome: KeptOutcome, content: OutcomeContent): void {
  const other = (['name', 'credits', 'level'] as const).filter((key) => outcome[key] !== null && outcome[key] !== content[key]);
  if (outcome.group !== null && outcome.group.id !== content.group?.id) throw legacyStays('group');
  const [first] = other;
  if (first !== undefined) throw legacyStays(first);
}

const legacyStays = (part: string) =>
  problem('legacy-stays', 409, `The ${part} of a legacy outcome stays as it was listed. Make a new version to change it.`, {
    part,
  });

/** A group that is there already must be the same group (422 `group-disagrees`) and have room (422 `group-full`). */
export async function checkGroup(
  tx: Tx,
  id: string,
  { group, credits }: Pick<OutcomeContent, 'group' | 'credits'>,
): Promise<void> {
  if (group === null) return;
  if (credits !== 0) throw problem('group-member-has-credit', 422, 'The credit sits on the group, so its members carry 0.');
  const [held] = await readGroups(tx, [group.id]);
  if (held === undefined) return;
  if (!isSameGroup(held, group))
    throw problem('group-disagrees', 422, 'A group with this id is there, with another lineage, credit or number of members.');
  if (!held.held.includes(id) && held.held.length >= held.members)
    throw problem('group-full', 422, `This group has its ${held.members} members.`);
}

type Group = NonNullable<OutcomeContent['group']>;

export function isSameGroup(one: Group, other: Group): boolean {
  return one.lineage === other.lineage && one.credits === other.credits && one.members === other.members;
}
