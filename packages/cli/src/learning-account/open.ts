import { parseArgs } from 'node:util';
import { openAccount } from '@recognition/server/learning-account/use.ts';
import { readLearner, readPlace } from '../bank/place.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr learning-account open --learner ID --account FRAMEWORK/ACCOUNT

Opens a lifelong learning account for a learner, and gives it what is due by rule today. One that is open already is left as it is. The
id is the learner's number in this repository, never an NSN.

Exit 0; 2 when the account is unknown or a value is off.

  npx nzrr learning-account open --learner 1049600 --account sg/skillsfuture
`;

export const learningAccountOpen: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { learner: { type: 'string' }, account: { type: 'string' } } });
    const learner = readLearner(values.learner);
    const place = readPlace(values.account);
    if (learner === null || place === null) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const { id } = await openAccount(services, 'operator', { framework: place.framework, account: place.name, learner });
      io.out(`The account ${id} is open.\n`);
      return 0;
    });
  }),
};
