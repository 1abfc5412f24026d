import { parseArgs } from 'node:util';
import { REGIONS } from '@recognition/recognition/places';
import { FIGURES_HEADER, figureRows, figuresOf } from '@recognition/server/demand/figures.ts';
import { csvStream, onePage } from '@recognition/server/stewardship/csv.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr demand [--region SLUG] [--limit N] [--csv | --json]

Sets what employers need against what is there, skill by skill: roles that need it, outcomes that stand for it, open offerings of those, and people
who hold it, to the nearest five and never fewer than ten. What is withheld is "-". Names no employer and no person.

  --region SLUG  of one region, such as wellington; without it, all of New Zealand
  --limit N      so many skills, those that most roles need first; 20 without it. --csv and --json hold all
  --csv          a line for each skill and region, as GET /api/v1/demand/export answers it

Exit 0; 1 when there is nothing to set side by side; 2 when there is no such region.

  npx nzrr demand --region wellington
`;

const SLUGS: readonly string[] = REGIONS.map(({ slug }) => slug);

export const demand: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        region: { type: 'string' },
        limit: { type: 'string', default: '20' },
        csv: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { region = null, csv, json } = values;
    const limit = Number(values.limit);
    if ((region !== null && !SLUGS.includes(region)) || !Number.isInteger(limit) || limit < 1 || (csv && json)) {
      io.err(`The regions are ${SLUGS.join(', ')}.\n\n${HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const figures = await figuresOf(services, 'operator', region);
      const { items } = figures;
      if (json) io.out(`${JSON.stringify(figures, null, 2)}\n`);
      else if (csv) for await (const piece of csvStream(FIGURES_HEADER, onePage(figureRows(items)))) io.out(String(piece));
      else
        for (const { uri, en, roles, outcomes, offerings, people } of items.slice(0, limit)) {
          const [needed, open, held] =
            region === null
              ? [roles.total, offerings.total, people.total]
              : [
                  (roles.byRegion[region] ?? 0) + roles.anywhere,
                  (offerings.byRegion[region] ?? 0) + offerings.anywhere,
                  people.byRegion[region] ?? null,
                ];
          io.out(`${needed} roles  ${held ?? '-'} people  ${outcomes} outcomes  ${open} offerings  ${en}  ${uri}\n`);
        }
      return items.length > 0 ? 0 : 1;
    });
  }),
};
