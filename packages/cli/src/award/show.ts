import { awardForOperator } from '@recognition/server/award/index.ts';
import { elmOfAward } from '@recognition/server/elm/elm-award.ts';
import { Problem } from '@recognition/server/http/problem.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr award show <id> [--input | --trace | --credential | --elm]

Shows an award as it stands, or one of the documents that it keeps, as JSON: the decision's input (a portable
record that "nzrr award assess" reads), its trace, or the credential; or, with --elm, the award as an unsigned European
Digital Credential (European Learning Model 3).

Exit: 0 shown, 1 there is no such award or --elm and it is not in force, 2 the options are off.

Example: nzrr award show 26-4K7Q-MX2P-9D3H --input > input.json
`;

export const command: Command = {
  help: HELP,
  run: async (args, io) => {
    const [id, part = '--award', ...more] = args;
    if (
      id === undefined ||
      id.startsWith('-') ||
      more.length > 0 ||
      !['--award', '--input', '--trace', '--credential', '--elm'].includes(part)
    ) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const found = await awardForOperator(services, id);
      if (found === null) {
        io.err(`There is no award ${id}.\n`);
        return 1;
      }
      if (part === '--elm') {
        try {
          const elm = await elmOfAward(services, (work) => services.db.asBatch(work), found.award.id);
          io.out(`${JSON.stringify(elm, null, 2)}\n`);
          return 0;
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          io.err(`${error.message} (${error.code})\n`);
          return 1;
        }
      }
      const shown = { '--award': found.award, '--input': found.input, '--trace': found.trace, '--credential': found.credential }[
        part
      ];
      io.out(`${JSON.stringify(shown, null, 2)}\n`);
      return 0;
    });
  },
};
