import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isSourceFormat, SOURCE_FORMATS, SOURCE_READERS } from '@recognition/server/catalogue/import/sources/index.ts';
import { Problem } from '@recognition/server/http/problem.ts';
import type { Command } from '../command.ts';
import { composing, Unusable } from './read.ts';

const HELP = `Usage: nzrr compose definitions <file> --from <format>

Writes the awards that a country's file makes of its outcomes, such as qualification packs and national certificates, as definitions
that the other commands of "nzrr compose" and "nzrr award assess --definitions" take.

  --from <format>   ${SOURCE_FORMATS.join(', ')}

Exit: 0; 1 when the file makes no award; 2 when it cannot be used.

Example: nzrr compose definitions tesda_competencies.json --from tesda > certificates.json
`;

export const composeDefinitions: Command = {
  help: HELP,
  run: (args, io) =>
    composing(HELP, false, io, async () => {
      const { file, from } = asked(args);
      let bytes: Uint8Array;
      try {
        bytes = await readFile(resolve(io.cwd, file));
      } catch {
        throw new Unusable('not-readable', `${file}: The file cannot be read.`);
      }
      try {
        const { definitions } = SOURCE_READERS[from]({ name: basename(file), bytes });
        io.out(`${JSON.stringify(definitions, null, 2)}\n`);
        return definitions.length > 0 ? 0 : 1;
      } catch (error) {
        if (error instanceof Problem) throw new Unusable(error.code, `${file}: ${error.message}`);
        throw error;
      }
    }),
};

function asked(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { from: { type: 'string' } } });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('Name one file.');
    if (values.from === undefined || !isSourceFormat(values.from))
      throw new Error(`Say --from ${SOURCE_FORMATS.join(' or --from ')}.`);
    return { file, from: values.from };
  } catch (error) {
    throw new Unusable('usage', error instanceof Error ? error.message : String(error));
  }
}
