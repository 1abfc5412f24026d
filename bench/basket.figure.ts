import { addsUp, type Definition, FRAMEWORK_IDS, frameworks, type Picked } from '../packages/recognition/src/framework/index.ts';
import { parseRecord, type RecognitionRecord } from '../packages/recognition/src/index.ts';
import { generate, THREE_HUNDRED } from '../packages/recognition/test/generator.ts';
import { type Figure, load, percentile } from './figure.ts';

const BASKETS = 300;
const WARM = 30;
const UNITS = 12;
const DEFINITIONS = 60;

/** A basket decided again in every framework, as the browser does when something is put in or taken out. */
export async function run(): Promise<readonly Figure[]> {
  const alone = times((seed) => ({ picked: units(seed), own: null }));
  const own = times((seed) => ({ picked: units(seed), own: record(seed) }));
  return [
    figure(
      'basket re-decided in all frameworks',
      alone,
      `${UNITS} units, ${DEFINITIONS} definitions in each of ${FRAMEWORK_IDS.length} frameworks; in Node; ${load()}`,
    ),
    figure(
      'basket re-decided in all frameworks with a record of 300 achievements',
      own,
      `the same, each with a seeded record of its own; in Node; ${load()}`,
    ),
  ];
}

function figure(name: string, { took, cpu }: Took, how: string): Figure {
  const p95 = percentile(took, 0.95);
  return {
    name: `${name}, 95 of 100`,
    value: `${p95.toFixed(2)} ms; median ${percentile(took, 0.5).toFixed(2)} ms; ${cpu.toFixed(2)} ms of the processor each`,
    target: '< 50 ms',
    reached: p95 < 50,
    how,
  };
}

interface Took {
  /** Wall clock of each, in milliseconds. */
  readonly took: readonly number[];
  /** Time of the processor, each on average. */
  readonly cpu: number;
}

function times(given: (seed: number) => { readonly picked: readonly Picked[]; readonly own: RecognitionRecord | null }): Took {
  const all = FRAMEWORK_IDS.map((id) => ({ framework: frameworks[id], definitions: definitionsOf(id) }));
  const took: number[] = [];
  let spent = 0;
  for (let seed = 1; seed <= BASKETS + WARM; seed += 1) {
    const { picked, own } = given(seed);
    // As it stood before something was put in.
    addsUp(picked.slice(1), all, { asOf: '2026-11-24', own });
    const cpu = process.cpuUsage();
    const before = performance.now();
    addsUp(picked, all, { asOf: '2026-11-24', own });
    if (seed <= WARM) continue;
    took.push(performance.now() - before);
    spent += process.cpuUsage(cpu).user / 1000;
  }
  return { took, cpu: spent / BASKETS };
}

function record(seed: number): RecognitionRecord {
  const parsed = parseRecord(generate(seed, THREE_HUNDRED));
  if (!parsed.ok) throw new Error(`seed ${seed}: ${JSON.stringify(parsed.problems[0])}`);
  return parsed.record;
}

/** Twelve outcomes of a catalogue of two hundred. */
function units(seed: number): readonly Picked[] {
  return Array.from({ length: UNITS }, (_, n) => {
    const code = `U${(seed * 31 + n * 17) % 200}`;
    return {
      framework: 'nz',
      provider: `p${n % 3}`,
      outcome: {
        id: code,
        code,
        version: 1,
        name: code,
        credits: 2 + (n % 5),
        level: 3,
        field: n % 2 === 0 ? 'health' : 'business',
        subfield: null,
        domain: null,
        lineage: code,
        accredited: true,
        excludes: [],
        group: null,
        lastAssessment: null,
        size: null,
        kind: null,
        creditBearing: true,
        levelLabel: null,
      },
    };
  });
}

/** The first award of a framework that is made of parts, sixty times, of four of the two hundred each. */
function definitionsOf(id: (typeof FRAMEWORK_IDS)[number]): readonly Definition[] {
  const made = frameworks[id].awards.find(
    ({ rule, versions }) => rule === 'compose' && versions.some(({ composition }) => composition.kind === 'all-of'),
  );
  if (made === undefined || made.rule !== 'compose') return [];
  const composition = made.versions.at(-1)?.composition;
  const role = composition?.kind === 'all-of' ? (composition.roles[0] ?? 'unit') : 'unit';
  return Array.from({ length: DEFINITIONS }, (_, n) => ({
    id: `${id}-${n}`,
    award: made.id,
    title: `${id} ${n}`,
    level: null,
    sector: null,
    minutes: null,
    parts: Array.from({ length: 4 }, (_, part) => ({
      ref: `U${(n * 13 + part * 29) % 200}`,
      role,
      minutes: null,
      source: null,
      creditBearing: true,
    })),
    electives: 0,
    reviewYears: null,
    withdrawn: null,
    listing: {},
  }));
}
