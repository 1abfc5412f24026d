import { migrate } from '@recognition/server/database/migrate.ts';
import type { Command } from '../command.ts';
import { onDatabase } from '../config/owner.ts';
import { inSentences } from '../config/sentences.ts';

export const command: Command = {
  help: `nzrr migrate

Applies the migrations that the database lacks, one after the other. Every start does the same; this is for doing it before one.

Exit 0; 2 when it could not, with what to do.

  npx nzrr migrate
`,
  run: (_args, io) =>
    inSentences(io, async () => {
      const applied = await onDatabase(io, (owner) => migrate(owner));
      io.out(applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.join(', ')}.\n`);
      return 0;
    }),
};
