import type { Sentences } from '../http/sentences.ts';

export const COURSE_PACKAGE_SENTENCES: Sentences = {
  'package-not-found': { en: 'There is no such package.', mi: 'Kāore he mōkihi pēnei.' },
  'employer-not-found': { en: 'There is no employer with this id.', mi: 'Kāore he kaituku mahi me tēnei tohu.' },
  'package-draft-changed': {
    en: 'A colleague has changed this package since you opened it. What you wrote is kept here; read theirs, then save again.',
    mi: 'Kua panonihia tēnei mōkihi e tētahi o ō hoa mahi. Kei konei tonu āu kupu; pānuitia ērā, ka tiaki anō ai.',
  },
  'package-not-ready': {
    en: 'Something still stands in the way; the list says what.',
    mi: 'He mea tonu kei te aukati; kei te rārangi te whakamārama.',
  },
  'package-changed': {
    en: 'There is a newer version than the one that you read. Read it first.',
    mi: 'He putanga hou ake i tērā i pānuitia e koe. Pānuitia i te tuatahi.',
  },
  'package-step': {
    en: 'This cannot be done where the package stands now.',
    mi: 'Kāore tēnei e taea i te tūnga o te mōkihi ināianei.',
  },
  'package-course-withdrawn': {
    en: 'A course of this package was withdrawn meanwhile. The provider mends the package and proposes it again.',
    mi: 'Kua tangohia tētahi akoranga o tēnei mōkihi. Mā te kaiwhakarato e whakatika, e tuku anō.',
  },
  'package-agreed': {
    en: 'The package of this request was agreed, so the request is not ended.',
    mi: 'Kua whakaaetia te mōkihi o tēnei tono, nō reira kāore te tono e whakamutua.',
  },
};
