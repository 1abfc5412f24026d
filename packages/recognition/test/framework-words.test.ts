import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  courseKind,
  decide,
  explain,
  FRAMEWORK_IDS,
  frameworks,
  languagesOf,
  programmesFor,
  readCases,
  sizeInWords,
  type Programme,
  type Spoken,
  standingInRole,
} from '../src/framework/index.ts';
import { recordOf } from '../src/framework/cases/record-of.ts';

const cases = FRAMEWORK_IDS.map((id) => {
  const own = new URL(`../../../frameworks/${id}/awards.cases.json`, import.meta.url);
  const usual = new URL(`../../../frameworks/${id}/cases.json`, import.meta.url);
  const json: unknown = JSON.parse(readFileSync(existsSync(own) ? own : usual, 'utf8'));
  return { framework: frameworks[id], file: readCases(json) };
});

/** Every line of every worked decision, in a language. */
function linesIn(language: Spoken): readonly { readonly code: string; readonly text: string }[] {
  return cases.flatMap(({ framework, file }) =>
    languagesOf(framework).includes(language)
      ? file.cases.flatMap((one) => {
          if (one.do !== 'decide') return [];
          const record = recordOf(one.holds, one.unaccredited);
          const { award, definitions, definition, asOf, policy, institution, recordUnit } = one;
          const decision = decide(framework, award, record, {
            definitions,
            ...(definition === undefined ? {} : { definition }),
            ...(asOf === undefined ? {} : { asOf }),
            ...(policy === undefined ? {} : { policy }),
            ...(institution === undefined ? {} : { institution }),
            ...(recordUnit === undefined ? {} : { recordUnit }),
          });
          return explain(framework, decision, record, language, definitions);
        })
      : [],
  );
}

describe('an explanation', () => {
  for (const language of ['en', 'mi', 'es', 'da', 'fr'] as const)
    test(`in ${language} is whole sentences, with every value said`, () => {
      const lines = linesIn(language);
      expect(lines.length).toBeGreaterThan(30);
      expect(
        lines.filter(
          ({ text }) => /undefined|null|NaN|\[object|\{|\s{2}/.test(text) || !/[.!?]$/.test(text) || /^\p{Ll}/u.test(text),
        ),
      ).toEqual([]);
    });

  test('in te reo Māori says other words than in English', () => {
    const english = new Set(linesIn('en').map(({ text }) => text));
    expect(linesIn('mi').filter(({ text }) => english.has(text))).toEqual([]);
  });

  test('says a size in the country’s own unit, and what no decimal says in hours', () => {
    expect(sizeInWords(450, frameworks.in.unit, 'en')).toBe('0.25 credits');
    expect(sizeInWords(1800, frameworks.in.unit, 'en')).toBe('1 credit');
    expect(sizeInWords(666, frameworks.dk.unit, 'da')).toBe('1,5 dage');
    expect(sizeInWords(100, frameworks.dk.unit, 'da')).toBe('1 h 40 min');
    expect(sizeInWords(45, frameworks.dk.unit, 'en')).toBe('45 min');
  });
});

describe('sectors, roles and programmes', () => {
  const programmes: readonly Programme[] = [
    { id: 'p-2', sector: 'Accountancy', kind: 'higher', audiences: ['student'] },
    { id: 'p-1', sector: 'Accountancy', kind: 'vocational', audiences: ['student', 'adult'] },
    { id: 'p-3', sector: 'Air Transport', kind: 'vocational', audiences: ['adult'] },
  ];

  test('programmes of a sector are shown by audience', () => {
    expect(programmesFor(programmes, 'Accountancy', 'student').map(({ id }) => id)).toEqual(['p-1', 'p-2']);
    expect(programmesFor(programmes, 'Accountancy', 'adult').map(({ id }) => id)).toEqual(['p-1']);
    expect(programmesFor(programmes, 'Retail', 'adult')).toEqual([]);
  });

  test('a course is singular, integrated or a full qualification by the skills that it holds', () => {
    expect(courseKind(['s-1'], null)).toBe('singular');
    expect(courseKind(['s-1', 's-1'], null)).toBe('singular');
    expect(courseKind(['s-1', 's-2'], ['s-1', 's-2', 's-3'])).toBe('integrated');
    expect(courseKind(['s-1', 's-2', 's-3'], ['s-1', 's-2', 's-3'])).toBe('full-qualification');
    expect(courseKind(['s-1'], [])).toBe('singular');
  });

  test('a level that the scale does not have is refused, not taken for the lowest', () => {
    const role = { sector: 'X', track: 'X', role: 'X', functions: [], skills: [{ skill: 's', scale: 'tsc', level: '7' }] };
    expect(() => standingInRole(frameworks.sg, role, [])).toThrow(RangeError);
    expect(() => standingInRole(frameworks.sg, { ...role, skills: [{ skill: 's', scale: 'no', level: '1' }] }, [])).toThrow(
      RangeError,
    );
  });
});
