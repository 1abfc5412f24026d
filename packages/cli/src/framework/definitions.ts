import { parseArgs } from 'node:util';
import { seeDefinition, seeDefinitions } from '@recognition/server/framework/content/see.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr framework definitions [ID] --framework ID [--award KIND] [--sector NAME] [--q WORDS] [--json]

The awards of a framework that are made of named parts, by title. With the id of one: its definition as JSON, as the compose commands take
it, with --around all that it leads to and is made of.

  --framework ID   such as ph
  --award KIND     of one kind, such as nc; --sector NAME of a sector; --q WORDS that the title holds
  --around         with an id: the whole ladder around it
  --json           one line of JSON for each, as GET /api/v1/frameworks/{framework}/definitions answers it

Exit: 0; 1 when there is none; 2 when there is no such framework or award, or the options are off.

Example: npx nzrr framework definitions ph-demo-nc-1 --framework ph > nc.json && npx nzrr compose unbundle nc.json
`;

export const frameworkDefinitions: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        framework: { type: 'string' },
        award: { type: 'string' },
        sector: { type: 'string' },
        q: { type: 'string' },
        around: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { framework, award, sector, q, around, json } = values;
    const [id, ...more] = positionals;
    const narrowed = (award ?? sector ?? q) !== undefined;
    if (framework === undefined || more.length > 0 || (id === undefined ? around : narrowed)) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      if (id !== undefined) {
        const { definitions } = await seeDefinition(services, framework, id);
        io.out(`${JSON.stringify(around ? definitions : definitions.filter((one) => one.id === id), null, 2)}\n`);
        return 0;
      }
      let found = 0;
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await seeDefinitions(services, framework, {
          award,
          sector,
          q,
          ...(cursor === undefined ? {} : { cursor }),
          limit: 200,
        });
        for (const one of page.items)
          io.out(
            json
              ? `${JSON.stringify(one)}\n`
              : `${one.id}  ${one.title}  ${one.award}  ${one.parts} parts${one.sector === null ? '' : `  ${one.sector}`}\n`,
          );
        found += page.items.length;
        cursor = page.next;
      }
      return found > 0 ? 0 : 1;
    });
  }),
};
