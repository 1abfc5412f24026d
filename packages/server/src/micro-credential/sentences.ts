import type { Sentences } from '../http/sentences.ts';

/** The plain sentence of each code of micro-credentials, in both languages. */
export const microCredentialSentences: Sentences = {
  'micro-credential-not-found': { en: 'There is no such micro-credential.', mi: 'Kāore tēnei tohu moroiti.' },
  'not-your-micro-credential': {
    en: 'Another organisation answers for this micro-credential.',
    mi: 'Nō tētahi atu whakahaere te haepapa mō tēnei tohu moroiti.',
  },
  'micro-credential-published': {
    en: 'A listed version does not change. Make a new version.',
    mi: 'Kāore te putanga kua rārangitia e rerekē. Hangaia he putanga hou.',
  },
  'micro-credential-in-review': {
    en: 'This micro-credential is being reviewed.',
    mi: 'Kei te arotakengia tēnei tohu moroiti.',
  },
  'micro-credential-code-taken': {
    en: 'A micro-credential with this code is there already.',
    mi: 'Kei konei kē tētahi tohu moroiti me tēnei waehere.',
  },
};
