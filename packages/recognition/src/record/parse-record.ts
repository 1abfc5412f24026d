import { checkGroups, checkOutcome, ids, OPTIONAL_OUTCOME_KEYS, OUTCOME_KEYS, type ReadOutcome } from './parse-outcome.ts';
import { checkOrganisation } from './parse-organisation.ts';
import type { RecognitionRecord } from './portable-record.ts';
import type { RecordProblem } from './problems.ts';
import { date, id, list, object, oneOf, Problems, shape, text } from './reader.ts';

export type ParsedRecord =
  | { readonly ok: true; readonly record: RecognitionRecord }
  | { readonly ok: false; readonly problems: readonly RecordProblem[] };

const RECORD = shape(['type', 'version', 'organisations', 'outcomes', 'achievements'], ['framework', 'learner']);
const LEARNER = shape(['id'], ['name']);
const OUTCOME = shape(OUTCOME_KEYS, OPTIONAL_OUTCOME_KEYS);
const ACHIEVEMENT = shape([
  'id',
  'outcome',
  'provider',
  'date',
  'result',
  'mode',
  'originalDate',
  'source',
  'status',
  'usedIn',
  'alsoCountedIn',
]);
const RESULTS = new Set(['achieved', 'merit', 'excellence', 'not-achieved']);
const MODES = new Set(['assessed', 'rpl', 'crt']);
const STATUSES = new Set(['confirmed', 'provisional', 'withdrawn']);

/**
 * Reads a portable record out of untrusted JSON (contracts 2): the record, or every problem with its path and stable code. It
 * never throws, and it does not follow what it does not know, so depth and size of strange input cost nothing.
 */
export function parseRecord(json: unknown): ParsedRecord {
  const problems = new Problems();
  const given = object(json, RECORD, '', problems);
  if (given !== null) {
    if (given['type'] !== 'RecognitionRecord') problems.add('type', 'wrong-type', 'The type is not RecognitionRecord.');
    if (given['version'] !== 1) problems.add('version', 'wrong-type', 'The version is not 1.');
    if (given['framework'] !== undefined) id(given['framework'], 'framework', problems);
    if (given['learner'] !== undefined) checkLearner(given['learner'], problems);
    const organisations = checkOrganisations(given['organisations'], problems);
    const outcomes = checkOutcomes(given['outcomes'], problems);
    checkAchievements(given['achievements'], organisations, outcomes, problems);
  }
  return problems.found.length === 0 && isRecord(json, problems)
    ? { ok: true, record: json }
    : { ok: false, problems: problems.found };
}

/** True once everything above was looked at and nothing was found. */
const isRecord = (json: unknown, problems: Problems): json is RecognitionRecord => json !== null && problems.found.length === 0;

function checkLearner(value: unknown, problems: Problems): void {
  const given = object(value, LEARNER, 'learner', problems);
  if (given === null) return;
  id(given['id'], 'learner.id', problems);
  if (given['name'] !== undefined) text(given['name'], 'learner.name', problems);
}

/** Checks a list of organisations; answers their ids. */
export function checkOrganisations(value: unknown, problems: Problems): ReadonlySet<string> {
  const known = new Set<string>();
  const given = list(value, 'organisations', problems);
  for (let at = 0; at < given.length; at += 1) {
    const path = `organisations[${at}]`;
    const own = checkOrganisation(given[at], path, problems);
    if (own === null) continue;
    if (known.has(own)) problems.add(`${path}.id`, 'duplicate-id', 'This id is already taken in this file.');
    known.add(own);
  }
  return known;
}

function checkOutcomes(value: unknown, problems: Problems): ReadonlySet<string> {
  const known = new Set<string>();
  const read: ReadOutcome[] = [];
  const given = list(value, 'outcomes', problems);
  for (let at = 0; at < given.length; at += 1) {
    const path = `outcomes[${at}]`;
    const keys = object(given[at], OUTCOME, path, problems);
    const outcome = keys === null ? null : checkOutcome(keys, path, problems);
    if (outcome === null) {
      if (keys !== null && typeof keys['id'] === 'string') known.add(keys['id']);
      continue;
    }
    if (known.has(outcome.id)) problems.add(`${path}.id`, 'duplicate-id', 'This id is already taken in this file.');
    known.add(outcome.id);
    read.push(outcome);
  }
  checkGroups(read, problems);
  return known;
}

function checkAchievements(
  value: unknown,
  organisations: ReadonlySet<string>,
  outcomes: ReadonlySet<string>,
  problems: Problems,
): void {
  const given = list(value, 'achievements', problems);
  const known = new Set<string>();
  const sources = new Map<string, { readonly source: string; readonly path: string }>();
  for (let at = 0; at < given.length; at += 1) {
    const path = `achievements[${at}]`;
    const keys = object(given[at], ACHIEVEMENT, path, problems);
    if (keys === null) continue;
    const { id: own, outcome, provider, source, date: on, originalDate } = keys;
    if (id(own, `${path}.id`, problems)) {
      if (known.has(own)) problems.add(`${path}.id`, 'duplicate-id', 'This id is already taken in this file.');
      known.add(own);
    }
    if (id(outcome, `${path}.outcome`, problems) && !outcomes.has(outcome)) dangling(`${path}.outcome`, problems);
    if (id(provider, `${path}.provider`, problems) && !organisations.has(provider)) dangling(`${path}.provider`, problems);
    const dated = date(on, `${path}.date`, problems);
    oneOf(keys['result'], RESULTS, `${path}.result`, problems);
    oneOf(keys['mode'], MODES, `${path}.mode`, problems);
    oneOf(keys['status'], STATUSES, `${path}.status`, problems);
    ids(keys['usedIn'], `${path}.usedIn`, problems);
    for (const [index, also] of list(keys['alsoCountedIn'], `${path}.alsoCountedIn`, problems).entries()) {
      text(also, `${path}.alsoCountedIn[${index}]`, problems);
    }
    if (keys['mode'] === 'crt') {
      if (originalDate === null)
        problems.add(`${path}.originalDate`, 'original-date', 'A transfer needs the date of the original achievement.');
      else if (date(originalDate, `${path}.originalDate`, problems) && dated && originalDate > on) {
        problems.add(`${path}.originalDate`, 'original-date', 'The original date is not after the date of the transfer.');
      }
      if (source !== null && id(source, `${path}.source`, problems) && isOwn(own))
        sources.set(own, { source, path: `${path}.source` });
    } else {
      if (originalDate !== null)
        problems.add(`${path}.originalDate`, 'original-date', 'Only a transfer (crt) has an original date.');
      if (source !== null) problems.add(`${path}.source`, 'source-without-transfer', 'Only a transfer (crt) has a source.');
    }
  }
  for (const { source, path } of sources.values()) if (!known.has(source)) dangling(path, problems);
  checkCircles(sources, problems);
}

const isOwn = (value: unknown): value is string => typeof value === 'string';

const dangling = (path: string, problems: Problems): void =>
  problems.add(path, 'dangling-reference', 'Nothing in this file has this id.');

/** A transfer cannot, over any number of steps, be its own source. */
function checkCircles(
  sources: ReadonlyMap<string, { readonly source: string; readonly path: string }>,
  problems: Problems,
): void {
  const clear = new Set<string>();
  for (const start of sources.keys()) {
    const way = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !clear.has(at) && !way.has(at)) {
      way.add(at);
      at = sources.get(at)?.source;
    }
    if (at !== undefined && way.has(at))
      problems.add(sources.get(at)?.path ?? '', 'transfer-circle', 'These transfers lead back to themselves.');
    for (const seen of way) clear.add(seen);
  }
}
