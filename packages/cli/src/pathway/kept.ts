import { parseArgs } from 'node:util';
import { problem } from '@recognition/server/http/problem.ts';
import {
  listPathways,
  planAgain,
  removePathway,
  replacePathway,
  seePathway,
  sharePathway,
  unsharePathway,
} from '@recognition/server/pathway/saved.ts';
import { type SavedView, shareBody } from '@recognition/server/pathway/schemas.ts';
import type { Services } from '@recognition/server/services.ts';
import type { LearnerAtMachine } from '@recognition/server/account/at-machine.ts';
import { FOR_A_LEARNER, forLearner, formed } from '../behalf.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { isNumber } from '../rpl/number.ts';
import { planLines } from './plan.ts';

const LIST_HELP = `nzrr pathway list --learner ID [--json]

Lists the plans that a learner keeps, the newest first, and until when an adviser can see each.

Exit 0; 1 when there is none.

  npx nzrr pathway list --learner 1049600
`;

export const pathwayList: Command = {
  help: LIST_HELP,
  run: guarded(LIST_HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { learner: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    return forLearner(io, { learner: values.learner, help: LIST_HELP }, async (services, by) => {
      const { items } = await listPathways(services, by);
      if (values.json) io.out(`${JSON.stringify({ items }, null, 2)}\n`);
      else
        for (const { id, title, finish, steps, sharedUntil } of items)
          io.out(
            `${id}  ${title}: ${steps} courses, done by ${finish}${sharedUntil === null ? '' : `; shared until ${sharedUntil}`}\n`,
          );
      return items.length > 0 ? 0 : 1;
    });
  }),
};

/** A command about one plan that is kept: its number, then what it does. */
function ofOne(
  help: string,
  work: (services: Services, by: LearnerAtMachine, id: string, asked: Asked, io: Io) => Promise<void>,
): Command {
  return {
    help,
    run: guarded(help, async (args, io) => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { learner: { type: 'string' }, days: { type: 'string' }, json: { type: 'boolean', default: false } },
      });
      const [id] = positionals;
      if (!isNumber(id)) {
        io.err(`It needs the number of a plan.\n\n${help}`);
        return 2;
      }
      return forLearner(io, { learner: values.learner, help }, async (services, by) => {
        await work(services, by, id, values, io);
        return 0;
      });
    }),
  };
}

interface Asked {
  readonly days?: string | undefined;
  readonly json: boolean;
}

const say = (io: Io, view: SavedView, json: boolean): void => io.out(json ? `${JSON.stringify(view, null, 2)}\n` : linesOf(view));

function linesOf({ id, title, plan, changes, again }: SavedView): string {
  const changed = changes.map(({ step, en }) => `  changed${step === null ? '' : `, course ${step + 1}`}: ${en}\n`).join('');
  const anew =
    again === null
      ? ''
      : again.plan === null
        ? `Planned anew: ${again.state}.\n`
        : `Planned anew, for "nzrr pathway take ${id}":\n${planLines(again.plan)}`;
  return `${id}  ${title}\n${planLines(plan)}${changed}${anew}`;
}

export const pathwayShow = ofOne(
  `nzrr pathway show <plan> --learner ID [--json]

Shows a plan that is kept, what has changed since, and what was planned anew for that.

Exit 0; 2 when there is none.

  npx nzrr pathway show 1047 --learner 1049600
`,
  async (services, by, id, { json }, io) => say(io, await seePathway(services, by, id), json),
);

export const pathwayAgain = ofOne(
  `nzrr pathway again <plan> --learner ID [--json]

Plans anew for a kept plan of which something has changed, without waiting for the hourly job. The kept one stays.
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why.
`,
  async (services, by, id, { json }, io) => say(io, await planAgain(services, by, id), json),
);

export const pathwayTake = ofOne(
  `nzrr pathway take <plan> --learner ID

Puts what was planned anew in the place of a kept plan. A link to it shows the new one.
${FOR_A_LEARNER}

Exit 0; 2 when nothing was planned anew.

  npx nzrr pathway take 1047 --learner 1049600
`,
  async (services, by, id, _asked, io) => {
    const { title, asked, again } = await seePathway(services, by, id);
    if (again === null || again.plan === null || again.seal === null)
      throw problem('pathway-not-found', 404, 'Nothing was planned anew for this plan.');
    await replacePathway(services, by, id, { title, asked, plan: again.plan, seal: again.seal });
    io.out(`${id}  ${title}\n${planLines(again.plan)}`);
  },
);

export const pathwayShare = ofOne(
  `nzrr pathway share <plan> --learner ID [--days N]

Makes a link that shows a plan to an adviser, for 60 days or as many as are said, without a name and without the record. The one before opens
nothing any more. It is written once.
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why.

  npx nzrr pathway share 1047 --learner 1049600 --days 14
`,
  async (services, by, id, { days }, io) => {
    const asked = formed(shareBody, days === undefined ? {} : { days: Number(days) });
    const { link, expiresOn } = await sharePathway(services, by, id, asked.days);
    io.out(`${link}  until ${expiresOn}\n`);
  },
);

export const pathwayUnshare = ofOne(
  `nzrr pathway unshare <plan> --learner ID

Ends the link to a plan at once. Doing it again changes nothing.
${FOR_A_LEARNER}

Exit 0; 2 when there is no such plan.
`,
  async (services, by, id, _asked, io) => {
    await unsharePathway(services, by, id);
    io.out(`${id}  not shared\n`);
  },
);

export const pathwayRemove = ofOne(
  `nzrr pathway remove <plan> --learner ID

Takes a plan away for good, with its link.
${FOR_A_LEARNER}

Exit 0; 2 when there is none.
`,
  async (services, by, id, _asked, io) => {
    await removePathway(services, by, id);
    io.out(`${id}  removed\n`);
  },
);
