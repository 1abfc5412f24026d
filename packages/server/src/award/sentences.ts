import type { Sentences } from '../http/sentences.ts';

/** The plain sentence of each code of this folder. */
export const AWARD_SENTENCES: Sentences = {
  'learning-already-used': {
    en: 'Some of this learning is already in another award.',
    mi: 'Kei roto kē ētahi o ēnei akoranga i tētahi atu tohu.',
  },
  'selection-not-valid': {
    en: 'What is selected does not make this award.',
    mi: 'Kāore ngā mea i tīpakohia e oti ai tēnei tohu.',
  },
  'major-not-held': {
    en: 'Less than 51 in every 100 of the selected credits are in this field.',
    mi: 'He iti iho i te 51 o ia 100 whiwhinga kei tēnei āpure.',
  },
  'too-entangled': {
    en: 'The record has too many results that exclude one another to be decided exactly.',
    mi: 'He maha rawa ngā putanga e aukati ana tētahi i tētahi kia tika ai te whakatau.',
  },
  'name-not-yours': {
    en: 'The name on an award is your name as your record holds it, or none.',
    mi: 'Ko te ingoa kei te tohu ko tōu ingoa i tō pūkete, kore rānei.',
  },
  'title-not-allowed': {
    en: 'The title of the award has a word that is not allowed.',
    mi: 'He kupu kāore e whakaaetia kei te taitara o te tohu.',
  },
  'endorsement-not-verified': {
    en: 'This is no endorsement that we can verify: send it as its issuer signed it.',
    mi: 'Ehara tēnei i te tautoko ka taea e mātou te whakamana: tukuna mai i tā te kaituku i waitohu ai.',
  },
  'endorsement-of-another': {
    en: 'The endorsement is about something else than this outcome.',
    mi: 'Mō tētahi atu mea kē te tautoko, ehara mō tēnei putanga.',
  },
  'endorsement-known': { en: 'This endorsement is kept already.', mi: 'Kua puritia kētia tēnei tautoko.' },
  'endorsement-not-found': { en: 'No endorsement stands under this id.', mi: 'Kāore he tautoko e tū ana i raro i tēnei tohu.' },
  'holder-key-unusable': {
    en: 'The key is not a public key that we can bind a credential to.',
    mi: 'Ehara te kī i te kī tūmatanui e taea ai te here i te tohu whakamana.',
  },
  'record-empty': {
    en: 'There is nothing in this record that has a credential.',
    mi: 'Kāore he mea i tēnei pūkete e whai tohu whakamana ana.',
  },
  'record-too-large': {
    en: 'This record is too large for one document; choose a part.',
    mi: 'He nui rawa tēnei pūkete mō te tuhinga kotahi; kōwhiria tētahi wāhanga.',
  },
  'award-held': { en: 'You hold this award already.', mi: 'Kei a koe kē tēnei tohu.' },
  'award-not-claimed-here': {
    en: 'This award is decided here and not claimed here.',
    mi: 'Ka whakatauhia tēnei tohu ki konei, engari kāore e tonoa ki konei.',
  },
  'award-of-another-kind': {
    en: 'An award takes the place of one of its own kind only.',
    mi: 'Ka whakakapi te tohu i tētahi o tōna ake momo anake.',
  },
  'definition-not-found': { en: 'There is no such award to claim.', mi: 'Kāore he tohu pēnei hei tono.' },
  'definition-withdrawn': {
    en: 'This was taken out of use before the last part of it was achieved.',
    mi: 'I unuhia tēnei i mua i te whakatutukitanga o tōna wāhanga whakamutunga.',
  },
  'parts-missing': { en: 'Some parts of this award are not held yet.', mi: 'Kāore anō ētahi wāhanga o tēnei tohu kia riro mai.' },
  'award-not-found': { en: 'There is no such award.', mi: 'Kāore he tohu pēnei.' },
  'award-not-live': { en: 'The award does not stand any more.', mi: 'Kua kore te tohu e tū.' },
  'award-not-suspended': {
    en: 'Only a suspended award waits for an answer.',
    mi: 'Ko te tohu kua tārewa anake e tatari ana ki te whakautu.',
  },
  'review-open': {
    en: 'This is asked already and waits for a second person.',
    mi: 'Kua tonoa kētia tēnei, e tatari ana ki te tangata tuarua.',
  },
  'review-not-found': {
    en: 'Nobody has asked for this, or it is settled.',
    mi: 'Kāore anō tēnei kia tonoa, kua whakatauhia kētia rānei.',
  },
  'second-person-needed': {
    en: 'Another person than the one who asked must agree.',
    mi: 'Me whakaae tētahi atu tangata, kaua ko te kaitono.',
  },
  'import-not-ended': {
    en: 'The import has not ended yet; stop it first.',
    mi: 'Kāore anō te kawemai kia mutu; me whakamutu i te tuatahi.',
  },
  'nothing-to-withdraw': {
    en: 'No result stands as this import reported it.',
    mi: 'Kāore he hua e tū tonu ana mai i tēnei kawemai.',
  },
  'achievement-not-found': { en: 'Your record has no such achievement.', mi: 'Kāore tēnei whakatutukitanga i tō pūkete.' },
  'achievement-not-creditable': {
    en: 'Only a confirmed achievement of an accredited outcome has a credential.',
    mi: 'Mā te whakatutukitanga kua whakaūngia anake te tohu whakamana.',
  },
  'trace-not-readable': {
    en: 'The trace of this award has a form that this version does not read.',
    mi: 'Kāore tēnei putanga e pānui i te hanga o te tauira whakatau o tēnei tohu.',
  },
};
