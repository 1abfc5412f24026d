import type { Sentences } from '../http/sentences.ts';

/** The plain sentence of each code of this folder. */
export const WALLET_SENTENCES: Sentences = {
  'wallet-request-past': {
    en: 'This request of a wallet is answered or past its time. Begin again in your wallet.',
    mi: 'Kua whakautua tēnei tono a te pūkoro, kua pau rānei te wā. Tīmata anō i tō pūkoro.',
  },
};
