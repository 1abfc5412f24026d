/** The plain sentence of a code in both languages. A module exports a record of these from its routes.ts. */
export type Sentences = Readonly<Record<string, { readonly en: string; readonly mi: string }>>;

const own: Sentences = {
  'invalid-request': { en: 'The request is not as it should be.', mi: 'Kāore te tono i te tika.' },
  'malformed-json': { en: 'The body is not JSON.', mi: 'Ehara te tinana i te JSON.' },
  'not-found': { en: 'There is nothing at this address.', mi: 'Kāore he mea kei tēnei wāhitau.' },
  'request-too-large': { en: 'The request is too large.', mi: 'He rahi rawa te tono.' },
  'unsupported-media-type': {
    en: 'This address does not take this kind of content.',
    mi: 'Kāore tēnei wāhitau e whakaae ki tēnei momo ihirangi.',
  },
  'internal-error': { en: 'Something went wrong here.', mi: 'I hē tētahi mea i konei.' },
  'database-unavailable': {
    en: 'The database cannot be reached. Try again shortly.',
    mi: 'Kāore e taea te pātengi raraunga. Whakamātauria anō ākuanei.',
  },
  'shutting-down': { en: 'The service is closing. Try again shortly.', mi: 'Kei te kati te ratonga. Whakamātauria anō ākuanei.' },
  'sign-in-needed': { en: 'Sign in to do this.', mi: 'Takiuru kia taea ai tēnei.' },
  'sign-in-failed': { en: 'The sign-in did not complete. Start again.', mi: 'Kāore i oti te takiuru. Tīmata anō.' },
  'session-ended': { en: 'Your session has ended. Sign in again.', mi: 'Kua mutu tō wātū. Takiuru anō.' },
  'not-your-door': { en: 'Your sign-in does not open this.', mi: 'Kāore tō takiuru e huaki i tēnei.' },
  'role-needed': { en: 'This needs a role that you do not have.', mi: 'Me whai tūnga kāore i a koe.' },
  'record-not-linked': {
    en: 'Your sign-in is not linked to a record yet.',
    mi: 'Kāore anō tō takiuru kia hono ki tētahi pūkete.',
  },
  'csrf-refused': { en: 'This request did not come from our pages.', mi: 'Kāore tēnei tono i ahu mai i ā mātou whārangi.' },
  'other-address': {
    en: 'This service is at another address of this machine. Open it there, then do this again.',
    mi: 'Kei tētahi atu wāhitau o tēnei rorohiko te ratonga. Tuwherahia ki reira, ka mahi anō ai i tēnei.',
  },
  'too-many-requests': { en: 'Too many requests. Wait a little.', mi: 'He nui rawa ngā tono. Taihoa iti.' },
  'idempotency-key-reused': {
    en: 'This key was used for another request.',
    mi: 'Kua whakamahia kētia tēnei kī mō tētahi atu tono.',
  },
  'request-in-flight': { en: 'The same request is still being worked on.', mi: 'Kei te mahia tonutia te tono ōrite.' },
  'invalid-cursor': { en: 'This cursor is not one of ours.', mi: 'Ehara tēnei pehu i a mātou.' },
  'too-many-tries': { en: 'Too many tries. Wait an hour.', mi: 'He nui rawa ngā whakamātau. Tatari kia kotahi haora.' },
  'identity-not-confirmed': {
    en: 'These details do not match a record and a code.',
    mi: 'Kāore ēnei taipitopito e hāngai ki tētahi pūkete me te waehere.',
  },
  'already-linked': { en: 'Your sign-in is linked to a record already.', mi: 'Kua hono kē tō takiuru ki tētahi pūkete.' },
  'invitation-not-valid': {
    en: 'This invitation is unknown, used or past its time.',
    mi: 'Kāore tēnei pōwhiri e mōhiotia, kua pau, kua hipa rānei.',
  },
  'last-administrator': {
    en: 'An organisation keeps at least one administrator.',
    mi: 'Me noho tonu tētahi kaiwhakahaere ki te whakahaere.',
  },
  'passkey-refused': {
    en: 'This passkey was not accepted. Try again, or sign in another way.',
    mi: 'Kāore i whakaaetia tēnei kī urunga. Whakamātauria anō, takiuru rānei mā tētahi atu huarahi.',
  },
  'too-many-passkeys': {
    en: 'An account has at most 20 passkeys.',
    mi: 'Kia 20 te nui rawa o ngā kī urunga ki te pūkete kotahi.',
  },
  'address-not-confirmed': {
    en: 'This link is unknown, used or past its time.',
    mi: 'Kāore tēnei hono e mōhiotia, kua pau, kua hipa rānei.',
  },
  'day-to-come': { en: 'This day is still to come.', mi: 'Kāore anō tēnei rā kia tae mai.' },
  'review-settled': {
    en: 'This review is unknown or settled already.',
    mi: 'Kāore tēnei arotake e mōhiotia, kua whakatauhia kētia rānei.',
  },
};

const all = new Map(Object.entries(own));

/** Adds a module's sentences. A code keeps one meaning, so a second module may not say it differently. */
export function addSentences(sentences: Sentences): void {
  for (const [code, sentence] of Object.entries(sentences)) all.set(code, sentence);
}

/** The sentences of a code; a code without one answers what was said when it was thrown. */
export function sentenceOf(code: string, said: string): { readonly en: string; readonly mi: string } {
  return all.get(code) ?? { en: said, mi: said };
}

/** Every code that has a sentence, for the page on which the API is read. */
export function everySentence(): readonly { readonly code: string; readonly en: string; readonly mi: string }[] {
  return [...all].map(([code, sentence]) => ({ code, ...sentence }));
}
