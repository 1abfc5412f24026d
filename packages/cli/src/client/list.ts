import { parseArgs } from 'node:util';
import { clientsForOperator } from '@recognition/server/account/operator.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr client list [ORGANISATION] [--json]

Lists the OAuth 2 clients in force, of one organisation or of all. Never a secret.

Exit 0; 2 when the organisation is unknown.

  npx nzrr client list demo-harakeke
`;

export const clientList: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    return withServices(io, async (services) => {
      const clients = await clientsForOperator(services, positionals[0] ?? null);
      for (const one of clients)
        io.out(
          values.json === true
            ? `${JSON.stringify(one)}\n`
            : `${one.id}  ${one.organisation}  ${one.name}  (${one.scopes.join(' ')}), made ${one.madeAt.slice(0, 10)}\n`,
        );
      if (clients.length === 0 && values.json !== true) io.out('There are no clients.\n');
      return 0;
    });
  }),
};
