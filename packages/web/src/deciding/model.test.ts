import { expect, test } from 'vitest';
import { fixtureRecord, TODAY } from '../../test/fixture-record.ts';
import { checkSelection, decideWithin } from './decide.ts';
import { bestOption, frameFrom, linesOf, standingOf, sumsOf } from './model.ts';

const data = fixtureRecord('marama');
const decision = data.decision!;
const lines = linesOf(data.record, decision);

test('the picture opens on the option with a major', () => {
  expect(bestOption(decision)?.major).toBe('health');
  expect(sumsOf(lines, new Set(bestOption(decision)?.counted)).largest).toEqual({ field: 'health', credits: 24, percent: 60 });
});

test('a frame in the past is decided again from what lies inside it', () => {
  const frame = frameFrom('2018-03-12');
  const again = decideWithin(data.record, TODAY, frame, new Set());
  expect(again.eligible).toBe(true);
  for (const id of again.counted)
    expect(lines.find((line) => line.id === id)?.date.localeCompare(frame.to)).toBeLessThanOrEqual(0);
});

test('what is taken out does not count, and may cost the award', () => {
  const frame = frameFrom('2020-02-17');
  const out = new Set(bestOption(decision)?.counted.slice(0, 6));
  const again = decideWithin(data.record, TODAY, frame, out);
  expect(again.counted.some((id) => out.has(id))).toBe(false);
  expect(again.eligible).toBe(false);
});

test('a selection that the learner made is checked by the rule', () => {
  const all = lines.filter((line) => line.reason === null).map((line) => line.id);
  expect(checkSelection(data.record, TODAY, bestOption(decision)!.counted, undefined)).toMatchObject({
    valid: true,
    credits: 40,
  });
  expect(checkSelection(data.record, TODAY, all, undefined).valid).toBe(false);
});

test('standing tells spare from outside from not confirmed', () => {
  const counted = new Set(bestOption(decision)?.counted);
  const frame = frameFrom('2020-02-17');
  const of = (name: string) => standingOf(lines.find((line) => line.name === name)!, counted, frame);
  expect(of('Prepare espresso coffee')).toBe('outside');
  expect(of('Lead a team through a shift')).toBe('spare');
  expect(of('Mentor a new colleague')).toBe('waiting');
});

test('percentages are rounded down', () => {
  const record = {
    ...data.record,
    outcomes: data.record.outcomes.map((outcome, index) => ({ ...outcome, credits: index === 3 ? 26 : index === 5 ? 25 : 0 })),
  };
  expect(sumsOf(linesOf(record, null), new Set(['103', '105'])).largest?.percent).toBe(50);
});
