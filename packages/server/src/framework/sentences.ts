import type { Sentences } from '../http/sentences.ts';

/** The plain sentence of each code of this folder. `too-entangled` and `unknown-award` are said by the award folder alike. */
export const FRAMEWORK_SENTENCES: Sentences = {
  'unknown-framework': { en: 'There is no such framework of recognition.', mi: 'Kāore he anga whakamana pērā.' },
  'unknown-definition': {
    en: 'This award is made of named parts: say which definition it is to be decided by.',
    mi: 'He wāhanga motuhake ō tēnei tohu: tohua mai te whakamāramatanga hei whakatau.',
  },
  'not-a-definition': {
    en: 'A definition is not as it should be.',
    mi: 'Kāore tētahi whakamāramatanga i te tika.',
  },
  'record-not-usable': { en: 'The record cannot be used.', mi: 'Kāore te mauhanga e taea te whakamahi.' },
};
