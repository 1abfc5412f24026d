import { type CatalogueActor, isSteward, runAs } from '../catalogue/actor.ts';
import type { KeptOutcome } from '../catalogue/document.ts';
import { readOutcome } from '../catalogue/queries.ts';
import { isOwn } from '../catalogue/work-queries.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { suggest } from '../skill/suggest.ts';
import { askModel, unusable } from './ask-model.ts';
import { type Kind, type Language, promptFor, readAnswer, type SkillsDraft } from './prompt.ts';
import {
  decideDraft,
  type DraftRow,
  dropSummary,
  insertDraft,
  keepSummary,
  readDraft,
  readDraftedSkills,
  readDrafts,
  readSummaries,
} from './queries.ts';
import { skillsBody, summaryBody } from './schemas.ts';

type Tools = Pick<Services, 'db' | 'clock' | 'settings'>;
const MOST = 20;
const CANDIDATES = 3;

/**
 * Has the language model draft the skills or a plain summary of a definition that the actor answers for, as it is kept now. What it wrote
 * is kept beside the definition, marked, and changes nothing of it. Throws as `askModel` does, 404 `outcome-not-found`, 403 `not-your-outcome`.
 */
export async function draftFor(services: Tools, actor: CatalogueActor, id: string, kind: Kind, lang: Language) {
  const outcome = await runAs(services, actor, (tx) => ownOutcome(tx, actor, id));
  // Asked outside any transaction: a model takes seconds.
  const content = await askModel(services, promptFor(kind, lang, outcome));
  const body = readAnswer(kind, content);
  if (body === null) throw unusable();
  return runAs(services, actor, async (tx) => {
    const { outcomeId } = await ownOutcome(tx, actor, id);
    const model = services.settings.languageModel?.name ?? '';
    const kept = await insertDraft(tx, { outcomeId, kind, lang, body, model, madeAt: services.clock.now() }, actorName(actor));
    return viewOf(tx, kept);
  });
}

/** What a model drafted for a definition, the newest first. */
export async function listDrafts(services: Tools, actor: CatalogueActor, id: string) {
  return runAs(services, actor, async (tx) => {
    const { outcomeId } = await ownOutcome(tx, actor, id);
    const items = [];
    for (const row of await readDrafts(tx, outcomeId, MOST)) items.push(await viewOf(tx, row));
    return items;
  });
}

/** What a person says to a draft. */
export interface Decision {
  readonly accepted: boolean;
  /** The summary as it is to stand; left out, as it was drafted. */
  readonly text?: string | undefined;
  /** Which skills of the schemes were taken for which of its statements, counted from 0. */
  readonly skills?: readonly { readonly statement: number; readonly uri: string }[] | undefined;
}

/**
 * A person accepts a draft, or refuses it; once, and the same again changes nothing (409 `draft-decided` for another word). An accepted
 * summary stands with its mark; of accepted skills it is noted which they were: the definition itself is written by the person.
 */
export async function decide(services: Tools, actor: CatalogueActor, id: string, draftId: number, decision: Decision) {
  return runAs(services, actor, async (tx) => {
    const { outcomeId } = await ownOutcome(tx, actor, id);
    const draft = await readDraft(tx, outcomeId, draftId, 'locked');
    if (draft === null) throw problem('draft-not-found', 404, 'There is no such draft.');
    const status = decision.accepted ? 'accepted' : 'refused';
    if (draft.status !== 'open') {
      if (draft.status !== status) throw problem('draft-decided', 409, 'This draft has been decided on already.');
      return viewOf(tx, draft);
    }
    const at = services.clock.now();
    const taken = decision.accepted && draft.kind === 'skills' ? await takenOf(tx, draft, decision.skills ?? []) : [];
    await decideDraft(tx, draftId, status, taken, actorName(actor), at);
    if (decision.accepted && draft.kind === 'summary') {
      const text = decision.text ?? summaryBody.parse(draft.body).text;
      await keepSummary(tx, outcomeId, { lang: draft.lang, text, model: draft.model, keptAt: at }, actorName(actor));
    }
    return viewOf(tx, (await readDraft(tx, outcomeId, draftId, 'free'))!);
  });
}

/** A person writes the plain summary of a definition, or takes it away with null. */
export async function writeSummary(services: Tools, actor: CatalogueActor, id: string, lang: Language, text: string | null) {
  await runAs(services, actor, async (tx) => {
    const { outcomeId } = await ownOutcome(tx, actor, id);
    if (text === null) return dropSummary(tx, outcomeId, lang);
    const before = (await readSummaries(tx, id)).find((one) => one.lang === lang);
    // The same words stay what they were: kept again, a draft of a model is no work of a person.
    if (before?.text === text) return undefined;
    return keepSummary(tx, outcomeId, { lang, text, model: null, keptAt: services.clock.now() }, actorName(actor));
  });
  return showSummaries(services, actor, id);
}

/** The plain summaries of a definition, and which of its skills a model had drafted; for whoever may read the definition. */
export async function showSummaries(services: Pick<Services, 'db'>, reader: CatalogueActor | null, id: string) {
  const read = async (tx: Tx) => ({
    items: (await readSummaries(tx, id)).map(({ keptAt, ...one }) => ({ ...one, keptAt: keptAt.toISOString() })),
    skills: [...(await readDraftedSkills(tx, id))],
  });
  return reader === null ? services.db.asPublic(read) : runAs(services, reader, read);
}

async function ownOutcome(tx: Tx, actor: CatalogueActor, id: string): Promise<KeptOutcome> {
  const outcome = await readOutcome(tx, id);
  if (outcome === null) throw problem('outcome-not-found', 404, 'There is no outcome with this id.');
  if (!isSteward(actor) && !(await isOwn(tx, outcome.outcomeId)))
    throw problem('not-your-outcome', 403, 'Another organisation answers for this outcome.');
  return outcome;
}

async function candidatesFor(tx: Tx, statement: string) {
  const found = await suggest(tx, { said: statement, scheme: null, limit: CANDIDATES });
  return found.map(({ skill: { uri, scheme, en } }) => ({ uri, scheme, label: en }));
}

/** Only skills that our own matcher found for a statement may be taken for it (422 `skill-not-offered`). */
async function takenOf(tx: Tx, { body }: DraftRow, skills: NonNullable<Decision['skills']>): Promise<DraftRow['accepted']> {
  const statements: SkillsDraft['skills'] = skillsBody.parse(body).skills;
  const taken = [];
  for (const { statement: at, uri } of skills) {
    const statement = statements[at]?.statement ?? '';
    if (!(await candidatesFor(tx, statement)).some((one) => one.uri === uri))
      throw problem('skill-not-offered', 422, 'This skill was not offered for that statement.');
    taken.push({ uri, statement });
  }
  return taken;
}

/** What may be taken for each statement is looked for while a draft is open, and never of one that has been decided. */
async function viewOf(tx: Tx, { id, kind, lang, model, status, body, madeAt, accepted }: DraftRow) {
  const text = kind === 'summary' ? summaryBody.parse(body).text : null;
  const skills = [];
  for (const one of kind === 'skills' ? skillsBody.parse(body).skills : [])
    skills.push({ ...one, candidates: status === 'open' ? await candidatesFor(tx, one.statement) : [] });
  return { id: String(id), kind, lang, model, status, madeAt: madeAt.toISOString(), text, skills, accepted: [...accepted] };
}

const actorName = (actor: CatalogueActor): string => (actor === 'operator' ? 'operator' : actor.actor);
