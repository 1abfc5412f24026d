import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dropItem, ownContent, portfolioOf } from '@recognition/server/evidence/portfolio.ts';
import { FOR_A_LEARNER, forLearner } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { isNumber } from '../rpl/number.ts';

const LIST_HELP = `nzrr evidence list --learner ID [--json]

Lists what a learner keeps to show what they can do, and how often others opened each.

Exit 0; 1 when there is nothing.

  npx nzrr evidence list --learner 1049600
`;

export const evidenceList: Command = {
  help: LIST_HELP,
  run: guarded(LIST_HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { learner: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    return forLearner(io, { learner: values.learner, help: LIST_HELP }, async (services, by) => {
      const { items } = await portfolioOf(services, by);
      if (values.json) io.out(`${JSON.stringify({ items }, null, 2)}\n`);
      else
        for (const { id, kind, title, proof, openings } of items)
          io.out(`${id}  ${kind}${proof ? ', proof' : ''}  ${title}; opened ${openings.length} times\n`);
      return items.length > 0 ? 0 : 1;
    });
  }),
};

const READ_HELP = `nzrr evidence read <item> --learner ID --out FILE

Writes the file of a piece of a learner's evidence.
${FOR_A_LEARNER}

Exit 0; 2 when there is none.
`;

export const evidenceRead: Command = {
  help: READ_HELP,
  run: guarded(READ_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { learner: { type: 'string' }, out: { type: 'string' } },
    });
    const [id] = positionals;
    const { learner, out } = values;
    if (!isNumber(id) || out === undefined) {
      io.err(`It needs a piece of evidence and --out.\n\n${READ_HELP}`);
      return 2;
    }
    return forLearner(io, { learner, help: READ_HELP }, async (services, by) => {
      const { title, mediaType, content } = await ownContent(services, by, id);
      await writeFile(resolve(io.cwd, out), content);
      io.out(`${title}  ${mediaType}, ${content.length} bytes\n`);
      return 0;
    });
  }),
};

const REMOVE_HELP = `nzrr evidence remove <item> --learner ID

Removes a piece of a learner's evidence, with its file; not while somebody has still to decide on what it was sent for.
${FOR_A_LEARNER}

Exit 0; 2 when it is refused, with why.
`;

export const evidenceRemove: Command = {
  help: REMOVE_HELP,
  run: guarded(REMOVE_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { learner: { type: 'string' } },
    });
    const [id] = positionals;
    if (!isNumber(id)) {
      io.err(`It needs a piece of evidence.\n\n${REMOVE_HELP}`);
      return 2;
    }
    return forLearner(io, { learner: values.learner, help: REMOVE_HELP }, async (services, by) => {
      await dropItem(services, by, id);
      io.out(`${id}  removed\n`);
      return 0;
    });
  }),
};
