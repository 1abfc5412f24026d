import { isOfAnotherCountry } from '@recognition/recognition';
import { checkWording, inOtherLanguage, WORDING_RULES } from '@recognition/recognition/wording';
import { z } from 'zod';
import type { Database } from '../database/connection.ts';
import { pageOf, readCursor } from '../http/paging.ts';
import type { Services } from '../services.ts';
import { type CatalogueActor, isSteward, runAs } from './actor.ts';
import type { KeptOutcome, Status } from './document.ts';
import { readOutcomesAfter } from './queries.ts';
import { loadSnapshot } from './snapshot.ts';
import { readOwnAfter } from './work-queries.ts';

/** How readable one definition is. */
export interface WordingRow {
  readonly id: string;
  readonly code: string;
  readonly version: number | null;
  readonly name: string;
  readonly status: Status;
  readonly developer: string | null;
  readonly developerName: string | null;
  readonly score: number;
  /** The rules that found something. */
  readonly found: readonly string[];
}

/** How readable the definitions of one developer are. */
interface WordingOfDeveloper {
  readonly developer: string | null;
  readonly name: string | null;
  readonly outcomes: number;
  /** The mean of their scores, rounded. */
  readonly mean: number;
  /** Of each rule, in how many definitions it found something. */
  readonly found: readonly { readonly check: string; readonly outcomes: number }[];
}

interface Survey {
  /** Those with the lowest score first. */
  readonly rows: readonly WordingRow[];
  readonly developers: readonly WordingOfDeveloper[];
  /** How many were left out: written for another country, or in a language that the rules do not know. */
  readonly left: number;
}

const PAGE = 500;
const kept = new WeakMap<Database, { readonly stamp: number; readonly answer: Promise<Survey> }>();
const PLACE = z.tuple([z.int(), z.string()]);

/**
 * How readable definitions are, lowest score first: to a developer all that are theirs, drafts too; to a steward and the operator all that
 * everybody sees. What is discontinued is left out, since nobody will mend it; and so is, and is counted, what is an entry of another
 * country or in a language that the rules do not know. The second is worked out once for each state of the catalogue.
 */
export async function listWording(
  services: Pick<Services, 'db'>,
  actor: CatalogueActor,
  { developer, cursor, limit }: { readonly developer?: string; readonly cursor?: string; readonly limit: number },
) {
  const after = readCursor(cursor, PLACE);
  const { rows, developers, left } = isSteward(actor) ? await surveyAll(services) : await surveyOwn(services, actor);
  const fitting = developer === undefined ? rows : rows.filter((row) => row.developer === developer);
  const from = after === null ? 0 : fitting.findIndex((row) => order(row, { score: after[0], id: after[1] }) > 0);
  const rest = from === -1 ? [] : fitting.slice(from, from + limit + 1);
  return {
    total: fitting.length,
    mean: meanOf(fitting),
    left,
    developers,
    ...pageOf(
      rest,
      limit,
      (row) => row,
      ({ score, id }) => [score, id],
    ),
  };
}

async function surveyAll(services: Pick<Services, 'db'>): Promise<Survey> {
  const { stamp } = await loadSnapshot(services);
  const known = kept.get(services.db);
  if (known?.stamp === stamp) return known.answer;
  const answer = survey((after) => services.db.asPublic((tx) => readOutcomesAfter(tx, after, PAGE)));
  kept.set(services.db, { stamp, answer });
  // One that failed is worked out again for who asks next.
  answer.catch(() => kept.delete(services.db));
  return answer;
}

function surveyOwn(services: Pick<Services, 'db'>, actor: CatalogueActor): Promise<Survey> {
  return survey((after) => runAs(services, actor, (tx) => readOwnAfter(tx, after, PAGE)));
}

async function survey(read: (after: string) => Promise<readonly KeptOutcome[]>): Promise<Survey> {
  const rows: WordingRow[] = [];
  let left = 0;
  for (let after = ''; ; ) {
    const page = await read(after);
    const inUse = page.filter(({ status }) => status !== 'discontinued');
    const known = inUse.filter((one) => !isOfAnotherCountry(one) && !inOtherLanguage(one));
    left += inUse.length - known.length;
    rows.push(...known.map(judged));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.id;
  }
  return { rows: rows.sort(order), developers: byDeveloper(rows), left };
}

function judged(outcome: KeptOutcome): WordingRow {
  const { id, code, version, name, status, developer, developerName } = outcome;
  const { score, findings } = checkWording(outcome);
  const found = [...new Set(findings.map(({ check }) => check))];
  return { id, code, version, name, status, developer, developerName, score, found };
}

function byDeveloper(rows: readonly WordingRow[]): readonly WordingOfDeveloper[] {
  return [...Map.groupBy(rows, ({ developer }) => developer)]
    .map(([developer, theirs]) => ({
      developer,
      name: theirs[0]?.developerName ?? null,
      outcomes: theirs.length,
      mean: meanOf(theirs) ?? 0,
      found: WORDING_RULES.map(({ check }) => ({ check, outcomes: theirs.filter(({ found }) => found.includes(check)).length })),
    }))
    .sort((one, other) => one.mean - other.mean || (one.name ?? '').localeCompare(other.name ?? '', 'mi'));
}

function meanOf(rows: readonly WordingRow[]): number | null {
  return rows.length === 0 ? null : Math.round(rows.reduce((sum, { score }) => sum + score, 0) / rows.length);
}

function order(one: Pick<WordingRow, 'score' | 'id'>, other: Pick<WordingRow, 'score' | 'id'>): number {
  return one.score - other.score || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
