/** The sentences of this folder's problems, beside those of files (`file-codes.ts`) and of rows (`reject-codes.ts`). */
export const SENTENCES = {
  'import-running': { en: 'This file is being imported at this moment.', mi: 'Kei te kawea mai tēnei kōnae ināianei tonu.' },
  'import-stopped': { en: 'The import was stopped.', mi: 'Kua whakamutua te kawenga mai.' },
  'import-not-found': { en: 'There is no import with this id.', mi: 'Kāore he kawenga mai me tēnei tohu.' },
  'import-ended': { en: 'The import has ended already.', mi: 'Kua mutu kē te kawenga mai.' },
  'import-not-checked': {
    en: 'Only a check that is done can be recorded, and once.',
    mi: 'Ko te arowhai kua oti anake ka taea te tuhi, kotahi te wā.',
  },
  'upload-cut-off': {
    en: 'The file did not arrive whole. Nothing was recorded; send it again.',
    mi: 'Kāore te kōnae i tae katoa mai. Kāore he mea i tuhia; tukua anō.',
  },
  'disk-full': {
    en: 'There is no room for the file at the moment. Nothing was recorded.',
    mi: 'Kāore he wāhi mō te kōnae ināianei. Kāore he mea i tuhia.',
  },
  'record-not-found': { en: 'There is no such record.', mi: 'Kāore he pūkete pērā.' },
} as const;
