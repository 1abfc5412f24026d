import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkWording, type Worded } from '../src/outcome/wording/index.ts';

const PAGE = readFileSync(new URL('../../../docs/how-to/writing-an-outcome.md', import.meta.url), 'utf8');

const text = z.string().transform((said) => ({ text: said, lang: 'en' }));
const example = z.strictObject({
  name: z.string(),
  assessments: z.array(text),
  theory: z.array(text),
  practice: z.array(text),
  skills: z.array(
    z
      .string()
      .transform((uri) => ({ uri, scheme: 'nzrr-skills', label: 'A skill', relation: 'competent' as const, proficiency: null })),
  ),
});

/** An example of the page as a definition: what the page leaves out, such as its level, is there. */
const definition = (json: string): Worded => ({
  ...example.parse(JSON.parse(json)),
  credits: 5,
  level: 3,
  field: 'planning-and-construction',
});
const examples = [...PAGE.matchAll(/```json example=(\w+) score=(\d+)\n([\s\S]+?)```/gu)].map(
  ([, name = '', score = '', json = '']) => ({
    name,
    score: Number(score),
    report: checkWording(definition(json)),
  }),
);

test('the page has an example to mend and one that is mended', () =>
  expect(examples.map(({ name }) => name)).toEqual(['before', 'after']));

test.each(examples)('the example “$name” scores $score, as the page says', ({ score, report }) =>
  expect(report.score).toBe(score),
);

test('what the page says to write has none of the findings of what it says to leave', () => {
  const rows = [...PAGE.matchAll(/^\| \*\*.+?\| (?<leave>[^|]+) \| (?<write>[^|]+) \| (?<points>\d+) \|$/gmu)];
  expect(rows).toHaveLength(10);
  expect(rows.reduce((sum, row) => sum + Number(row.groups?.['points']), 0)).toBe(100);
  const named = ['Understand how fires start', 'Lay and test a drain'];
  const practised = ['Utilises tools prior to cutting', 'Wears PPE'];
  for (const row of rows) {
    const { leave = '', write = '' } = row.groups ?? {};
    const of = (said: string): Worded => {
      const base = definition(
        '{"name":"Cut timber","assessments":["Two cuts on site"],"theory":["Tools"],"practice":["Cuts"],"skills":["https://a.example"]}',
      );
      return named.includes(leave) ? { ...base, name: said } : { ...base, practice: [{ text: said, lang: 'en' }] };
    };
    if (!named.includes(leave) && !practised.includes(leave)) continue;
    expect([leave, checkWording(of(leave)).findings.length > 0]).toEqual([leave, true]);
    expect([write, checkWording(of(write)).findings]).toEqual([write, []]);
  }
});
