import { parseArgs } from 'node:util';
import { claimableFor } from '@recognition/server/award/index.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr award claimable --learner ID [--json]

Lists the awards made of named parts, such as micro-credentials, that a record makes, or lacks one part of: framework, award, definition,
where it stands (claimable, held with its award, or what is missing), size and title. Only on the learner's own request.

Exit: 0 at least one can be claimed, 1 none can, 2 the options are off or there is no such learner.

  npx nzrr award claimable --learner 1049600
`;

export const command: Command = {
  help: HELP,
  run: async (args, io) => {
    let asked: { readonly learner: string; readonly json: boolean };
    try {
      const { values } = parseArgs({
        args: [...args],
        options: { learner: { type: 'string' }, json: { type: 'boolean', default: false } },
      });
      asked = { learner: values.learner ?? '', json: values.json };
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
      return 2;
    }
    const learner = Number(asked.learner);
    if (!/^[1-9][0-9]{0,15}$/u.test(asked.learner) || !Number.isSafeInteger(learner)) {
      io.err(`A learner is a whole number above 0.\n\n${HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const all = await claimableFor(services, learner);
      for (const one of all) {
        const stands = one.held ?? (one.claimable ? 'claimable' : `lacks ${one.missing.join(', ') || 'what its rule asks for'}`);
        const line = [one.framework, one.award, one.definition, stands, one.size?.en ?? '-', one.title.en].join('  ');
        io.out(`${asked.json ? JSON.stringify(one) : line}\n`);
      }
      return all.some(({ claimable }) => claimable) ? 0 : 1;
    });
  },
};
