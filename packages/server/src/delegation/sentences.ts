import type { Sentences } from '../http/sentences.ts';

/** The plain sentence of each code of this folder. */
export const DELEGATION_SENTENCES: Sentences = {
  'authority-unknown': {
    en: 'There is no such authority, or it is not yours to give.',
    mi: 'Kāore he mana pēnei, ehara rānei i a koe te tuku.',
  },
  'authority-age': {
    en: 'A guardian acts for a learner under the age of the policy only.',
    mi: 'Ka mahi te kaitiaki mō te ākonga kei raro i te pakeke o te kaupapahere anake.',
  },
  'authority-date': {
    en: 'The last day is today at the earliest, and no later than this authority allows.',
    mi: 'Ko te rā whakamutunga ko tēnei rā, i muri mai rānei, ā, kaua e hipa i tā te mana e whakaae ai.',
  },
  'guardian-needed': {
    en: 'At your age a parent or guardian does this for you. Ask them, or ask NZQA to let them in.',
    mi: 'I tō pakeke, mā tētahi mātua, kaitiaki rānei tēnei e mahi mōu. Pātai ki a rātou, ki NZQA rānei kia tukuna rātou.',
  },
  'only-yourself': {
    en: 'Only the learner does this, nobody who acts for somebody. Step back to yourself first.',
    mi: 'Mā te ākonga anake tēnei e mahi, kaua mā tētahi e mahi ana mō tētahi atu. Hoki mai ki a koe anō i te tuatahi.',
  },
  'not-in-authority': {
    en: 'What you may do for this learner does not cover this.',
    mi: 'Kāore tēnei e uru ki ngā mahi ka taea e koe mō tēnei ākonga.',
  },
  'delegation-code': {
    en: 'This code is unknown, used or past its time. Ask whoever gave it for another.',
    mi: 'Kāore tēnei waehere e mōhiotia, kua pau, kua hipa rānei. Tonoa tētahi atu i te tangata nāna i tuku.',
  },
  'delegation-own': {
    en: 'This code is for somebody else: you act for yourself already, or gave it yourself.',
    mi: 'Mō tētahi atu tēnei waehere: kei te mahi kē koe mōu anō, nāu rānei i tuku.',
  },
  'delegation-not-open': {
    en: 'You may not act for this learner, or not any more.',
    mi: 'Kāore koe e āhei ki te mahi mō tēnei ākonga, kua mutu rānei.',
  },
  'delegation-not-found': { en: 'There is no such authority.', mi: 'Kāore he mana pēnei.' },
};
