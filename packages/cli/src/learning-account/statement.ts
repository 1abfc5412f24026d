import { parseArgs } from 'node:util';
import { statementsForOperator } from '@recognition/server/learning-account/view.ts';
import { readLearner } from '../bank/place.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr learning-account statement --learner ID

Writes the statements of a learner's learning accounts as JSON: every line with what could be spent after it, in hundredths of the
currency. The id is the learner's number in this repository, never an NSN.

Exit 0; 1 when the learner has no account; 2 when a value is off.

  npx nzrr learning-account statement --learner 1049600
`;

export const learningAccountStatement: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { learner: { type: 'string' } } });
    const learner = readLearner(values.learner);
    if (learner === null) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const statements = await statementsForOperator(services, learner);
      io.out(`${JSON.stringify(statements, null, 2)}\n`);
      return statements.length === 0 ? 1 : 0;
    });
  }),
};
