import { z } from 'zod';
import type { Tx } from '../database/connection.ts';
import { pageOf, readCursor } from '../http/paging.ts';
import type { Services } from '../services.ts';
import { type CatalogueActor, runAs } from './actor.ts';
import { checkDefinition, missingParts } from './checks.ts';
import { hasDone } from './review.ts';
import { readEvents } from './queries.ts';
import {
  countLegacy,
  readLegacy,
  readPast,
  readWaiting,
  readWithoutSkills,
  readWork,
  recountHolders,
  type WorkOutcome,
} from './work-queries.ts';

/** What stands in one list of a writer, or waits for a steward. */
const MOST = 200;

export type WorkKind = 'returned' | 'draft' | 'in-review' | 'expiring' | 'expiry-asked';

/** The developer's first screen: which definitions need work, and what exactly; with how many legacy outcomes there are. */
export async function showWorklist(services: Pick<Services, 'db' | 'clock'>, actor: CatalogueActor) {
  return runAs(services, actor, async (tx) => {
    const work = await readWork(tx, MOST);
    return {
      items: work.map((outcome) => ({ work: workOf(outcome), ...judged(outcome, services.clock.today()) })),
      legacy: await countLegacy(tx),
    };
  });
}

const PLACE = z.tuple([z.int(), z.int()]);

/** A page of the developer's legacy outcomes, those that most people hold first; with `noSkills` those alone that name no skill. */
export async function listLegacy(
  services: Pick<Services, 'db' | 'clock'>,
  actor: CatalogueActor,
  { cursor, limit, noSkills = false }: { readonly cursor?: string; readonly limit: number; readonly noSkills?: boolean },
) {
  return page(services, actor, cursor, limit, (tx, after) => readLegacy(tx, after, limit + 1, noSkills));
}

/** A page of all outcomes in use that name no skill, those that most people hold first, for a steward. */
export async function listWithoutSkills(
  services: Pick<Services, 'db' | 'clock'>,
  actor: CatalogueActor,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
) {
  return page(services, actor, cursor, limit, (tx, after) => readWithoutSkills(tx, after, limit + 1));
}

type After = Parameters<typeof readWithoutSkills>[1];

async function page(
  services: Pick<Services, 'db' | 'clock'>,
  actor: CatalogueActor,
  cursor: string | undefined,
  limit: number,
  read: (tx: Tx, after: After) => ReturnType<typeof readWithoutSkills>,
) {
  const place = readCursor(cursor, PLACE);
  return runAs(services, actor, async (tx) =>
    pageOf(
      await read(tx, place === null ? null : { rank: place[0], outcomeId: place[1] }),
      limit,
      (outcome) => judged(outcome, services.clock.today()),
      ({ rank, outcomeId }) => [rank, outcomeId],
    ),
  );
}

/** What waits for a steward, longest first; with whether this one wrote some of it and so leaves it to another. */
export async function listWaiting(services: Pick<Services, 'db' | 'clock'>, actor: CatalogueActor) {
  return runAs(services, actor, async (tx) => {
    const waiting = await readWaiting(tx, MOST);
    const items = [];
    for (const outcome of waiting) {
      const asked = outcome.submittedAt === null;
      const events = await readEvents(tx, outcome.outcomeId);
      items.push({
        ...judged(outcome, services.clock.today()),
        since: (outcome.submittedAt ?? outcome.changedAt).toISOString(),
        expiryAsked: outcome.expiryAsked,
        own: hasDone(actor, events, asked ? ['expiry-asked'] : undefined),
      });
    }
    return { items };
  });
}

/** What a steward may close: outcomes whose last day for assessment is over, with how many people hold each. */
export async function listPast(services: Pick<Services, 'db' | 'clock'>, actor: CatalogueActor) {
  const today = services.clock.today();
  return runAs(services, actor, async (tx) => ({
    items: (await readPast(tx, today, MOST)).map((outcome) => judged(outcome, today)),
  }));
}

/** Counts how many people hold each outcome; a job does so at start and once a day. */
export async function countHolders(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  await services.db.asBatch((tx) => recountHolders(tx, services.clock.today()));
}

function workOf({ status, submittedAt, expiryAsked, returnedAt }: WorkOutcome): WorkKind {
  if (submittedAt !== null) return 'in-review';
  if (expiryAsked !== null) return 'expiry-asked';
  if (status === 'expiring') return 'expiring';
  return returnedAt === null ? 'draft' : 'returned';
}

function judged(outcome: WorkOutcome, asOf: string) {
  const findings = checkDefinition(outcome, asOf);
  const { returnedNote, returnedAt, changedAt } = outcome;
  return {
    outcome,
    revision: outcome.revision,
    lacks: [...missingParts(outcome)],
    findings: [...findings],
    changedAt: changedAt.toISOString(),
    returned: returnedAt === null ? null : { note: returnedNote ?? '', at: returnedAt.toISOString() },
    people: outcome.people,
    countedOn: outcome.countedOn,
    successor: outcome.successor,
  };
}
