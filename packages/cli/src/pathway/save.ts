import { parseArgs } from 'node:util';
import { problem } from '@recognition/server/http/problem.ts';
import { planPathway } from '@recognition/server/pathway/plan.ts';
import { savePathway } from '@recognition/server/pathway/saved.ts';
import { sealOf } from '@recognition/server/pathway/seal.ts';
import { askBody, saveBody } from '@recognition/server/pathway/schemas.ts';
import { takeRecord } from '@recognition/server/record/see-record.ts';
import { FOR_A_LEARNER, forLearner, formed } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { ASKED_HELP, ASKED_OPTIONS, askedOf } from './asked.ts';
import { planLines } from './plan.ts';

const HELP = `nzrr pathway save --learner ID --aim AIM [--title TEXT] [goal and limits, as of "nzrr pathway plan"]

Plans as "nzrr pathway plan" does, for one aim, and keeps the plan: it is looked at every hour, planned anew when something that it counts on
changes, and may be shown to an adviser. Answers its number.
${FOR_A_LEARNER}

  --aim AIM      soonest, cheapest, least-study or most-skill
  --title TEXT   what it is called; without it, the goal
${ASKED_HELP}

Exit 0; 1 when there is no plan, or nothing is left to plan; 2 when something is off.

  npx nzrr pathway save --learner 1049600 --major health --hours 12 --aim cheapest
`;

export const pathwaySave: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { ...ASKED_OPTIONS, learner: { type: 'string' }, aim: { type: 'string' }, title: { type: 'string' } },
    });
    const { learner, aim } = values;
    if (aim === undefined) {
      io.err(`It needs one --aim.\n\n${HELP}`);
      return 2;
    }
    return forLearner(io, { learner, help: HELP }, async (services, by) => {
      const asked = formed(askBody, askedOf(values, [aim]));
      const answer = await planPathway(services, await takeRecord(services, by.acting), asked);
      const [plan] = answer.plans;
      if (plan === undefined) {
        io.err(answer.state === 'met' ? 'Nothing is left to plan.\n' : '"nzrr pathway plan" says why there is no plan.\n');
        return 1;
      }
      const seal = sealOf(services, by.learnerId, answer.asked, plan);
      const title = values.title ?? answer.title.en;
      const kept = saveBody.safeParse({ title, asked: answer.asked, plan, seal });
      if (!kept.success) throw problem('invalid-request', 400, 'The title has between 1 and 200 letters.');
      const { id } = await savePathway(services, by, kept.data);
      io.out(`${id}  ${title}\n${planLines(plan)}`);
      return 0;
    });
  }),
};
