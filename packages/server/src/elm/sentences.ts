/** Sentences of the codes of this folder, in both languages. */
export const ELM_SENTENCES = {
  'nothing-achieved': {
    en: 'The record holds nothing that was achieved and confirmed yet.',
    mi: 'Kāore anō kia mau i te pūkete tētahi mea kua tutuki, kua whakaūngia.',
  },
  'award-not-in-force': {
    en: 'This award is not in force.',
    mi: 'Kāore tēnei tohu e mana ana.',
  },
} as const;
