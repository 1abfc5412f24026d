import { parseArgs } from 'node:util';
import { openShare } from '@recognition/server/sharing/index.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr record open <link> [--pin PIN] [--json]

Opens a link that somebody gave: what they can do first, skill by skill, with the strongest evidence and who attests it; then awards, checked at
this moment, and outcomes. Whoever gave the link sees that it was opened.

Exit 0; 2 when it opens nothing, with why.
`;

export const recordOpen: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { pin: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [link] = positionals;
    if (link === undefined) {
      io.err(`It needs a link.\n\n${HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const opened = await openShare(services, { caller: 'operator', signedIn: null }, link, values.pin ?? null);
      if (values.json) {
        io.out(`${JSON.stringify(opened, null, 2)}\n`);
        return 0;
      }
      const { holder, skills, awards, outcomes, ended } = opened.content;
      io.out(`${holder ?? 'No name'}, for ${opened.audience}, until ${opened.expiresOn}: ${opened.purpose}\n`);
      for (const { label, relation, strongest, latest, attestedBy } of skills)
        io.out(
          `  ${label}: ${relation}${strongest.name === null ? '' : `; ${strongest.name}`}; last in ${latest ?? 'a year that is not shown'}; ${attestedBy.join(', ') || 'by whom is not shown'}\n`,
        );
      for (const { title, credits, status, verification } of awards)
        io.out(`  award ${title.en}, ${credits} credits, ${status}: ${verification.answer}\n`);
      for (const { code, name, confirmed } of outcomes)
        io.out(`  outcome ${code} ${name}${confirmed ? '' : ', not confirmed yet'}\n`);
      if (ended > 0) io.out(`  ${ended} that were chosen no longer stand\n`);
      return 0;
    });
  }),
};
