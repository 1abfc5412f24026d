import type { Highs } from 'highs';
import * as highsModule from 'highs';
import { decide, FIELDS, nz } from '../src/index.ts';
import { type Read, readPlainly, sevenYearsOn } from './brute-force.ts';
import { generate, LARGE } from './generator.ts';
import { walkPlainly } from './plain-walk.ts';

/** The loader, under whichever name the module system gives it: its declarations describe the CommonJS form only. */
function loader(from: unknown): () => Promise<Highs> {
  if (isLoader(from)) return from;
  if (typeof from === 'object' && from !== null && 'default' in from) return loader(from.default);
  throw new TypeError('highs has no loader');
}

const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

/** The award as an integer programme in CPLEX LP text: fewest credits first, then the most of the field. */
function programme({ held, clash }: Read, field: string | null): string {
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
  rows.push(`${sum(total, 1)} >= 40`);
  if (field !== null) rows.push(`${sum(total, -51, own, -100)} >= 0`);
  return `Minimize\n obj: ${sum(total, 2000, own, field === null ? 0 : 1)}\nSubject To\n${rows.map((row, at) => ` c${at}: ${row}`).join('\n')}\nBinary\n ${binaries.join(' ')}\nEnd\n`;
}

const signed = (value: number): string => (value < 0 ? `- ${-value}` : `+ ${value}`);

/** Compares the engine with HiGHS (credits, and credits of the major) and with the plain walk (which achievements), on one seed. */
export async function differencesFromHighs(seed: number, most: number): Promise<readonly string[]> {
  const highs: Highs = await loader(highsModule)();
  const record = generate(seed, { ...LARGE, achievements: [30, most] });
  const read = readPlainly(record);
  const found = decide(nz, 'alq', record);
  const differences: string[] = [];
  const fields = FIELDS.filter((field) => read.held.some(({ o }) => o.field === field));
  for (const field of [null, ...fields]) {
    const option = found.options.find(({ major }) => major === field);
    const solution = highs.solve(programme(read, field), { mip_rel_gap: 0, mip_abs_gap: 0 });
    const engine = option === undefined ? null : 2000 * option.credits - (field === null ? 0 : (option.fieldCredits[field] ?? 0));
    const optimum = solution.Status === 'Optimal' ? Math.round(solution.ObjectiveValue) : null;
    if (engine !== optimum) differences.push(`seed ${seed}, ${field}: HiGHS ${solution.Status} ${optimum}, found ${engine}`);
    if (option === undefined) continue;
    const own = field === null ? 0 : (option.fieldCredits[field] ?? 0);
    const walked = walkPlainly(read, { field, own, total: option.credits });
    if (walked.join() !== option.counted.join())
      differences.push(`seed ${seed}, ${field}: walked ${walked.join()}, found ${option.counted.join()}`);
  }
  return differences;
}
