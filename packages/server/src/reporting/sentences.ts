/** The sentences of this folder's problems. */
export const SENTENCES = {
  'result-not-found': {
    en: 'You reported no result with this reference.',
    mi: 'Kāore koe i pūrongo i tētahi hua me tēnei tohutoro.',
  },
} as const;
