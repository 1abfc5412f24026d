import type { Sentences } from '../http/sentences.ts';

export const DISPUTE_SENTENCES: Sentences = {
  'line-not-found': { en: 'There is no such line on your record.', mi: 'Kāore he rārangi pēnei i tō pūkete.' },
  'dispute-not-found': { en: 'There is no such dispute.', mi: 'Kāore he tautohe pēnei.' },
  'dispute-open': {
    en: 'You have said already that something is wrong here, and it is not settled yet.',
    mi: 'Kua kī kētia e koe kei te hē tētahi mea i konei, ā, kāore anō kia whakatauhia.',
  },
  'dispute-settled': {
    en: 'This cannot be done where the dispute stands now. Read it again.',
    mi: 'Kāore e taea tēnei i te tūnga o te tautohe ināianei. Pānuitia anō.',
  },
  'not-corrected-yet': {
    en: 'The line has not been corrected since it was disputed. Correct it first.',
    mi: 'Kāore anō te rārangi kia whakatikaina mai i te wā i tautohetia ai. Whakatikaina i te tuatahi.',
  },
  'answered-by-review': {
    en: 'An assessor who had no part in the decision reviews this, and that answers it.',
    mi: 'Mā tētahi kaiaromatawai kāore i uru ki te whakatau e arotake tēnei, ā, koirā te whakautu.',
  },
  'nobody-to-correct': {
    en: 'Nobody is left who corrects for this provider. Correct the line, or keep it.',
    mi: 'Kāore he tangata e toe ana hei whakatika mō tēnei kaiwhakarato. Whakatikaina te rārangi, waiho rānei.',
  },
  'statement-not-found': { en: 'There is no statement here.', mi: 'Kāore he tauākī i konei.' },
  'extension-date': {
    en: 'The new day lies after the one that was set, and within the time that may be added.',
    mi: 'Kei muri te rā hou i te rā i whakaritea, ā, kei roto i te wā ka taea te tāpiri.',
  },
  'extended-already': {
    en: 'The time for this answer has been extended once already.',
    mi: 'Kua whakaroaina kētia te wā mō tēnei whakautu.',
  },
  'extension-late': {
    en: 'The day for this answer is over: it cannot be extended any more.',
    mi: 'Kua pau te rā mō tēnei whakautu: kāore e taea te whakaroa anō.',
  },
};
