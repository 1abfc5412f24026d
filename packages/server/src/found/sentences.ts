import type { Sentences } from '../http/sentences.ts';

export const FOUND_SENTENCES: Sentences = {
  'found-date': {
    en: 'The last day is today at the earliest, and within a year.',
    mi: 'Ko te rā whakamutunga ko tēnei rā i te wawetanga, ā, i roto i te tau.',
  },
  'found-not-yours': {
    en: 'You can be found only by skills that your record shows.',
    mi: 'Ka kitea koe mā ngā pūkenga e whakaaturia ana e tō pūkete anake.',
  },
  'group-gone': {
    en: 'There are too few of these people now. Search again, with fewer skills or further away.',
    mi: 'He tokoiti rawa ēnei tāngata ināianei. Rapua anō, kia iti iho ngā pūkenga, kia tawhiti ake rānei.',
  },
  'approach-not-found': { en: 'There is no such approach.', mi: 'Kāore he whakatata pēnei.' },
  'approach-ended': {
    en: 'This approach has ended. Nothing of yours was shown.',
    mi: 'Kua mutu tēnei whakatata. Kāore he mea āu i whakaaturia.',
  },
};
