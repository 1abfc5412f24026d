import { parseArgs } from 'node:util';
import { answerQuestion } from '@recognition/server/rpl/apply.ts';
import { appealDecision } from '@recognition/server/rpl/appeal.ts';
import { answerBody, appealBody } from '@recognition/server/rpl/schemas.ts';
import { FOR_A_LEARNER, forLearner, formed } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { isNumber } from './number.ts';

const ANSWER_HELP = `nzrr rpl answer <application> --learner ID --words TEXT [--evidence OUTCOME=ITEM]...

Answers the question of an assessor, with more evidence for an outcome or without. ITEM is a number of "nzrr evidence list".
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why.

  npx nzrr rpl answer 1047 --learner 1049600 --words "Every week, with a hoist." --evidence HE01-v1=2051
`;

export const rplAnswer: Command = {
  help: ANSWER_HELP,
  run: guarded(ANSWER_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        learner: { type: 'string' },
        words: { type: 'string' },
        evidence: { type: 'string', multiple: true, default: [] },
      },
    });
    const [id] = positionals;
    if (!isNumber(id) || values.words === undefined) {
      io.err(`It needs an application and --words.\n\n${ANSWER_HELP}`);
      return 2;
    }
    return forLearner(io, { learner: values.learner, help: ANSWER_HELP }, async (services, by) => {
      const pairs = values.evidence.map((pair) => ({
        outcome: pair.slice(0, Math.max(pair.lastIndexOf('='), 0)),
        item: pair.slice(pair.lastIndexOf('=') + 1),
      }));
      const evidence = [...Map.groupBy(pairs, ({ outcome }) => outcome)].map(([outcome, own]) => ({
        outcome,
        items: own.map(({ item }) => item),
      }));
      await answerQuestion(services, by, id, formed(answerBody, { words: values.words, evidence }));
      io.out(`${id}  applied\n`);
      return 0;
    });
  }),
};

const APPEAL_HELP = `nzrr rpl appeal <application> --learner ID --outcome ID --words TEXT

Appeals against an outcome that was declined, once: somebody who had no part in the decision looks again, within the days of a dispute. Answers
the number of the dispute.
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why.

  npx nzrr rpl appeal 1047 --learner 1049600 --outcome HE01-v1 --words "The hoist was not looked at."
`;

export const rplAppeal: Command = {
  help: APPEAL_HELP,
  run: guarded(APPEAL_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { learner: { type: 'string' }, outcome: { type: 'string' }, words: { type: 'string' } },
    });
    const [id] = positionals;
    const { learner, ...said } = values;
    if (!isNumber(id) || said.outcome === undefined || said.words === undefined) {
      io.err(`It needs an application, --outcome and --words.\n\n${APPEAL_HELP}`);
      return 2;
    }
    return forLearner(io, { learner, help: APPEAL_HELP }, async (services, by) => {
      const dispute = await appealDecision(services, by, id, formed(appealBody, said));
      io.out(`${id}  appealed, dispute ${dispute.id}\n`);
      return 0;
    });
  }),
};
