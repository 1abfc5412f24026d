import { parseArgs } from 'node:util';
import { kindsIn } from '@recognition/server/pages/kinds.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readLanguage } from '../named-version.ts';

const HELP = `Usage: nzrr outcome kinds [--language en|mi] [--json]

Says what an outcome, a unit standard, a skill standard, an achievement standard and a micro-credential are to each other. Opens no database.

Exit: 0; 2 when the options are off.

Example: npx nzrr outcome kinds
`;

export const outcomeKinds: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { language: { type: 'string', default: 'en' }, json: { type: 'boolean', default: false } },
    });
    const language = readLanguage(values.language);
    if (language === null) {
      io.err(HELP);
      return 2;
    }
    const { title, short, kinds, together } = kindsIn(language);
    if (values.json) io.out(`${JSON.stringify({ title, short, kinds, together }, null, 2)}\n`);
    else io.out(`${[title, short, '', ...kinds.map(({ name, says }) => `${name}: ${says}`), '', together].join('\n')}\n`);
    return 0;
  }),
};
