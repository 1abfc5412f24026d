import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'micro-credential-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}
async function nzrr(...words: string[]): Promise<{ exit: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const exit = await run(words, { cwd: folder, env: {}, out: (text) => void (out += text), err: (text) => void (err += text) });
  return { exit, out, err };
}

const outcome = (lineage: string, credits: number) => ({
  id: `${lineage}-1`,
  code: lineage,
  version: 1,
  name: `Invented ${lineage}`,
  credits,
  level: 3,
  field: 'health',
  subfield: null,
  domain: null,
  lineage,
  accredited: true,
  excludes: [],
  group: null,
  lastAssessment: null,
  developer: null,
  assessments: [],
  theory: [],
  practice: [],
  skills: [],
  status: 'published',
  registered: '2020-01-01',
  replaces: null,
  gradesAvailable: [],
});
const catalogue = file('catalogue.json', {
  type: 'Catalogue',
  version: 1,
  organisations: [],
  outcomes: [outcome('A', 3), outcome('B', 4)],
});
const whole = {
  code: 'MC',
  developer: 'Invented Board',
  title: 'Care',
  level: 3,
  nzsced: '060313',
  use: 'Work',
  relevance: 'Whānau',
  skills: 'Cares',
  educationPathway: 'A certificate',
  employmentPathway: 'Support worker',
  need: 'Asked for',
  assessment: 'Observed',
  reviewYears: 1,
  parts: [{ ref: 'A' }, { ref: 'B' }],
};
const other = {
  id: 'OLD-v1',
  award: 'micro-credential',
  title: 'Older Care',
  parts: [
    { ref: 'B', role: 'outcome', minutes: 2400 },
    { ref: 'C', role: 'outcome', minutes: 2400 },
  ],
};
const check = (document: object, ...more: string[]) =>
  nzrr('micro-credential', 'check', file('document.json', document), '--catalogue', catalogue, ...more);

test('0 for one that may be listed, with its size and what overlaps', async () => {
  const { exit, out } = await check(whole, '--others', file('others.json', { items: [other, { ...other, id: 'MC-v1' }] }));
  expect(exit).toBe(0);
  expect(out).toContain('it may be listed by the rule 2022.1; 7 credits.');
  expect(out).toContain('58% of it is in OLD-v1, “Older Care”.');
  expect(out).not.toContain('MC-v1');
});

test('1 with path, sentence, code and source for one that may not, by the rule that is named', async () => {
  const now = await check({ ...whole, title: 'National Care', nzsced: '06' }, '--json');
  expect(now.exit).toBe(1);
  const answer: { readonly ready: boolean; readonly findings: readonly { readonly check: string; readonly source: string }[] } =
    JSON.parse(now.out);
  expect(answer.ready).toBe(false);
  expect(answer.findings.map((found) => found.check)).toEqual(['title', 'nzsced']);
  const then = await check(whole, '--others', file('others.json', [other]), '--as-of', '2019-01-01');
  expect([then.exit, then.out.split('\n')[1]]).toEqual([
    1,
    'parts: 58% of it is in “Older Care”, and at most 49% may be. (overlap; NZQA micro-credentials 2018: 5 to 40 credits, no duplication of what is approved, reviewed every year (domain 2.2))',
  ]);
});

test.each([
  [['micro-credential', 'check'], 'Name one document.'],
  [['micro-credential', 'check', 'document.json'], '--catalogue'],
  [['micro-credential', 'check', 'document.json', '--catalogue', 'nowhere.json'], 'nowhere.json'],
  [['micro-credential', 'check', 'document.json', '--catalogue', 'catalogue.json', '--rule', '1999.1'], '1999.1'],
  [
    ['micro-credential', 'check', 'document.json', '--catalogue', 'catalogue.json', '--as-of', '2026-02-30'],
    'a date that exists',
  ],
])('2 with a reason for %j', async (words, reason) => {
  file('document.json', whole);
  const { exit, out, err } = await nzrr(...words);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain(reason);
});

test('2 for a document with a field that is not there, named by its path', async () => {
  const { exit, err } = await check({ ...whole, parts: [{ ref: 'A', credits: 3 }] });
  expect(exit).toBe(2);
  expect(err).toContain('document.json: parts.0');
});
