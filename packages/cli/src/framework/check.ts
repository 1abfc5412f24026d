import { parseArgs } from 'node:util';
import { checkFrameworkFile } from '@recognition/recognition/frameworks';
import type { Command } from '../command.ts';
import { readJsonFile } from '../json-file.ts';

const HELP = `Usage: nzrr framework check <framework.json> [--json]

Checks a framework file before anything is decided by it: its form, circles of awards, gates that contradict one another, shares over
100%, sizes that are no multiple of the unit's step, rules that the engine does not have.

  --json   the answer for a machine: { ok, problems: [{ path, code, message }] }

Exit: 0 it can be used, 1 it is refused, 2 it cannot be read.

Example: nzrr framework check frameworks/in/framework.json
`;

export const frameworkCheck: Command = {
  help: HELP,
  run: async (args, io) => {
    let file: string | undefined;
    let json: boolean;
    try {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { json: { type: 'boolean', default: false } },
      });
      [file, json] = [positionals[0], values.json];
      if (file === undefined || positionals.length > 1) throw new Error('Name one framework file.');
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
      return 2;
    }
    const read = await readJsonFile(file, io);
    if (!read.ok) {
      if (json) io.out(`${JSON.stringify({ error: { code: read.code, message: read.message } })}\n`);
      else io.err(`${file}: ${read.message} (${read.code})\n`);
      return 2;
    }
    const checked = checkFrameworkFile(read.value);
    const problems = checked.ok ? [] : checked.problems;
    if (json) io.out(`${JSON.stringify({ ok: checked.ok, problems }, null, 2)}\n`);
    else if (checked.ok) io.out(`${file} can be used: ${checked.framework.awards.length} awards.\n`);
    else for (const { path, code, message } of problems) io.out(`${path === '' ? file : path}: ${message} (${code})\n`);
    return checked.ok ? 0 : 1;
  },
};
