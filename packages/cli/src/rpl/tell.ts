import { parseArgs } from 'node:util';
import { startApplication } from '@recognition/server/rpl/draft.ts';
import { storyBody } from '@recognition/server/rpl/schemas.ts';
import { outcomesForStory } from '@recognition/server/rpl/story.ts';
import { FOR_A_LEARNER, forLearner, formed, textOf } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';

const options = { learner: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

const BEGIN_HELP = `nzrr rpl begin <story.txt> --learner ID [--json]

Begins an application for recognition of prior learning with a story, a text file in the learner's own words. Answers the application's number;
"nzrr rpl draft" then says for what, to whom and with what evidence, and "nzrr rpl apply" sends it.
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why.

  npx nzrr rpl begin story.txt --learner 1049600
`;

export const rplBegin: Command = {
  help: BEGIN_HELP,
  run: guarded(BEGIN_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [file] = positionals;
    if (file === undefined) {
      io.err(`It needs the story, as a file.\n\n${BEGIN_HELP}`);
      return 2;
    }
    return forLearner(io, { learner: values.learner, help: BEGIN_HELP }, async (services, by) => {
      const { story } = formed(storyBody, { story: await textOf(io, file) });
      const { id } = await startApplication(services, by, story);
      io.out(values.json ? `${JSON.stringify({ id })}\n` : `${id}  draft\n`);
      return 0;
    });
  }),
};

const MATCH_HELP = `nzrr rpl match <story.txt> --learner ID [--json]

Says which outcomes a story speaks for, the best first: why, what is lacking, and which providers may assess each. Keeps nothing, and leaves
out what the learner holds. The id of an outcome is the one that a draft names.

Exit 0; 1 when it speaks for none; 2 when it cannot be read.

  npx nzrr rpl match story.txt --learner 1049600
`;

export const rplMatch: Command = {
  help: MATCH_HELP,
  run: guarded(MATCH_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [file] = positionals;
    if (file === undefined) {
      io.err(`It needs the story, as a file.\n\n${MATCH_HELP}`);
      return 2;
    }
    return forLearner(io, { learner: values.learner, help: MATCH_HELP }, async (services, { learnerId }) => {
      const { story } = formed(storyBody, { story: await textOf(io, file) });
      const { items } = await outcomesForStory(services, learnerId, story);
      if (values.json) io.out(`${JSON.stringify({ items }, null, 2)}\n`);
      else
        for (const { outcome, name, credits, why, lacking, providers } of items) {
          io.out(`${outcome}  ${name}, ${credits} credits\n`);
          for (const { label, sentence } of why) io.out(`  ${label}: ${sentence}\n`);
          if (lacking.length > 0) io.out(`  nothing speaks for: ${lacking.map(({ label }) => label).join(', ')}\n`);
          io.out(`  may assess it: ${providers.map(({ id }) => id).join(' ') || 'nobody today'}\n`);
        }
      return items.length > 0 ? 0 : 1;
    });
  }),
};
