import { parseArgs } from 'node:util';
import { openPathway } from '@recognition/server/pathway/saved.ts';
import { openBody } from '@recognition/server/pathway/schemas.ts';
import { formed } from '../behalf.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { planLines } from './plan.ts';

const HELP = `nzrr pathway open <link> [--json]

Shows what a link to a plan shows, as to an adviser: the plan and what has changed since, without a name and without the record.

Exit 0; 2 when the link opens nothing.
`;

export const pathwayOpen: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    return withServices(io, async (services) => {
      const { link } = formed(openBody, { link: positionals[0] });
      const opened = await openPathway(services, 'operator', link);
      const { title, expiresOn, plan, changes } = opened;
      io.out(
        values.json
          ? `${JSON.stringify(opened, null, 2)}\n`
          : `${title}, until ${expiresOn}\n${planLines(plan)}${changes.map(({ en }) => `  changed: ${en}\n`).join('')}`,
      );
      return 0;
    });
  }),
};
