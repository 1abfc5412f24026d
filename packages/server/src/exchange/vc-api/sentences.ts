import type { Sentences } from '../../http/sentences.ts';

/** The plain sentence of each code of this folder. */
export const VC_API_SENTENCES: Sentences = {
  'credential-not-issuable': {
    en: 'This credential cannot be issued as it stands.',
    mi: 'Kāore e taea te tuku tēnei tohu whakamana i tōna āhua o nāianei.',
  },
  'issuer-not-ours': {
    en: 'The credential names an issuer whose key is not here.',
    mi: 'Kei te whakahua te tohu whakamana i tētahi kaituku kāore tana kī i konei.',
  },
  'credential-known': {
    en: 'A credential with this id was given a status before.',
    mi: 'Kua whai tūnga kē tētahi tohu whakamana nōna tēnei tohu tāutu.',
  },
  'not-verified': { en: 'It was not verified.', mi: 'Kāore i whakamanahia.' },
  'not-derivable': {
    en: 'Nothing to show can be derived from this credential.',
    mi: 'Kāore e taea te whakaputa he whakaaturanga i tēnei tohu whakamana.',
  },
};
