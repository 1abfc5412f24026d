import { nz } from '../framework/nz.ts';
import type { ExclusionReason } from '../award/decision.ts';
import type { Line, ReasonData, Words } from './words.ts';

const credits = (count: number): string => (count === 1 ? 'te whiwhinga kotahi' : `ngā whiwhinga e ${count}`);
const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}, ${items.at(-1)} rānei`;

function reason(code: ExclusionReason, { provider, date, asOf, lastAssessment }: ReasonData): string {
  switch (code) {
    case 'after-as-of':
      return `nō te ${date}, i muri i te ${asOf ?? 'rā o tēnei whakatau'}`;
    case 'not-achieved':
      return 'ko Kāore i Paetae te otinga';
    case 'not-confirmed':
      return `kāore anō a ${provider} kia whakaū`;
    case 'withdrawn':
      return `kua tangohia e ${provider}`;
    case 'outcome-not-accredited':
      return 'kāore te hua ako i whakamanahia e te NZQA';
    case 'provider-not-accredited':
      return `kāore a ${provider} i whai mana ki te aromatawai i te ${date}`;
    case 'assessed-too-late':
      return `i aromatawaia i muri i te ${lastAssessment ?? 'rā whakamutunga'}, te rā whakamutunga mō te aromatawai`;
    case 'already-used':
      return 'kei roto kē tēnei akoranga i tētahi tohu';
    case 'zero-credit':
      return 'kāore ōna whiwhinga';
  }
}

function line({ code, data }: Line, why: string): string {
  switch (code) {
    case 'eligible':
      return data.majors.length === 0
        ? 'Ka taea e koe te tono mō tētahi Tohu Ako Whakahāngai.'
        : `Ka taea e koe te tono mō tētahi Tohu Ako Whakahāngai, ko ${list(data.majors)} pea te kaupapa matua.`;
    case 'not-eligible':
      return data.held === 0
        ? `Kāore anō kia taea te tono mō tētahi Tohu Ako Whakahāngai. Me whai ${credits(data.credits)}.`
        : `Kāore anō kia taea te tono mō tētahi Tohu Ako Whakahāngai. E ${data.held} kei a koe, me ${data.credits} anō i mua i te ${data.by ?? ''}.`;
    case 'stack':
      return `E ${data.credits} ngā whiwhinga nō ngā hua ako e ${data.outcomes}, i riro i waenga i te ${data.from} me te ${data.to}.`;
    case 'major':
      return `Nō ${data.field} ētahi ${data.credits} o te ${data.total}: ${data.percent}%, ā, ${data.needed}% te iti rawa mō te kaupapa matua.`;
    case 'major-missing':
      return data.by === null
        ? `Mō te kaupapa matua o ${data.field}, me whai ${credits(data.credits)} i roto.`
        : `Mō te kaupapa matua o ${data.field}, me whai ${credits(data.credits)} anō i roto i mua i te ${data.by}.`;
    case 'counts':
      return `Ka tatauria: ${data.name}, ${credits(data.credits)}, ${data.date}.`;
    case 'counts-in-group':
      return `Ka tatauria hei wāhanga o tētahi paerewa, ${credits(data.credits)}: ${data.name}, ${data.date}.`;
    case 'spare':
      return `Ka taea te tatau, engari kāore e hiahiatia ana i konei: ${data.name}, ${data.date}. E wātea ana mō tētahi atu tohu.`;
    case 'does-not-count':
      return `${data.name}: kāore e tatauria, nā te mea ${why}.`;
    case 'expires':
      return `Mai i te ${data.on}, kāore e hono te ${data.name} ki ngā hua hou.`;
  }
}

/** Months are the Whiringa-ā-nuku set; `Intl` gives loan forms and is not used. A licensed translator has not yet been over these. */
export const mi: Words = {
  months: [
    'Kohitātea',
    'Huitanguru',
    'Poutūterangi',
    'Paengawhāwhā',
    'Haratua',
    'Pipiri',
    'Hōngongoi',
    'Hereturikōkā',
    'Mahuru',
    'Whiringa-ā-nuku',
    'Whiringa-ā-rangi',
    'Hakihea',
  ],
  shortMonths: ['Kohi', 'Hui', 'Pou', 'Pae', 'Hara', 'Pipi', 'Hōngo', 'Here', 'Mahu', 'Nuku', 'Rangi', 'Haki'],
  fields: Object.fromEntries(nz.fields.map((field) => [field.slug, field.mi])),
  unclassified: 'Kāore i whakarōpūtia',
  date: (day, month, year) => `${day} o ${month} ${year}`,
  reason,
  line,
  error: {
    'too-entangled':
      'He matatini rawa tēnei mauhanga hei whakatau: he maha rawa ngā ārai i waenga i ngā hua ako, he maha rawa rānei ngā hua.',
    'unknown-policy': 'Kāore he putanga pērā o te ture.',
    'unknown-award': 'Kāore he tohu pērā.',
    'unknown-framework': 'Kāore e mōhiotia ana i konei ngā ture e whakahuatia ana e tēnei mauhanga.',
    'unknown-definition': 'He wāhanga motuhake ō tēnei tohu: tohua mai te whakamāramatanga hei whakatau.',
  },
  selection: {
    'unknown-achievement': 'Kāore tēnei i roto i te mauhanga.',
    'outside-window': 'I riro tēnei i ngā tau neke atu i te whitu i muri i te mea tuatahi.',
    'same-lineage': 'He ōrite ēnei akoranga, kotahi anake ka tatauria.',
    'excluded-pair': 'Ka ārai tētahi i tētahi: kotahi anake ka tatauria.',
    'same-transfer': 'I whakawhitia tētahi i tētahi: kotahi anake ka tatauria.',
    'group-not-whole': 'Ka tatauria ngā whiwhinga o tēnei paerewa ina tīpakohia ōna hua katoa, kia kotahi mō ia hua.',
    'too-few-credits': 'He iti iho tēnei i ngā whiwhinga e 40.',
  },
};
