import { decide, nz, parseRecord } from '../packages/recognition/src/index.ts';
import { generate, THREE_HUNDRED } from '../packages/recognition/test/generator.ts';
import { type Figure, percentile } from './figure.ts';

const RECORDS = 10_000;

/** Deciding records of 300 achievements: all options, majors, what is missing, every reason. */
export async function run(): Promise<readonly Figure[]> {
  const decided: number[] = [];
  const parsed: number[] = [];
  const read: number[] = [];
  const warm = 200;
  for (let seed = 1 - warm; seed <= RECORDS; seed += 1) {
    const text = JSON.stringify(generate(Math.abs(seed) + (seed < 1 ? RECORDS : 0), THREE_HUNDRED));
    const began = performance.now();
    const json: unknown = JSON.parse(text);
    const afterJson = performance.now();
    const record = parseRecord(json);
    const afterParse = performance.now();
    if (!record.ok) throw new Error(`seed ${seed}: ${JSON.stringify(record.problems[0])}`);
    const before = performance.now();
    decide(nz, 'alq', record.record);
    const took = performance.now() - before;
    if (seed < 1) continue;
    read.push(afterJson - began);
    parsed.push(afterParse - afterJson);
    decided.push(took);
  }
  const median = percentile(decided, 0.5);
  const worst = percentile(decided, 1);
  const json = percentile(read, 0.5);
  const ms = (value: number): string => `${value.toFixed(3)} ms`;
  const how = `${RECORDS} seeded records of 300 achievements with lineages, exclusions, groups, repeats and transfers; wall clock of \`decide\` alone, once for each record: pauses of the machine and of the collector are in it`;
  return [
    {
      name: 'decision, 300 achievements, median',
      value: ms(median),
      ratio: median / json,
      target: '< 1 ms',
      reached: median < 1,
      how: `${how}; ratio to JSON.parse of the same record`,
    },
    {
      name: 'decision, 300 achievements, 99.9 of 100',
      value: ms(percentile(decided, 0.999)),
      target: 'published',
      reached: null,
      how,
    },
    {
      name: 'decision, 300 achievements, worst',
      value: ms(worst),
      target: '< 20 ms',
      reached: worst < 20,
      how,
    },
    {
      name: 'reading a record of 300 achievements, median',
      value: ms(percentile(parsed, 0.5)),
      ratio: percentile(parsed, 0.5) / json,
      target: 'published',
      reached: null,
      how: '`parseRecord` after JSON.parse; ratio to JSON.parse',
    },
  ];
}
