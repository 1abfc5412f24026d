import { parseArgs } from 'node:util';
import { endFound, seeFound } from '@recognition/server/found/profile.ts';
import { FOR_A_LEARNER, forLearner } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';

const SHOW_HELP = `nzrr found show --learner ID [--json]

Shows how a learner is found by employers, who searched for people like them, and who asked to talk. Only the learner themself, signed in, chooses
to be found and answers; "nzrr found end" ends it.

Exit 0; 1 when the learner is not found and nobody asked.

  npx nzrr found show --learner 1049600
`;

export const foundShow: Command = {
  help: SHOW_HELP,
  run: guarded(SHOW_HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { learner: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    return forLearner(io, { learner: values.learner, help: SHOW_HELP }, async (services, by) => {
      const seen = await seeFound(services, by);
      const { profile, approaches, searches } = seen;
      if (values.json) io.out(`${JSON.stringify(seen, null, 2)}\n`);
      else {
        if (profile !== null)
          io.out(
            `${profile.open ? 'Found' : 'Found no more'} in ${profile.region}, until ${profile.until}, by ${profile.skills.join(' ')}\n`,
          );
        for (const { organisation, at } of searches) io.out(`  ${at.slice(0, 10)}  ${organisation.name} searched\n`);
        for (const { id, organisation, title, status, until } of approaches)
          io.out(`  ${id}  ${organisation.name} asked: ${title}; ${status}, until ${until}\n`);
      }
      return profile === null && approaches.length === 0 ? 1 : 0;
    });
  }),
};

const END_HELP = `nzrr found end --learner ID

Ends being found at once, and every approach that waits. Links that were made by accepting stay. Doing it again changes nothing.
${FOR_A_LEARNER}

Exit 0.
`;

export const foundEnd: Command = {
  help: END_HELP,
  run: guarded(END_HELP, async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { learner: { type: 'string' } } });
    return forLearner(io, { learner: values.learner, help: END_HELP }, async (services, by) => {
      await endFound(services, by);
      io.out('found no more\n');
      return 0;
    });
  }),
};
