import { parseArgs } from 'node:util';
import { OPERATOR_SCOPES } from '@recognition/server/account/clients.ts';
import { addClientForOperator } from '@recognition/server/account/operator.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr client add ORGANISATION --name NAME --scope SCOPE [--scope SCOPE …]

Makes an OAuth 2 client for a system of an organisation, and prints its id and its secret. The secret is shown once.
Scopes: ${OPERATOR_SCOPES.join(', ')}.

Exit 0; 2 when the organisation is unknown or a scope is off.

  npx nzrr client add demo-harakeke --name "Student system" --scope results:write
`;

export const clientAdd: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, scope: { type: 'string', multiple: true } },
    });
    const [organisation] = positionals;
    const asked = values.scope ?? [];
    const scopes = OPERATOR_SCOPES.filter((scope) => asked.includes(scope));
    const name = values.name?.trim() ?? '';
    if (
      organisation === undefined ||
      name === '' ||
      name.length > 100 ||
      asked.length === 0 ||
      scopes.length !== new Set(asked).size
    ) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const { id, secret } = await addClientForOperator(services, organisation, { name, scopes });
      io.out(`id: ${id}\nsecret: ${secret}\n`);
      return 0;
    });
  }),
};
