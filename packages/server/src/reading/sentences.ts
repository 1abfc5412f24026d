/** The sentences of this folder's problems. */
export const SENTENCES = {
  'learner-not-confirmed': {
    en: 'These details do not belong to a learner we know.',
    mi: 'Ehara ēnei taipitopito nā tētahi ākonga e mōhio ana mātou.',
  },
  'code-not-valid': {
    en: 'This code is not valid, or its time is over.',
    mi: 'Kāore tēnei waehere e mana ana, kua pau rānei tōna wā.',
  },
  'purpose-needed': {
    en: 'Say in a few words what the record is read for.',
    mi: 'Kōrerotia mai he aha i pānuitia ai te pūkete.',
  },
} as const;
