import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportAnswer, Reject, SourceFile } from '@recognition/server/catalogue/import/answer.ts';
import {
  hasUnusableFile,
  IMPORT_FORMATS,
  importCatalogue,
  type ImportFormat,
} from '@recognition/server/catalogue/import/import-catalogue.ts';
import { Problem } from '@recognition/server/http/problem.ts';
import type { Services } from '@recognition/server/services.ts';
import type { Command, Io } from '../command.ts';
import { withServices } from '../open.ts';
import { readSource } from './read-source.ts';

const HELP = `nzrr catalogue import <file|folder> --from <format> [--as draft|legacy] [--rejects FILE] [--json]

Brings outcomes into the catalogue. What a source lacks stays missing, and what the catalogue has is never overwritten: a value that
differs is listed as a conflict. Importing a file twice changes nothing. Of a folder, every .csv, .json and
.jsonld file is read.

  --from nzqa-listing   NZQA's lists of standards, CSV or JSON: number, title, level and, by year, credits and subject,
                        or field, subfield and domain
  --from json           a catalogue file, as "nzrr catalogue export" writes it
  --from nsqf-pack | tesda | tga-unit | skills-framework | rncp-block | es-certificado
                        a file of India, the Philippines, Australia, Singapore, France or Spain: drafts with what the
                        source says, its own level and size, and no credit or level of New Zealand
  --from ctdl           learning opportunities of a CTDL graph
  --from ctdl-asn       competencies of a CTDL-ASN graph
  --from case           items of a CASE 1.0 or 1.1 package
  --as draft            outcomes come in as drafts that say what they still need (a listing's way, unless you say otherwise)
  --as legacy           those with a code, a name, credits and a level are listed as legacy: they count, and wait to be described
  --rejects FILE        write every rejected row to FILE, as CSV
  --json                the answer for a machine

Exit 0; 1 when rows were rejected; 2 when a file cannot be used.

  npx nzrr catalogue import standards.csv --from nzqa-listing --as legacy
`;

/** The answer names so many rejected rows; --rejects has all. */
const MOST_SHOWN = 1000;

export const catalogueImport: Command = {
  help: HELP,
  run: async (args, io) => {
    const asked = parse(args);
    if (typeof asked === 'string') {
      io.err(`${asked}\n\n${HELP}`);
      return 2;
    }
    let source: SourceFile | readonly SourceFile[];
    try {
      source = await readSource(resolve(io.cwd, asked.path));
    } catch (error) {
      io.err(`${asked.path} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    }
    return withServices(io, (services) => runImport(services, source, asked, io));
  },
};

export interface Asked {
  readonly path: string;
  readonly from: ImportFormat;
  readonly as: 'draft' | 'legacy' | undefined;
  readonly rejects: string | undefined;
  readonly json: boolean;
}

function parse(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        as: { type: 'string' },
        rejects: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return 'Name one file or folder.';
    const from = IMPORT_FORMATS.find((format) => format === values.from);
    if (from === undefined) return `Say --from ${IMPORT_FORMATS.join(' or --from ')}.`;
    if (values.as !== undefined && values.as !== 'draft' && values.as !== 'legacy') return 'Say --as draft or --as legacy.';
    return { path, from, as: values.as, rejects: values.rejects, json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Imports, says what was done, and answers the exit code. */
export async function runImport(
  services: Services,
  source: SourceFile | readonly SourceFile[],
  { from, as, rejects, json }: Omit<Asked, 'path'>,
  io: Io,
): Promise<number> {
  let answer: ImportAnswer;
  try {
    answer = await importCatalogue(services, 'operator', source, from, as === undefined ? {} : { as });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (json) io.out(`${JSON.stringify({ error: { code: error.code, message: error.message, ...error.extra } })}\n`);
    else io.err(`${error.message} (${error.code})\n`);
    return 2;
  }
  if (rejects !== undefined) await writeFile(resolve(io.cwd, rejects), rejectsAsCsv(answer.rejected));
  io.out(
    json
      ? `${JSON.stringify({ ...answer, rejected: answer.rejected.slice(0, MOST_SHOWN) }, null, 2)}\n`
      : inWords(answer, rejects),
  );
  if (hasUnusableFile(answer)) return 2;
  return answer.rejected.length > 0 ? 1 : 0;
}

function rejectsAsCsv(rejected: readonly Reject[]): string {
  const cell = (value: string | number) => `"${String(value).replaceAll('"', '""')}"`;
  const lines = rejected.map(({ file, row, code, message }) => [file, row, code, message].map(cell).join(','));
  return `${['file,row,code,message', ...lines].join('\n')}\n`;
}

const MOST_IN_WORDS = 20;

function inWords(answer: ImportAnswer, rejects: string | undefined): string {
  const { rows, outcomes, created, completed, unchanged, conflicts, rejected } = answer;
  const lines = [
    `${count(rows)} rows name ${count(outcomes)} outcomes: ${count(created)} created, ${count(completed)} completed, ${count(unchanged)} unchanged.`,
  ];
  if (conflicts.length > 0) {
    lines.push('', `${count(conflicts.length)} values differ from what the catalogue has, which stays:`);
    lines.push(
      ...conflicts
        .slice(0, MOST_IN_WORDS)
        .map(({ outcome, part, held, offered }) => `  ${outcome} ${part}: has ${said(held)}, not ${said(offered)}`),
    );
    if (conflicts.length > MOST_IN_WORDS) lines.push(`  and ${count(conflicts.length - MOST_IN_WORDS)} more; --json has all`);
  }
  if (rejected.length > 0) {
    lines.push('', `${count(rejected.length)} rejected:`);
    lines.push(
      ...rejected
        .slice(0, MOST_IN_WORDS)
        .map(({ file, row, code, message }) => `  ${file}${row === 0 ? '' : `, row ${row}`}: ${message} (${code})`),
    );
    if (rejected.length > MOST_IN_WORDS)
      lines.push(
        `  and ${count(rejected.length - MOST_IN_WORDS)} more${rejects === undefined ? '; --rejects FILE has all' : ` in ${rejects}`}`,
      );
  }
  return `${lines.join('\n')}\n`;
}

const count = (value: number): string => value.toLocaleString('en-NZ');
const said = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));
