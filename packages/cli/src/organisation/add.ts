import { parseArgs } from 'node:util';
import { isLocalDate } from '@recognition/recognition';
import { organisation } from '@recognition/server/catalogue/schema.ts';
import { Problem } from '@recognition/server/http/problem.ts';
import { addOrganisation, ORGANISATION_KINDS } from '@recognition/server/organisation/add.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';
import { guarded } from '../guarded.ts';

const HELP = `nzrr organisation add <id> --name NAME --kind KIND [--number PROVIDER-NUMBER] [--opened DATE]

Adds an organisation. Kinds: ${ORGANISATION_KINDS.join(', ')}.

Exit 0; 2 when it is there already or a value is off.

  npx nzrr organisation add invented-training --name "Invented Training" --kind private-training-establishment --number 9001
`;

export const organisationAdd: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, kind: { type: 'string' }, number: { type: 'string' }, opened: { type: 'string' } },
    });
    const kind = ORGANISATION_KINDS.find((one) => one === values.kind);
    const id = organisation.shape.id.safeParse(positionals[0]);
    const opened = values.opened ?? null;
    const numberIsOff = values.number !== undefined && !/^[0-9]{1,5}$/.test(values.number);
    if (
      !id.success ||
      values.name === undefined ||
      kind === undefined ||
      numberIsOff ||
      (opened !== null && !isLocalDate(opened))
    ) {
      io.err(HELP);
      return 2;
    }
    const { name, number } = values;
    return withServices(io, async (services) => {
      try {
        await addOrganisation(services, 'operator', { id: id.data, name, kind, providerNumber: number ?? null, opened });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        io.err(`${error.message} (${error.code})\n`);
        return 2;
      }
      io.out(`Added ${id.data}.\n`);
      return 0;
    });
  }),
};
