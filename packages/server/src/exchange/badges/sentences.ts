import type { Sentences } from '../../http/sentences.ts';

/** The plain sentence of each code of this folder. */
export const BADGE_SENTENCES: Sentences = {
  'token-unknown': {
    en: 'The access token is unknown, ended or past its time.',
    mi: 'Kāore e mōhiotia ana te tohu uru, kua mutu, kua pau rānei tōna wā.',
  },
  'scope-missing': {
    en: 'The learner did not let this application do that.',
    mi: 'Kāore te ākonga i whakaae kia mahia tērā e tēnei taupānga.',
  },
  'invalid-query': {
    en: 'A limit, an offset or a time in the address is not as it should be.',
    mi: 'Kei te hē tētahi tepe, tīmatanga, wā rānei i te wāhitau.',
  },
  'method-not-allowed': {
    en: 'This address does not take this method.',
    mi: 'Kāore tēnei wāhitau e whakaae ki tēnei tikanga.',
  },
  'application-not-found': {
    en: 'You let no such application in.',
    mi: 'Kāore he taupānga pērā kua whakaaetia e koe.',
  },
  'application-request-unknown': {
    en: 'We do not know the application that asks, or the address where the answer would go. Nothing was shown.',
    mi: 'Kāore mātou e mōhio ki te taupānga e tono ana, ki te wāhi rānei ka tukuna te whakautu. Kāore he mea i whakaaturia.',
  },
  'badge-unusable': {
    en: 'This is no credential that can be held here.',
    mi: 'Ehara tēnei i te tohu whakamana ka taea te pupuri i konei.',
  },
  'badge-older': {
    en: 'A newer one of this credential is held already.',
    mi: 'Kei te puritia kētia tētahi mea hou ake o tēnei tohu whakamana.',
  },
  'badge-of-ours': {
    en: 'This credential was issued here, and is in the record already.',
    mi: 'I tukuna tēnei tohu whakamana i konei, kei te pūkete kē.',
  },
  'badges-full': {
    en: 'No more credentials of others can be held. Remove some first.',
    mi: 'Kāore e taea te pupuri i ētahi atu tohu whakamana nō waho. Tangohia ētahi i te tuatahi.',
  },
  'badge-not-found': { en: 'You hold no such credential.', mi: 'Kāore he tohu whakamana pērā kei a koe.' },
  'profile-refused': {
    en: 'This profile cannot be kept as it is.',
    mi: 'Kāore e taea te pupuri tēnei kōtaha i tōna āhua o nāianei.',
  },
  'badge-host-address': {
    en: 'This is no address of a host of badges. Give it as https://badges.example.',
    mi: 'Ehara tēnei i te wāhitau o tētahi kaimanaaki tohu. Tuhia pēnei: https://badges.example.',
  },
  'badge-host-self': {
    en: 'That is this service: what was issued here is in your record already.',
    mi: 'Ko tēnei ratonga tonu tērā: ko ngā mea i tukuna i konei kei tō pūkete kē.',
  },
  'badge-host-unreachable': {
    en: 'The host could not be asked, or did not answer as a host of Open Badges does. Nothing was changed.',
    mi: 'Kāore i taea te pātai ki te kaimanaaki, kāore rānei i whakautu pērā i te kaimanaaki Open Badges. Kāore he mea i panonihia.',
  },
  'badge-host-declined': {
    en: 'The host showed nothing: you said no there, or it did not let us.',
    mi: 'Kāore te kaimanaaki i whakaatu: i whakahē koe i reira, kāore rānei mātou i whakaaetia.',
  },
  'badge-visit-past': {
    en: 'This visit is over or not yours. Begin again.',
    mi: 'Kua mutu tēnei toronga, ehara rānei nāu. Tīmata anō.',
  },
};
