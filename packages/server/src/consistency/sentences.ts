import type { Sentences } from '../http/sentences.ts';

export const CONSISTENCY_SENTENCES: Sentences = {
  'not-taught': {
    en: 'Nobody has results of this outcome that you may compare.',
    mi: 'Kāore he otinga o tēnei hua ako ka taea e koe te whakataurite.',
  },
};
