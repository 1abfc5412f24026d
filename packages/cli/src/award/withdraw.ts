import { parseArgs } from 'node:util';
import { readAwardId, withdrawForLearner } from '@recognition/server/award/index.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr award withdraw <award> --reason TEXT

Gives an award back for a learner who asked for it: its learning is free again, and its credential no longer verifies. The reason is kept.
To end an award that the learner holds on to takes two stewards, in the product itself.

Exit 0; 2 when there is no such award, it does not stand any more, or the options are off.

  npx nzrr award withdraw 26-4K7Q-MX2P-9D3H --reason "The learner waits for a major."
`;

export const awardWithdraw: Command = {
  help: HELP,
  run: async (args, io) => {
    const asked = parse(args);
    if (asked === null) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const { id } = await withdrawForLearner(services, asked.id, asked.reason);
      io.out(`Award ${id} is withdrawn; what it counted may be counted again.\n`);
      return 0;
    });
  },
};

function parse(args: readonly string[]): { readonly id: string; readonly reason: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: 'string' } },
    });
    const id = positionals.length === 1 ? readAwardId(positionals[0] ?? '') : null;
    const reason = values.reason?.trim() ?? '';
    return id === null || reason === '' ? null : { id, reason };
  } catch {
    return null;
  }
}
