import type { Sentences } from '../http/sentences.ts';

export const STEWARDSHIP_SENTENCES: Sentences = {
  'period-too-long': { en: 'A period has at most 400 days.', mi: 'Kia kaua te wā e roa ake i te 400 rā.' },
};
