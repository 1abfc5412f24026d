import { join, resolve } from 'node:path';
import { backup } from '@recognition/server/operations/backup.ts';
import type { Command } from '../command.ts';
import { dataFolder } from '../open.ts';
import { onDatabase } from '../config/owner.ts';
import { inSentences } from '../config/sentences.ts';

export const command: Command = {
  help: `nzrr backup FILE

Writes the whole database, as it is at one moment, with the files of evidence that lie encrypted beside it, to a new file (gzip, mode 0600).
The product may run meanwhile. Sessions are left out, and so are the keys: copy the key file elsewhere yourself, without it no NSN and no
evidence in the backup can be read.

Exit 0; 2 when it could not be written.

  npx nzrr backup monday.backup
`,
  run: (args, io) =>
    inSentences(io, async () => {
      const [file, ...rest] = args;
      if (file === undefined || rest.length > 0) {
        io.err('nzrr backup takes one file.\n');
        return 2;
      }
      const { tables, dataVersion } = await onDatabase(io, (owner) =>
        backup(owner, resolve(io.cwd, file), new Date(), join(dataFolder(io), 'evidence')),
      );
      io.out(`${file}: ${tables} tables, data version ${dataVersion}. The keys are not in it.\n`);
      return 0;
    }),
};
