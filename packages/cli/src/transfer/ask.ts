import { parseArgs } from 'node:util';
import { askTransfer, withdrawTransfer } from '@recognition/server/credit-transfer/ask.ts';
import { askBody } from '@recognition/server/credit-transfer/schemas.ts';
import { FOR_A_LEARNER, forLearner, formed } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { isNumber } from '../rpl/number.ts';

const ASK_HELP = `nzrr transfer ask --learner ID --outcome ID --provider ID --consent
  (--result NUMBER | --award NAME --issuer NAME --first-on DATE --evidence ITEM) [--words TEXT]

Asks a provider to transfer credit (CRT): a result of the learner's record, or an award of another place with its evidence, for an outcome. The
result keeps the day on which it was first achieved. --consent is the learner's: that the provider sees what is named, and nothing else.
Numbers of results are those of "nzrr record export", of evidence those of "nzrr evidence list". Answers the number of the request.
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why.

  npx nzrr transfer ask --learner 1049600 --result 5121 --outcome HE08-v1 --provider demo-harakeke --consent
`;

export const transferAsk: Command = {
  help: ASK_HELP,
  run: guarded(ASK_HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        learner: { type: 'string' },
        outcome: { type: 'string' },
        provider: { type: 'string' },
        result: { type: 'string' },
        award: { type: 'string' },
        issuer: { type: 'string' },
        'first-on': { type: 'string' },
        evidence: { type: 'string' },
        words: { type: 'string' },
        consent: { type: 'boolean', default: false },
      },
    });
    const { learner, outcome, provider, result, award, issuer, evidence, words, consent } = values;
    const from = result === undefined ? { award, issuer, firstOn: values['first-on'], evidence } : { result };
    if (outcome === undefined || provider === undefined || (result === undefined) === (award === undefined)) {
      io.err(`It needs --outcome, --provider, and either --result or --award.\n\n${ASK_HELP}`);
      return 2;
    }
    return forLearner(io, { learner, help: ASK_HELP }, async (services, by) => {
      const { id } = await askTransfer(services, by, formed(askBody, { from, outcome, provider, words, consent }));
      io.out(`${id}  asked\n`);
      return 0;
    });
  }),
};

const WITHDRAW_HELP = `nzrr transfer withdraw <request> --learner ID

Takes a request for a transfer of credit back. Doing it again changes nothing.
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why.
`;

export const transferWithdraw: Command = {
  help: WITHDRAW_HELP,
  run: guarded(WITHDRAW_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { learner: { type: 'string' } },
    });
    const [id] = positionals;
    if (!isNumber(id)) {
      io.err(`It needs a request.\n\n${WITHDRAW_HELP}`);
      return 2;
    }
    return forLearner(io, { learner: values.learner, help: WITHDRAW_HELP }, async (services, by) => {
      await withdrawTransfer(services, by, id);
      io.out(`${id}  withdrawn\n`);
      return 0;
    });
  }),
};
