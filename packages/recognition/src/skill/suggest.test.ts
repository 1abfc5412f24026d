import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LabelledSkill, proposePairs } from './crosswalk.ts';
import { type Candidate, rankSkills, type SkillLabel, type TellingWord, wordsOf } from './suggest.ts';

const ALL = 1000;
const label = (text: string, place = 0): SkillLabel => ({
  label: text,
  place,
  words: text.split(' ').map((lexeme) => ({ lexeme, skills: 10 })),
});
const asked = (text: string): readonly TellingWord[] =>
  [...new Set(text.split(' '))].map((lexeme) => ({
    lexeme,
    words: [lexeme],
    places: text.split(' ').flatMap((word, at) => (word === lexeme ? [at + 1] : [])),
    skills: 10,
  }));
const skill = (uri: string, labels: readonly SkillLabel[], base = 1): Candidate => ({
  uri,
  labels,
  base,
  spelled: 0,
  begins: false,
});
const order = (text: string, ...candidates: readonly Candidate[]) =>
  rankSkills(asked(text), ALL, candidates).map((one) => one.skill.uri);

test('words are cut as they were written, with macrons and apostrophes', () => {
  expect(wordsOf('Tē ārai, the learner’s 3 plans.')).toEqual(['Tē', 'ārai', 'the', 'learner’s', '3', 'plans']);
});

test('of two that share as much, the one whose label the text covers more goes first', () => {
  expect(order('shear sheep', skill('part', [label('shear sheep and goats')]), skill('whole', [label('shear sheep')]))).toEqual([
    'whole',
    'part',
  ]);
});

test('words side by side go before words apart', () => {
  const [near, far] = [skill('near', [label('sheep shearing')]), skill('far', [label('sheep wool')])];
  expect(order('sheep shearing is done before wool', far, near)).toEqual(['near', 'far']);
});

test('what begins with what was typed goes before all, and says so', () => {
  const begun = { ...skill('b', [label('zither')], 0), begins: true };
  const [first] = rankSkills(asked('shear'), ALL, [skill('a', [label('shear')]), begun]);
  expect(first).toMatchObject({ skill: { uri: 'b' }, score: 1, why: { by: 'beginning' } });
});

test('another label that fits is named, and the words that are shared', () => {
  const [one] = rankSkills(asked('clip the flock'), ALL, [skill('a', [label('shear sheep'), label('clip flock', 2)])]);
  expect(one?.why).toEqual({ by: 'words', words: ['clip', 'flock'], label: 'clip flock', other: true });
});

const words = fc.array(fc.constantFrom('shear', 'sheep', 'wool', 'press', 'class', 'shed'), { minLength: 1, maxLength: 4 });
const named = (texts: readonly (readonly string[])[]): readonly LabelledSkill[] =>
  texts.map((text, at) => ({ uri: `u${at}`, labels: [label([...new Set(text)].join(' '))] }));

test('the order in which candidates come does not matter, and scores lie between 0 and 1, falling', () => {
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 8 }), (text, texts) => {
      const candidates = named(texts).map(({ uri, labels }, at) => skill(uri, labels, at % 3));
      const ranked = rankSkills(asked(text.join(' ')), ALL, candidates);
      expect(rankSkills(asked(text.join(' ')), ALL, candidates.toReversed())).toEqual(ranked);
      for (const [at, { score }] of ranked.entries()) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(at === 0 ? 1 : ranked[at - 1]!.score);
      }
    }),
    { numRuns: 100 },
  );
});

test('pairs: the same label is exact whatever the order of its words, each skill has one pair at most, and likeness is the same both ways', () => {
  const other = (skills: readonly LabelledSkill[]) => skills.map(({ uri, labels }) => ({ uri: `o${uri}`, labels }));
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), fc.array(words, { minLength: 1, maxLength: 6 }), (one, two) => {
      const [from, to] = [named(one), other(named(two))];
      const pairs = proposePairs(from, to, ALL, 0.3);
      expect(new Set(pairs.map((pair) => pair.from)).size).toBe(pairs.length);
      for (const pair of pairs) expect(pair.score).toBeGreaterThanOrEqual(0.3);
      const best = (some: typeof pairs): number => Math.max(0, ...some.map(({ score }) => score));
      expect(best(proposePairs(to, from, ALL, 0.3))).toBe(best(pairs));
      const again = proposePairs(from, other(from), ALL, 0.3);
      expect(again.every(({ score, relation }) => score === 1 && relation === 'exact')).toBe(true);
      expect(again).toHaveLength(from.length);
    }),
    { numRuns: 100 },
  );
});

test('a pair through another label is proposed as close, and nothing is below the least', () => {
  const from = [{ uri: 'a', labels: [label('infection control'), label('prevent infection', 2)] }];
  expect(proposePairs(from, [{ uri: 'b', labels: [label('prevent infection')] }], ALL, 0.5)).toMatchObject([
    { score: 0.94, relation: 'close', words: ['prevent', 'infection'] },
  ]);
  expect(proposePairs(from, [{ uri: 'b', labels: [label('press wool')] }], ALL, 0.5)).toEqual([]);
});
