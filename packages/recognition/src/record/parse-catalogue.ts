import { checkGroups, checkOutcome, OPTIONAL_OUTCOME_KEYS, OUTCOME_KEYS, type ReadOutcome } from './parse-outcome.ts';
import { checkOrganisations } from './parse-record.ts';
import type { LocalDate, Organisation, Outcome } from './portable-record.ts';
import type { RecordProblem } from './problems.ts';
import { date, id, type Json, list, object, oneOf, Problems, shape, text } from './reader.ts';

export interface CatalogueText {
  readonly text: string;
  /** BCP 47, such as en or mi. */
  readonly lang: string;
}

export interface CatalogueSkill {
  readonly uri: string;
  readonly scheme: string;
  readonly label: string;
  readonly relation: 'earns' | 'competent' | 'showcases';
  readonly proficiency: string | null;
}

export const CATALOGUE_STATUSES = ['draft', 'in-review', 'published', 'expiring', 'discontinued', 'legacy'] as const;
export type CatalogueStatus = (typeof CATALOGUE_STATUSES)[number];

/** An outcome with its whole definition (contracts 2b). What a draft or a source lacks is null. */
export interface CatalogueOutcome extends Omit<Outcome, 'credits'> {
  readonly credits: number | null;
  readonly developer: string | null;
  readonly assessments: readonly CatalogueText[];
  readonly theory: readonly CatalogueText[];
  readonly practice: readonly CatalogueText[];
  readonly skills: readonly CatalogueSkill[];
  readonly status: CatalogueStatus;
  readonly registered: LocalDate | null;
  readonly replaces: { readonly lineage: string; readonly category: 'A' | 'B' | 'C' | 'D' } | null;
  readonly gradesAvailable: readonly string[];
}
export type CatalogueOrganisation = Organisation;

export interface CatalogueFile {
  readonly type: 'Catalogue';
  readonly version: 1;
  readonly organisations: readonly CatalogueOrganisation[];
  readonly outcomes: readonly CatalogueOutcome[];
}

export type ParsedCatalogue =
  | { readonly ok: true; readonly catalogue: CatalogueFile }
  | { readonly ok: false; readonly problems: readonly RecordProblem[] };

const CATALOGUE = shape(['type', 'version', 'organisations', 'outcomes']);
const OUTCOME = shape(
  [
    ...OUTCOME_KEYS,
    'developer',
    'assessments',
    'theory',
    'practice',
    'skills',
    'status',
    'registered',
    'replaces',
    'gradesAvailable',
  ],
  OPTIONAL_OUTCOME_KEYS,
);
const TEXT = shape(['text', 'lang']);
const SKILL = shape(['uri', 'scheme', 'label', 'relation'], ['proficiency']);
const REPLACES = shape(['lineage', 'category']);
const RELATIONS = new Set(['earns', 'competent', 'showcases']);
const STATUSES: ReadonlySet<string> = new Set(CATALOGUE_STATUSES);
const CATEGORIES = new Set(['A', 'B', 'C', 'D']);
const GRADES = new Set(['achieved', 'merit', 'excellence', 'not-achieved']);

/** Reads a catalogue file out of untrusted JSON (contracts 2b): the file, or every problem with its path and stable code. Never throws. */
export function parseCatalogue(json: unknown): ParsedCatalogue {
  const problems = new Problems();
  const given = object(json, CATALOGUE, '', problems);
  if (given !== null) {
    if (given['type'] !== 'Catalogue') problems.add('type', 'wrong-type', 'The type is not Catalogue.');
    if (given['version'] !== 1) problems.add('version', 'wrong-type', 'The version is not 1.');
    checkOrganisations(given['organisations'], problems);
    checkOutcomes(given['outcomes'], problems);
  }
  return isCatalogue(json, problems) ? { ok: true, catalogue: json } : { ok: false, problems: problems.found };
}

/** True once everything was looked at and nothing was found. */
const isCatalogue = (json: unknown, problems: Problems): json is CatalogueFile => json !== null && problems.found.length === 0;

function checkOutcomes(value: unknown, problems: Problems): void {
  const known = new Set<string>();
  const read: ReadOutcome[] = [];
  for (const [at, one] of list(value, 'outcomes', problems).entries()) {
    const path = `outcomes[${at}]`;
    const given = object(one, OUTCOME, path, problems);
    if (given === null) continue;
    const outcome = checkOutcome(given['credits'] === null ? { ...given, credits: 0 } : given, path, problems);
    checkDefinition(given, path, problems);
    if (outcome === null) continue;
    if (known.has(outcome.id)) problems.add(`${path}.id`, 'duplicate-id', 'This id is already taken in this file.');
    known.add(outcome.id);
    read.push(outcome);
  }
  checkGroups(read, problems);
}

function checkDefinition(given: Json, path: string, problems: Problems): void {
  if (given['developer'] !== null) id(given['developer'], `${path}.developer`, problems);
  for (const part of ['assessments', 'theory', 'practice'] as const) {
    for (const [at, one] of list(given[part], `${path}.${part}`, problems).entries()) {
      const where = `${path}.${part}[${at}]`;
      const read = object(one, TEXT, where, problems);
      if (read === null) continue;
      text(read['text'], `${where}.text`, problems);
      text(read['lang'], `${where}.lang`, problems);
    }
  }
  for (const [at, one] of list(given['skills'], `${path}.skills`, problems).entries()) {
    const where = `${path}.skills[${at}]`;
    const read = object(one, SKILL, where, problems);
    if (read === null) continue;
    for (const key of ['uri', 'scheme', 'label'] as const) text(read[key], `${where}.${key}`, problems);
    oneOf(read['relation'], RELATIONS, `${where}.relation`, problems);
    if (read['proficiency'] !== undefined && read['proficiency'] !== null)
      text(read['proficiency'], `${where}.proficiency`, problems);
  }
  oneOf(given['status'], STATUSES, `${path}.status`, problems);
  if (given['registered'] !== null) date(given['registered'], `${path}.registered`, problems);
  if (given['replaces'] !== null) {
    const read = object(given['replaces'], REPLACES, `${path}.replaces`, problems);
    if (read !== null) {
      id(read['lineage'], `${path}.replaces.lineage`, problems);
      oneOf(read['category'], CATEGORIES, `${path}.replaces.category`, problems);
    }
  }
  for (const [at, one] of list(given['gradesAvailable'], `${path}.gradesAvailable`, problems).entries()) {
    oneOf(one, GRADES, `${path}.gradesAvailable[${at}]`, problems);
  }
}
