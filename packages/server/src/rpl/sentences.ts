import type { Sentences } from '../http/sentences.ts';

export const RPL_SENTENCES = {
  'rpl-not-found': { en: 'There is no such application.', mi: 'Kāore he tono pēnei.' },
  'rpl-settled': {
    en: 'This cannot be done where the application stands now. Read it again.',
    mi: 'Kāore e taea tēnei i te tūnga o te tono ināianei. Pānuitia anō.',
  },
  'rpl-too-many': {
    en: 'You are writing ten applications already. Send or withdraw one first.',
    mi: 'Tekau kē ngā tono e tuhia ana e koe. Tukuna, unuhia rānei tētahi i te tuatahi.',
  },
  'rpl-incomplete': {
    en: 'It needs your story, at least one outcome and a provider.',
    mi: 'Me whai kōrero, me kotahi neke atu ngā hua ako, me tētahi kaiwhakarato.',
  },
  'consent-needed': {
    en: 'The provider may read your application only with your consent.',
    mi: 'Mā tō whakaaetanga anake e āhei ai te kaiwhakarato te pānui i tō tono.',
  },
  'outcome-not-offered': {
    en: 'This provider cannot assess one of these outcomes today. Take it out, or choose another provider.',
    mi: 'Kāore e taea e tēnei kaiwhakarato te aromatawai tētahi o ēnei hua ako i tēnei rā. Tangohia, kōwhiria rānei tētahi atu kaiwhakarato.',
  },
  'already-held': {
    en: 'This outcome has been passed already: nothing is counted twice.',
    mi: 'Kua puta kē tēnei hua ako: kāore he mea e tatauria ruatia.',
  },
  'not-declined': {
    en: 'Only an outcome that was declined can be appealed, once.',
    mi: 'Ko te hua ako i whakahēngia anake ka taea te pīra, kotahi noa.',
  },
  'not-appealed': {
    en: 'There is no appeal here that waits for a review.',
    mi: 'Kāore he pīra i konei e tatari ana ki te arotake.',
  },
  'rubric-incomplete': {
    en: 'Every outcome is decided, and each of its criteria judged once, with a reason.',
    mi: 'Me whakatau ia hua ako, me whakawā kotahi ia paearu, me te take.',
  },
  'rubric-unknown': {
    en: 'This judges something that is not asked for.',
    mi: 'E whakawā ana tēnei i tētahi mea kāore i tonoa.',
  },
  'rubric-not-met': {
    en: 'An outcome is granted only when every criterion is met.',
    mi: 'Ka whakaaetia te hua ako mēnā kua tutuki katoa ngā paearu.',
  },
  'grade-not-available': {
    en: 'This outcome is not graded so.',
    mi: 'Kāore tēnei hua ako e whakatauria pēnā.',
  },
  'rpl-not-recordable': {
    en: 'One of these results could not be recorded, so nothing was decided. Its sentence says why.',
    mi: 'Kāore i taea te mau i tētahi o ēnei otinga, nā reira kāore i whakatauria. Kei tana rerenga kōrero te take.',
  },
  'second-person-needed': {
    en: 'You had a part in this decision. Another person must look at it.',
    mi: 'I uru koe ki tēnei whakatau. Mā tētahi atu e titiro.',
  },
} as const satisfies Sentences;
