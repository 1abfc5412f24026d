import { parseArgs } from 'node:util';
import { asLearner } from '@recognition/server/account/at-machine.ts';
import { giveDueEverywhere, giveDueTo } from '@recognition/server/learning-account/grants.ts';
import { readLearner } from '../bank/place.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr learning-account grant [--learner ID] [--json]

Gives learning accounts what is due by rule today: of one learner, or of everybody, as the running product does once a day. Nobody chooses a
grant or its amount. What was given is not given again. The id is the learner's number in this repository, never an NSN.

  --json   how many were given as JSON

Exit 0; 2 when there is no such learner, or a value is off.

  npx nzrr learning-account grant --learner 1049600
`;

export const learningAccountGrant: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { learner: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const learner = values.learner === undefined ? 'everybody' : readLearner(values.learner);
    if (learner === null) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const granted =
        learner === 'everybody'
          ? await giveDueEverywhere(services)
          : await asLearner(services, learner, (by) => giveDueTo(services, by.learnerId));
      io.out(values.json ? `${JSON.stringify({ granted })}\n` : `Grants given: ${granted}.\n`);
      return 0;
    });
  }),
};
