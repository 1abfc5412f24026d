import { expect, test } from 'vitest';
import { parseRecord } from '../src/record/parse-record.ts';
import { RECORD_PROBLEM_CODES, type RecordProblemCode } from '../src/record/problems.ts';

const outcome = (id: string, more: object = {}) => ({
  id,
  code: id,
  version: 1,
  name: `Outcome ${id}`,
  credits: 5,
  level: 3,
  field: 'health',
  subfield: null,
  domain: null,
  lineage: id,
  accredited: true,
  excludes: [],
  group: null,
  lastAssessment: null,
  ...more,
});
const achievement = (id: string, more: object = {}) => ({
  id,
  outcome: 'x',
  provider: 'org-1',
  date: '2023-05-04',
  result: 'achieved',
  mode: 'assessed',
  originalDate: null,
  source: null,
  status: 'confirmed',
  usedIn: [],
  alsoCountedIn: [],
  ...more,
});
const organisation = (more: object = {}) => ({
  id: 'org-1',
  name: 'Invented Training',
  kind: 'provider',
  accreditations: [{ from: '2010-01-01', to: null, scope: [{ kind: 'all' }] }],
  ...more,
});
const record = (more: object = {}) => ({
  type: 'RecognitionRecord',
  version: 1,
  organisations: [organisation()],
  outcomes: [outcome('x')],
  achievements: [achievement('a')],
  ...more,
});
const group = (members: number, more: object = {}) => ({ id: 'g', lineage: 'g', credits: 12, members, ...more });
const inGroup = (id: string, more: object = {}) => outcome(id, { credits: 0, group: group(2), ...more });
const outcomes = (...list: readonly object[]) => record({ outcomes: list, achievements: [] });
const achieved = (...list: readonly object[]) => record({ achievements: list });
const transfer = { mode: 'crt', originalDate: '2020-01-01' };

/** For every code a record that breaks its rule, and where. */
const BROKEN: Record<RecordProblemCode, readonly (readonly [unknown, string])[]> = {
  'not-an-object': [
    [[], ''],
    [null, ''],
    [record({ outcomes: [outcome('x'), 'y'] }), 'outcomes[1]'],
  ],
  'wrong-type': [[record({ type: 'Shopping' }), 'type']],
  'unknown-key': [
    [record({ extra: 1 }), 'extra'],
    [achieved(achievement('a', { nsn: '0000123456' })), 'achievements[0].nsn'],
    [record({ learner: { id: 'x', name: 'A', nsn: '1' } }), 'learner.nsn'],
  ],
  'missing-key': [[outcomes((({ lineage: _left, ...rest }) => rest)(outcome('x'))), 'outcomes[0].lineage']],
  'not-a-list': [[record({ achievements: {} }), 'achievements']],
  'not-text': [[outcomes(outcome('x', { name: 7 })), 'outcomes[0].name']],
  'not-nfc': [[outcomes(outcome('x', { name: 'Ma\u0304ori' })), 'outcomes[0].name']],
  'bad-id': [
    [outcomes(outcome('x', { id: 'a b' })), 'outcomes[0].id'],
    [outcomes(outcome('x', { id: 'x'.repeat(65) })), 'outcomes[0].id'],
  ],
  'bad-number': [
    [outcomes(outcome('x', { credits: 1000 })), 'outcomes[0].credits'],
    [outcomes(outcome('x', { credits: 2.5 })), 'outcomes[0].credits'],
    [outcomes(outcome('x', { credits: -1 })), 'outcomes[0].credits'],
  ],
  'bad-date': [
    [achieved(achievement('a', { date: '2023-02-31' })), 'achievements[0].date'],
    [achieved(achievement('a', { date: '2/3/21' })), 'achievements[0].date'],
  ],
  'bad-value': [
    [achieved(achievement('a', { result: 'pass' })), 'achievements[0].result'],
    [achieved(achievement('a', { mode: 'seen' })), 'achievements[0].mode'],
  ],
  'unknown-field': [[outcomes(outcome('x', { field: 'alchemy' })), 'outcomes[0].field']],
  'duplicate-id': [
    [outcomes(outcome('x'), outcome('x')), 'outcomes[1].id'],
    [achieved(achievement('a'), achievement('a')), 'achievements[1].id'],
  ],
  'dangling-reference': [
    [achieved(achievement('a', { outcome: 'nowhere' })), 'achievements[0].outcome'],
    [achieved(achievement('a', { provider: 'nobody' })), 'achievements[0].provider'],
    [achieved(achievement('a', { ...transfer, source: 'nothing' })), 'achievements[0].source'],
  ],
  'excludes-itself': [[outcomes(outcome('x', { excludes: ['x'] })), 'outcomes[0].excludes']],
  'group-member-has-credit': [[outcomes(inGroup('x', { credits: 3 })), 'outcomes[0].credits']],
  'group-disagrees': [
    [outcomes(inGroup('x'), inGroup('y', { group: group(3) })), 'outcomes[1].group'],
    [outcomes(inGroup('x'), inGroup('y', { field: 'business' })), 'outcomes[1]'],
  ],
  'group-too-many-members': [[outcomes(inGroup('x'), inGroup('y'), inGroup('z')), 'outcomes[2].group']],
  'group-members-conflict': [
    [outcomes(inGroup('x'), inGroup('y', { lineage: 'x' })), 'outcomes[1]'],
    [outcomes(inGroup('x'), inGroup('y', { excludes: ['x'] })), 'outcomes[1]'],
  ],
  'original-date': [
    [achieved(achievement('a', { mode: 'crt' })), 'achievements[0].originalDate'],
    [achieved(achievement('a', { originalDate: '2020-01-01' })), 'achievements[0].originalDate'],
    [achieved(achievement('a', { mode: 'crt', originalDate: '2023-05-05' })), 'achievements[0].originalDate'],
  ],
  'source-without-transfer': [[achieved(achievement('a'), achievement('b', { source: 'a' })), 'achievements[1].source']],
  'transfer-circle': [
    [achieved(achievement('a', { ...transfer, source: 'b' }), achievement('b', { ...transfer, source: 'a' })), 'achievements'],
  ],
  'period-backwards': [
    [
      record({
        organisations: [organisation({ accreditations: [{ from: '2020-01-01', to: '2019-01-01', scope: [{ kind: 'all' }] }] })],
      }),
      'organisations[0].accreditations[0]',
    ],
  ],
  'too-many-problems': [[outcomes(...Array.from({ length: 200 }, () => outcome('x'))), '']],
};

test('the record that each of these breaks is usable', () => {
  expect(parseRecord(record())).toMatchObject({ ok: true });
  expect(parseRecord(outcomes(inGroup('x'), inGroup('y')))).toMatchObject({ ok: true });
  // An exclusion may name what is not in the file.
  expect(parseRecord(outcomes(outcome('x', { excludes: ['elsewhere'] })))).toMatchObject({ ok: true });
});

test.each(RECORD_PROBLEM_CODES)('%s: the file is unusable, and the error names the path and the code', (code) => {
  for (const [broken, path] of BROKEN[code]) {
    const parsed = parseRecord(broken);
    const found = parsed.ok ? [] : parsed.problems;
    expect(found).toContainEqual(expect.objectContaining({ code, path: expect.stringContaining(path) }));
    for (const { message } of found) expect(message).toMatch(/\.$/);
  }
});
