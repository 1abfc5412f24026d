import { dayNumber } from '../record/local-date.ts';
import type { Achievement, LocalDate, Organisation, Outcome, RecognitionRecord } from '../record/portable-record.ts';

/** An achievement with what it stands on, ready for the rules. */
export interface Entry {
  /** Place in the record's list of achievements. */
  readonly index: number;
  readonly achievement: Achievement;
  readonly outcome: Outcome;
  readonly provider: Organisation;
  /** The date that counts for the window: the original date of a transfer, else the date (domain A8). */
  readonly countingDate: LocalDate;
  /** The same as a day number. */
  readonly day: number;
}

export interface Context {
  readonly entries: readonly Entry[];
  /** Null only for a record without achievements, when no date was asked for. */
  readonly asOf: LocalDate | null;
  /** Root of the transfer chain of each entry, by index: entries connected by `source` share it. */
  readonly chain: Int32Array;
  /** Whether the entry's learning was spent by a live award (contracts 3, `already-used`), by index. */
  readonly used: (entry: Entry) => boolean;
}

export const countingDate = (achievement: Achievement): LocalDate =>
  achievement.mode === 'crt' && achievement.originalDate !== null ? achievement.originalDate : achievement.date;

/** Joins achievements with their outcomes and providers. The record must have passed `parseRecord`. */
export function readContext(
  record: RecognitionRecord,
  options: { readonly asOf?: LocalDate; readonly supersedes?: string },
): Context {
  const outcomes = byId(record.outcomes);
  const providers = byId(record.organisations);
  const entries: Entry[] = [];
  let latest: LocalDate | null = null;
  let transfers = false;
  for (let index = 0; index < record.achievements.length; index += 1) {
    const achievement = record.achievements[index]!;
    const outcome = outcomes.get(achievement.outcome);
    const provider = providers.get(achievement.provider);
    if (outcome === undefined || provider === undefined)
      throw new TypeError(`achievements[${index}] points at nothing; parse the record first`);
    const counting = countingDate(achievement);
    if (latest === null || counting > latest) latest = counting;
    if (achievement.source !== null) transfers = true;
    entries.push({ index, achievement, outcome, provider, countingDate: counting, day: dayNumber(counting) });
  }
  const chain = chains(entries, transfers);
  return { entries, asOf: options.asOf ?? latest, chain, used: spentLearning(entries, chain, options.supersedes) };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) found.set(item.id, item);
  return found;
}

function chains(entries: readonly Entry[], transfers: boolean): Int32Array {
  const root = new Int32Array(entries.length);
  for (let at = 0; at < root.length; at += 1) root[at] = at;
  if (!transfers) return root;
  const sources = new Set<string>();
  for (const { achievement } of entries) if (achievement.source !== null) sources.add(achievement.source);
  const places = new Map<string, number>();
  for (const { achievement, index } of entries) if (sources.has(achievement.id)) places.set(achievement.id, index);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top]!;
    return top;
  };
  for (const { achievement, index } of entries) {
    const source = achievement.source === null ? undefined : places.get(achievement.source);
    if (source !== undefined) root[find(index)] = find(source);
  }
  for (let at = 0; at < root.length; at += 1) root[at] = find(at);
  return root;
}

/** Learning, not rows: what shares or excludes the lineage of something spent, or its transfer chain, is spent too. */
function spentLearning(entries: readonly Entry[], chain: Int32Array, supersedes: string | undefined): (entry: Entry) => boolean {
  const lineages = new Set<string>();
  const excludedBySpent = new Set<string>();
  const chainsSpent = new Set<number>();
  for (const { achievement, outcome, index } of entries) {
    if (achievement.usedIn.length === 0 || !achievement.usedIn.some((award) => award !== supersedes)) continue;
    lineages.add(outcome.lineage);
    if (outcome.group !== null) lineages.add(outcome.group.lineage);
    for (const excluded of outcome.excludes) excludedBySpent.add(excluded);
    chainsSpent.add(chain[index]!);
  }
  if (lineages.size === 0) return () => false;
  return ({ outcome, index }) =>
    lineages.has(outcome.lineage) ||
    excludedBySpent.has(outcome.lineage) ||
    (outcome.group !== null && (lineages.has(outcome.group.lineage) || excludedBySpent.has(outcome.group.lineage))) ||
    chainsSpent.has(chain[index]!) ||
    outcome.excludes.some((excluded) => lineages.has(excluded));
}
