import { type Problem, problem } from '../http/problem.ts';

/** Why a whole results file cannot be used. Each stops the import before, or at, the place where it was found. */
export const FILE_CODES = {
  'file-empty': {
    en: 'The file is empty.',
    mi: 'He kau te kōnae.',
  },
  'file-utf-16': {
    en: 'The file is UTF-16. Save it again as CSV in UTF-8.',
    mi: 'He UTF-16 te kōnae. Tiakina anō hei CSV i te UTF-8.',
  },
  'file-not-text': {
    en: 'The file is a spreadsheet or an archive, not text. Save it as CSV in UTF-8; gzip is the only packing taken.',
    mi: 'He ripanga, he pūranga rānei te kōnae, ehara i te kuputuhi. Tiakina hei CSV i te UTF-8; ko te gzip anake te pōkai ka whakaaetia.',
  },
  'file-changed': {
    en: 'The file changed while it was read. Send it again when nothing writes to it.',
    mi: 'I huri te kōnae i a ia e pānuitia ana. Tukua anō ina kore he mea e tuhi ana ki roto.',
  },
  'gzip-truncated': {
    en: 'The gzip file ends too early. Send the whole file again: rows that were recorded will not be doubled.',
    mi: 'He poto rawa te kōnae gzip. Tukua anō te kōnae katoa: e kore e tāruatia ngā rārangi kua tuhia kētia.',
  },
  'gzip-broken': {
    en: 'The gzip file is damaged. Send the whole file again: rows that were recorded will not be doubled.',
    mi: 'Kua pakaru te kōnae gzip. Tukua anō te kōnae katoa: e kore e tāruatia ngā rārangi kua tuhia kētia.',
  },
  'gzip-bomb': {
    en: 'The gzip file unpacks to far more than a results file can. Send it unpacked.',
    mi: 'He nui rawa te kōnae gzip ina wetekina. Tukua me te kore pōkai.',
  },
  'header-missing-column': {
    en: 'A column that is needed is missing from the first line.',
    mi: 'Kāore tētahi tīwae e hiahiatia ana i te rārangi tuatahi.',
  },
  'header-unknown-column': {
    en: 'The first line has a column that we do not know.',
    mi: 'Kei te rārangi tuatahi tētahi tīwae kāore mātou e mōhio ana.',
  },
  'header-duplicate-column': {
    en: 'The first line names a column twice.',
    mi: 'E rua ngā whakahuatanga o tētahi tīwae i te rārangi tuatahi.',
  },
  'header-separator': {
    en: 'The columns are separated by something other than commas. Save the file with commas.',
    mi: 'Kāore ngā tīwae i te wehea ki te piko. Tiakina te kōnae me ngā piko.',
  },
  'header-line-endings': {
    en: 'The first line does not end. Save the file with ordinary line endings.',
    mi: 'Kāore te rārangi tuatahi e mutu. Tiakina te kōnae me ngā mutunga rārangi noa.',
  },
} as const satisfies Record<string, { readonly en: string; readonly mi: string }>;

export type FileCode = keyof typeof FILE_CODES;

/** The problem that a file with this fault is answered with (422); `what` says where, such as the column's name. */
export function unusableFile(code: FileCode, what?: string): Problem {
  return problem(code, 422, what === undefined ? FILE_CODES[code].en : `${FILE_CODES[code].en} (${what})`);
}
