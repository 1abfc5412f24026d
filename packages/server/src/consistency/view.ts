import {
  compareProviders,
  type Difference,
  ENDS,
  METHODS,
  type Taught,
  totalOf,
  withholdTable,
} from '@recognition/recognition/consistency';
import { type CatalogueSnapshot, loadSnapshot, nameOn } from '../catalogue/snapshot.ts';
import { type CatalogueActor, runAs } from '../catalogue/actor.ts';
import type { OutcomeRow } from '../catalogue/snapshot-queries.ts';
import { SERVICE_POLICY } from '../dispute/policy.ts';
import { problem } from '../http/problem.ts';
import { findOfferings } from '../offering/find.ts';
import type { OfferingView } from '../offering/schemas.ts';
import type { Services } from '../services.ts';
import {
  readDefinedSkills,
  readRecognisedIn,
  readSaidByOthers,
  readTaught,
  readTaughtByOthers,
  readTeaching,
  type SaidByOthers,
  type TaughtRow,
  type TeachingRow,
} from './queries.ts';
import type { ConsistencyRow, ConsistencyView } from './schemas.ts';

export const SMALLEST = SERVICE_POLICY.parameters.smallestGroup.value;
/** What stands for all others together, where a provider sees itself beside them. */
const REST = 'rest';

/**
 * One outcome, provider by provider, for its developer, a steward or the operator; for a provider itself beside all others together. No
 * number of people under ten is in it, nor one that would tell such a number. Throws 404 `not-taught` where there is nothing to compare
 * that the actor may see.
 */
export async function showConsistency(
  services: Pick<Services, 'db' | 'clock'>,
  actor: CatalogueActor,
  lineage: string,
): Promise<ConsistencyView> {
  const snapshot = await loadSnapshot(services);
  const outcome = outcomeOf(snapshot, lineage, services.clock.today());
  if (outcome === undefined) throw notTaught();
  const own = actor !== 'operator' && actor.kind === 'provider';
  const read = await runAs(services, actor, async (tx) => ({
    taught: await readTaught(tx, outcome.lineage),
    others: own ? await readTaughtByOthers(tx, outcome.lineage) : [],
    said: own ? await readSaidByOthers(tx, outcome.lineage) : [],
    days: await readRecognisedIn(tx, outcome.lineage, SMALLEST),
    teaching: await readTeaching(tx, outcome.lineage),
    skills: await readDefinedSkills(tx, outcome.public_id),
  }));
  if (read.taught.length === 0 && read.teaching.length === 0) throw notTaught();
  const offerings = await findOfferings(services, { outcomes: [outcome.lineage] }, 500);
  const providers = own
    ? [...ownOf(read.taught, actor.organisationId), { provider: REST, counts: countsOf(read.others) }]
    : providersOf(read.taught, read.teaching);
  const { differences, comparisons } = compareProviders(providers, SMALLEST);
  const { rows, all } = own ? ownRows(providers) : allRows(providers);
  return {
    outcome: named(outcome),
    since: read.taught[0]?.since ?? null,
    countedOn: read.taught[0]?.countedOn ?? null,
    smallest: SMALLEST,
    side: own ? 'own' : 'all',
    ends: [...ENDS],
    rows: rows.map(({ provider, people, counts }) => ({
      ...whoOf(snapshot, provider),
      people,
      counts: [...counts],
      differences: differences.filter((one) => one.provider === provider).map(saidOf),
      recognisedDays: provider === REST ? null : (read.days.get(Number(provider)) ?? null),
      ...offeredBy(snapshot, offerings, provider, rows),
      teaching: teachingOf(read.teaching, provider),
    })),
    all,
    comparisons,
    definedSkills: [...read.skills],
    others: own ? saidByOthers(read.said) : null,
  };
}

const notTaught = () => problem('not-taught', 404, 'Nobody has results of this outcome that you may compare.');

/** The version of a lineage, or of what has this code or id, that is shown: the newest that is no draft. */
export function outcomeOf(snapshot: CatalogueSnapshot, name: string, today: string): OutcomeRow | undefined {
  const named = snapshot.outcomeByPublicId(name) ?? snapshot.inForce(name, today) ?? snapshot.byCode(name).at(-1);
  const lineage = named?.lineage ?? name;
  return snapshot.outcomes
    .filter((row) => row.lineage === lineage && row.status !== 'draft' && row.status !== 'in-review')
    .toSorted((a, b) => (a.version ?? 0) - (b.version ?? 0))
    .at(-1);
}

export const named = ({ lineage, public_id: id, code, name }: OutcomeRow) => ({ lineage, id, code, name });

const countsOf = (rows: readonly { readonly ended: string; readonly people: number }[]): readonly number[] =>
  ENDS.map((end) => rows.reduce((sum, { ended, people }) => sum + (ended === end ? people : 0), 0));

/** Counts by provider, the key of the organisation as a text. */
export function providersOf(taught: readonly TaughtRow[], teaching: readonly TeachingRow[] = []): readonly Taught[] {
  const ids = new Set([...taught, ...teaching].map(({ providerId }) => providerId));
  return [...ids].map((id) => ({
    provider: String(id),
    counts: countsOf(taught.filter(({ providerId }) => providerId === id)),
  }));
}

/** What an organisation and those that it has succeeded taught is its own. */
function ownOf(taught: readonly TaughtRow[], organisationId: number | null): readonly Taught[] {
  return [{ provider: String(organisationId ?? taught[0]?.providerId), counts: countsOf(taught) }];
}

interface Shown {
  readonly provider: string;
  readonly people: number | null;
  readonly counts: readonly (number | null)[];
}

/** Every provider by name, with all of them together; small numbers are withheld, and what would tell them. */
function allRows(providers: readonly Taught[]): { readonly rows: readonly Shown[]; readonly all: ConsistencyView['all'] } {
  const { cells, rowSums, columnSums, sum } = withholdTable(
    providers.map(({ counts }) => counts),
    SMALLEST,
  );
  return {
    rows: providers.map(({ provider }, at) => ({ provider, people: rowSums[at] ?? null, counts: cells[at] ?? [] })),
    all: { people: sum, counts: [...columnSums] },
  };
}

/** A provider's own numbers, which it reported itself, as they are; those of the rest withheld where they are small. */
function ownRows(providers: readonly Taught[]): { readonly rows: readonly Shown[]; readonly all: null } {
  const rows = providers
    .filter(({ provider, counts }) => provider !== REST || totalOf([{ provider, counts }]).some((count) => count > 0))
    .map(({ provider, counts }) => {
      const people = counts.reduce((total, count) => total + count, 0);
      if (provider !== REST) return { provider, people, counts };
      const shown = withholdTable([counts], SMALLEST);
      return { provider, people: shown.rowSums[0] ?? null, counts: shown.cells[0] ?? [] };
    });
  return { rows, all: null };
}

function whoOf(snapshot: CatalogueSnapshot, provider: string): Pick<ConsistencyRow, 'provider'> {
  const row = provider === REST ? undefined : snapshot.organisationById(Number(provider));
  return { provider: row === undefined ? null : { id: row.public_id, name: nameOn(row) } };
}

const saidOf = ({ measure, test, band, of100, differs }: Difference): ConsistencyRow['differences'][number] => ({
  measure,
  test,
  sure: band,
  of100,
  differs,
});

const WEEK_MS = 7 * 86_400_000;

function offeredBy(
  snapshot: CatalogueSnapshot,
  offerings: readonly OfferingView[],
  provider: string,
  rows: readonly Shown[],
): Pick<ConsistencyRow, 'offerings' | 'delivery' | 'weeks'> {
  const idOf = (key: string) => snapshot.organisationById(Number(key))?.public_id;
  const named = new Set(rows.filter((row) => row.provider !== REST).map((row) => idOf(row.provider)));
  const own = idOf(provider);
  const theirs = offerings.filter((one) => (provider === REST ? !named.has(one.provider.id) : one.provider.id === own));
  // What several outcomes are together takes the time of all of them.
  const weeks = theirs
    .filter(({ outcomes }) => outcomes.length === 1)
    .flatMap(({ begins, ends }) => (begins === null || ends === null ? [] : [lengthInWeeks(begins, ends)]));
  return {
    offerings: theirs.length,
    delivery: [...new Set(theirs.map(({ delivery }) => delivery))].sort(),
    weeks: weeks.length === 0 ? null : { fewest: Math.min(...weeks), most: Math.max(...weeks) },
  };
}

const lengthInWeeks = (begins: string, ends: string): number =>
  Math.max(1, Math.ceil((Date.parse(ends) - Date.parse(begins)) / WEEK_MS));

function teachingOf(all: readonly TeachingRow[], provider: string): ConsistencyRow['teaching'] {
  const said = all.find(({ providerId }) => String(providerId) === provider);
  if (said === undefined) return null;
  const { methods, hours, skills, changedAt } = said;
  return { methods: [...methods], hours, skills: [...skills], changedAt: changedAt.toISOString() };
}

function saidByOthers(said: readonly SaidByOthers[]): ConsistencyView['others'] {
  if (said.length === 0) return null;
  return {
    methods: METHODS.flatMap((method) => {
      const found = said.find(({ kind, key }) => kind === 'method' && key === method);
      return found === undefined ? [] : [{ method, providers: found.providers }];
    }),
    skills: said
      .filter(({ kind }) => kind === 'skill')
      .map(({ key, label, providers }) => ({ uri: key, label: label ?? key, providers })),
  };
}
