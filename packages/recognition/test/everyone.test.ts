import { expect, test } from 'vitest';
import { countingDate } from '../src/award/context.ts';
import { createEveryoneDecider, dayNumber, decide, FIELDS, nz, type RecognitionRecord, standingOf } from '../src/index.ts';
import { generate, type Kind, LARGE, SMALL } from './generator.ts';

const rule = nz.awards[0]!.versions[0]!;

/** Countable rows of a record as columns; transferred achievements and their sources share a chain. */
function columnsOf(record: RecognitionRecord, excluded: ReadonlySet<string>) {
  const rows = record.achievements.filter(({ id }) => !excluded.has(id));
  const root = new Map(record.achievements.map(({ id }) => [id, id]));
  const find = (id: string): string => (root.get(id) === id ? id : find(root.get(id) ?? id));
  for (const { id, source } of record.achievements) if (source !== null) root.set(find(id), find(source));
  const size = (top: string): number => record.achievements.filter(({ id }) => find(id) === top).length;
  const places = new Map(record.achievements.map(({ id }, at) => [id, at]));
  return {
    outcome: Int32Array.from(rows, (row) => record.outcomes.findIndex(({ id }) => id === row.outcome)),
    day: Int32Array.from(rows, (row) => dayNumber(countingDate(row))),
    chain: Int32Array.from(rows, ({ id }) => (size(find(id)) > 1 ? (places.get(find(id)) ?? -1) : -1)),
  };
}

function agrees(seed: number, kind: Kind): void {
  const record = generate(seed, kind);
  const decision = decide(nz, 'alq', record);
  const columns = columnsOf(record, new Set(decision.excluded.map(({ achievement }) => achievement)));
  const { eligible, majors } = standingOf(createEveryoneDecider(record.outcomes, rule).decide(columns, 0, columns.day.length));
  const attainable = decision.majors.filter(({ missing }) => missing === 0).map(({ field }) => field);
  expect([seed, eligible, FIELDS.filter((_, at) => ((majors >> at) & 1) === 1)]).toEqual([seed, decision.eligible, attainable]);
}

test('the column path agrees with decide on eligibility and majors: 600 small records', () => {
  for (let seed = 1; seed <= 600; seed += 1) agrees(seed, SMALL);
});

test('and 80 long records, sparse ones among them', () => {
  for (let seed = 1; seed <= 30; seed += 1) agrees(seed, LARGE);
  for (let seed = 1; seed <= 50; seed += 1)
    agrees(seed, { ...LARGE, achievements: [10, 40], credits: [2, 3, 5, 7, 11], fields: 5 });
});
