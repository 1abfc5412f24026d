import { SEND_AGAIN_EN, SEND_AGAIN_MI, DATE_FIX_EN, DATE_FIX_MI, type RejectSentences, sentences } from './reject-sentences.ts';

/** Why its result is not recorded: what was achieved and when, whether it may be, what is recorded already. */
export const RESULT_CODES = {
  // What was achieved
  'outcome-missing': sentences(
    'The row names no outcome.',
    'Kāore te rārangi e whakahua i tētahi putanga akoranga.',
    'Fill in the code of the outcome or of the standard.',
    'Whakakīia te waehere o te putanga akoranga, o te paerewa rānei.',
  ),
  'outcome-unknown': sentences(
    'There is no outcome or standard with this code.',
    'Kāore he putanga akoranga, he paerewa rānei me tēnei waehere.',
    'Look up the code in the catalogue.',
    'Rapua te waehere i te rārangi putanga.',
  ),
  'outcome-not-published': sentences(
    'The outcome is a draft or in review: it may not be assessed yet.',
    'He tauira, kei te arotakehia rānei te putanga akoranga: kāore anō kia āhei te aromatawai.',
    'Wait until the outcome is published.',
    'Tatari kia whakaputaina rā anō.',
  ),
  'version-malformed': sentences(
    'The version is not a whole number.',
    'Ehara te putanga o te paerewa i te tau tōpū.',
    'Write a number such as 2, or leave it empty.',
    'Tuhia he tau pērā i te 2, waiho rānei kia kau.',
  ),
  'version-unknown': sentences(
    'This version of the outcome does not exist.',
    'Kāore tēnei putanga o te paerewa.',
    'Look up the version in the catalogue, or leave it empty for the one in force on the date.',
    'Rapua te putanga i te rārangi, waiho rānei kia kau mō tērā i mana i taua rā.',
  ),
  'version-needed': sentences(
    'The outcome has several versions and none was in force on the date.',
    'He maha ngā putanga o te paerewa, kāore tētahi i mana i taua rā.',
    'Say which version was assessed.',
    'Kī mai ko tēhea putanga i aromatawaitia.',
  ),
  'standard-incomplete': sentences(
    'The standard cannot be recorded: not all of its outcomes are described here yet.',
    'Kāore e taea te tuhi te paerewa: kāore anō ōna putanga katoa kia whakaahuatia i konei.',
    'Report the outcomes one by one, or tell the developer of the standard.',
    'Pūrongotia takitahi ngā putanga, whakamōhiotia rānei te kaiwhakawhanake o te paerewa.',
  ),
  'result-unknown': sentences(
    'The result is none of achieved, merit, excellence and not-achieved (A, M, E, N).',
    'Ehara te hua i te achieved, merit, excellence, not-achieved rānei (A, M, E, N).',
    SEND_AGAIN_EN,
    SEND_AGAIN_MI,
  ),
  'status-unknown': sentences(
    'The status is neither confirmed nor provisional.',
    'Ehara te tūnga i te confirmed, i te provisional rānei.',
    'Leave it empty for confirmed. To withdraw a result, use the action withdraw.',
    'Waiho kia kau mō te confirmed. Hei tango i tētahi hua, whakamahia te mahi withdraw.',
  ),
  // When and how
  'date-missing': sentences('The row has no date.', 'Kāore he rā i te rārangi.', DATE_FIX_EN, DATE_FIX_MI),
  'date-malformed': sentences('The date is written another way.', 'He rerekē te tuhinga o te rā.', DATE_FIX_EN, DATE_FIX_MI),
  'date-impossible': sentences(
    'The date is not a day of the calendar.',
    'Kāore te rā i te maramataka.',
    SEND_AGAIN_EN,
    SEND_AGAIN_MI,
  ),
  'date-in-future': sentences(
    'The date lies in the future.',
    'Kei te heke mai te rā.',
    'Report a result on or after the day on which it was achieved.',
    'Pūrongotia te hua i te rā i tutuki ai, i muri mai rānei.',
  ),
  'mode-unknown': sentences(
    'The mode is none of assessed, rpl and crt.',
    'Ehara te aratuka i te assessed, i te rpl, i te crt rānei.',
    'Leave it empty for assessed.',
    'Waiho kia kau mō te assessed.',
  ),
  'original-date-missing': sentences(
    'A credit transfer needs the date on which the credit was first achieved.',
    'Me whai te whakawhiti whiwhinga i te rā i tutuki tuatahi ai.',
    'Fill in the original date.',
    'Whakakīia te rā taketake.',
  ),
  'original-date-malformed': sentences(
    'The original date is written another way.',
    'He rerekē te tuhinga o te rā taketake.',
    DATE_FIX_EN,
    DATE_FIX_MI,
  ),
  'original-date-impossible': sentences(
    'The original date is not a day of the calendar.',
    'Kāore te rā taketake i te maramataka.',
    SEND_AGAIN_EN,
    SEND_AGAIN_MI,
  ),
  'original-date-after-date': sentences(
    'The original date lies after the date of the transfer.',
    'Kei muri te rā taketake i te rā whakawhiti.',
    SEND_AGAIN_EN,
    SEND_AGAIN_MI,
  ),
  'original-not-allowed': sentences(
    'Only a credit transfer has an original date or an original provider.',
    'Mā te whakawhiti whiwhinga anake te rā me te kaiwhakarato taketake.',
    'Clear the original columns, or write crt as the mode.',
    'Whakawāteahia ngā tīwae taketake, tuhia rānei crt hei aratuka.',
  ),
  'original-provider-unknown': sentences(
    'There is no organisation with this number or id as the original provider.',
    'Kāore he whakahaere me tēnei tau, tohu rānei hei kaiwhakarato taketake.',
    SEND_AGAIN_EN,
    SEND_AGAIN_MI,
  ),
  // Whether it may be
  'no-consent-to-assess': sentences(
    'The provider had no consent to assess this on the day.',
    'Kāore te kaiwhakarato i whai whakaaetanga ki te aromatawai i tēnei i taua rā.',
    'Check the date, or ask NZQA about the dates of your consent. It cannot be recorded as it is.',
    'Tirohia te rā, pātaihia rānei a NZQA mō ngā rā o tō whakaaetanga. Kāore e taea te tuhi pēnei.',
  ),
  'assessed-too-late': sentences(
    'The outcome was assessed after its last date for assessment.',
    'I aromatawaitia te putanga akoranga i muri i tōna rā whakamutunga.',
    'Check the date and the version.',
    'Tirohia te rā me te putanga.',
  ),
  // What is recorded already
  'reference-conflict': sentences(
    'This reference already stands for another result.',
    'Kua tū kē tēnei tohutoro mō tētahi atu hua.',
    'To change what was reported use the action correct; for a new result use a new reference.',
    'Hei huri i te mea i pūrongotia whakamahia te correct; mō te hua hou whakamahia he tohutoro hou.',
  ),
  'reference-not-found': sentences(
    'There is no result with this reference to correct or withdraw.',
    'Kāore he hua me tēnei tohutoro hei whakatika, hei tango rānei.',
    'Check the reference, or report the result with the action record.',
    'Tirohia te tohutoro, pūrongotia rānei te hua mā te record.',
  ),
  'reference-withdrawn': sentences(
    'The result with this reference was withdrawn.',
    'Kua tangohia te hua me tēnei tohutoro.',
    'Report it again under a new reference.',
    'Pūrongotia anō mā te tohutoro hou.',
  ),
  'correct-other-outcome': sentences(
    'A correction cannot name another outcome or standard.',
    'Kāore e taea e te whakatikanga te whakahua i tētahi atu putanga, paerewa rānei.',
    'Withdraw the result, and report the other outcome under a new reference.',
    'Tangohia te hua, ka pūrongo i tērā atu putanga mā te tohutoro hou.',
  ),
  'correct-other-learner': sentences(
    'The result with this reference is not this learner\u2019s.',
    'Ehara te hua me tēnei tohutoro nā tēnei ākonga.',
    'Withdraw the result, and report it for the right learner under a new reference.',
    'Tangohia te hua, ka pūrongo mō te ākonga tika mā te tohutoro hou.',
  ),
} as const satisfies Record<string, RejectSentences>;
