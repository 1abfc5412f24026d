/** Other countries' sources, each read into the one canonical outcome. */
import type { SourceFile } from '../answer.ts';
import { type Reject } from '../answer.ts';
import { REJECT_CODES } from '../codes.ts';
import { type Held, type ReadCatalogue, readCatalogue } from '../read-catalogue.ts';
import { type SourceReader, toEntry } from './canonical.ts';
import { readEsCertificado } from './es-certificado.ts';
import { readNsqfPacks } from './nsqf-pack.ts';
import { readRncpBlocks } from './rncp-block.ts';
import { readSkillsFramework } from './skills-framework.ts';
import { readTesda } from './tesda.ts';
import { readTgaUnits } from './tga-unit.ts';

export const SOURCE_FORMATS = ['nsqf-pack', 'tesda', 'tga-unit', 'skills-framework', 'rncp-block', 'es-certificado'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

export const SOURCE_READERS: Readonly<Record<SourceFormat, SourceReader>> = {
  'nsqf-pack': readNsqfPacks,
  tesda: readTesda,
  'tga-unit': readTgaUnits,
  'skills-framework': readSkillsFramework,
  'rncp-block': readRncpBlocks,
  'es-certificado': readEsCertificado,
};

/** Whose awards a source's definitions are; Australia's units have no framework here. */
const FRAMEWORK_OF: Readonly<Record<SourceFormat, string | null>> = {
  'nsqf-pack': 'in',
  tesda: 'ph',
  'tga-unit': null,
  'skills-framework': 'sg',
  'rncp-block': 'fr',
  'es-certificado': 'es',
};

export const isSourceFormat = (format: string): format is SourceFormat => SOURCE_FORMATS.some((one) => one === format);

/** A file of a source as a catalogue's entries: held to the same rules as a catalogue file, with the rows of the source. */
export async function readSourceFile(format: SourceFormat, file: SourceFile, held: Held): Promise<ReadCatalogue> {
  const read = SOURCE_READERS[format](file);
  const catalogue = {
    type: 'Catalogue',
    version: 1,
    organisations: [],
    outcomes: read.outcomes.map(({ outcome }) => toEntry(outcome)),
  };
  const kept = await readCatalogue({ name: file.name, bytes: Buffer.from(JSON.stringify(catalogue)) }, held);
  const rowOf = (at: number): number => read.outcomes[at - 1]?.row ?? at;
  const rejected: readonly Reject[] = read.rejected.map(({ row, code, detail }) => ({
    file: file.name,
    row,
    code,
    message: `${REJECT_CODES[code].en}${detail}`,
  }));
  return {
    count: read.count,
    organisations: [],
    outcomes: kept.outcomes.map(({ row, outcome }) => ({ row: rowOf(row), outcome })),
    ...(FRAMEWORK_OF[format] === null ? {} : { definitions: { framework: FRAMEWORK_OF[format], items: read.definitions } }),
    rejected: [...rejected, ...kept.rejected.map((one) => ({ ...one, row: rowOf(one.row) }))],
  };
}
