import { parseArgs } from 'node:util';
import { rebuildEveryState, rebuildState } from '@recognition/server/record/rebuild-state.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr record rebuild [--learner ID]

Makes the state of results from their events anew: of every learner, or of one. The events are what was reported and are never changed; the
state is what a decision reads, one row a result. Wanted after the state was damaged by hand; on a sound database it changes nothing. Awards
that stand are not decided again. It may be stopped and run again, and the product may run meanwhile.

  --learner ID   only this learner, by number

Exit 0; 2 when the options are off or the database cannot be opened.

  npx nzrr record rebuild
`;

export const recordRebuild: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { learner: { type: 'string' } } });
    const learner = values.learner === undefined ? null : Number(values.learner);
    if (learner !== null && !(Number.isSafeInteger(learner) && learner > 0)) {
      io.err(`Name the learner by number.\n\n${HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const rows =
        learner === null ? await rebuildEveryState(services) : await rebuildState(services, { from: learner, to: learner });
      io.out(`${rows.toLocaleString('en')} results were made from their events.\n`);
      return 0;
    });
  }),
};
