import { describe, expect, test } from 'vitest';
import { CHECKS, ERROR_SENTENCES, FINDINGS, headline, QUESTIONS, sentenceOf } from '../index.ts';
import { REASONS_EN } from './sentences.en.ts';
import { REASONS_MI } from './sentences.mi.ts';

describe('what an answer says to a person', () => {
  test('every finding has a reason in both languages, and none besides', () => {
    for (const check of CHECKS) {
      const codes = Object.keys(FINDINGS[check]).sort();
      expect(Object.keys(REASONS_EN[check]).sort()).toEqual(codes);
      expect(Object.keys(REASONS_MI[check]).sort()).toEqual(codes);
      expect(QUESTIONS[check].en).toMatch(/\?$/u);
      expect(QUESTIONS[check].mi).toMatch(/\?$/u);
    }
  });

  test('a check of an answer finds its sentence by its detail, so no two details of a check are alike', () => {
    for (const check of CHECKS) {
      const details = Object.values(FINDINGS[check]).map(([, detail]) => detail);
      expect(new Set(details).size).toBe(details.length);
    }
    const { question, reason } = sentenceOf(
      { check: 'proof', outcome: 'pass', detail: 'the signature fits this document exactly' },
      'en',
    );
    expect([question, reason]).toEqual(['Has it been changed?', 'No. The signature fits this document exactly.']);
  });

  test('a date or a name is said where it is known', () => {
    const check = { check: 'validity', outcome: 'fail', detail: 'its time has ended' } as const;
    expect(sentenceOf(check, 'en').reason).toBe('No. It ended.');
    expect(sentenceOf({ ...check, code: 'expired', data: { on: '2026-12-01T11:00:00Z' } }, 'en').reason).toBe(
      'No. It ended on 2026-12-01.',
    );
    expect(sentenceOf({ ...check, code: 'expired', data: { on: '2026-12-01T11:00:00Z' } }, 'mi').reason).toBe(
      'Kāo. Kua mutu i te 2026-12-01.',
    );
  });

  test('each answer has one headline', () => {
    expect(headline('verified', 'en')).toBe('Genuine.');
    expect(headline('inconclusive', 'mi')).toContain('Kāore e taea te kī.');
  });

  test('each error has a sentence in both languages', () => {
    for (const { en, mi } of Object.values(ERROR_SENTENCES))
      expect([en, mi].every((sentence) => sentence.endsWith('.'))).toBe(true);
  });
});
