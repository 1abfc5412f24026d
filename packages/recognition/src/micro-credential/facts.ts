import type { CatalogueStatus } from '../record/parse-catalogue.ts';
import type { Field, LocalDate, OutcomeGroup } from '../record/portable-record.ts';

/** What is read of an outcome of the catalogue when a micro-credential names it, or the standard that it belongs to. */
export interface PartSource {
  readonly code: string;
  readonly version: number | null;
  readonly name: string;
  readonly lineage: string;
  readonly credits: number | null;
  readonly level: number | null;
  readonly field: Field | null;
  readonly kind?: string | null;
  readonly accredited: boolean;
  readonly creditBearing?: boolean;
  readonly excludes: readonly string[];
  readonly group: OutcomeGroup | null;
  readonly lastAssessment: LocalDate | null;
  readonly status: CatalogueStatus;
}

/** One part of a micro-credential as the catalogue knows it now. */
export interface PartFacts {
  /** The lineage by which it is named. */
  readonly ref: string;
  /** A standard carries the credit of its outcomes; an outcome its own. */
  readonly role: 'outcome' | 'standard';
  readonly code: string;
  readonly name: string;
  readonly version: number | null;
  readonly kind: string | null;
  readonly credits: number;
  readonly level: number | null;
  readonly field: Field | null;
  readonly accredited: boolean;
  readonly creditBearing: boolean;
  /** Lineages that may not count beside it. */
  readonly excludes: readonly string[];
  /** Lineages of the outcomes within it; of an outcome, of the standard that it belongs to. */
  readonly within: readonly string[];
  readonly status: 'offered' | 'expiring' | 'closed' | 'draft';
  readonly lastAssessment: LocalDate | null;
}

/**
 * What the catalogue says of one part: of an outcome its newest version that was offered, of a standard its credit and its outcomes. Null
 * when the catalogue has neither. `asOf` decides whether it may still be assessed.
 */
export function partFacts(ref: string, catalogue: readonly PartSource[], asOf: LocalDate): PartFacts | null {
  const own = catalogue.filter(({ lineage }) => lineage === ref);
  const members = catalogue.filter(({ group }) => group?.lineage === ref);
  const newest = newestOf(own);
  if (newest !== null) {
    const { code, name, version, level, field, kind = null, accredited, excludes, lastAssessment } = newest;
    const { credits, creditBearing = true, group } = newest;
    return {
      ref,
      role: isStandard(kind) ? 'standard' : 'outcome',
      code,
      name,
      version,
      kind,
      credits: credits ?? 0,
      level,
      field,
      accredited,
      creditBearing,
      excludes,
      within: group === null ? [] : [group.lineage],
      status: statusOf(newest, asOf),
      lastAssessment,
    };
  }
  const group = members[0]?.group ?? null;
  if (group === null) return null;
  // A standard with several versions is the one that most of its outcomes belong to now: the last that is there.
  const newestGroup = members.at(-1)?.group ?? group;
  const inside = members.filter((one) => one.group?.id === newestGroup.id);
  const standing = inside.map((one) => statusOf(one, asOf));
  const levels = inside.flatMap(({ level }) => (level === null ? [] : [level]));
  const last = inside.flatMap(({ lastAssessment }) => (lastAssessment === null ? [] : [lastAssessment])).sort();
  return {
    ref,
    role: 'standard',
    code: newestGroup.lineage,
    name: inside.map(({ name }) => name).join('; '),
    version: null,
    kind: 'standard',
    credits: newestGroup.credits,
    level: levels.length === 0 ? null : Math.max(...levels),
    field: inside[0]?.field ?? null,
    accredited: inside.every(({ accredited }) => accredited),
    creditBearing: inside.every(({ creditBearing = true }) => creditBearing),
    excludes: [...new Set(inside.flatMap(({ excludes }) => excludes))],
    within: inside.map(({ lineage }) => lineage),
    status: (['draft', 'closed', 'expiring'] as const).find((one) => standing.includes(one)) ?? 'offered',
    lastAssessment: last[0] ?? null,
  };
}

const isStandard = (kind: string | null): boolean => kind !== null && /(^|-)standard$/.test(kind);

/** The newest version that was ever offered, else the draft. */
function newestOf(versions: readonly PartSource[]): PartSource | null {
  const ordered = [...versions].sort((a, b) => (a.version ?? 0) - (b.version ?? 0));
  const inUse = ({ status }: PartSource): boolean => status === 'published' || status === 'legacy';
  return (
    ordered.findLast(inUse) ??
    ordered.findLast(({ status }) => status !== 'draft' && status !== 'in-review') ??
    ordered.at(-1) ??
    null
  );
}

function statusOf({ status, lastAssessment }: PartSource, asOf: LocalDate): PartFacts['status'] {
  if (status === 'draft' || status === 'in-review') return 'draft';
  if (status === 'discontinued' || (lastAssessment !== null && lastAssessment < asOf)) return 'closed';
  return status === 'expiring' || lastAssessment !== null ? 'expiring' : 'offered';
}
