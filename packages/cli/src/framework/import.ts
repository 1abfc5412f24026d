import { parseArgs } from 'node:util';
import type { SourceFile } from '@recognition/server/catalogue/import/answer.ts';
import { decodeJson } from '@recognition/server/catalogue/import/decode.ts';
import { isSourceFormat, type SourceFormat, SOURCE_FORMATS } from '@recognition/server/catalogue/import/sources/index.ts';
import { type Brought, bringContent } from '@recognition/server/framework/content/bring.ts';
import { contentOf, FRAMEWORK_OF } from '@recognition/server/framework/content/from-source.ts';
import { Problem } from '@recognition/server/http/problem.ts';
import type { Services } from '@recognition/server/services.ts';
import { readSources } from '../catalogue/read-source.ts';
import type { Command, Io } from '../command.ts';
import { withServices } from '../open.ts';

const FORMATS = ['content', ...SOURCE_FORMATS.filter((format) => FRAMEWORK_OF[format] !== undefined)] as const;

const HELP = `Usage: nzrr framework import <file|folder> --from <format> [--json]

Fills a framework with units, the awards that are made of them, job roles and programmes, for its pages and pictures. What a source does
not say stays missing. A second time changes nothing. A row that cannot be used costs itself only; a file that cannot be used is
named, and the others of its folder go on.

  --from content           a file of docs/reference/framework-content.md
  --from skills-framework  Singapore's skill definitions, or its job roles, as CSV
  --from nsqf-pack | tesda | rncp-block | es-certificado
                           a file of India, the Philippines, France or Spain
  --json                   the answer for a machine

Exit: 0; 1 when rows or files of a folder were left out; 2 when nothing could be used.

Example: npx nzrr framework import skill_definitions.csv --from skills-framework
`;

interface Line {
  readonly file: string;
  readonly brought?: Brought;
  readonly rejected: readonly { readonly row: number; readonly code: string }[];
  readonly problem?: { readonly code: string; readonly message: string; readonly problems?: unknown };
}

export const frameworkImport: Command = {
  help: HELP,
  run: async (args, io) => {
    let asked: { readonly path: string; readonly from: string; readonly json: boolean };
    try {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { from: { type: 'string' }, json: { type: 'boolean', default: false } },
      });
      const [path, ...more] = positionals;
      if (path === undefined || more.length > 0) throw new Error('Name one file or folder.');
      const from = FORMATS.find((format) => format === values.from);
      if (from === undefined) throw new Error(`Say --from ${FORMATS.join(' or --from ')}.`);
      asked = { path, from, json: values.json };
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
      return 2;
    }
    const files = await readSources([asked.path], io);
    if (files === null) return 2;
    return withServices(io, async (services) => {
      const lines: Line[] = [];
      for (const file of files) lines.push(await bring(services, asked.from, file));
      return say(lines, asked.json, io);
    });
  },
};

async function bring(services: Services, from: string, file: SourceFile): Promise<Line> {
  try {
    if (!isSourceFormat(from))
      return { file: file.name, rejected: [], brought: await bringContent(services, 'operator', decodeJson(file)) };
    const { content, rejected } = contentOf(from, frameworkFor(from), file);
    return { file: file.name, rejected, brought: await bringContent(services, 'operator', content) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { problems } = error.extra;
    return { file: file.name, rejected: [], problem: { code: error.code, message: error.message, problems } };
  }
}

function frameworkFor(from: SourceFormat): string {
  const framework = FRAMEWORK_OF[from];
  if (framework === undefined) throw new RangeError(`no framework is filled from ${from}`);
  return framework;
}

function say(lines: readonly Line[], json: boolean, io: Io): number {
  if (json) io.out(`${JSON.stringify(lines, null, 2)}\n`);
  else
    for (const { file, brought, rejected, problem } of lines) {
      if (brought !== undefined) {
        const { framework, units, definitions, jobRoles, programmes, created, changed, unchanged } = brought;
        io.out(
          `${file}, for ${framework}: ${units} units, ${definitions} awards, ${jobRoles} job roles, ${programmes} programmes; ${created} new, ${changed} changed, ${unchanged} unchanged.\n`,
        );
      }
      for (const { row, code } of rejected.slice(0, 20)) io.out(`  row ${row} was left out (${code})\n`);
      if (rejected.length > 20) io.out(`  and ${rejected.length - 20} more rows\n`);
      if (problem !== undefined) io.err(`${file}: ${problem.message} (${problem.code})\n${problemsOf(problem.problems)}`);
    }
  if (lines.every(({ brought }) => brought === undefined)) return 2;
  return lines.some(({ brought, rejected }) => brought === undefined || rejected.length > 0) ? 1 : 0;
}

const problemsOf = (problems: unknown): string =>
  Array.isArray(problems)
    ? problems
        .slice(0, 20)
        .map((one: unknown) => `  ${JSON.stringify(one)}\n`)
        .join('')
    : '';
