import { parseArgs } from 'node:util';
import { admitInstitution } from '@recognition/server/bank/institutions.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { readPlace } from './place.ts';

const HELP = `nzrr bank admit <organisation> --bank FRAMEWORK/BANK --from DATE [--to DATE] [--award ID]...

Lets an organisation take part in a bank of credits from one day to another, both inclusive, and says for which awards it redeems. Said
again, what is said now holds.

Exit 0; 2 when the organisation, the bank or an award is unknown, or a value is off.

  npx nzrr bank admit invented-university --bank in/abc --from 2026-01-01 --award degree
`;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const bankAdmit: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        bank: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        award: { type: 'string', multiple: true },
      },
    });
    const place = readPlace(values.bank);
    const [organisation] = positionals;
    const { from, to = null, award = [] } = values;
    if (
      organisation === undefined ||
      place === null ||
      from === undefined ||
      !DATE.test(from) ||
      (to !== null && !DATE.test(to))
    ) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const { id } = await admitInstitution(services, 'operator', {
        framework: place.framework,
        bank: place.name,
        organisation,
        awards: award,
        from,
        to,
      });
      io.out(`${id} takes part in ${place.framework}/${place.name} from ${from}.\n`);
      return 0;
    });
  }),
};
