import type { Sentences } from '../http/sentences.ts';

/** The plain sentence of each code of this folder. */
export const SHARING_SENTENCES: Sentences = {
  'share-not-found': {
    en: 'This link leads nowhere. Check that it was copied whole.',
    mi: 'Kāore tēnei hono e ahu ki hea. Tirohia kua tāruatia katoatia.',
  },
  'share-ended': {
    en: 'The person who shared this has ended the link. Ask them for a new one.',
    mi: 'Kua whakamutua te hono e te tangata nāna i tiri. Tonoa he hono hou i a ia.',
  },
  'share-past': {
    en: 'This link was for a time that is over. Ask the person who shared it for a new one.',
    mi: 'Kua pau te wā o tēnei hono. Tonoa he hono hou i te tangata nāna i tiri.',
  },
  'share-locked': {
    en: 'This link is locked after too many wrong PINs. The person who shared it has been told.',
    mi: 'Kua rakaina tēnei hono i te maha o ngā PIN hē. Kua whakamōhiotia te tangata nāna i tiri.',
  },
  'share-pin-needed': {
    en: 'This link asks for a PIN. The person who shared it has it.',
    mi: 'E hiahia PIN ana tēnei hono. Kei te tangata nāna i tiri te PIN.',
  },
  'share-pin-wrong': { en: 'This is not the PIN of this link.', mi: 'Ehara tēnei i te PIN o tēnei hono.' },
  'share-pin-wait': {
    en: 'After wrong PINs this link waits a little. Try again soon.',
    mi: 'I muri i ngā PIN hē ka tatari tēnei hono. Whakamātauria anō ākuanei.',
  },
  'share-empty': { en: 'Choose at least one outcome or award.', mi: 'Tīpakohia kia kotahi te hua ako, te tohu rānei.' },
  'share-date': {
    en: 'The last day is today at the earliest, and within two years.',
    mi: 'Ko te rā whakamutunga ko tēnei rā, i muri mai rānei, i roto i te rua tau.',
  },
  'share-not-yours': {
    en: 'Only achieved results and awards of your own record can be shared.',
    mi: 'Ka taea anake te tiri i ngā otinga kua tutuki me ngā tohu o tō ake pūkete.',
  },
  'share-changed': {
    en: 'This link was changed in another window. Look at it as it is now, then change it.',
    mi: 'I panonihia tēnei hono i tētahi atu matapihi. Tirohia tōna āhua ināianei, kātahi ka panoni.',
  },
  'share-not-open': { en: 'This link was withdrawn. Make a new one.', mi: 'Kua tangohia tēnei hono. Hangaia he hono hou.' },
  'share-not-restorable': {
    en: 'This link was withdrawn too long ago. Make a new one.',
    mi: 'Kua roa te wā mai i te tangohanga o tēnei hono. Hangaia he hono hou.',
  },
  'organisation-not-found': { en: 'There is no such organisation.', mi: 'Kāore he whakahaere pēnei.' },
  'consent-date': {
    en: 'The last day is today at the earliest, and within two years.',
    mi: 'Ko te rā whakamutunga ko tēnei rā, i muri mai rānei, i roto i te rua tau.',
  },
  'consent-not-found': { en: 'There is no such consent.', mi: 'Kāore he whakaaetanga pēnei.' },
  'consent-ended': {
    en: 'This consent has ended. Ask the learner for a new one.',
    mi: 'Kua mutu tēnei whakaaetanga. Tonoa he mea hou i te ākonga.',
  },
  'consent-standing': {
    en: 'This organisation has this consent already. Withdraw it first to give it otherwise.',
    mi: 'Kei tēnei whakahaere kē tēnei whakaaetanga. Tangohia i te tuatahi kia whakarerekētia.',
  },
};
