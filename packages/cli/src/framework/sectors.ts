import { parseArgs } from 'node:util';
import { frameworkOr404 } from '@recognition/server/framework/assess.ts';
import { sectorsOf } from '@recognition/server/framework/content/sectors.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr framework sectors --framework ID [--json]

What a framework is filled with, by sector: its tracks with how many job roles, its units, the awards that are made of them, programmes.

  --framework ID   such as sg
  --json           one line of JSON for each sector, as GET /api/v1/frameworks/{framework}/sectors answers it

Exit: 0; 1 when it is filled with nothing yet; 2 when there is no such framework, or the options are off.

Example: npx nzrr framework sectors --framework sg
`;

export const frameworkSectors: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { framework: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const { framework, json } = values;
    if (framework === undefined) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const sectors = await sectorsOf(services, frameworkOr404(framework).id);
      for (const one of sectors) {
        if (json) io.out(`${JSON.stringify(one)}\n`);
        else {
          const units = one.units.map(({ kind, count }) => `${count} of the kind ${kind}`);
          const filled = [...units, `awards: ${one.definitions}`, `programmes: ${one.programmes}`];
          io.out(`${one.sector ?? 'No sector is named'}  ${filled.join(', ')}\n`);
          for (const { track, roles } of one.tracks) io.out(`  ${track}  job roles: ${roles}\n`);
        }
      }
      return sectors.length > 0 ? 0 : 1;
    });
  }),
};
