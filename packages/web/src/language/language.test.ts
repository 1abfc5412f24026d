import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayAndMonth, fieldLabel, languageOf, languageOfName, longDate, say, shortDate, wholeNumber } from './both.ts';
import { en } from './en/index.ts';
import { rest } from './en/rest.ts';
import { mi } from './mi/index.ts';
import { FIELDS } from '../fields/fields.ts';

const english: Readonly<Record<string, string>> = en;
const maori: Readonly<Record<string, string>> = mi;
/** What opens only under the addresses of `routes/root.ts` that load these sentences. */
const SAY_MORE = [
  ...['assess', 'can', 'consistency', 'demand', 'offering', 'outcomes', 'results', 'rpl', 'skills', 'stewardship', 'talent'].map(
    (folder) => `pages/${folder}/`,
  ),
  'pages/dispute/StewardDisputes.tsx',
  'parts/SkillPicker.tsx',
  'parts/skills/',
];
const holes = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe('the two languages', () => {
  test('have the same entries, and none is empty', () => {
    expect(Object.keys(maori)).toEqual(Object.keys(english));
    for (const text of [...Object.values(english), ...Object.values(maori)]) expect(text.trim()).not.toBe('');
  });

  test('write every place for a value in the form that is filled in: two braces', () => {
    for (const text of [...Object.values(english), ...Object.values(maori)])
      expect(text.replaceAll(/\{\{\w+\}\}/gu, '')).not.toMatch(/[{}]/u);
  });

  test('name each entry in one file only: a second would silently take the place of the first', () => {
    for (const language of ['en', 'mi']) {
      const folder = new URL(`./${language}/`, import.meta.url);
      const names = readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .flatMap((file) => {
          const entries: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
          return typeof entries === 'object' && entries !== null ? Object.keys(entries) : [];
        });
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  test('keep for later only what the pages that come first do not say', () => {
    const later = new Set(Object.keys(rest).map((name) => name.replace(/_(one|other)$/, '')));
    const source = new URL('../', import.meta.url);
    const elsewhere = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.test\.|^language/.test(file) && !SAY_MORE.some((page) => file.startsWith(page)),
    );
    expect(elsewhere.length).toBeGreaterThan(100);
    const said = elsewhere.flatMap((file) => {
      const text = readFileSync(new URL(file, source), 'utf8');
      const names = [...text.matchAll(/'([a-z0-9-]+(?:\.[a-zA-Z0-9-]+)+)'/g)].map(([, name]) => name ?? '');
      const begun = [...text.matchAll(/`([a-z0-9-]+\.(?:[a-z0-9-]+\.)*)\$\{/g)].map(([, start]) => start ?? '');
      const begins = (name: string): boolean => begun.some((start) => name.startsWith(start));
      return [...names.filter((name) => later.has(name)), ...[...later].filter(begins)].map((name) => `${file}: ${name}`);
    });
    expect(said).toEqual([]);
  });

  test('fill the same holes; a singular may say its number in words', () => {
    for (const [name, text] of Object.entries(english)) {
      const missing = holes(text).filter((hole) => !holes(maori[name] ?? '').includes(hole));
      expect(
        missing.filter((hole) => !(name.endsWith('_one') && hole === 'n')),
        name,
      ).toEqual([]);
      expect(
        holes(maori[name] ?? '').filter((hole) => hole !== 'n' && !holes(text).includes(hole)),
        name,
      ).toEqual([]);
    }
  });

  test('have both forms of every plural', () => {
    const stems = Object.keys(english)
      .filter((name) => /_(one|other)$/.test(name))
      .map((name) => name.replace(/_(one|other)$/, ''));
    for (const stem of new Set(stems)) {
      expect(english).toHaveProperty([`${stem}_one`]);
      expect(english).toHaveProperty([`${stem}_other`]);
    }
  });

  test('choose one or other alike in every runtime', () => {
    expect(say('en', 'stack.credits', { count: 1 })).toBe('1 credit');
    expect(say('en', 'stack.credits', { count: 2 })).toBe('2 credits');
    expect(say('mi', 'stack.below-count', { count: 1 })).toMatch(/^Kotahi te hua ako/);
  });

  test('leave a name with braces or tags as it is', () => {
    expect(say('en', 'claim.you-added', { name: '<b>{{n}}</b>' })).toBe('You added <b>{{n}}</b>.');
  });

  test('name every field', () => {
    for (const field of FIELDS) for (const language of ['en', 'mi'] as const) expect(fieldLabel(field, language)).not.toBe(field);
    expect(fieldLabel(null, 'en')).toBe('Unclassified');
  });
});

test('dates have the months of the Whiringa-ā-nuku set, never the loan forms', () => {
  expect(longDate('2026-11-24', 'mi')).toBe('24 Whiringa-ā-rangi 2026');
  expect(longDate('2026-11-04', 'en')).toBe('4 November 2026');
  expect(shortDate('2020-02-29', 'mi')).toBe('29 Hui 2020');
  expect(dayAndMonth('2024-10-01', 'mi')).toBe('1 Nuku');
  expect(wholeNumber(1_234_567)).toBe('1,234,567');
});

test('the address decides the language, then the cookie', () => {
  expect(languageOf('?lang=mi', 'lang=en')).toBe('mi');
  expect(languageOf('', 'a=b; lang=mi')).toBe('mi');
  expect(languageOf('?lang=xx', '')).toBe('en');
});

test.each([
  ['Te whai wāhi ki te pōwhiri', 'mi'],
  ['He whakamahi i te reo Māori me ngā tamariki', 'mi'],
  ['Te mahi ki te Excel', 'mi'],
  ['Plan a roster with spreadsheets', 'en'],
  ['Use te reo Māori with young children', 'en'],
  ['Teach te reo Māori to a hapū', 'en'],
  ['He tried to reo-skill, he said', 'en'],
  ['', 'en'],
  ['123', 'en'],
] as const)('the name "%s" is marked %s', (name, language) => {
  expect(languageOfName(name)).toBe(language);
});
