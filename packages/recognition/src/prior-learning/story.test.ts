import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, matchOutcomes, sentencesOf, type Spoken } from './story.ts';

const skill = (uri: string) => ({ uri, label: uri.toUpperCase() });
const spoken = (uri: string, rank = 0, sentence = `I did ${uri}.`): Spoken => ({
  uri,
  label: { en: uri, mi: null },
  sentence,
  rank,
});

describe('outcomes for a story', () => {
  const lift: Candidate = { outcome: 'lift', skills: [skill('move'), skill('risk')] };
  const clean: Candidate = { outcome: 'clean', skills: [skill('infection')] };
  const cook: Candidate = { outcome: 'cook', skills: [skill('bread')] };

  test('those come first of which the story speaks for most, with the sentence that does and what is lacking', () => {
    expect(matchOutcomes([lift, clean, cook], [spoken('move', 0, 'I lifted my nan.'), spoken('infection')], 10)).toEqual([
      { outcome: 'clean', why: [{ uri: 'infection', label: 'INFECTION', sentence: 'I did infection.' }], lacking: [] },
      { outcome: 'lift', why: [{ uri: 'move', label: 'MOVE', sentence: 'I lifted my nan.' }], lacking: [skill('risk')] },
    ]);
  });

  test('of two sentences the closer one says why, and a closer skill weighs more', () => {
    const [first, second] = matchOutcomes(
      [clean, cook],
      [spoken('infection', 3), spoken('bread', 2), spoken('bread', 0, 'I baked.')],
      10,
    );
    expect([first?.outcome, first?.why[0]?.sentence, second?.outcome]).toEqual(['cook', 'I baked.', 'clean']);
  });

  test('why and lacking are together the skills of the outcome, whatever the story; the order of the sentences does not matter', () => {
    const uris = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const candidate = fc.record({
      outcome: fc.constantFrom('x', 'y', 'z'),
      skills: fc.uniqueArray(uris, { minLength: 1 }).map((all) => all.map(skill)),
    });
    const said = fc.array(fc.record({ uri: uris, rank: fc.nat(3) }).map(({ uri, rank }) => spoken(uri, rank)));
    fc.assert(
      fc.property(fc.uniqueArray(candidate, { selector: ({ outcome }) => outcome }), said, (candidates, story) => {
        const found = matchOutcomes(candidates, story, 10);
        for (const { outcome, why, lacking } of found) {
          expect(why.length).toBeGreaterThan(0);
          const all = candidates.find((one) => one.outcome === outcome)?.skills.map(({ uri }) => uri);
          expect([...why, ...lacking].map(({ uri }) => uri).toSorted()).toEqual(all?.toSorted());
        }
        expect(matchOutcomes(candidates, story.toReversed(), 10)).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });

  test('a story is its sentences, without what says nothing', () => {
    expect(sentencesOf('I cared for my nan for four years. Yes! I lifted her;\nkept her clean…', 10)).toEqual([
      'I cared for my nan for four years.',
      'I lifted her',
      'kept her clean…',
    ]);
    expect(sentencesOf('One sentence here. Another here.', 1)).toHaveLength(1);
  });
});
