import { expect, test } from 'vitest';
import { changedParts, changedWords } from './changes.ts';
import { type Content, contentOf, draftOf, keepable, NOTHING_YET, sameContent } from './draft.ts';

const text = (said: string) => [{ text: said, lang: 'en' }];
const skill = (slug: string) =>
  ({ uri: `https://x.example/${slug}`, scheme: 'x', label: slug, relation: 'earns', proficiency: null }) as const;
const whole: Content = {
  ...NOTHING_YET,
  name: 'Serve a guest',
  credits: 4,
  level: 3,
  theory: text('Menus'),
  skills: [skill('a'), skill('b')],
};

test('words that both texts share stay, in order, and put together each side is whole again', () => {
  const pieces = changedWords('Takes an order and serves it', 'Takes the order and then serves it hot');
  const side = (kind: string) =>
    pieces
      .filter((one) => one.kind === 'same' || one.kind === kind)
      .map((one) => one.text)
      .join('');
  expect(side('removed')).toBe('Takes an order and serves it');
  expect(side('added')).toBe('Takes the order and then serves it hot');
  expect(pieces.filter(({ kind }) => kind === 'removed')).toEqual([{ text: 'an', kind: 'removed' }]);
  expect(changedWords('', 'new')).toEqual([{ text: 'new', kind: 'added' }]);
  expect(changedWords('same', 'same')).toEqual([{ text: 'same', kind: 'same' }]);
  expect(changedWords('', '')).toEqual([]);
});

test('very long texts are shown as one out and one in', () => {
  const long = Array.from({ length: 2000 }, (_, n) => `w${n}`).join(' ');
  expect(changedWords(long, `${long} more`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});

test('the parts that differ are named in the order of the form, whatever the order of skills', () => {
  expect(changedParts(whole, { ...whole, skills: [skill('b'), skill('a')] })).toEqual([]);
  expect(changedParts(whole, { ...whole, theory: text('Wine'), name: 'Serve' })).toEqual(['name', 'theory']);
  expect(changedParts(whole, { ...whole, skills: [skill('a')] })).toEqual(['skills']);
});

test('a form that is half typed keeps what was there and goes on saying what is wrong', () => {
  const draft = draftOf(whole, null);
  expect(sameContent(contentOf(draft), whole)).toBe(true);
  expect(keepable({ ...draft, name: '  ' }, whole).name).toBe('Serve a guest');
  expect(keepable({ ...draft, credits: '4.5' }, whole).credits).toBe(4);
  expect(contentOf({ ...draft, credits: '4.5' }).credits).toBe(4.5);
  expect(keepable({ ...draft, credits: '' }, whole).credits).toBeNull();
  expect(keepable({ ...draft, credits: 'many' }, whole).credits).toBe(4);
  expect(keepable({ ...draft, theory: [...text('Menus'), { text: ' ', lang: 'en' }] }, whole).theory).toEqual(text('Menus'));
  expect(keepable({ ...draft, name: 'Ma\u0304ori \u0007bell' }, whole).name).toBe('Māori bell');
  expect(keepable({ ...draft, excludes: 'A1, B2  x/y' }, whole).excludes).toEqual(['A1', 'B2']);
});
