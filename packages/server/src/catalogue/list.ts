import { z } from 'zod';
import { pageOf, readCursor } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type CatalogueActor, runAs } from './actor.ts';
import { checkDefinition, type Finding } from './checks.ts';
import type { KeptOutcome, OutcomeDocument } from './document.ts';
import {
  countFacets,
  readEvents,
  readFields,
  readLineage,
  readOutcome,
  readOutcomesNamed,
  readOutcomeVersion,
  type Search,
  searchOutcomes,
} from './queries.ts';

/** Who reads: somebody signed in sees their own drafts too. */
export type Reader = CatalogueActor | null;

function read<T>(services: Pick<Services, 'db'>, reader: Reader, work: Parameters<typeof runAs<T>>[2]): Promise<T> {
  return reader === null ? services.db.asPublic(work) : runAs(services, reader, work);
}

export interface Asked {
  readonly q?: string;
  readonly field?: string;
  readonly level?: number;
  readonly status?: string;
  /** Only what the reader's own organisation answers for: a developer's worklist. */
  readonly mine?: boolean;
  readonly cursor?: string;
  readonly limit?: number;
}

const PLACE = z.tuple([z.string(), z.int()]);

/** A page of outcomes whose code, name, classification or skills hold every word, whatever their case and macrons; with how many fit, by facet. */
export async function listOutcomes(services: Pick<Services, 'db'>, reader: Reader, asked: Asked) {
  const after = readCursor(asked.cursor, PLACE);
  const limit = asked.limit ?? 50;
  const search: Search = {
    words: (asked.q ?? '')
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, 10),
    field: asked.field ?? null,
    level: asked.level ?? null,
    status: asked.status ?? null,
    developerId: asked.mine === true && reader !== null && reader !== 'operator' ? reader.organisationId : null,
  };
  return read(services, reader, async (tx) => {
    const found = await searchOutcomes(tx, search, after === null ? null : { code: after[0], version: after[1] }, limit + 1);
    const counts = await countFacets(tx, search);
    const by = (facet: string) => counts.filter((one) => one.facet === facet).map(({ value, count }) => ({ value, count }));
    return {
      ...pageOf(
        found,
        limit,
        (outcome: KeptOutcome) => outcome,
        ({ code, version }) => [code, version ?? 0],
      ),
      total: counts.find(({ facet }) => facet === 'all')?.count ?? 0,
      facets: { field: by('field'), level: by('level'), status: by('status') },
    };
  });
}

/** One version with the others of its lineage; 404 `outcome-not-found`. `null` asks for the version that its listing did not state. */
export async function showOutcome(services: Pick<Services, 'db'>, reader: Reader, code: string, version: number | null) {
  return read(services, reader, async (tx) => {
    const outcome = await readOutcomeVersion(tx, code, version);
    if (outcome === null) throw notFound();
    const versions = await readLineage(tx, outcome.lineage);
    return {
      ...outcome,
      versions: versions.map(({ id, version: one, status, inForceFrom, lastAssessment }) => ({
        id,
        version: one,
        status,
        inForceFrom,
        lastAssessment,
      })),
    };
  });
}

/**
 * The version of a code that a reader means who names none: the newest that is in use, else the newest. Null is a version that its listing
 * did not state. Throws `outcome-not-found` (404).
 */
export async function newestVersion(services: Pick<Services, 'db'>, code: string): Promise<number | null> {
  const all = await services.db.asPublic((tx) => readOutcomesNamed(tx, [code], []));
  const versions = [...all].sort((a, b) => (a.version ?? 0) - (b.version ?? 0));
  const newest = versions.findLast(({ status }) => status !== 'discontinued') ?? versions.at(-1);
  if (newest === undefined) throw notFound();
  return newest.version;
}

/** What the listing checks say of a definition that is kept, with what happened to it. Its developer and stewards only. */
export async function findingsOf(services: Pick<Services, 'db' | 'clock'>, actor: CatalogueActor, id: string) {
  return runAs(services, actor, async (tx) => {
    const outcome = await readOutcome(tx, id);
    if (outcome === null) throw notFound();
    const events = await readEvents(tx, outcome.outcomeId);
    return {
      id,
      ...judge(outcome, services.clock.today()),
      events: events.map(({ kind, at, note }) => ({ kind, at: at.toISOString(), note })),
    };
  });
}

/** The same checks on a definition that is being written, without keeping it. A developer answers for it from the start. */
export function checkDraft(
  services: Pick<Services, 'clock'>,
  outcome: OutcomeDocument,
): { ready: boolean; findings: readonly Finding[] } {
  return judge(outcome, services.clock.today());
}

/** What the checks find, and whether nothing of it stands in the way of listing. */
export function judge(outcome: OutcomeDocument, asOf: string): { ready: boolean; findings: readonly Finding[] } {
  const findings = checkDefinition(outcome, asOf);
  return { ready: findings.every(({ severity }) => severity !== 'error'), findings };
}

export const listFields = (services: Pick<Services, 'db'>) => services.db.asPublic(readFields);

const notFound = () => problem('outcome-not-found', 404, 'There is no outcome with this code and version.');
