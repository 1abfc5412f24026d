/** What is said of a rejected row: what is wrong, and what mends it. Never a value of the row: it may be a number of a person. */
export interface RejectSentences {
  readonly message: { readonly en: string; readonly mi: string };
  readonly fix: { readonly en: string; readonly mi: string };
}

const sentences = (en: string, mi: string, fixEn: string, fixMi: string): RejectSentences => ({
  message: { en, mi },
  fix: { en: fixEn, mi: fixMi },
});

const SEND_AGAIN_EN = 'Correct the row and send it again.';
const SEND_AGAIN_MI = 'Whakatikahia te rārangi, ka tuku anō ai.';
const DATE_FIX_EN = 'Write dates as year-month-day, such as 2026-03-02.';
const DATE_FIX_MI = 'Tuhia ngā rā hei tau-marama-rā, pērā i te 2026-03-02.';

/** Every reason why a row of results is not recorded: a closed set, each in docs/reference/results-import.md. */
export const REJECT_CODES = {
  // The row as text
  'field-count': sentences(
    'The row has more or fewer cells than the first line has columns.',
    'He rerekē te maha o ngā pūtau i te rārangi ki ngā tīwae o te rārangi tuatahi.',
    'Look for a comma inside a value: such a value needs quotes.',
    'Rapua he piko kei roto i tētahi uara: me whakatohu te uara pērā.',
  ),
  'broken-quotes': sentences(
    'A quote opens and does not close properly.',
    'Kua tuwhera he tohu kōrero, kāore i kati tika.',
    'Close the quote, or double a quote that is part of the value.',
    'Katia te tohu kōrero, tāruatia rānei te tohu kei roto i te uara.',
  ),
  'row-too-long': sentences(
    'The row is far too long to be a result.',
    'He roa rawa te rārangi hei putanga.',
    'Check how the file was made: line ends may be missing.',
    'Tirohia te hanganga o te kōnae: kei te ngaro pea ngā mutunga rārangi.',
  ),
  'not-utf-8': sentences(
    'The row has letters that are not written in UTF-8.',
    'He pū kei te rārangi kāore i te UTF-8.',
    'Save the file as CSV in UTF-8 and check macrons and accents.',
    'Tiakina te kōnae hei CSV i te UTF-8, ka tirohia ngā tohutō.',
  ),
  'forbidden-character': sentences(
    'The row has a control character, such as a zero byte or a line end inside a value.',
    'He pū whakahaere kei te rārangi, pērā i te paita kore, te mutunga rārangi rānei kei roto i te uara.',
    'Remove the character and send the row again.',
    'Tangohia te pū, ka tuku anō i te rārangi.',
  ),
  'json-malformed': sentences(
    'The line is not a JSON object.',
    'Ehara te rārangi i te ahanoa JSON.',
    'Write one object on each line.',
    'Tuhia kia kotahi te ahanoa ki ia rārangi.',
  ),
  'json-unknown-key': sentences(
    'The object has a key that is not a column of a results file.',
    'He kī kei te ahanoa ehara i te tīwae o te kōnae putanga.',
    'Use the names of the columns as keys.',
    'Whakamahia ngā ingoa tīwae hei kī.',
  ),
  'json-not-text': sentences(
    'A value is not text.',
    'Ehara tētahi uara i te kuputuhi.',
    'Put every value in quotes, numbers too: they may begin with a zero.',
    'Whakatohua ngā uara katoa, ngā tau hoki: tērā ka tīmata ki te kore.',
  ),
  // What the row asks
  'unknown-action': sentences(
    'The action is none of record, correct and withdraw.',
    'Ehara te mahi i te record, i te correct, i te withdraw rānei.',
    'Write record, correct or withdraw, or leave it empty for record.',
    'Tuhia record, correct, withdraw rānei, waiho rānei kia kau mō te record.',
  ),
  'reference-missing': sentences(
    'The row has no reference.',
    'Kāore he tohutoro o te rārangi.',
    'Give each result your own id, the same each time you send it.',
    'Hoatu ki ia putanga tāu ake tohu, kia ōrite i ia tukunga.',
  ),
  'reference-too-long': sentences(
    'The reference is longer than 200 characters.',
    'He roa ake te tohutoro i te 200 pū.',
    'Use a shorter id.',
    'Whakamahia he tohu poto ake.',
  ),
  // Who reports
  'provider-missing': sentences(
    'The row does not say which provider reports it.',
    'Kāore te rārangi e kī ko tēhea kaiwhakarato e pūrongo ana.',
    'Fill in the provider: its provider number or its id here.',
    'Whakakīia te kaiwhakarato: tōna tau, tōna tohu rānei i konei.',
  ),
  'provider-unknown': sentences(
    'There is no organisation with this provider number or id.',
    'Kāore he whakahaere me tēnei tau, tohu rānei.',
    SEND_AGAIN_EN,
    SEND_AGAIN_MI,
  ),
  'provider-not-yours': sentences(
    'You may report for your own organisation, and for a closed one that yours succeeds.',
    'Ka āhei koe te pūrongo mō tōu ake whakahaere, mō tētahi rānei kua kati ā ko tōu te whakakapi.',
    'Leave out what another provider must report.',
    'Waiho ngā mea mā tētahi atu kaiwhakarato e pūrongo.',
  ),
  // Whose result it is
  'nsn-malformed': sentences(
    'The NSN is not nine or ten digits.',
    'Ehara te NSN i te mati iwa, tekau rānei.',
    'Check that the NSN is in its own column and kept its leading zeros.',
    'Tirohia kei tōna ake tīwae te NSN, kei reira tonu hoki ngā kore o mua.',
  ),
  'name-missing': sentences(
    'The row has no name.',
    'Kāore he ingoa i te rārangi.',
    'Fill in the family name, the given names or both.',
    'Whakakīia te ingoa whānau, ngā ingoa tapa, ērā e rua rānei.',
  ),
  'name-too-long': sentences(
    'A name is longer than 200 characters.',
    'He roa ake tētahi ingoa i te 200 pū.',
    SEND_AGAIN_EN,
    SEND_AGAIN_MI,
  ),
  'birth-date-missing': sentences(
    'The row has no date of birth.',
    'Kāore he rā whānau i te rārangi.',
    'Fill in the date of birth; write 1918-11-11 when it is not known.',
    'Whakakīia te rā whānau; tuhia 1918-11-11 mēnā kāore i te mōhiotia.',
  ),
  'birth-date-malformed': sentences(
    'The date of birth is written another way.',
    'He rerekē te tuhinga o te rā whānau.',
    DATE_FIX_EN,
    DATE_FIX_MI,
  ),
  'birth-date-impossible': sentences(
    'The date of birth is not a day of the calendar, or lies after the result.',
    'Kāore te rā whānau i te maramataka, kei muri rānei i te putanga.',
    SEND_AGAIN_EN,
    SEND_AGAIN_MI,
  ),
  'identity-not-confirmed': sentences(
    'We could not tell which learner this is.',
    'Kāore i taea te tautuhi ko wai tēnei ākonga.',
    'Check the NSN, the name and the date of birth with the learner; do not guess.',
    'Tirohia te NSN, te ingoa me te rā whānau ki te ākonga; kaua e matapae.',
  ),
  'identity-limit-reached': sentences(
    'Too many learners could not be told today; the rest of this file was not asked about.',
    'He tokomaha rawa ngā ākonga kāore i tautuhia i tēnei rā; kāore i uia te toenga o te kōnae.',
    'Mend the rows that were not confirmed, and send the rest tomorrow.',
    'Whakatikahia ngā rārangi kāore i whakaūngia, ka tuku i te toenga āpōpō.',
  ),
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

export type RejectCode = keyof typeof REJECT_CODES;

export function isRejectCode(code: string): code is RejectCode {
  return Object.hasOwn(REJECT_CODES, code);
}
