import { type Problem, problem } from '../../http/problem.ts';

interface Sentence {
  readonly en: string;
  readonly mi: string;
}

/** Why a whole catalogue file cannot be used. Nothing of it is imported. */
export const FILE_CODES = {
  'file-empty': { en: 'The file is empty.', mi: 'He kau te kōnae.' },
  'file-too-large': {
    en: 'The file is larger than 64 MiB. Cut it into several.',
    mi: 'He nui ake te kōnae i te 64 MiB. Tapahia kia maha.',
  },
  'file-utf-16': { en: 'The file is UTF-16. Save it again in UTF-8.', mi: 'He UTF-16 te kōnae. Tiakina anō i te UTF-8.' },
  'file-not-utf-8': {
    en: 'The file is not UTF-8 text. Save it again in UTF-8.',
    mi: 'Ehara te kōnae i te kuputuhi UTF-8. Tiakina anō i te UTF-8.',
  },
  'file-not-json': { en: 'The file is not complete, valid JSON.', mi: 'Ehara te kōnae i te JSON tika, oti hoki.' },
  'file-too-deep': { en: 'The JSON is nested deeper than any catalogue file.', mi: 'He hōhonu rawa te takotoranga o te JSON.' },
  'not-this-format': {
    en: 'The file does not have the form that --from names.',
    mi: 'Kāore te kōnae i te āhua i tohua e --from.',
  },
  'header-missing-column': { en: 'The header lacks a column that is needed.', mi: 'Kei te ngaro tētahi tīwae i te pane.' },
  'header-unknown-column': {
    en: 'The header names a column that a listing does not have.',
    mi: 'He tīwae tē mōhiotia kei te pane.',
  },
  'header-duplicate-column': { en: 'The header names a column twice.', mi: 'E rua ngā wā ka puta tētahi tīwae i te pane.' },
  'too-many-problems': {
    en: 'The file has too many problems to go on.',
    mi: 'He nui rawa ngā raruraru o te kōnae hei haere tonu.',
  },
  'nothing-to-import': {
    en: 'The folder has no CSV, JSON or JSON-LD file.',
    mi: 'Kāore he kōnae CSV, JSON, JSON-LD rānei i te kōpaki.',
  },
} as const satisfies Record<string, Sentence>;
export type FileCode = keyof typeof FILE_CODES;

export function isFileCode(code: string): code is FileCode {
  return Object.hasOwn(FILE_CODES, code);
}

/** Why one row, or one outcome or organisation of a JSON file, was not imported. The rest goes on. */
export const REJECT_CODES = {
  'column-count': {
    en: 'The row has another number of columns than the header.',
    mi: 'He rerekē te maha o ngā tīwae o te rārangi i te pane.',
  },
  'broken-quotes': { en: 'A quote in the row does not close.', mi: 'Kāore i kati tētahi tohu kōrero i te rārangi.' },
  'row-too-long': { en: 'The row is longer than 64 KiB.', mi: 'He roa ake te rārangi i te 64 KiB.' },
  'not-an-object': { en: 'The entry is not an object.', mi: 'Ehara te tāurunga i te ahanoa.' },
  'forbidden-character': {
    en: 'The row holds a character that no listing has, such as NUL.',
    mi: 'He pūāhua kāore e whakaaetia kei te rārangi, pērā i te NUL.',
  },
  'number-missing': { en: 'The row has no standard number.', mi: 'Kāore he tau paerewa i te rārangi.' },
  'number-not-valid': { en: 'A standard number is 1 to 6 digits.', mi: 'He 1 ki te 6 mati te tau paerewa.' },
  'title-missing': { en: 'The row has no title.', mi: 'Kāore he taitara i te rārangi.' },
  'title-too-long': { en: 'The title is longer than 500 characters.', mi: 'He roa ake te taitara i te 500 pūāhua.' },
  'unknown-level': { en: 'A level is a whole number from 1 to 10.', mi: 'He tau tōpū te kaupae mai i te 1 ki te 10.' },
  'credits-not-valid': { en: 'Credits are a whole number from 1 to 999.', mi: 'He tau tōpū ngā whiwhinga mai i te 1 ki te 999.' },
  'version-not-valid': { en: 'A version is a whole number from 1.', mi: 'He tau tōpū te putanga mai i te 1.' },
  'unknown-field': { en: 'The field is not one of NZQA’s 17.', mi: 'Ehara te marau i tētahi o ngā 17 a NZQA.' },
  'value-not-valid': { en: 'A value has the wrong type.', mi: 'He hē te momo o tētahi uara.' },
  'entry-not-valid': {
    en: 'The entry breaks a rule of the catalogue file.',
    mi: 'Ka takahi te tāurunga i tētahi ture o te kōnae rārangi.',
  },
  'not-ready-to-publish': {
    en: 'The outcome says that it is published and lacks a part that publishing needs.',
    mi: 'E kī ana te hua kua whakaputaina, engari kei te ngaro tētahi wāhanga e hiahiatia ana.',
  },
  'unknown-organisation': {
    en: 'An organisation that the entry names is neither in the file nor in the catalogue.',
    mi: 'Kāore tētahi whakahaere i te kōnae, i te rārangi rānei.',
  },
  'group-disagrees': {
    en: 'The catalogue has a group with this id, with another lineage, credit or number of members.',
    mi: 'Kei te rārangi tētahi rōpū me tēnei tuakiri, he rerekē te momo, ngā whiwhinga, te maha rānei.',
  },
  'group-full': { en: 'The catalogue’s group with this id has all its members.', mi: 'Kua kī te rōpū o te rārangi i ōna mema.' },
  'no-address': {
    en: 'The entry has no address or identifier of its own, so that it could not be found again.',
    mi: 'Kāore he wāhitau, he tuakiri ake rānei o te tāurunga, nō reira e kore e kitea anō.',
  },
  'code-is-another-outcome': {
    en: 'The catalogue has another outcome with this code and version.',
    mi: 'He hua kē kei te rārangi me tēnei waehere, tēnei putanga.',
  },
  'code-and-version-taken': {
    en: 'Two outcomes of the file have the same code and version.',
    mi: 'E rua ngā hua o te kōnae he ōrite te waehere me te putanga.',
  },
} as const satisfies Record<string, Sentence>;
export type RejectCode = keyof typeof REJECT_CODES;

/** Why a value of a row was not written. What is in the catalogue stays. */
export const CONFLICT_CODES = {
  'value-differs': {
    en: 'The catalogue has another value here. It stays.',
    mi: 'He rerekē te uara kei te rārangi. Ka noho tonu.',
  },
  'version-not-stated': {
    en: 'The row states no version and the catalogue has several, so nothing was matched.',
    mi: 'Kāore i tohua te putanga, ā, he maha kei te rārangi, nō reira kāore i tauritea.',
  },
  'published-stays': {
    en: 'A published version takes no more values.',
    mi: 'Kāore te putanga kua whakaputaina e tango uara anō.',
  },
} as const satisfies Record<string, Sentence>;
export type ConflictCode = keyof typeof CONFLICT_CODES;

/** Throw this for a file that cannot be used: 422 with the code, naming the file. */
export function unusableFile(code: FileCode, file: string, detail = ''): Problem {
  return problem(code, 422, `${FILE_CODES[code].en}${detail === '' ? '' : ` ${detail}`}`, { file });
}
