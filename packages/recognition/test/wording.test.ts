import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogueText } from '../src/index.ts';
import { checkWording, mend, WORDING_RULES, type Worded, type WordingFinding } from '../src/outcome/wording/index.ts';
import { gradeOf } from '../src/outcome/wording/readability.ts';
import { isMaori } from '../src/outcome/wording/statements.ts';

const en = (text: string): CatalogueText => ({ text, lang: 'en' });
const skill = {
  uri: 'https://skills.example/frame',
  scheme: 'Example',
  label: 'frame buildings',
  relation: 'competent',
  proficiency: null,
} as const;

/** A definition in which no rule finds anything. */
const GOOD: Worded = {
  name: 'Frame a timber wall',
  credits: 6,
  level: 3,
  field: 'planning-and-construction',
  assessments: [en('Two walls, each square within 5 mm, on a building site')],
  theory: [en('Loads, spacing and fixings')],
  practice: [en('Reads the plan, cuts the timber, and frames and braces the wall')],
  skills: [skill],
};
const said = (outcome: Worded, check: string): readonly WordingFinding[] =>
  checkWording(outcome).findings.filter((one) => one.check === check);
const named = (name: string): Worded => ({ ...GOOD, name });
const practised = (...practice: readonly string[]): Worded => ({ ...GOOD, practice: practice.map(en) });
const better = (outcome: Worded, check: string): string | null => said(outcome, check)[0]?.better?.to ?? null;

test('the weights add up to 100, and every rule says its source in both languages', () => {
  expect(WORDING_RULES.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  for (const { source, says } of WORDING_RULES) {
    expect(source.length).toBeGreaterThan(20);
    expect(says.en).not.toBe(says.mi);
  }
});

test('a definition that keeps to every rule has 100, and the parts say how', () => {
  const report = checkWording(GOOD);
  expect(report).toMatchObject({ score: 100, findings: [] });
  expect(report.parts.every(({ points, weight }) => points === weight)).toBe(true);
});

test('an empty draft has findings and few points, never full marks for what is not there', () => {
  const empty = {
    ...GOOD,
    name: '',
    credits: null,
    level: null,
    field: null,
    assessments: [],
    theory: [],
    practice: [],
    skills: [],
  };
  const report = checkWording(empty);
  expect(report.score).toBeLessThan(15);
  expect(new Set(report.findings.map(({ check }) => check))).toEqual(
    new Set(['conditions', 'standard', 'structure', 'skills-linked']),
  );
});

describe('one outcome', () => {
  test.each([
    ['Lay and test a drain', 'Lay a drain'],
    ['Plan, lead and review a workshop', 'Plan a workshop'],
    ['Read a plan and set out a building', 'Read a plan'],
    ['Frame a wall. Clad a wall', 'Frame a wall'],
    ['Write a report; present a case', 'Write a report'],
  ])('“%s” holds two: “%s”', (name, to) => expect(better(named(name), 'one-outcome')).toBe(to));
  test.each([
    'Use hand and power tools safely',
    'Plan safe work at height',
    'Manage time and stock',
    'Te tuku kōrero me te mahi',
  ])('“%s” holds one', (name) => expect(said(named(name), 'one-outcome')).toEqual([]));
});

describe('an observable verb', () => {
  test.each([
    ['Understand how fires start', 'Explain how fires start'],
    ['Understand how to weld steel', 'Weld steel'],
    ['Know about fire safety', 'Describe fire safety'],
    ['Demonstrate knowledge of pasture management', 'Explain pasture management'],
    ['Demonstrate an understanding of loads', 'Explain loads'],
    ['Be aware of hazards at a work site', 'Describe hazards at a work site'],
    ['Learners will be able to weld steel', 'Weld steel'],
  ])('“%s” is better “%s”', (name, to) => {
    expect(better(named(name), 'observable-verb')).toBe(to);
    expect(said(named(to), 'observable-verb')).toEqual([]);
  });
  test('a line of practice says what is done, not what is known', () => {
    expect(better(practised('Understands loads'), 'observable-verb')).toBe('Explains loads');
    expect(said(practised('Good attitude'), 'observable-verb')).toHaveLength(1);
    expect(said(practised('Safely measures timber'), 'observable-verb')).toEqual([]);
  });
  test('a name that begins with a thing is asked for an act', () =>
    expect(said(named('Rafter design'), 'observable-verb')[0]).toMatchObject({ path: 'name', better: null }));
});

test('conditions and the standard are asked for where nobody says them', () => {
  const bare: Worded = { ...GOOD, assessments: [en('An observation')], practice: [en('Frames walls')] };
  expect(said(bare, 'conditions')).toHaveLength(1);
  expect(said(bare, 'standard')).toHaveLength(1);
  expect(said({ ...bare, assessments: [en('Observed on site')] }, 'conditions')).toEqual([]);
  expect(said({ ...bare, assessments: [en('Square within 5 mm')] }, 'standard')).toEqual([]);
});

describe('abbreviations', () => {
  test('one that is known is written out once, with its brackets', () =>
    expect(better(practised('Wears PPE and checks the PPE of others'), 'abbreviations')).toBe(
      'Wears personal protective equipment (PPE) and checks the PPE of others',
    ));
  test('one that is defined anywhere is fine, as are those that everybody knows', () => {
    const outcome = { ...practised('Gives CPR on a manikin'), theory: [en('What cardiopulmonary resuscitation (CPR) does')] };
    expect(said(outcome, 'abbreviations')).toEqual([]);
    expect(said(practised('Reads NZQA rules on a TV, part IV'), 'abbreviations')).toEqual([]);
  });
  test('one that nobody can write out for the author is named, once', () =>
    expect(said(practised('Fits QXZ parts', 'Checks QXZ parts'), 'abbreviations')).toMatchObject([
      { path: 'practice[0].text', better: null },
    ]));
});

test.each([
  ['Utilises tools prior to use', 'plain-words', 'Utilises tools before use'],
  ['Utilises tools', 'plain-words', 'Uses tools'],
  ['Measures and commences work', 'plain-words', 'Measures and starts work'],
  ['In order to test, lifts it', 'plain-words', 'To test, lifts it'],
])('“%s” is said in plain words', (text, check, to) => expect(better(practised(text), check)).toBe(to));

test('sentences and grade: known texts, known answers', () => {
  // 11 words, 11 syllables, 1 sentence: 0.39 * 11 + 11.8 * 1 - 15.59 = 0.5.
  expect(gradeOf(['The cat sat on the mat and then it ran home.'])).toBe(0.5);
  expect(gradeOf([])).toBeNull();
  const long = `Measures ${'one more wall and '.repeat(7)}stops`;
  expect(said(practised(long), 'plain-english')[0]?.text.en).toContain('30 words');
  const hard =
    'Operationalises organisational sustainability considerations, incorporating multidisciplinary methodologies. Facilitates interdepartmental communication, harmonising administrative responsibilities, institutional accountabilities and environmental considerations comprehensively throughout organisational restructuring.';
  expect(said(practised(hard), 'plain-english').at(-1)?.text.en).toContain('school year');
});

describe('te reo Māori', () => {
  const maori: Worded = {
    ...GOOD,
    name: 'Te whakahaere hui',
    assessments: [{ text: 'Ka mātakina i ngā hui e rua', lang: 'mi' }],
    theory: [{ text: 'Te tikanga o te hui', lang: 'mi' }],
    practice: [{ text: 'Ka whakahaere i te hui mai i te tīmatanga', lang: 'mi' }],
  };
  test('is judged by what makes sense for it alone', () => {
    const report = checkWording(maori);
    expect(report).toMatchObject({ score: 100, grade: null });
    expect(report.parts.filter(({ points }) => points === null).map(({ check }) => check)).toEqual([
      'observable-verb',
      'one-outcome',
      'conditions',
      'standard',
      'plain-words',
      'plain-english',
    ]);
  });
  test('a text that is not in the language that it says is found, both ways', () => {
    const mixed = {
      ...maori,
      theory: [{ text: 'The customs of a meeting', lang: 'mi' }],
      practice: [en('Ka whakahaere i te hui')],
    };
    expect(said(mixed, 'language').map((one) => one.better)).toEqual([
      { path: 'theory[0].lang', to: 'en' },
      { path: 'practice[0].lang', to: 'mi' },
    ]);
  });
  test('words are told by their letters', () => {
    expect(['whakahaere', 'Te reo Māori', 'ngā hui', 'a e i'].every(isMaori)).toBe(true);
    expect(['weld', 'the hui', 'mathematics', ''].some(isMaori)).toBe(false);
  });
});

// Definitions with faults of every rule, in any mixture.
const names = fc.constantFrom(
  'Frame a timber wall',
  'Understand loads',
  'Know about QXZ and PPE',
  'Demonstrate knowledge of loads',
  'Lay and test a drain',
  'Plan, lead and review a workshop',
  'Rafter design',
  'Utilise tools prior to cutting',
  'Learners will be able to know how to weld',
  'Frame a wall. Clad a wall. Roof it',
  'Te whakahaere hui',
);
const piece = fc.constantFrom(
  'understands loads',
  'utilises PPE in accordance with the SOP',
  'is aware of hazards, via training',
  'knows how to use QXZ',
  'has a good attitude',
  'measures and records every wall, as well as each window, each door, each stair and each floor, and then tells whoever asked for it what was found there',
  'ka whakahaere i te hui',
  'frames walls on site',
  'is able to commence work',
);
const lines = fc.array(
  fc.record({
    text: fc.array(piece, { minLength: 1, maxLength: 3 }).map((all) => all.join(' and ')),
    lang: fc.constantFrom('en', 'mi'),
  }),
  { maxLength: 3 },
);
const faulty: fc.Arbitrary<Worded> = fc.record({
  name: names,
  credits: fc.constantFrom(5, null),
  level: fc.constantFrom(3, null),
  field: fc.constantFrom('health' as const, null),
  assessments: lines,
  theory: lines,
  practice: lines,
  skills: fc.constantFrom([skill], [], [{ ...skill, uri: 'urn:nothing' }]),
});

/** Does what a finding asks for: takes its better words, or what its sentence says where it gives none. */
function asSaid(outcome: Worded, { check, path, text, better: words }: WordingFinding): Worded {
  if (words !== null) return mend(outcome, words);
  const put = (to: string): Worded => mend(outcome, { path, to });
  const there = /^(assessments|theory|practice)\[(\d+)\]/u.exec(path);
  const part = (['assessments', 'theory', 'practice'] as const).find((one) => one === there?.[1]);
  const now = part === undefined ? outcome.name : (outcome[part][Number(there?.[2])]?.text ?? '');
  switch (check) {
    case 'observable-verb':
      return put(path === 'name' ? `Plan ${now}` : `Measures ${now}`);
    case 'abbreviations': {
      const short = /“(.+?)”/u.exec(text.en)?.[1] ?? '';
      return put(now.replace(short, `long words (${short})`));
    }
    case 'plain-english':
      return put(now.replaceAll(/,? and (?:then )?|, /gu, '. Then '));
    case 'conditions':
    case 'standard':
      return { ...outcome, assessments: [...outcome.assessments, en(/such as “(.+)”/u.exec(text.en)?.[1] ?? '')] };
    case 'skills-linked':
      return { ...outcome, skills: [skill] };
    case 'structure':
      return { ...outcome, ...Object.fromEntries(Object.entries(GOOD).filter(([key]) => key === path)) };
    default:
      throw new Error(`nobody knows what ${check} asks for`);
  }
}

test('doing what a finding says removes that finding, whatever else is wrong', () => {
  fc.assert(
    fc.property(faulty, (outcome) => {
      for (const finding of checkWording(outcome).findings) {
        const after = checkWording(asSaid(outcome, finding));
        const same = after.findings.filter(
          (one) => one.check === finding.check && one.path === finding.path && one.text.en === finding.text.en,
        );
        expect(same, JSON.stringify({ outcome, finding })).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

test('better words never cost points, and a score stays between 0 and 100', () => {
  fc.assert(
    fc.property(faulty, (outcome) => {
      const { score, findings, parts } = checkWording(outcome);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      for (const { better: words, check } of findings) {
        if (words === null) continue;
        const now = checkWording(mend(outcome, words)).parts.find((one) => one.check === check)?.points;
        const before = parts.find((one) => one.check === check)?.points ?? 0;
        if (now !== null && check !== 'language') expect(now ?? 0).toBeGreaterThanOrEqual(before);
      }
    }),
    { numRuns: 40 },
  );
});

test('text is data: nothing in a definition makes the check fail or stall', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'aA1 .,;()[]{}*+?^$|/\\“”āŌ\n\u0000\u202e\ud83d'.split('')), maxLength: 150 }),
      (text) => {
        const { score } = checkWording({ ...GOOD, name: text, practice: [en(text)], theory: [{ text, lang: 'mi' }] });
        expect(Number.isInteger(score)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
  const started = performance.now();
  const shorts = Array.from({ length: 3000 }, (_, at) => `A${at.toString(36).toUpperCase()}Q`).join(' ');
  checkWording(
    practised('understands '.repeat(1600), 'A'.repeat(20_000), 'and , '.repeat(3000), `x ${shorts}`, 'ABC ('.repeat(4000)),
  );
  expect(performance.now() - started).toBeLessThan(1500);
});
