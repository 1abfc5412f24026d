import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command } from './assess.ts';

const folder = mkdtempSync(join(tmpdir(), 'assess-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const outcome = (id: string, credits: number, field: string | null = 'health', more: object = {}) => ({
  id,
  code: id,
  version: 1,
  name: `Outcome ${id}`,
  credits,
  level: 3,
  field,
  subfield: null,
  domain: null,
  lineage: id,
  accredited: true,
  excludes: [],
  group: null,
  lastAssessment: null,
  ...more,
});
const achievement = (id: string, of: string, date: string, more: object = {}) => ({
  id,
  outcome: of,
  provider: 'org-1',
  date,
  result: 'achieved',
  mode: 'assessed',
  originalDate: null,
  source: null,
  status: 'confirmed',
  usedIn: [],
  alsoCountedIn: [],
  ...more,
});
const record = (outcomes: readonly object[], achievements: readonly object[], more: object = {}) => ({
  type: 'RecognitionRecord',
  version: 1,
  organisations: [
    {
      id: 'org-1',
      name: 'Invented Training',
      kind: 'provider',
      accreditations: [{ from: '2010-01-01', to: null, scope: [{ kind: 'all' }] }],
    },
  ],
  outcomes,
  achievements,
  ...more,
});
function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}
async function assess(
  ...args: string[]
): Promise<{ exit: number; out: string; err: string; json: () => Record<string, unknown> }> {
  let out = '';
  let err = '';
  const exit = await command.run(args, {
    cwd: folder,
    env: {},
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { exit, out, err, json: () => JSON.parse(out) };
}

const yes = file(
  'yes.json',
  record(
    [outcome('x', 22), outcome('y', 18, 'business'), outcome('z', 3)],
    [
      achievement('a-1', 'x', '2020-02-29'),
      achievement('a-2', 'y', '2026-11-02'),
      achievement('a-3', 'z', '2021-01-01', { status: 'provisional' }),
    ],
  ),
);
const no = file('no.json', record([outcome('x', 26)], [achievement('a-1', 'x', '2022-08-15')]));
const bad = file('bad.json', record([outcome('x', 26)], [achievement('a-1', 'nowhere', '2022-08-15')]));

test('an eligible record: exit 0 and the decision in the form of the contract', async () => {
  const { exit, json } = await assess(yes, '--json');
  expect(exit).toBe(0);
  expect(json()).toEqual({
    award: 'alq',
    policy: { id: 'nz-alq', version: '2025.1' },
    asOf: '2026-11-02',
    eligible: true,
    options: [
      {
        major: null,
        credits: 40,
        counted: ['a-1', 'a-2'],
        from: '2020-02-29',
        to: '2026-11-02',
        fieldCredits: { health: 22, business: 18 },
      },
      {
        major: 'health',
        credits: 40,
        counted: ['a-1', 'a-2'],
        from: '2020-02-29',
        to: '2026-11-02',
        fieldCredits: { health: 22, business: 18 },
      },
    ],
    excluded: [{ achievement: 'a-3', reason: 'not-confirmed' }],
    missing: null,
    majors: [
      { field: 'business', missing: 5, by: '2027-02-28' },
      { field: 'health', missing: 0, by: null },
    ],
    expiring: [
      { achievement: 'a-1', on: '2027-03-01' },
      { achievement: 'a-2', on: '2033-11-03' },
    ],
  });
});

test('a record that is short: exit 1, and what is missing', async () => {
  const { exit, json } = await assess(no, '--json', '--award', 'alq', '--policy', 'nz-alq@2025.1');
  expect(exit).toBe(1);
  expect(json()).toMatchObject({
    eligible: false,
    options: [],
    missing: { credits: 14, from: '2022-08-15', by: '2029-08-15', counted: ['a-1'] },
  });
});

test('an unusable file: exit 2, the path and the code', async () => {
  const { exit, json } = await assess(bad, '--json');
  expect(exit).toBe(2);
  expect(json()).toMatchObject({ file: bad, error: { code: 'dangling-reference', path: 'achievements[0].outcome' } });
  const words = await assess(bad);
  expect(words.exit).toBe(2);
  expect(words.err).toContain('bad.json: achievements[0].outcome:');
});

test('several files: a line each, in order, file first; an unusable one does not stop the rest; the worst exit wins', async () => {
  const { exit, out } = await assess(yes, bad, no, '--json');
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  expect(exit).toBe(2);
  expect(lines.map((line) => Object.keys(line)[0])).toEqual(['file', 'file', 'file']);
  expect(lines.map((line) => line['file'])).toEqual([yes, bad, no]);
  expect(Object.keys(lines[1] ?? {})).toEqual(['file', 'error']);
  expect((await assess(yes, no, '--json')).exit).toBe(1);
});

test('--as-of leaves out what is later', async () => {
  const { exit, json } = await assess(yes, '--as-of', '2025-01-01', '--json');
  expect(exit).toBe(1);
  expect(json()).toMatchObject({
    asOf: '2025-01-01',
    excluded: [
      { achievement: 'a-2', reason: 'after-as-of' },
      { achievement: 'a-3', reason: 'not-confirmed' },
    ],
  });
});

test('--select decides an edited claim', async () => {
  const good = await assess(yes, '--select', 'a-1,a-2', '--json');
  expect(good.exit).toBe(0);
  expect(good.json()).toMatchObject({
    selection: { valid: true, credits: 40, from: '2020-02-29', to: '2026-11-02', majors: ['health'], problems: [] },
  });
  const short = await assess(yes, '--select', 'a-1,a-3,a-9', '--json');
  expect(short.exit).toBe(1);
  expect(short.json()).toMatchObject({
    selection: {
      valid: false,
      majors: [],
      problems: [
        { code: 'unknown-achievement', achievements: ['a-9'] },
        { code: 'not-confirmed', achievements: ['a-3'] },
        { code: 'too-few-credits', achievements: ['a-1'] },
      ],
    },
  });
});

test('--supersedes treats what the award spent as free', async () => {
  const spent = file('spent.json', record([outcome('x', 40)], [achievement('a-1', 'x', '2022-08-15', { usedIn: ['aw-1'] })]));
  expect((await assess(spent)).exit).toBe(1);
  expect((await assess(spent, '--supersedes', 'aw-1')).exit).toBe(0);
  expect((await assess(spent, '--supersedes', 'aw-2')).exit).toBe(1);
});

test('what is not a record is refused with its code, never with a crash', async () => {
  const refused: readonly (readonly [string, unknown, string])[] = [
    ['empty', '', 'not-json'],
    ['truncated', '{"type":', 'not-json'],
    ['deep', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'not-an-object'],
    ['unknown-key', record([], [], { extra: 1 }), 'unknown-key'],
    ['huge', record([outcome('x', 1e308)], []), 'bad-number'],
    ['twice', record([outcome('x', 1), outcome('x', 1)], []), 'duplicate-id'],
    ['feb', record([outcome('x', 1)], [achievement('a', 'x', '2023-02-31')]), 'bad-date'],
    ['field', record([outcome('x', 1, 'alchemy')], []), 'unknown-field'],
    ['itself', record([outcome('x', 1, 'health', { excludes: ['x'] })], []), 'excludes-itself'],
    ['elsewhere', record([], [], { framework: 'xx' }), 'unknown-framework'],
    [
      'tangle',
      record(
        [outcome('x', 1)],
        Array.from({ length: 2001 }, (_, at) => achievement(`a-${at}`, 'x', '2023-02-01')),
      ),
      'too-entangled',
    ],
  ];
  for (const [name, content, code] of refused) {
    const { exit, json } = await assess(file(`${name}.json`, content), '--json');
    expect([name, exit, json()]).toMatchObject([name, 2, { error: { code } }]);
  }
  expect((await assess('nowhere.json', '--json')).json()).toMatchObject({ error: { code: 'not-readable' } });
  expect((await assess(yes, '--policy', 'nz-alq@1999.1', '--json')).json()).toMatchObject({ error: { code: 'unknown-policy' } });
  expect((await assess(yes, '--award', 'phd', '--json')).json()).toMatchObject({ error: { code: 'unknown-award' } });
});

test('a wrong command line is refused: no file, no such option, an impossible date', async () => {
  for (const args of [[], [yes, '--nope'], [yes, '--as-of', '2026-02-30'], [yes, '--language', 'fr']])
    expect((await assess(...args)).exit).toBe(2);
});

test('without --json it speaks, in English or te reo Māori', async () => {
  const english = await assess(yes);
  expect(english.out).toContain('You can claim an Applied Learning Qualification, with a major in Health if you like.');
  expect(english.out).toContain('40 credits from 2 outcomes, earned between 29 Feb 2020 and 2 Nov 2026.');
  expect(english.out).toContain('does not count, because Invented Training has not confirmed it yet.');
  const maori = await assess(yes, '--language', 'mi');
  expect(maori.out).toContain('Tohu Ako Whakahāngai');
  expect(maori.out).toContain('29 o Huitanguru 2020');
  expect((await assess(no)).out).toContain('You hold 26, and need 14 more by 15 Aug 2029.');
});
