import type { Sentences } from '../http/sentences.ts';

export const EMPLOYER_SENTENCES: Sentences = {
  'role-not-found': { en: 'There is no such role in your workspace.', mi: 'Kāore he tūranga pēnei i tō wāhi mahi.' },
  'role-changed': {
    en: 'Somebody has changed this role since you opened it. What you wrote is kept here; read theirs, then save again.',
    mi: 'Kua panonihia tēnei tūranga e tētahi atu mai i tō huakanga. Kei konei tonu āu kupu; pānuitia ērā, ka tiaki anō ai.',
  },
  'link-not-found': { en: 'There is no such link in your workspace.', mi: 'Kāore he hononga pēnei i tō wāhi mahi.' },
  'skill-not-found': {
    en: 'One of these skills is in no scheme that is loaded here.',
    mi: 'Kāore tētahi o ēnei pūkenga i ngā kaupapa kua utaina ki konei.',
  },
  'provider-not-found': { en: 'There is no provider with this id.', mi: 'Kāore he kaiwhakarato me tēnei tohu.' },
  'request-not-found': { en: 'There is no such request.', mi: 'Kāore he tono pēnei.' },
  'request-ended': {
    en: 'This request has ended; nothing more can be said of it.',
    mi: 'Kua mutu tēnei tono; kāore e taea te kōrero anō mōna.',
  },
};
