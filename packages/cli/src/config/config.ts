import { loadSettings } from '@recognition/server/operations/settings.ts';
import type { Command } from '../command.ts';
import { inSentences } from './sentences.ts';

export const command: Command = {
  help: `nzrr config [--json]

Prints each setting as the product would take it from this environment: name, value, source, meaning. Secrets are masked.

Exit 0; 2 when a setting is unusable or missing, with a sentence for each.

  npx nzrr config
`,
  run: (args, io) =>
    inSentences(io, async () => {
      const { shown } = loadSettings(io.env, { cwd: io.cwd });
      if (args.includes('--json')) {
        io.out(`${JSON.stringify(shown)}\n`);
        return 0;
      }
      const width = Math.max(...shown.map(({ name }) => name.length));
      for (const { name, value, source, meaning } of shown)
        io.out(`${name.padEnd(width)}  ${value === '' ? '—' : value}  (${source}): ${meaning}\n`);
      return 0;
    }),
};
