import { parseArgs } from 'node:util';
import { revokeClientForOperator } from '@recognition/server/account/operator.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr client revoke ID

Ends a client and its tokens, at once.

Exit 0; 2 when there is no such client in force.

  npx nzrr client revoke 3f0c0f4e-0d5b-4c0c-9b53-6f7f3a1c2d10
`;

export const clientRevoke: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [id] = positionals;
    if (id === undefined) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      await revokeClientForOperator(services, id);
      io.out(`Ended ${id}.\n`);
      return 0;
    });
  }),
};
