import type { KeptOutcome } from '../document.ts';
import type { Fill, NewOutcome } from '../write-queries.ts';
import type { Conflict } from './answer.ts';
import { CONFLICT_CODES, type ConflictCode } from './codes.ts';
import { isBrokenFormOf } from './macrons.ts';
import type { ListingRow } from './read-listing.ts';

export type As = 'draft' | 'legacy';

/** What an import will write. */
export interface Plan {
  readonly outcomes: number;
  readonly creates: readonly NewOutcome[];
  readonly fills: readonly Fill[];
  readonly conflicts: readonly Conflict[];
}

const PARTS = ['name', 'level', 'credits', 'kind', 'field', 'subfield', 'domain'] as const;
type Part = (typeof PARTS)[number];
type Values = { -readonly [P in Part]?: NonNullable<KeptOutcome[P]> };

/** A standard as all rows of the input together tell it: the first value said of each part, and every subject. */
interface Told {
  readonly first: ListingRow;
  readonly values: Values;
  /** The row that said each value, for naming in a conflict. */
  readonly saidBy: { [P in Part]?: ListingRow };
  readonly subjects: string[];
  readonly conflicts: Conflict[];
}

/** Plans what the rows of a listing add to what is held (matched by number and version). Pure; the same rows twice plan nothing the second time. */
export function mergeListing(rows: readonly ListingRow[], held: readonly KeptOutcome[], as: As): Plan {
  const told = new Map<string, Told>();
  for (const row of rows) {
    const key = `${row.number} ${row.version ?? ''}`;
    const standard = told.get(key) ?? { first: row, values: {}, saidBy: {}, subjects: [], conflicts: [] };
    told.set(key, standard);
    tell(standard, row);
  }
  const byCode = Map.groupBy(held, ({ code }) => code);
  const ids = new Set(held.map(({ id }) => id));
  const creates: NewOutcome[] = [];
  const fills: Fill[] = [];
  const conflicts: Conflict[] = [];
  for (const standard of told.values()) {
    conflicts.push(...standard.conflicts);
    const match = matchHeld(standard.first, byCode.get(standard.first.number) ?? []);
    if (match === 'several') conflicts.push(conflict('version-not-stated', standard.first, 'version', null, null));
    else if (match === null) creates.push(newOutcome(standard, as, ids));
    else {
      const fill = fillHeld(standard, match, as, conflicts);
      if (fill !== null) fills.push(fill);
    }
  }
  return { outcomes: told.size, creates, fills, conflicts };
}

function tell(standard: Told, row: ListingRow): void {
  const offered: Values = valuesOf(row);
  for (const part of PARTS) {
    const value = offered[part];
    if (value === undefined) continue;
    const before = standard.values[part];
    if (before === undefined || (part === 'name' && isBrokenFormOf(String(before), String(value)))) {
      put(standard.values, part, value);
      standard.saidBy[part] = row;
    } else if (before !== value && !(part === 'name' && isBrokenFormOf(String(value), String(before)))) {
      const again = standard.conflicts.some((one) => one.part === part && one.offered === value);
      if (!again) standard.conflicts.push(conflict('value-differs', row, part, before, value));
    }
  }
  if (row.subject !== null && !standard.subjects.includes(row.subject)) standard.subjects.push(row.subject);
}

function valuesOf({ title, level, credits, kind, field, subfield, domain }: ListingRow): Values {
  const values: Values = { name: title };
  if (level !== null) values.level = level;
  if (credits !== null) values.credits = credits;
  if (kind !== null) values.kind = kind;
  if (field !== null) put(values, 'field', field);
  if (subfield !== null) values.subfield = subfield;
  if (domain !== null) values.domain = domain;
  return values;
}

function put(values: Values, part: Part, value: string | number): void {
  Object.assign(values, { [part]: value });
}

function conflict(
  code: ConflictCode,
  { file, row, number }: ListingRow,
  part: string,
  held: unknown,
  offered: unknown,
): Conflict {
  return { file, row, code, outcome: number, part, held, offered, message: CONFLICT_CODES[code].en };
}

// A row without a version means the one that came without, or the only one there is.
function matchHeld({ version }: ListingRow, versions: readonly KeptOutcome[]): KeptOutcome | 'several' | null {
  const same = versions.find((one) => one.version === version);
  if (same !== undefined) return same;
  if (version !== null || versions.length === 0) return null;
  return versions.length === 1 ? (versions[0] ?? null) : 'several';
}

function newOutcome({ first, values, subjects }: Told, as: As, ids: Set<string>): NewOutcome {
  const wished = `nzqa-${first.number}${first.version === null ? '' : `-v${first.version}`}`;
  let id = wished;
  for (let nth = 2; ids.has(id); nth += 1) id = `${wished}.${nth}`;
  ids.add(id);
  const { name = first.title, credits = null, level = null, field = null, subfield = null, domain = null, kind = null } = values;
  return {
    id,
    code: first.number,
    version: first.version,
    lineage: first.number,
    name,
    credits,
    level,
    field,
    subfield,
    domain,
    kind,
    subjects,
    status: as === 'legacy' && credits !== null && level !== null ? 'legacy' : 'draft',
    accredited: true,
    excludes: [],
    group: null,
    lastAssessment: null,
    size: null,
    creditBearing: true,
    levelLabel: null,
    developerId: null,
    assessments: [],
    theory: [],
    practice: [],
    skills: [],
    registered: null,
    replaces: null,
    gradesAvailable: [],
  };
}

function fillHeld({ first, values, saidBy, subjects }: Told, held: KeptOutcome, as: As, conflicts: Conflict[]): Fill | null {
  const closed = held.status !== 'draft' && held.status !== 'in-review' && held.status !== 'legacy';
  const filled: Values = {};
  for (const part of PARTS) {
    const offered = values[part];
    if (offered === undefined || offered === held[part]) continue;
    const mends = part === 'name' && isBrokenFormOf(held.name, String(offered));
    const row = saidBy[part] ?? first;
    if (part === 'name' && isBrokenFormOf(String(offered), held.name)) continue;
    if (held[part] !== null && !mends) conflicts.push(conflict('value-differs', row, part, held[part], offered));
    else if (closed) conflicts.push(conflict('published-stays', row, part, held[part], offered));
    else put(filled, part, offered);
  }
  const added = closed ? [] : subjects.filter((subject) => !held.subjects.includes(subject));
  const whole = { ...held, ...filled };
  const promoted =
    as === 'legacy' && held.status === 'draft' && held.developerId === null && whole.credits !== null && whole.level !== null;
  if (Object.keys(filled).length === 0 && added.length === 0 && !promoted) return null;
  return {
    outcomeId: held.outcomeId,
    ...filled,
    ...(added.length === 0 ? {} : { subjects: [...held.subjects, ...added] }),
    ...(promoted ? { status: 'legacy' as const } : {}),
  };
}
