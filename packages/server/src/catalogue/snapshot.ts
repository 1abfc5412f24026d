import {
  type Accreditation,
  type AccreditationScope,
  FIELDS,
  type LocalDate,
  type Organisation,
  type Outcome,
  type OutcomeGroup,
} from '@recognition/recognition';
import type { Database, Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import {
  type AccreditationRow,
  type GroupRow,
  type OrganisationRow,
  type OutcomeRow,
  readAll,
  readStamp,
} from './snapshot-queries.ts';

/** The whole catalogue in memory at one moment: what results and decisions look outcomes and organisations up in. */
export interface CatalogueSnapshot {
  readonly stamp: number;
  readonly outcomes: readonly OutcomeRow[];
  readonly organisations: readonly OrganisationRow[];
  readonly groups: readonly GroupRow[];
  readonly outcomeById: (outcomeId: number) => OutcomeRow | undefined;
  readonly outcomeByPublicId: (id: string) => OutcomeRow | undefined;
  /** Every version with this code, whatever its status; a version that is not stated comes first. */
  readonly byCode: (code: string) => readonly OutcomeRow[];
  /** The standards that have this code, or this id: more than one when a standard has versions. */
  readonly groupsByCode: (codeOrId: string) => readonly GroupRow[];
  /** The outcomes of the standard with this code or id (of every version that has the code); [] when there is none. */
  readonly groupMembers: (codeOrId: string) => readonly OutcomeRow[];
  /** The newest version that may be assessed on the date; undefined when none was in force. */
  readonly inForce: (code: string, date: LocalDate) => OutcomeRow | undefined;
  readonly organisationById: (organisationId: number) => OrganisationRow | undefined;
  readonly organisationByPublicId: (id: string) => OrganisationRow | undefined;
  readonly organisationByProviderNumber: (number: string) => OrganisationRow | undefined;
  readonly accreditationsOf: (organisationId: number) => readonly Accreditation[];
  /** Lineages that may not count beside this one, read both ways. */
  readonly exclusionsOf: (lineage: string) => readonly string[];
  /** The outcome as the portable record has it (contracts 2). Throws RangeError for an id that is not in the catalogue. */
  readonly toRecordOutcome: (outcomeId: number) => Outcome;
  /** The organisation as the portable record has it, under its name on the date (its newest name without one). */
  readonly toRecordOrganisation: (organisationId: number, on?: LocalDate) => Organisation;
}

const kept = new WeakMap<Database, CatalogueSnapshot>();

/** The catalogue as it stands: read again only when it has changed since (one small query asks). */
export async function loadSnapshot(services: Pick<Services, 'db'>): Promise<CatalogueSnapshot> {
  return services.db.asBatch(async (tx) => {
    const held = kept.get(services.db);
    const stamp = await readStamp(tx);
    if (held?.stamp === stamp) return held;
    const fresh = await readSnapshot(tx, stamp);
    kept.set(services.db, fresh);
    return fresh;
  });
}

// The stamp is read before the rows, so that a change between the two only means another reading.
async function readSnapshot(tx: Tx, stamp: number): Promise<CatalogueSnapshot> {
  const { outcomes, organisations, accreditations, groups, exclusions } = await readAll(tx);
  const byId = new Map(outcomes.map((row) => [row.outcome_id, row]));
  const byPublicId = new Map(outcomes.map((row) => [row.public_id, row]));
  const byCode = Map.groupBy(outcomes, (row) => row.code);
  const groupById = new Map(groups.map((row) => [row.group_id, row]));
  const groupsByCode = Map.groupBy(groups, (row) => row.code ?? row.group_id);
  const membersOf = Map.groupBy(
    outcomes.filter((row) => row.group_id !== null),
    (row) => row.group_id ?? '',
  );
  const organisationById = new Map(organisations.map((row) => [row.organisation_id, row]));
  const organisationByPublicId = new Map(organisations.map((row) => [row.public_id, row]));
  const organisationByNumber = new Map(
    organisations.flatMap((row) => (row.provider_number === null ? [] : [[row.provider_number, row] as const])),
  );
  const consent = new Map(
    [...Map.groupBy(accreditations, (row) => row.organisation_id)].map(([id, rows]) => [id, toAccreditations(rows)]),
  );
  const excluded = bothWays(exclusions);

  const findGroups = (codeOrId: string): readonly GroupRow[] => {
    const named = groupById.get(codeOrId);
    return groupsByCode.get(codeOrId) ?? (named === undefined ? [] : [named]);
  };
  const recordGroup = (groupId: string): OutcomeGroup | null => {
    const group = groupById.get(groupId);
    return group === undefined
      ? null
      : { id: group.group_id, lineage: group.lineage, credits: group.credits, members: group.members };
  };
  const exclusionsOf = (lineage: string): readonly string[] => excluded.get(lineage) ?? [];
  return {
    stamp,
    outcomes,
    organisations,
    groups,
    outcomeById: (id) => byId.get(id),
    outcomeByPublicId: (id) => byPublicId.get(id),
    byCode: (code) => byCode.get(code) ?? [],
    groupsByCode: findGroups,
    groupMembers: (codeOrId) => findGroups(codeOrId).flatMap((group) => membersOf.get(group.group_id) ?? []),
    inForce: (code, date) => newestInForce(byCode.get(code) ?? [], date),
    organisationById: (id) => organisationById.get(id),
    organisationByPublicId: (id) => organisationByPublicId.get(id),
    organisationByProviderNumber: (number) => organisationByNumber.get(number),
    accreditationsOf: (id) => consent.get(id) ?? [],
    exclusionsOf,
    toRecordOutcome: (id) => {
      const row = byId.get(id);
      if (row === undefined) throw new RangeError(`the catalogue has no outcome ${id}`);
      const group = row.group_id === null ? null : recordGroup(row.group_id);
      return toRecordOutcome(row, group, [...exclusionsOf(row.lineage), ...(group === null ? [] : exclusionsOf(group.lineage))]);
    },
    toRecordOrganisation: (id, on) => {
      const row = organisationById.get(id);
      if (row === undefined) throw new RangeError(`the catalogue has no organisation ${id}`);
      return { id: row.public_id, name: nameOn(row, on), kind: row.kind, accreditations: consent.get(id) ?? [] };
    },
  };
}

function newestInForce(versions: readonly OutcomeRow[], date: LocalDate): OutcomeRow | undefined {
  return versions.findLast(
    ({ status, in_force_from: from, in_force_to: to, last_assessment: last }) =>
      status !== 'draft' &&
      status !== 'in-review' &&
      (from === null || from <= date) &&
      (to === null || date <= to) &&
      (last === null || date <= last),
  );
}

/** An organisation's name on a date, or its newest; its public id when it has none that day. */
export function nameOn(row: Pick<OrganisationRow, 'names' | 'public_id'>, on?: LocalDate): string {
  const then = on === undefined ? undefined : row.names.findLast(({ from, to }) => from <= on && (to === null || on <= to));
  return (then ?? row.names.at(-1))?.name ?? row.public_id;
}

/** Rows of consent as the portable record has them: one accreditation for each pair of dates, its scope in the order of entry. */
export function toAccreditations(rows: readonly AccreditationRow[]): readonly Accreditation[] {
  return [...Map.groupBy(rows, (row) => `${row.from_on} ${row.to_on ?? ''}`).values()].map((group) => ({
    from: group[0]?.from_on ?? '',
    to: group[0]?.to_on ?? null,
    scope: group.flatMap(toScope),
  }));
}

// A field that is not one of the 17 covers nothing.
function toScope({ scope_kind: kind, scope_ref: ref, max_level: level }: AccreditationRow): readonly AccreditationScope[] {
  const maxLevel = level === null ? {} : { maxLevel: level };
  const reference = ref ?? '';
  if (kind === 'field') return FIELDS.filter((field) => field === reference).map((field) => ({ kind, field, ...maxLevel }));
  if (kind === 'subfield') return [{ kind, subfield: reference, ...maxLevel }];
  if (kind === 'domain') return [{ kind, domain: reference, ...maxLevel }];
  if (kind === 'outcome') return [{ kind, lineage: reference }];
  return [{ kind }];
}

function bothWays(
  pairs: readonly { readonly lineage: string; readonly excludes: string }[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (one: string, other: string) => found.set(one, (found.get(one) ?? new Set<string>()).add(other));
  for (const { lineage, excludes } of pairs) {
    add(lineage, excludes);
    add(excludes, lineage);
  }
  return new Map([...found].map(([lineage, others]) => [lineage, [...others].sort()]));
}

function toRecordOutcome(row: OutcomeRow, group: OutcomeGroup | null, excludes: readonly string[]): Outcome {
  const own = new Set([row.lineage, group?.lineage ?? row.lineage]);
  return {
    id: row.public_id,
    code: row.code,
    version: row.version,
    name: row.name,
    credits: row.credits ?? 0,
    level: row.level,
    field: row.field,
    subfield: row.subfield,
    domain: row.domain,
    lineage: row.lineage,
    accredited: row.accredited,
    excludes: [...new Set(excludes)].filter((other) => !own.has(other)).sort(),
    group,
    lastAssessment: row.last_assessment,
    size:
      row.size_minutes === null ? null : { minutes: row.size_minutes, amount: row.size_amount ?? '', unit: row.size_unit ?? '' },
    kind: row.kind,
    creditBearing: row.credit_bearing,
    levelLabel: row.level_label,
  };
}
