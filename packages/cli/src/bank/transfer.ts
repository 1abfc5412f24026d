import { parseArgs } from 'node:util';
import { asLearner } from '@recognition/server/account/at-machine.ts';
import { transfer } from '@recognition/server/bank/redeem.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { readLearner, readPlace } from './place.ts';
import { orRefused, readCredits } from './refused.ts';

const HELP = `nzrr bank transfer --learner ID --bank FRAMEWORK/BANK --to INSTITUTION --credits ID,ID... [--json]

Transfers credits to another institution of the bank, all of them or none. Only on the learner's own request. "nzrr bank holdings" names the
credits. The id is the learner's number here, never an NSN.

  --json   the id of the entry as JSON

Exit 0; 2 refused, with the reason (already-redeemed, credit-expired, already-there, not-in-the-bank, ...), or a value is off.

  npx nzrr bank transfer --learner 1049600 --bank in/abc --to demo-bulbul --credits 2051,3075
`;

export const bankTransfer: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        learner: { type: 'string' },
        bank: { type: 'string' },
        to: { type: 'string' },
        credits: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    });
    const learner = readLearner(values.learner);
    const place = readPlace(values.bank);
    const credits = readCredits(values.credits);
    const { to, json } = values;
    if (learner === null || place === null || to === undefined || credits === null || credits.length === 0) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, (services) =>
      orRefused(io, async () => {
        const where = { framework: place.framework, bank: place.name };
        const { id } = await asLearner(services, learner, (by) => transfer(services, by, where, { to, credits }));
        io.out(json ? `${JSON.stringify({ id })}\n` : `Entry ${id}: ${credits.length} credits are transferred to ${to}.\n`);
        return 0;
      }),
    );
  }),
};
