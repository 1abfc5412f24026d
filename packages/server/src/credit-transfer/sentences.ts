import type { Sentences } from '../http/sentences.ts';

export const TRANSFER_SENTENCES = {
  'transfer-not-found': { en: 'There is no such transfer.', mi: 'Kāore he whakawhiti pēnei.' },
  'transfer-open': {
    en: 'You have asked this provider for this outcome already.',
    mi: 'Kua tonoa kētia e koe tēnei hua ako i tēnei kaiwhakarato.',
  },
  'transfer-settled': { en: 'This transfer has been settled already.', mi: 'Kua whakatauhia kētia tēnei whakawhiti.' },
  'transfer-same-learning': {
    en: 'This is the same learning in another version. It counts as it is, and once.',
    mi: 'Ko te akoranga anō tēnei i tētahi atu putanga. Ka tatauria pērā tonu, kotahi anake.',
  },
  'transfer-source': {
    en: 'Only a confirmed result that was passed can be transferred.',
    mi: 'Ko te otinga kua whakaūngia, kua puta hoki anake ka taea te whakawhiti.',
  },
  'comparison-needed': {
    en: 'No agreement covers this: say what you compared and what you found.',
    mi: 'Kāore he whakaaetanga e kapi ana i tēnei: kōrerotia ngā mea i whakatauritea, me ngā kitenga.',
  },
  'agreement-unusable': {
    en: 'This is no agreement as it is described.',
    mi: 'Ehara tēnei i te whakaaetanga e ai ki tōna whakaahuatanga.',
  },
  'agreement-not-yours': {
    en: 'You load agreements for what your own organisation accepts.',
    mi: 'Ka utaina e koe ngā whakaaetanga mō ngā mea e whakaaetia ana e tō whakahaere ake.',
  },
  'transfer-not-recordable': {
    en: 'This transfer could not be recorded, so nothing was decided. Its sentence says why.',
    mi: 'Kāore i taea te mau i tēnei whakawhiti, nā reira kāore i whakatauria. Kei tana rerenga kōrero te take.',
  },
} as const satisfies Sentences;
