import { dayNumber, frameworkOf, isCovered, isOfAnotherCountry, TAUGHT_IN } from '@recognition/recognition';
import { REGIONS, townNamed } from '@recognition/recognition/places';
import { type CatalogueSnapshot, nameOn } from '../../catalogue/snapshot.ts';
import type { OutcomeRow } from '../../catalogue/snapshot-queries.ts';
import { AUDIENCES, DELIVERIES, type Offering } from '../offering.ts';
import { ANYWHERE, sizeOf } from './facets.ts';
import { fold } from './fold.ts';
import type { SkillRow } from './queries.ts';

/** One outcome of the catalogue: of its versions the one that may be assessed, or the last that could. */
export interface ShelfOutcome {
  readonly row: OutcomeRow;
  readonly framework: string;
  /** A level of the outcome's own framework, as it is written there. */
  readonly level: string | null;
  readonly minutes: number | null;
  readonly skills: readonly SkillRow[];
}

/**
 * The catalogue and what is offered, in columns: a search reads each number once. Values of a facet are places in a list of words.
 * Only what everybody may see is here.
 */
export interface Shelf {
  readonly outcomes: readonly ShelfOutcome[];
  /** What the words of a search are looked for in, folded: first the name alone, then all else. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** By whom and where it is taught. */
  readonly where: readonly string[];
  /** Where each stands among all names. */
  readonly nameRank: Int32Array;
  readonly framework: Column<string>;
  readonly field: Column<string | null>;
  readonly level: Column<string | null>;
  readonly size: Uint8Array;
  readonly skill: Lists<SkillRow>;
  readonly offerings: readonly Offering[];
  readonly provider: Column<{ readonly id: string; readonly name: string }>;
  readonly place: Column<string>;
  readonly delivery: Uint8Array;
  /** A bit for each of `TAUGHT_IN`; none where nobody said. */
  readonly language: Uint8Array;
  /** A bit for each of `AUDIENCES`, and its price in cents four to an offering. */
  readonly audience: Uint8Array;
  readonly cents: Int32Array;
  /** Days since 1970; -1 for any day. */
  readonly begins: Int32Array;
  readonly applyBy: Int32Array;
  readonly left: Uint8Array;
  /** The offerings of each outcome: places in `offerings`. */
  readonly offered: Lists<never>;
  readonly byId: ReadonlyMap<string, number>;
  readonly byLineage: ReadonlyMap<string, number>;
  readonly snapshot: CatalogueSnapshot;
}

/** A number for each row, and the words that the numbers stand for. */
export interface Column<Word> {
  readonly words: readonly Word[];
  readonly of: Uint16Array;
}

/** Several numbers for a row: those of row i are `items` from `from[i]` to before `from[i + 1]`. */
export interface Lists<Word> {
  readonly words: readonly Word[];
  readonly from: Uint32Array;
  readonly items: Uint32Array;
}

/** What the catalogue alone says: filled anew only when the catalogue moves. */
export type Goods = Pick<
  Shelf,
  | 'outcomes'
  | 'names'
  | 'nameRank'
  | 'texts'
  | 'framework'
  | 'field'
  | 'level'
  | 'size'
  | 'skill'
  | 'byId'
  | 'byLineage'
  | 'snapshot'
>;

/** Puts everything that is listed on the shelf. */
export function fillGoods(snapshot: CatalogueSnapshot, skills: readonly SkillRow[]): Goods {
  const skillsOf = Map.groupBy(skills, ({ outcomeId }) => outcomeId);
  const outcomes = [...Map.groupBy(snapshot.outcomes.filter(isListed), ({ lineage }) => lineage).values()]
    .map((versions) => onShelf(bestOf(versions), skillsOf))
    .sort((a, b) => (a.row.code < b.row.code ? -1 : a.row.code > b.row.code ? 1 : 0));
  const byLineage = new Map(outcomes.map(({ row }, at) => [row.lineage, at]));
  const names = outcomes.map(({ row }) => fold(row.name));
  return {
    outcomes,
    names,
    nameRank: rankOf(names),
    texts: outcomes.map(textOf),
    framework: column(
      outcomes,
      ({ framework }) => framework,
      (word) => word,
    ),
    field: column(
      outcomes,
      ({ row }) => row.field,
      (word) => word ?? '',
    ),
    level: column(
      outcomes,
      ({ level }) => level,
      (word) => word ?? '',
    ),
    size: Uint8Array.from(outcomes, ({ minutes }) => sizeOf(minutes)),
    skill: skillLists(outcomes),
    byId: new Map(snapshot.outcomes.map((row) => [row.public_id, byLineage.get(row.lineage) ?? -1])),
    byLineage,
    snapshot,
  };
}

/** Puts what is offered beside it. `today` says which consent an offering without a day needs. */
export function fillShelf(goods: Goods, all: Iterable<Offering>, today: string): Shelf {
  const { outcomes, byLineage, snapshot } = goods;
  const offerings = [...all].filter((one) => isOpen(one, outcomes, byLineage, snapshot, today));
  const edges = outcomes.map((): readonly number[] => NONE);
  for (const [at, { lineages }] of offerings.entries())
    for (const lineage of lineages) {
      const outcome = byLineage.get(lineage) ?? -1;
      if (outcome !== -1) edges[outcome] = [...edges[outcome]!, at];
    }
  const providers = offerings.map(({ providerId }) => {
    const row = snapshot.organisationById(providerId);
    return { id: row?.public_id ?? '', name: row === undefined ? '' : nameOn(row) };
  });
  const folded = new Map<string, string>();
  return {
    ...goods,
    where: edges.map((own) => whereTextOf(own, offerings, providers, folded)),
    offerings,
    provider: column(
      providers,
      (one) => one,
      ({ id }) => id,
    ),
    place: column(
      offerings,
      ({ town }) => regionOf(town),
      (word) => word,
    ),
    delivery: Uint8Array.from(offerings, ({ delivery }) => DELIVERIES.indexOf(delivery)),
    language: Uint8Array.from(offerings, ({ languages }) =>
      languages.reduce((bits, one) => bits | (1 << TAUGHT_IN.indexOf(one)), 0),
    ),
    audience: Uint8Array.from(offerings, ({ prices }) =>
      AUDIENCES.reduce((bits, one, bit) => (prices[one] === undefined ? bits : bits | (1 << bit)), 0),
    ),
    cents: Int32Array.from(offerings.flatMap(({ prices }) => AUDIENCES.map((one) => prices[one] ?? -1))),
    begins: Int32Array.from(offerings, ({ begins }) => (begins === null ? -1 : dayNumber(begins))),
    applyBy: Int32Array.from(offerings, ({ applyBy }) => (applyBy === null ? -1 : dayNumber(applyBy))),
    left: Uint8Array.from(offerings, ({ placesLeft }) => (placesLeft === 0 ? 0 : 1)),
    offered: { words: [], ...lists(edges) },
  };
}

const NONE: readonly number[] = [];

const regionOf = (town: string | null): string => (town === null ? null : townNamed(town))?.region ?? ANYWHERE;

/** What everybody may see: what was published or listed here, and units that another country's register lists. */
export function isListed({ status, accredited, kind, developer_id: developer }: OutcomeRow): boolean {
  if (status !== 'draft' && status !== 'in-review') return true;
  return isOfAnotherCountry({ accredited, developer }) && frameworkOf(kind, accredited) !== 'nz';
}

const ORDER: readonly OutcomeRow['status'][] = ['published', 'expiring', 'legacy', 'draft', 'in-review', 'discontinued'];

function bestOf(versions: readonly OutcomeRow[]): OutcomeRow {
  const rank = ({ status }: OutcomeRow): number => ORDER.indexOf(status);
  return versions.reduce((best, one) =>
    rank(one) < rank(best) || (rank(one) === rank(best) && (one.version ?? 0) > (best.version ?? 0)) ? one : best,
  );
}

function onShelf(row: OutcomeRow, skillsOf: ReadonlyMap<number, readonly SkillRow[]>): ShelfOutcome {
  const credits = row.credits ?? 0;
  return {
    row,
    framework: frameworkOf(row.kind, row.accredited),
    level: row.level_label ?? (row.level === null ? null : String(row.level)),
    minutes: row.size_minutes ?? (credits > 0 ? credits * 600 : null),
    skills: skillsOf.get(row.outcome_id) ?? [],
  };
}

/** Open to somebody: not withdrawn, of outcomes that may still be assessed, by a provider that has consent for all of them that day. */
function isOpen(
  { withdrawn, lineages, providerId, begins }: Offering,
  outcomes: readonly ShelfOutcome[],
  byLineage: ReadonlyMap<string, number>,
  snapshot: CatalogueSnapshot,
  today: string,
): boolean {
  if (withdrawn || snapshot.organisationById(providerId)?.closed_on != null) return false;
  const day = begins !== null && begins > today ? begins : today;
  const consent = snapshot.accreditationsOf(providerId);
  return lineages.every((lineage) => {
    const row = outcomes[byLineage.get(lineage) ?? -1]?.row;
    if (row === undefined || (row.status !== 'published' && row.status !== 'expiring')) return false;
    if (row.last_assessment !== null && row.last_assessment < day) return false;
    return isCovered(consent, snapshot.toRecordOutcome(row.outcome_id), day);
  });
}

const textOf = ({ row, skills }: ShelfOutcome): string =>
  fold(
    [row.code, row.subfield, row.domain, ...skills.flatMap(({ en, mi }) => [en, mi])].filter((one) => one !== null).join('\n'),
  );

/** By whom and where something is taught, folded; each name is folded once. */
function whereTextOf(
  edges: readonly number[],
  offerings: readonly Offering[],
  providers: readonly { readonly name: string }[],
  folded: Map<string, string>,
): string {
  if (edges.length === 0) return '';
  const names = new Set<string>();
  for (const at of edges) {
    const town = townNamed(offerings[at]?.town ?? '');
    const region = REGIONS.find(({ slug }) => slug === town?.region);
    for (const name of [providers[at]?.name, town?.name, town?.mi, region?.en, region?.mi]) if (name != null) names.add(name);
  }
  return [...names]
    .map((name) => {
      const known = folded.get(name) ?? fold(name);
      folded.set(name, known);
      return known;
    })
    .join('\n');
}

function rankOf(names: readonly string[]): Int32Array {
  const rank = new Int32Array(names.length);
  const order = names.map((_, at) => at).sort((a, b) => (names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : a - b));
  for (const [place, at] of order.entries()) rank[at] = place;
  return rank;
}

function column<Row, Word>(rows: readonly Row[], word: (row: Row) => Word, key: (word: Word) => string): Column<Word> {
  const known = new Map<string, number>();
  const words: Word[] = [];
  const of = Uint16Array.from(rows, (row) => {
    const found = word(row);
    const at = known.get(key(found));
    if (at !== undefined) return at;
    known.set(key(found), words.length);
    return words.push(found) - 1;
  });
  return { words, of };
}

function skillLists(outcomes: readonly ShelfOutcome[]): Lists<SkillRow> {
  const known = new Map<string, number>();
  const words: SkillRow[] = [];
  const rows = outcomes.map(({ skills }) =>
    skills.map((skill) => {
      const at = known.get(skill.uri) ?? words.push(skill) - 1;
      known.set(skill.uri, at);
      return at;
    }),
  );
  return { words, ...lists(rows) };
}

function lists(rows: readonly (readonly number[])[]): { readonly from: Uint32Array; readonly items: Uint32Array } {
  const from = new Uint32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) from[at + 1] = from[at]! + row.length;
  return { from, items: Uint32Array.from(rows.flat()) };
}
