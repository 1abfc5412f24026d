import type { Highs } from 'highs';
import * as highsModule from 'highs';
import { decide, type Field, FIELDS, nz } from '../src/index.ts';
import { type Read, readPlainly, sevenYearsOn } from './brute-force.ts';
import { generate, type Kind, LARGE } from './generator.ts';
import { walkPlainly } from './plain-walk.ts';

/** The loader, under whichever name the module system gives it: its declarations describe the CommonJS form only. */
function loader(from: unknown): () => Promise<Highs> {
  if (isLoader(from)) return from;
  if (typeof from === 'object' && from !== null && 'default' in from) return loader(from.default);
  throw new TypeError('highs has no loader');
}

const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

/** A selection of exactly these credits that takes some of what is held, by their places. */
interface Fixed {
  readonly total: number;
  readonly own: number;
  readonly taken: readonly number[];
}

/** The award as an integer programme in CPLEX LP text: fewest credits first, then the most of the field; or a selection that is asked for. */
function programme({ held, clash }: Read, field: string | null, fixed?: Fixed): string {
  const total = new Map<string, number>();
  const own = new Map<string, number>();
  const rows: string[] = [];
  const binaries: string[] = [];
  const groups = new Map<string, Map<string, number[]>>();
  for (const [at, { o }] of held.entries()) {
    binaries.push(`x${at}`);
    if (o.group === null) {
      total.set(`x${at}`, o.credits);
      if (o.field === field) own.set(`x${at}`, o.credits);
    } else {
      const members = groups.get(o.group.id) ?? new Map<string, number[]>();
      members.set(o.id, [...(members.get(o.id) ?? []), at]);
      groups.set(o.group.id, members);
    }
  }
  for (const [index, members] of [...groups.values()].entries()) {
    const { group, field: of } = held[[...members.values()][0]![0]!]!.o;
    binaries.push(`y${index}`);
    total.set(`y${index}`, group!.credits);
    if (of === field) own.set(`y${index}`, group!.credits);
    for (const slot of members.values()) rows.push(`${slot.map((at) => `x${at}`).join(' + ')} - y${index} = 0`);
    if (members.size < group!.members) rows.push(`y${index} = 0`);
  }
  for (const [a, x] of held.entries())
    for (const [b, y] of held.entries()) if (a < b && clash(x, y)) rows.push(`x${a} + x${b} <= 1`);
  for (const at of held.keys()) binaries.push(`z${at}`);
  rows.push(`${held.map((_, at) => `z${at}`).join(' + ')} = 1`);
  for (const [at, { date }] of held.entries()) {
    const starts = held.flatMap((start, s) => (s <= at && date <= sevenYearsOn(start.date) ? [`z${s}`] : []));
    rows.push(`x${at} - ${starts.join(' - ')} <= 0`);
  }
  const sum = (terms: ReadonlyMap<string, number>, weight: number, minus?: ReadonlyMap<string, number>, by = 0): string =>
    [...terms].map(([name, credits]) => `${signed(credits * weight - (minus?.get(name) ?? 0) * by)} ${name}`).join(' ');
  rows.push(`${sum(total, 1)} ${fixed === undefined ? '>= 40' : `= ${fixed.total}`}`);
  if (fixed !== undefined && field !== null) rows.push(`${sum(own, 1)} = ${fixed.own}`);
  for (const at of fixed?.taken ?? []) rows.push(`x${at} = 1`);
  if (field !== null) rows.push(`${sum(total, -51, own, -100)} >= 0`);
  return `Minimize\n obj: ${sum(total, 2000, own, field === null ? 0 : 1)}\nSubject To\n${rows.map((row, at) => ` c${at}: ${row}`).join('\n')}\nBinary\n ${binaries.join(' ')}\nEnd\n`;
}

const signed = (value: number): string => (value < 0 ? `- ${-value}` : `+ ${value}`);

/** Credits and credits of the major that HiGHS finds otherwise, with the options that were compared. */
function differencesOf(highs: Highs, read: Read, found: Found): readonly string[] {
  return fieldsOf(read).flatMap((field) => {
    const option = found.options.find(({ major }) => major === field);
    const solution = highs.solve(programme(read, field), { mip_rel_gap: 0, mip_abs_gap: 0 });
    const engine = option === undefined ? null : 2000 * option.credits - ownOf(option);
    const optimum = solution.Status === 'Optimal' ? Math.round(solution.ObjectiveValue) : null;
    return engine === optimum ? [] : [`${field}: HiGHS ${solution.Status} ${optimum}, found ${engine}`];
  });
}

type Found = ReturnType<typeof decide>;
type Option = Found['options'][number];

const fieldsOf = ({ held }: Read): readonly (Field | null)[] => [
  null,
  ...FIELDS.filter((field) => held.some(({ o }) => o.field === field)),
];
const ownOf = ({ major, fieldCredits }: Option): number => (major === null ? 0 : (fieldCredits[major] ?? 0));

/** Compares the engine with HiGHS (credits, and credits of the major) and with the plain walk (which achievements), on one seed. */
export async function differencesFromHighs(seed: number, most: number): Promise<readonly string[]> {
  const highs: Highs = await loader(highsModule)();
  const record = generate(seed, { ...LARGE, achievements: [30, most] });
  const read = readPlainly(record);
  const found = decide(nz, 'alq', record);
  const differences = [...differencesOf(highs, read, found)];
  for (const option of found.options) {
    const walked = walkPlainly(read, { field: option.major, own: ownOf(option), total: option.credits });
    if (walked.join() !== option.counted.join())
      differences.push(`${option.major}: walked ${walked.join()}, found ${option.counted.join()}`);
  }
  return differences.map((difference) => `seed ${seed}, ${difference}`);
}

/**
 * The same for records with about two exclusions for each outcome, on which a walk that tries every choice would not end. HiGHS is
 * asked about the ties of some options instead: the achievements that are counted make the credits, and none that the walk passed
 * over could have been taken beside those before it.
 */
export async function differencesOfTangled(seed: number, kind: Partial<Kind>, ties: number): Promise<readonly string[]> {
  const highs: Highs = await loader(highsModule)();
  const record = generate(seed, { ...LARGE, exclusions: 2, ...kind });
  const read = readPlainly(record);
  const found = decide(nz, 'alq', record);
  const differences = [...differencesOf(highs, read, found)];
  for (const option of found.options.slice(0, ties)) {
    const places = option.counted.map((id) => read.held.findIndex(({ a }) => a.id === id));
    const possible = (taken: readonly number[]): boolean => {
      const fixed = { total: option.credits, own: ownOf(option), taken };
      return highs.solve(programme(read, option.major, fixed)).Status === 'Optimal';
    };
    if (!possible(places)) differences.push(`${option.major}: what is counted is not a selection`);
    for (let at = 0; at < places.at(-1)!; at += 1) {
      const before = places.filter((place) => place < at);
      if (!places.includes(at) && possible([...before, at])) {
        differences.push(`${option.major}: ${read.held[at]!.a.id} could have been taken`);
        break;
      }
    }
  }
  return differences.map((difference) => `tangled seed ${seed}, ${difference}`);
}
