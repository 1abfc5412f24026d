import { join, resolve } from 'node:path';
import { restore } from '@recognition/server/operations/restore.ts';
import type { Command } from '../command.ts';
import { dataFolder } from '../open.ts';
import { onDatabase } from '../config/owner.ts';
import { inSentences } from '../config/sentences.ts';

export const command: Command = {
  help: `nzrr restore FILE

Loads a backup into a database that is empty, all of it or nothing, and brings its data to this version. The key file of the product that
made the backup must be put in place too. Everybody signs in again.

Exit 0; 2 when it could not be restored; the database is then as empty as before.

  RECOGNITION_DATA=/srv/new npx nzrr restore monday.backup
`,
  run: (args, io) =>
    inSentences(io, async () => {
      const [file, ...rest] = args;
      if (file === undefined || rest.length > 0) {
        io.err('nzrr restore takes one file.\n');
        return 2;
      }
      const { madeAt, dataVersion, tables, migrated } = await onDatabase(io, (owner) =>
        restore(owner, resolve(io.cwd, file), join(dataFolder(io), 'evidence')),
      );
      io.out(
        `${tables} tables of ${madeAt}, data version ${dataVersion}${migrated.length > 0 ? `, brought to ${migrated.at(-1)}` : ''}. Put its key file in place before you start.\n`,
      );
      return 0;
    }),
};
