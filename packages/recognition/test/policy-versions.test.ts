import { expect, test } from 'vitest';
import { decide, decideSelection, loadFramework, nz, type RecognitionRecord } from '../src/index.ts';
import { generate, SMALL } from './generator.ts';

const [award] = nz.awards;
const [present] = award!.versions;
/** An invented earlier rule: a smaller award in a shorter window, so that the two disagree on many records. */
const earlier = { ...present!, version: '2019.1', from: '2019-01-01', minCredits: 20, windowYears: 4, majorPercent: 60 };
const withVersions = (...versions: readonly (typeof earlier)[]) => loadFramework({ ...nz, awards: [{ ...award!, versions }] });

const both = withVersions(present!, earlier);
const alone = withVersions(earlier);
const EARLIER = 'nz-alq@2019.1';
const records = Array.from({ length: 60 }, (_, at): RecognitionRecord => generate(at + 1, { ...SMALL, achievements: [8, 14] }));

test('a decision by an earlier policy is the one that was made when that policy was the only one', () => {
  for (const record of records) {
    expect(decide(both, 'alq', record, { policy: EARLIER })).toEqual(decide(alone, 'alq', record));
  }
});

test('an edited selection is judged by the policy that is asked for', () => {
  for (const record of records) {
    const select = record.achievements.slice(0, 5).map(({ id }) => id);
    expect(decideSelection(both, 'alq', record, { select, policy: EARLIER })).toEqual(
      decideSelection(alone, 'alq', record, { select }),
    );
  }
});

test('without a policy the latest decides, wherever it stands in the file', () => {
  for (const versions of [both, withVersions(earlier, present!)]) {
    for (const record of records) expect(decide(versions, 'alq', record)).toEqual(decide(nz, 'alq', record));
  }
  const differing = records.filter((record) => decide(both, 'alq', record).eligible !== decide(alone, 'alq', record).eligible);
  expect(differing.length).toBeGreaterThan(5);
});
