import type { As } from '../import/merge-listing.ts';
import type { ReadFile } from '../import/import-catalogue-file.ts';
import { readCase } from './read-case.ts';
import { readCtdl } from './read-ctdl.ts';
import { readCtdlAsn } from './read-ctdl-asn.ts';

/** The forms of other registers that the catalogue takes and gives. */
export const REGISTER_FORMATS = ['ctdl', 'ctdl-asn', 'case'] as const;
export type RegisterFormat = (typeof REGISTER_FORMATS)[number];

const READERS = { ctdl: readCtdl, 'ctdl-asn': readCtdlAsn, case: readCase } as const;

export const isRegisterFormat = (format: string): format is RegisterFormat => REGISTER_FORMATS.some((one) => one === format);

/** The reader of a form, for the catalogue's import. */
export function registerReader(format: RegisterFormat, as: As | undefined): ReadFile {
  return (source, held) => READERS[format](source, held, as);
}
