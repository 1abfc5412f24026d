import { parseArgs } from 'node:util';
import { searchCatalogue } from '@recognition/server/offering/shelf/page.ts';
import { FACETS } from '@recognition/server/offering/shelf/facets.ts';
import { searchQuery } from '@recognition/server/offering/shelf/schemas.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr offering find [words] [--near TOWN] [--km N] [--from DATE] [--to DATE] [--sort ORDER] [--FACET VALUE,…] [--limit N] [--json]

Searches what can be learnt, as the catalogue's page does. The facets are ${FACETS.join(', ')}.

Exit 0; 1 when nothing fits.

  npx nzrr offering find care --near porirua --km 30 --audience adult
`;

const WORDS = [...FACETS, 'near', 'km', 'from', 'to', 'sort', 'limit'] as const;

export const offeringFind: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const options = Object.fromEntries(WORDS.map((word) => [word, { type: 'string' as const }]));
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, json: { type: 'boolean' as const, default: false } },
    });
    const { json, ...asked } = values;
    const query = searchQuery.safeParse({ q: positionals.join(' '), ...asked });
    if (!query.success) {
      io.err(`${query.error.issues.map(({ path, message }) => `--${path.join('.')} ${message}`).join('; ')}\n\n${HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const { items, total } = await searchCatalogue(services, query.data);
      for (const item of items) {
        const { offering } = item;
        const where =
          offering === null
            ? ''
            : `: ${offering.provider.name}, ${offering.town ?? offering.delivery}, ${offering.begins ?? 'any day'}`;
        io.out(json ? `${JSON.stringify(item)}\n` : `${item.code}  ${item.name}${where}\n`);
      }
      if (!json) io.out(`${total} in all\n`);
      return total > 0 ? 0 : 1;
    });
  }),
};
