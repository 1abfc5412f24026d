import { isDeepStrictEqual } from 'node:util';
import { missingParts } from '../checks.ts';
import type { KeptOutcome, OutcomeDocument, SkillStatement } from '../document.ts';
import type { Fill, NewOutcome } from '../write-queries.ts';
import type { Conflict, Reject } from './answer.ts';
import { CONFLICT_CODES, type ConflictCode, REJECT_CODES, type RejectCode } from './codes.ts';
import type { As } from './merge-listing.ts';
import type { Unstated } from './read-catalogue.ts';

/** An outcome of a catalogue file, where it stands in its list, counted from 1. */
export interface Entry {
  readonly file: string;
  readonly row: number;
  readonly outcome: OutcomeDocument;
  /** Parts of its identity that the source does not say. */
  readonly unstated?: Unstated;
}

export interface CataloguePlan {
  readonly creates: readonly NewOutcome[];
  readonly fills: readonly Fill[];
  readonly skills: readonly { readonly outcomeId: number; readonly skills: readonly SkillStatement[] }[];
  readonly exclusions: readonly { readonly lineage: string; readonly excludes: readonly string[] }[];
  /** Outcomes that gain something, by their keys. */
  readonly completed: ReadonlySet<number>;
  readonly unchanged: number;
  readonly conflicts: readonly Conflict[];
  readonly rejected: readonly Reject[];
}

const IDENTITY = ['code', 'version', 'lineage', 'accredited', 'creditBearing', 'status'] as const;
const FILLABLE = [
  'name',
  'credits',
  'level',
  'field',
  'subfield',
  'domain',
  'kind',
  'levelLabel',
  'lastAssessment',
  'registered',
  'developer',
  'group',
  'size',
  'replaces',
  'assessments',
  'theory',
  'practice',
  'gradesAvailable',
  'skills',
  'excludes',
] as const;

/**
 * Plans what a catalogue file's outcomes add to what is held, matched by id, else by code and version. Another register's codes are its
 * own: with `match` "id" an entry whose code and version are another outcome's is refused, never merged into it. Pure.
 */
export function mergeCatalogue(
  entries: readonly Entry[],
  held: readonly KeptOutcome[],
  developers: ReadonlyMap<string, number>,
  as: As | undefined,
  match: 'id-or-code' | 'id' = 'id-or-code',
): CataloguePlan {
  const byId = new Map(held.map((one) => [one.id, one]));
  const byVersion = new Map(held.map((one) => [versionKey(one), one]));
  const made = new Set<string>();
  const creates: NewOutcome[] = [];
  const fills: Fill[] = [];
  const skills: { outcomeId: number; skills: readonly SkillStatement[] }[] = [];
  const exclusions: { lineage: string; excludes: readonly string[] }[] = [];
  const conflicts: Conflict[] = [];
  const rejected: Reject[] = [];
  const completed = new Set<number>();
  let unchanged = 0;
  for (const entry of entries) {
    const { outcome } = entry;
    const namesake = byVersion.get(versionKey(outcome));
    const same = byId.get(outcome.id) ?? (match === 'id' ? undefined : namesake);
    if (same === undefined) {
      const code = namesake === undefined ? refuse(outcome, made, as) : 'code-is-another-outcome';
      if (code !== null) {
        rejected.push(
          reject(entry, code, code === 'not-ready-to-publish' ? ` It lacks: ${missingParts(outcome).join(', ')}.` : ''),
        );
        continue;
      }
      made.add(versionKey(outcome));
      creates.push(newOutcome(outcome, developers, as));
      continue;
    }
    const gained = compare(entry, same, conflicts);
    if (gained.size === 0) {
      unchanged += 1;
      continue;
    }
    completed.add(same.outcomeId);
    fills.push(fillOf(same.outcomeId, outcome, gained, developers));
    if (gained.has('skills')) skills.push({ outcomeId: same.outcomeId, skills: outcome.skills });
    if (gained.has('excludes')) exclusions.push({ lineage: same.lineage, excludes: outcome.excludes });
  }
  return { creates, fills, skills, exclusions, completed, unchanged, conflicts, rejected };
}

const versionKey = ({ code, version }: Pick<OutcomeDocument, 'code' | 'version'>): string => `${version ?? ''} ${code}`;

function refuse(outcome: OutcomeDocument, made: ReadonlySet<string>, as: As | undefined): RejectCode | null {
  if (made.has(versionKey(outcome))) return 'code-and-version-taken';
  const offered = as !== 'draft' && (outcome.status === 'published' || outcome.status === 'expiring');
  return offered && missingParts(outcome).length > 0 ? 'not-ready-to-publish' : null;
}

function reject({ file, row }: Entry, code: RejectCode, detail: string): Reject {
  return { file, row, code, message: `${REJECT_CODES[code].en}${detail}` };
}

function newOutcome(
  { developer, ...outcome }: OutcomeDocument,
  developers: ReadonlyMap<string, number>,
  as: As | undefined,
): NewOutcome {
  const unfinished = outcome.status === 'draft' || outcome.status === 'in-review';
  const complete = outcome.credits !== null && outcome.level !== null;
  const status = as === 'draft' ? 'draft' : as === 'legacy' && unfinished ? (complete ? 'legacy' : 'draft') : outcome.status;
  return { ...outcome, status, subjects: [], developerId: developer === null ? null : (developers.get(developer) ?? null) };
}

type Part = (typeof FILLABLE)[number];

function compare({ file, row, outcome, unstated }: Entry, held: KeptOutcome, conflicts: Conflict[]): ReadonlySet<Part> {
  const closed = held.status !== 'draft' && held.status !== 'in-review' && held.status !== 'legacy';
  const conflict = (code: ConflictCode, part: string, had: unknown, offered: unknown) =>
    conflicts.push({ file, row, code, outcome: outcome.id, part, held: had, offered, message: CONFLICT_CODES[code].en });
  for (const part of IDENTITY) {
    if (unstated?.has(part) !== true && outcome[part] !== held[part]) conflict('value-differs', part, held[part], outcome[part]);
  }
  const gained = new Set<Part>();
  for (const part of FILLABLE) {
    const offered = comparable(part, outcome);
    const had = comparable(part, held);
    if (isEmpty(offered) || isDeepStrictEqual(offered, had)) continue;
    if (part === 'excludes' && outcome.excludes.every((lineage) => held.excludes.includes(lineage))) continue;
    if (unstated !== undefined && isWithin(offered, had)) continue;
    if (!isEmpty(had)) conflict('value-differs', part, had, offered);
    else if (closed) conflict('published-stays', part, had, offered);
    else gained.add(part);
  }
  return gained;
}

// Lists whose order says nothing are compared in one order; keys never count.
function comparable(part: Part, outcome: OutcomeDocument): unknown {
  if (part === 'excludes') return [...outcome.excludes].sort();
  if (part === 'skills')
    return outcome.skills
      .map((one) => ({ ...one }))
      .sort((a, b) => (`${a.uri} ${a.relation}` < `${b.uri} ${b.relation}` ? -1 : 1));
  return outcome[part];
}

// Another register may have a place for some of a list only, and in its own order.
function isWithin(offered: unknown, had: unknown): boolean {
  if (!Array.isArray(offered) || !Array.isArray(had)) return false;
  const there: readonly unknown[] = had;
  return offered.every((one: object) =>
    there.some(
      (other) =>
        isDeepStrictEqual(other, one) ||
        ('proficiency' in one && isDeepStrictEqual({ ...Object(other), proficiency: null }, one)),
    ),
  );
}

const isEmpty = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

function fillOf(
  outcomeId: number,
  outcome: OutcomeDocument,
  gained: ReadonlySet<Part>,
  developers: ReadonlyMap<string, number>,
): Fill {
  const plain = Object.fromEntries(
    [...gained]
      .filter((part) => part !== 'skills' && part !== 'excludes' && part !== 'developer' && part !== 'group')
      .map((part) => [part, outcome[part]]),
  );
  const developerId = gained.has('developer') ? developers.get(outcome.developer ?? '') : undefined;
  return {
    outcomeId,
    ...plain,
    ...(developerId === undefined ? {} : { developerId }),
    ...(gained.has('group') && outcome.group !== null ? { groupId: outcome.group.id } : {}),
  };
}
