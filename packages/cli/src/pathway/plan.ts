import { parseArgs } from 'node:util';
import { exportRecord } from '@recognition/server/record/read-record.ts';
import { planPathway } from '@recognition/server/pathway/plan.ts';
import { type AnswerView, askBody, type PlanView } from '@recognition/server/pathway/schemas.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { ASKED_HELP, ASKED_OPTIONS, askedOf } from './asked.ts';

const HELP = `nzrr pathway plan --learner ID [--major FIELD | --definition FRAMEWORK/ID | --role FRAMEWORK/ID | --job SOURCE/CODE | --skill URI]... [options]

Plans a way to an Applied Learning Qualification, to another award, a job role or skills, from what the learner holds and what is offered
today: for each aim the best plan there is. Keeps nothing. The learner is named by number, never by an NSN.

${ASKED_HELP}
  --aim AIM      soonest, cheapest, least-study or most-skill; several may be said, all when it is left out
  --json         the answer as the API gives it

Exit 0 with plans, or when nothing is left to plan; 1 when no plan keeps to all of it; 2 when something is off.

  npx nzrr pathway plan --learner 1049600 --major health --hours 12
`;

export const pathwayPlan: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...ASKED_OPTIONS,
        learner: { type: 'string' },
        aim: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    });
    const asked = askBody.safeParse(askedOf(values, values.aim));
    if (!asked.success || !/^[1-9][0-9]{0,15}$/u.test(values.learner ?? '')) {
      const [first] = asked.success ? [] : asked.error.issues;
      io.err(`${first === undefined ? 'Name the learner by number.' : `${first.path.join('.')}: ${first.message}`}\n\n${HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const answer = await planPathway(services, await exportRecord(services, Number(values.learner)), asked.data);
      io.out(values.json ? `${JSON.stringify(answer, null, 2)}\n` : linesOf(answer));
      return answer.state === 'plans' || answer.state === 'met' ? 0 : 1;
    });
  }),
};

function linesOf(answer: AnswerView): string {
  if (answer.state === 'met') return 'Nothing is left to plan: what is held is enough.\n';
  if (answer.state === 'unproven') return 'The time was over before a plan could be found.\n';
  if (answer.state === 'cannot')
    return `No plan keeps to all of this.\n${[...answer.nearest.map(({ en }) => en), ...answer.notOffered.map((name) => `Nobody offers ${name}.`)].map((line) => `  ${line}\n`).join('')}`;
  return answer.plans.map(planLines).join('\n');
}

/** A plan as lines: what it comes to, then each course with its days and why it is there. */
export function planLines({ aims, finish, cents, minutes, steps }: PlanView): string {
  const head = `${aims.map(({ aim, status }) => `${aim}${status === 'optimal' ? '' : ' (not proven)'}`).join(', ')}: done by ${finish}, $${(cents / 100).toFixed(2)}, ${Math.round(minutes / 60)} hours\n`;
  const lines = steps.map(
    ({ begins, ends, outcomes, offering, why }) =>
      `  ${begins} to ${ends}  ${outcomes.map(({ name }) => name).join(', ')} (${offering.provider.name}). ${why.map(({ en }) => en).join(' ')}\n`,
  );
  return head + lines.join('');
}
