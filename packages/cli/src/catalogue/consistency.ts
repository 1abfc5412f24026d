import { parseArgs } from 'node:util';
import { listConsistency } from '@recognition/server/consistency/list.ts';
import type { ConsistencyView } from '@recognition/server/consistency/schemas.ts';
import { countTaught } from '@recognition/server/consistency/count.ts';
import { showConsistency } from '@recognition/server/consistency/view.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr catalogue consistency [outcome] [--count] [--limit N] [--json]

Sets the providers of one outcome (its code, id or lineage) side by side: how people ended, and where one differs from all others together.
A number of people under ten is withheld, and so is what would tell it. Without an outcome it lists those that several providers teach.

  --count    count anew first; the product does so once a day
  --limit N  at most so many of the list (20 when you say nothing else)
  --json     the answer for a machine, as the API gives it

Exit: 0; 1 when the list is empty; 2 when nobody has results of the outcome.

Example: npx nzrr catalogue consistency CS03
`;

export const catalogueConsistency: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        count: { type: 'boolean', default: false },
        limit: { type: 'string', default: '20' },
        json: { type: 'boolean', default: false },
      },
    });
    const limit = Number(values.limit);
    if (positionals.length > 1 || !Number.isInteger(limit) || limit < 1 || limit > 200) {
      io.err(HELP);
      return 2;
    }
    const [outcome] = positionals;
    return withServices(io, async (services) => {
      if (values.count) await countTaught(services);
      if (outcome !== undefined) {
        const view = await showConsistency(services, 'operator', outcome);
        io.out(values.json ? `${JSON.stringify(view, null, 2)}\n` : said(view));
        return 0;
      }
      const { items } = await listConsistency(services, 'operator', { limit });
      if (values.json) io.out(`${JSON.stringify(items, null, 2)}\n`);
      else
        for (const { code, name, providers, people, differs } of items)
          io.out(
            `${code}  ${name}: ${providers} providers, ${people === null ? 'few people' : `${people} people or more`}, ${differs === 0 ? 'no clear difference' : `${differs} differ`}\n`,
          );
      return items.length === 0 ? 1 : 0;
    });
  }),
};

function said({ outcome, rows, ends }: ConsistencyView): string {
  const shown = (count: number | null): string => (count === null ? 'withheld' : String(count));
  const lines = rows.map(({ provider, people, counts, differences }) => {
    const parts = ends.map((end, at) => `${end} ${shown(counts[at] ?? null)}`).join(', ');
    const differs = differences
      .filter((one) => one.differs)
      .map(({ measure, of100, sure }) => `\n    differs in ${measure}: about ${of100} of 100 people, by chance ${sure}`)
      .join('');
    return `  ${provider?.name ?? 'all others together'}: ${shown(people)} people (${parts})${differs}\n`;
  });
  return `${outcome.code}  ${outcome.name}\n${lines.join('')}`;
}
