import type { Sentences } from '../http/sentences.ts';
import { FILE_CODES } from './import/codes.ts';

/** The plain sentence of each code of the catalogue and its organisations, in both languages. */
export const catalogueSentences: Sentences = {
  ...FILE_CODES,
  'outcome-not-found': { en: 'There is no such outcome.', mi: 'Kāore tēnei hua ako.' },
  'not-your-outcome': {
    en: 'Another organisation answers for this outcome.',
    mi: 'Nō tētahi atu whakahaere te haepapa mō tēnei hua ako.',
  },
  'stewards-only': { en: 'Only a steward may do this.', mi: 'Mā te kaitiaki anake tēnei.' },
  'outcome-published': {
    en: 'A published version does not change. Make a new version.',
    mi: 'Kāore te putanga kua whakaputaina e rerekē. Hangaia he putanga hou.',
  },
  'draft-changed': {
    en: 'Somebody has changed this draft since you opened it. Compare the two texts; nothing is lost.',
    mi: 'Kua whakarerekētia tēnei tauira e tētahi atu nō tō huakanga mai. Whakatairitea ngā tuhinga e rua; kāore he mea i ngaro.',
  },
  'second-person-needed': {
    en: 'You wrote some of this yourself. Another steward approves it.',
    mi: 'Nāu tonu ētahi o ēnei kupu i tuhi. Mā tētahi atu kaitiaki e whakaae.',
  },
  'outcome-in-review': { en: 'This outcome is being reviewed.', mi: 'Kei te arotakengia tēnei hua ako.' },
  'legacy-stays': { en: 'What was listed stays as it was.', mi: 'Ka noho tonu ngā mea i rārangitia.' },
  'group-member-has-credit': {
    en: 'The credit sits on the group; its members carry 0.',
    mi: 'Kei te rōpū ngā whiwhinga; he 0 ō ngā mema.',
  },
  'group-disagrees': {
    en: 'A group with this id is there, and it differs.',
    mi: 'Kei konei kē tētahi rōpū me tēnei tuakiri, ā, he rerekē.',
  },
  'group-full': { en: 'This group has all its members.', mi: 'Kua kī te rōpū i ōna mema.' },
  'code-taken': { en: 'An outcome with this code is there already.', mi: 'Kei konei kē tētahi hua ako me tēnei waehere.' },
  'not-ready': { en: 'Some listing checks do not pass yet.', mi: 'Kāore anō ētahi hihira kia tutuki.' },
  'wrong-state': { en: 'The outcome is not in a state for this.', mi: 'Kāore te hua ako i te tūnga e tika ana mō tēnei.' },
  'last-assessment-past': {
    en: 'The last date for assessment cannot be in the past.',
    mi: 'Kāore e taea te rā aromatawai whakamutunga kia hipa.',
  },
  'still-assessable': { en: 'This outcome may still be assessed.', mi: 'Ka taea tonu te aromatawai i tēnei hua ako.' },
  'version-begun': { en: 'A new version has been begun.', mi: 'Kua tīmata kē he putanga hou.' },
  'version-needed': { en: 'Say which version the new one is.', mi: 'Kōrerohia ko tēhea te putanga hou.' },
  'version-not-newer': { en: 'There is a newer version already.', mi: 'Kei konei kē he putanga hou ake.' },
  'organisation-not-found': { en: 'There is no such organisation.', mi: 'Kāore tēnei whakahaere.' },
  'organisation-taken': {
    en: 'An organisation with this id or number is there already.',
    mi: 'Kei konei kē tētahi whakahaere me tēnei tuakiri, tau rānei.',
  },
  'name-later': {
    en: 'It has a name that begins on that day or later.',
    mi: 'He ingoa tōna ka tīmata i taua rā, i muri mai rānei.',
  },
  'successor-not-valid': { en: 'An organisation cannot follow itself.', mi: 'Kāore te whakahaere e taea te whai i a ia anō.' },
  'period-backwards': { en: 'This period ends before it begins.', mi: 'Ka mutu tēnei wā i mua i tōna tīmatanga.' },
  'accreditation-not-found': {
    en: 'No such accreditation is open on that day.',
    mi: 'Kāore he whakamanatanga pērā e tuwhera ana i taua rā.',
  },
};
