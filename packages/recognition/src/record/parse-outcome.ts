import { date, field, flag, id, type Json, list, object, type Problems, shape, text, whole } from './reader.ts';

export const OUTCOME_KEYS = [
  'id',
  'code',
  'version',
  'name',
  'credits',
  'level',
  'field',
  'subfield',
  'domain',
  'lineage',
  'accredited',
  'excludes',
  'group',
  'lastAssessment',
] as const;
export const OPTIONAL_OUTCOME_KEYS = ['size', 'kind', 'creditBearing', 'levelLabel'] as const;
const GROUP = shape(['id', 'lineage', 'credits', 'members']);
const SIZE = shape(['minutes', 'amount', 'unit']);

/** Credits of one outcome, at most (contracts 3). */
export const MOST_CREDITS = 999;

/** What the rules between outcomes need to know of one that was read. */
export interface ReadOutcome {
  readonly path: string;
  readonly id: string;
  readonly lineage: string;
  readonly field: unknown;
  readonly excludes: readonly string[];
  readonly group: { readonly id: string; readonly lineage: string; readonly credits: number; readonly members: number } | null;
}

/** Checks the keys that every outcome has, in a record or in a catalogue. */
export function checkOutcome(given: Json, path: string, problems: Problems): ReadOutcome | null {
  const before = problems.found.length;
  text(given['code'], `${path}.code`, problems);
  if (given['version'] !== null) whole(given['version'], 0, 1_000_000, `${path}.version`, problems);
  text(given['name'], `${path}.name`, problems);
  whole(given['credits'], 0, MOST_CREDITS, `${path}.credits`, problems);
  if (given['level'] !== null) whole(given['level'], 1, 10, `${path}.level`, problems);
  if (given['field'] !== null) field(given['field'], `${path}.field`, problems);
  if (given['subfield'] !== null) text(given['subfield'], `${path}.subfield`, problems);
  if (given['domain'] !== null) text(given['domain'], `${path}.domain`, problems);
  flag(given['accredited'], `${path}.accredited`, problems);
  if (given['lastAssessment'] !== null) date(given['lastAssessment'], `${path}.lastAssessment`, problems);
  checkForOtherFrameworks(given, path, problems);
  const { id: own, lineage } = given;
  const isOwn = id(own, `${path}.id`, problems);
  const isLineage = id(lineage, `${path}.lineage`, problems);
  const excludes = ids(given['excludes'], `${path}.excludes`, problems);
  const group = given['group'] === null ? null : checkGroup(given['group'], `${path}.group`, problems);
  if (!isOwn || !isLineage || problems.found.length > before) return null;
  if (group !== null && given['credits'] !== 0) {
    problems.add(`${path}.credits`, 'group-member-has-credit', 'The credit sits on the group, so its members carry 0.');
  }
  for (const [at, excluded] of excludes.entries()) {
    if (excluded === lineage || excluded === group?.lineage) {
      problems.add(`${path}.excludes[${at}]`, 'excludes-itself', 'An outcome cannot exclude its own lineage.');
    }
  }
  return { path, id: own, lineage, field: given['field'], excludes, group };
}

/** A list of ids. */
export function ids(value: unknown, path: string, problems: Problems): readonly string[] {
  const given = list(value, path, problems);
  const read: string[] = [];
  for (let at = 0; at < given.length; at += 1) {
    const one = given[at];
    if (id(one, `${path}[${at}]`, problems)) read.push(one);
  }
  return read;
}

function checkGroup(value: unknown, path: string, problems: Problems): ReadOutcome['group'] {
  const given = object(value, GROUP, path, problems);
  if (given === null) return null;
  const { id: own, lineage, credits, members } = given;
  const isOwn = id(own, `${path}.id`, problems);
  const isLineage = id(lineage, `${path}.lineage`, problems);
  const hasCredits = whole(credits, 1, MOST_CREDITS, `${path}.credits`, problems);
  const hasMembers = whole(members, 1, 1000, `${path}.members`, problems);
  return isOwn && isLineage && hasCredits && hasMembers ? { id: own, lineage, credits, members } : null;
}

function checkForOtherFrameworks(given: Json, path: string, problems: Problems): void {
  const { size, kind, creditBearing, levelLabel } = given;
  if (size !== undefined && size !== null) {
    const read = object(size, SIZE, `${path}.size`, problems);
    if (read !== null) {
      whole(read['minutes'], 0, 100_000_000, `${path}.size.minutes`, problems);
      text(read['amount'], `${path}.size.amount`, problems);
      text(read['unit'], `${path}.size.unit`, problems);
    }
  }
  if (kind !== undefined && kind !== null) text(kind, `${path}.kind`, problems);
  if (creditBearing !== undefined) flag(creditBearing, `${path}.creditBearing`, problems);
  if (levelLabel !== undefined && levelLabel !== null) text(levelLabel, `${path}.levelLabel`, problems);
}

/** The rules between the outcomes of one group (contracts 2 and 3). */
export function checkGroups(outcomes: readonly ReadOutcome[], problems: Problems): void {
  const groups = new Map<string, ReadOutcome[]>();
  for (const outcome of outcomes) {
    if (outcome.group === null) continue;
    const members = groups.get(outcome.group.id);
    if (members === undefined) groups.set(outcome.group.id, [outcome]);
    else members.push(outcome);
  }
  for (const members of groups.values()) checkMembers(members, problems);
}

function checkMembers(members: readonly ReadOutcome[], problems: Problems): void {
  const first = members[0];
  if (first?.group == null) return;
  const { group } = first;
  const lineages = new Set<string>();
  for (const [at, member] of members.entries()) {
    const own = member.group;
    if (own === null) continue;
    if (
      own.lineage !== group.lineage ||
      own.credits !== group.credits ||
      own.members !== group.members ||
      member.field !== first.field
    ) {
      problems.add(`${member.path}.group`, 'group-disagrees', 'The members of a group agree on the group and on the field.');
    }
    if (at === group.members)
      problems.add(
        `${member.path}.group`,
        'group-too-many-members',
        `This group has ${group.members} members, and the file has more.`,
      );
    if (lineages.has(member.lineage))
      problems.add(`${member.path}.lineage`, 'group-members-conflict', 'Members of a group do not share a lineage.');
    lineages.add(member.lineage);
  }
  for (const member of members) {
    if (member.excludes.some((lineage) => lineages.has(lineage))) {
      problems.add(`${member.path}.excludes`, 'group-members-conflict', 'Members of a group do not exclude one another.');
    }
  }
}
