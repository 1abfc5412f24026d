import { parseArgs } from 'node:util';
import { csvLine, safeCell } from '@recognition/recognition/results';
import { seeStatement, statementTable } from '@recognition/server/bank/statement-view.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { readLearner, readPlace } from './place.ts';

const HELP = `nzrr bank statement --learner ID --bank FRAMEWORK/BANK [--csv]

Writes a learner's statement of account with a bank of credits, the oldest line first, each with the balance after it. The id is the
learner's number in this repository, never an NSN; the statement names nobody.

Exit 0; 2 when the bank is unknown or a value is off.

  npx nzrr bank statement --learner 1049600 --bank in/abc --csv
`;

export const bankStatement: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { learner: { type: 'string' }, bank: { type: 'string' }, csv: { type: 'boolean', default: false } },
    });
    const learner = readLearner(values.learner);
    const place = readPlace(values.bank);
    if (learner === null || place === null) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const where = { framework: place.framework, bank: place.name };
      const statement = await seeStatement(services, services.db.asBatch, learner, where, 'en');
      if (!values.csv) {
        io.out(`${JSON.stringify(statement, null, 2)}\n`);
        return 0;
      }
      const { header, rows } = statementTable(statement);
      io.out(`${csvLine(header)}\n`);
      for (const row of rows)
        io.out(`${csvLine(row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : String(cell ?? ''))))}\n`);
      return 0;
    });
  }),
};
