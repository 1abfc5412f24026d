import { parseArgs } from 'node:util';
import { suggestSkills } from '@recognition/server/skill/suggest.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr skill suggest <text> [--scheme <name>] [--limit <number>] [--json]

Suggests the skills that fit a piece of writing, best first, each with the words that it shares.

Exit: 0; 1 when there is none.

Example: npx nzrr skill suggest "Clean hands to prevent infection, and keep records of it"
`;

export const skillSuggest: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        scheme: { type: 'string' },
        limit: { type: 'string', default: '10' },
        json: { type: 'boolean', default: false },
      },
    });
    const said = positionals.join(' ').trim();
    const limit = Number(values.limit);
    if (said === '' || !Number.isInteger(limit) || limit < 1 || limit > 50) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const found = await suggestSkills(services, { said, scheme: values.scheme ?? null, limit });
      if (values.json)
        io.out(
          `${JSON.stringify(
            found.map(({ skill: { uri, scheme, en, mi }, score, why }) => ({ uri, scheme, en, mi, score, why })),
            null,
            2,
          )}\n`,
        );
      else
        for (const { skill, score, why } of found)
          io.out(
            `${score.toFixed(2)}  ${skill.en} (${skill.scheme}): ${why.words.length === 0 ? why.by : why.words.join(', ')}${why.other ? `; also called ${why.label}` : ''}\n`,
          );
      return found.length === 0 ? 1 : 0;
    });
  }),
};
