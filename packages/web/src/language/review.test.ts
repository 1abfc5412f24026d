import { describe, expect, test } from 'vitest';
import { say, translationNote } from './both.ts';
import { mi } from './mi/index.ts';
import { reviews } from './mi/reviewed/index.ts';
import { keepReview, reviewOf } from './review.ts';

const sentences: Readonly<Record<string, string>> = mi;
const review = { by: 'An invented reviewer', standing: 'licensed translator', on: '2026-11-01' };

describe('a review', () => {
  test('is of the words as they were read: changed since, the sentence is a draft again', () => {
    const one = [{ ...review, sentences: { a: 'Kia ora', b: 'Haere mai' } }];
    expect(reviewOf({ a: 'Kia ora', b: 'Nau mai', c: 'Āe' }, one)).toEqual({ sentences: 3, drafts: ['b', 'c'] });
    expect(reviewOf({ a: 'Kia ora' }, [])).toEqual({ sentences: 1, drafts: ['a'] });
  });

  test('says who, in what standing, and when, and is of sentences that there are', () => {
    for (const one of reviews) {
      expect(one.by.trim()).not.toBe('');
      expect(one.standing.trim()).not.toBe('');
      expect(one.on).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(Object.keys(one.sentences).filter((name) => !(name in sentences))).toEqual([]);
    }
  });
});

test('the foot of a page counts what is a draft, and says nothing when nothing is', () => {
  const now = reviewOf(sentences, reviews);
  console.info(`te reo Māori: ${now.drafts.length} of ${now.sentences} sentences are drafts`);
  if (now.drafts.length > 0) {
    expect(translationNote('mi')).toContain(`${now.drafts.length} o ngā rerenga ${now.sentences}`);
    expect(translationNote('en')).toBe(say('en', 'site.not-reviewed'));
  }
  keepReview({ sentences: now.sentences, drafts: reviewOf(sentences, [{ ...review, sentences }]).drafts.length });
  expect([translationNote('mi'), translationNote('en')]).toEqual([null, null]);
  keepReview({ sentences: now.sentences, drafts: now.drafts.length });
});
