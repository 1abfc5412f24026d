import type { Sentences } from '../http/sentences.ts';
import { MOST_REQUIRED } from './offering.ts';

export const OFFERING_SENTENCES: Sentences = {
  'offering-not-found': { en: 'There is no such offering.', mi: 'Kāore he tuku akoranga pēnei.' },
  'offering-changed': {
    en: 'Somebody has changed this offering since you opened it. Read what is there now, then save again.',
    mi: 'Kua panonihia tēnei tuku akoranga e tētahi atu mai i tō huakanga. Pānuitia te mea o nāianei, ka tiaki anō ai.',
  },
  'reference-conflict': {
    en: 'You have published another offering under this reference. Change that one, or use a new reference.',
    mi: 'Kua whakaputaina kētia e koe tētahi atu tuku akoranga ki tēnei tohutoro. Panonihia tērā, whakamahia rānei he tohutoro hou.',
  },
  'outcome-not-offered': {
    en: 'An outcome can be offered once it is published, and until its last day of assessment.',
    mi: 'Ka taea te tuku i tētahi hua ako ina whakaputaina, tae noa ki tōna rā aromatawai whakamutunga.',
  },
  'no-consent': {
    en: 'You have no consent to assess one of these outcomes on that day.',
    mi: 'Kāore ō whakaaetanga hei aromatawai i tētahi o ēnei hua ako i taua rā.',
  },
  'requires-itself': {
    en: 'What somebody must hold before it begins is also what is taught in it. Leave it out of one of the two.',
    mi: 'Ko te mea me whiwhi i mua i te tīmatanga ka akona anō i roto. Tangohia i tētahi o ngā wāhanga e rua.',
  },
  'requires-too-many': {
    en: `At most ${MOST_REQUIRED} outcomes can be asked for before it begins; a standard counts as all of its outcomes.`,
    mi: `Kia ${MOST_REQUIRED} ngā hua ako te nui rawa e tonoa ana i mua i te tīmatanga; ka tatauria te paerewa hei ōna hua ako katoa.`,
  },
  'title-needed': {
    en: 'Several outcomes together need a title.',
    mi: 'Me whai taitara ngā hua ako e rua, neke atu rānei.',
  },
  'definition-not-found': { en: 'There is no definition with this id.', mi: 'Kāore he tautuhinga me tēnei tohu.' },
  'day-has-passed': { en: 'This day has passed.', mi: 'Kua hipa tēnei rā.' },
  'offering-withdrawn': { en: 'This offering was withdrawn.', mi: 'Kua tangohia tēnei tuku akoranga.' },
  'too-few-places': {
    en: 'There are not so many places in all. Change how many there are first.',
    mi: 'Kāore i pērā te nui o ngā tūranga. Panonihia te tokomaha i te tuatahi.',
  },
  'basket-not-found': {
    en: 'This basket is not there: its link is not whole, or its day has passed.',
    mi: 'Kāore tēnei kete i konei: kāore te hononga i te katoa, kua hipa rānei tōna rā.',
  },
  'basket-there': {
    en: 'Another basket is under this link. Share it again for a link of its own.',
    mi: 'Kei raro kē tētahi atu kete i tēnei hononga. Tiria anō kia whiwhi hononga motuhake.',
  },
  'provider-not-found': { en: 'There is no provider with this id.', mi: 'Kāore he kaiwhakarato me tēnei tohu.' },
  'request-not-found': { en: 'There is no such request.', mi: 'Kāore he tono pēnei.' },
};
