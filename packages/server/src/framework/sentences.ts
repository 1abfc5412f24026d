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
  'unknown-entry': { en: 'The framework has nothing of this name.', mi: 'Kāore he mea o tēnei ingoa i te anga.' },
  'content-not-usable': {
    en: 'This content of a framework cannot be used. Nothing of it was taken.',
    mi: 'Kāore e taea tēnei ihirangi o tētahi anga te whakamahi. Kāore tētahi wāhanga i tangohia.',
  },
  'record-not-usable': { en: 'The record cannot be used.', mi: 'Kāore te mauhanga e taea te whakamahi.' },
};
