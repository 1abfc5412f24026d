import { awardsForOperator } from '@recognition/server/award/index.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';

export const command: Command = {
  help: `Usage: nzrr award list [--json]

Lists the newest 200 awards: id, where it stands, credits, major, day of issue. No names.

Exit: 0.
`,
  run: async (args, io) =>
    withServices(io, async (services) => {
      for (const award of await awardsForOperator(services, 200)) {
        const line = [
          award.id,
          award.status.padEnd(10),
          String(award.credits).padStart(4),
          award.issuedOn,
          award.major ?? '-',
        ].join('  ');
        io.out(`${args.includes('--json') ? JSON.stringify({ ...award, nameOnAward: undefined }) : line}\n`);
      }
      return 0;
    }),
};
