import type { Sentences } from '../http/sentences.ts';

export const DRAFTING_SENTENCES: Sentences = {
  'model-off': {
    en: 'No language model is set up here. Everything can be written without one.',
    mi: 'Kāore he tauira reo i whakaritea i konei. Ka taea te katoa te tuhi me te kore.',
  },
  'model-unreachable': {
    en: 'The language model did not answer. Nothing of yours is changed; write it yourself or try again.',
    mi: 'Kāore te tauira reo i whakautu. Kāore āu mahi i panonihia; māu e tuhi, whakamātauria anō rānei.',
  },
  'model-answer-unusable': {
    en: 'The language model answered in another form than was asked for. Nothing of yours is changed; write it yourself or try again.',
    mi: 'He āhua kē te whakautu a te tauira reo. Kāore āu mahi i panonihia; māu e tuhi, whakamātauria anō rānei.',
  },
  'draft-not-found': { en: 'There is no such draft.', mi: 'Kāore he tuhinga hukihuki pēnā.' },
  'draft-decided': {
    en: 'This draft has been decided on already.',
    mi: 'Kua whakatauhia kētia tēnei tuhinga hukihuki.',
  },
  'skill-not-offered': {
    en: 'This skill was not offered for that statement. Pick one of those that were.',
    mi: 'Kāore tēnei pūkenga i tukuna mō taua kōrero. Kōwhiria tētahi o ērā i tukuna.',
  },
};
