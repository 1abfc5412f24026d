import type { Sentences } from '../http/sentences.ts';

export const LEARNING_ACCOUNT_SENTENCES: Sentences = {
  'unknown-account-rule': { en: 'There is no such learning account.', mi: 'Kāore he pūkete ako pēnei.' },
  'learning-account-not-found': {
    en: 'There is no such learning account of yours.',
    mi: 'Kāore ōu pūkete ako pēnei.',
  },
  'more-than-the-price': {
    en: 'This is more than the programme costs.',
    mi: 'He nui ake tēnei i te utu o te hōtaka.',
  },
  'moved-meanwhile': {
    en: 'This was changed at this moment. Look again.',
    mi: 'I panonitia tēnei i tēnei wā tonu. Tirohia anō.',
  },
  'entry-conflict': { en: 'Another entry has this id.', mi: 'He tāurunga kē kei tēnei tuakiri.' },
  'before-last-entry': {
    en: 'The account has an entry of a later day.',
    mi: 'He tāurunga nō tētahi rā o muri kei te pūkete.',
  },
  'unknown-grant': { en: 'The rule has no such grant.', mi: 'Kāore he karāti pēnei a te ture.' },
  'already-granted': { en: 'This was granted already.', mi: 'Kua tukuna kētia tēnei.' },
  'too-young': { en: 'The learner is not old enough for this grant.', mi: 'Kāore anō te ākonga kia pakeke mō tēnei karāti.' },
  'not-yet-granted': { en: 'This grant has not begun.', mi: 'Kāore anō tēnei karāti kia tīmata.' },
  'grant-expired': { en: 'This grant has lapsed.', mi: 'Kua pau tēnei karāti.' },
  'not-an-amount': { en: 'This is no amount of money.', mi: 'Ehara tēnei i te moni.' },
  'not-listed': {
    en: 'This programme is not listed today, so the account cannot pay for it.',
    mi: 'Kāore tēnei hōtaka i te rārangi i tēnei rā, nō reira e kore te pūkete e utu.',
  },
  'not-enough-credit': {
    en: 'There is not enough credit in the account.',
    mi: 'Kāore e rawaka ana te pūtea i te pūkete.',
  },
  'unknown-reservation': { en: 'There is no such reservation.', mi: 'Kāore he puritanga pēnei.' },
  'reservation-closed': {
    en: 'This reservation was spent or released already.',
    mi: 'Kua pau kē, kua tukuna kē rānei tēnei puritanga.',
  },
};
