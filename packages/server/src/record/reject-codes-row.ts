import { SEND_AGAIN_EN, SEND_AGAIN_MI, DATE_FIX_EN, DATE_FIX_MI, type RejectSentences, sentences } from './reject-sentences.ts';

/** Why a row cannot be taken up: its text, what it asks, who reports it, whose result it is. */
export const ROW_CODES = {
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
} as const satisfies Record<string, RejectSentences>;
