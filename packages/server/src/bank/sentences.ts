import type { Sentences } from '../http/sentences.ts';

export const BANK_SENTENCES: Sentences = {
  'moved-meanwhile': {
    en: 'This was changed at this moment. Look again.',
    mi: 'I panonitia tēnei i tēnei wā tonu. Tirohia anō.',
  },
  'unknown-bank': { en: 'There is no such bank of credits.', mi: 'Kāore he pēke whiwhinga pēnei.' },
  'not-in-the-bank': {
    en: 'This institution does not take part in the bank today.',
    mi: 'Kāore tēnei whare ako e whai wāhi ki te pēke i tēnei rā.',
  },
  'award-not-here': {
    en: 'This institution does not redeem credit for this award.',
    mi: 'Kāore tēnei whare ako e hoko whiwhinga mō tēnei tohu.',
  },
  'ends-before-it-begins': { en: 'The last day lies before the first.', mi: 'Kei mua te rā whakamutunga i te rā tuatahi.' },
  'not-enough': {
    en: 'What you hold does not make this award yet.',
    mi: 'Kāore anō ō whiwhinga kia eke ki tēnei tohu.',
  },
  'decision-changed': {
    en: 'What would be redeemed has changed since you looked. Look again.',
    mi: 'Kua rerekē ngā mea ka hokona mai i tō tirohanga. Tirohia anō.',
  },
  'entry-conflict': { en: 'Another entry has this id.', mi: 'He tāurunga kē kei tēnei tuakiri.' },
  'before-last-entry': {
    en: 'The account has an entry of a later day.',
    mi: 'He tāurunga nō tētahi rā o muri kei te pūkete.',
  },
  'nothing-named': { en: 'Name at least one credit.', mi: 'Whakahuatia kia kotahi neke atu ngā whiwhinga.' },
  'only-institutions-deposit': {
    en: 'Only institutions deposit credit.',
    mi: 'Ko ngā whare ako anake ka tāpae whiwhinga.',
  },
  'already-deposited': { en: 'This credit is deposited already.', mi: 'Kua tāpaea kētia tēnei whiwhinga.' },
  'reference-conflict': {
    en: 'This reference stands for another deposit.',
    mi: 'Kei tētahi atu tāpaetanga tēnei tohutoro.',
  },
  'shelf-life-too-long': {
    en: 'Credit cannot be valid for longer than the bank allows.',
    mi: 'E kore e taea te whiwhinga te mau i tua atu i tā te pēke e whakaae ai.',
  },
  'not-a-size': { en: 'This is no size of a credit.', mi: 'Ehara tēnei i te rahi whiwhinga.' },
  'not-a-multiple': {
    en: 'Credit comes in whole steps of the framework’s unit.',
    mi: 'Ka tae mai ngā whiwhinga i ngā wāhanga katoa o te waeine o te anga.',
  },
  'unknown-kind': { en: 'The framework has no such kind of credit.', mi: 'Kāore he momo whiwhinga pēnei a te anga.' },
  'unknown-level': { en: 'The framework has no such level.', mi: 'Kāore he taumata pēnei a te anga.' },
  'evidence-needed': {
    en: 'What was recognised from a portfolio names the evidence, by a link at least.',
    mi: 'Me whakahua ngā taunakitanga mō te mea i whakamanahia i te kōpaki, kia kotahi neke atu ngā hononga.',
  },
  'earned-later': { en: 'It was earned after the day of the deposit.', mi: 'I whiwhi i muri i te rā o te tāpaetanga.' },
  'unknown-credit': { en: 'There is no such credit in your account.', mi: 'Kāore he whiwhinga pēnei i tō pūkete.' },
  'already-redeemed': {
    en: 'This credit was redeemed for an award: it is debited for ever.',
    mi: 'Kua hokona tēnei whiwhinga mō tētahi tohu: kua tangohia mō ake tonu.',
  },
  'credit-expired': {
    en: 'The shelf life of this credit is over.',
    mi: 'Kua pau te wā whai mana o tēnei whiwhinga.',
  },
  'not-transferred': {
    en: 'Some of these credits stand at another institution. Transfer them first.',
    mi: 'Kei tētahi atu whare ako ētahi o ēnei whiwhinga. Whakawhitia i te tuatahi.',
  },
  'already-there': {
    en: 'This credit stands at that institution already.',
    mi: 'Kei taua whare ako kē tēnei whiwhinga.',
  },
};
