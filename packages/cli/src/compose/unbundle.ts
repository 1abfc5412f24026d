import { parseArgs } from 'node:util';
import { unbundle } from '@recognition/recognition/frameworks';
import type { Command } from '../command.ts';
import { composing, definitionsIn, Unusable } from './read.ts';

const HELP = `Usage: nzrr compose unbundle <definition.json> [--json]

Takes an award apart: every unit of it, with its identity, in one order. Bundled again, it is the award that it was.

  --json   the units for a machine

Exit: 0; 2 when the file cannot be used.

Example: nzrr compose unbundle certificate.json
`;

export const composeUnbundle: Command = {
  help: HELP,
  run: (args, io) =>
    composing(HELP, args.includes('--json'), io, async () => {
      const [file, ...more] = args.filter((word) => word !== '--json');
      if (file === undefined || more.length > 0 || file.startsWith('-'))
        throw new Unusable('usage', 'Name one file with one definition.');
      const { values } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { json: { type: 'boolean', default: false } },
      });
      const definitions = await definitionsIn(file, io);
      const [definition] = definitions;
      if (definition === undefined || definitions.length > 1) throw new Unusable('usage', 'Name one file with one definition.');
      const units = unbundle(definition);
      if (values.json) io.out(`${JSON.stringify(units, null, 2)}\n`);
      else
        for (const { ref, role, minutes } of units) io.out(`${ref}  ${role}${minutes === null ? '' : `  ${minutes} minutes`}\n`);
      return 0;
    }),
};
