import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { exportCatalogue } from '@recognition/server/catalogue/export.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr catalogue export [file] [--public]

Writes the catalogue as one JSON file that "nzrr catalogue import --from json" takes back: organisations with their accreditations,
and outcomes with everything that is known of them. Without a file it goes to the screen.

  --public   leave drafts out, as everybody sees the catalogue

Exit 0; 2 when the file cannot be written.

  npx nzrr catalogue export catalogue.json
`;

export const catalogueExport: Command = {
  name: 'catalogue export',
  summary: 'write the catalogue as one file',
  help: HELP,
  run: async (args, io) => {
    let path: string | undefined;
    let open = false;
    try {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { public: { type: 'boolean', default: false } },
      });
      [path, open] = [positionals[0], values.public];
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const pieces = exportCatalogue(services, open ? 'public' : 'operator');
      if (path === undefined) {
        for await (const piece of pieces) io.out(piece);
        return 0;
      }
      try {
        await pipeline(Readable.from(pieces), createWriteStream(resolve(io.cwd, path)));
      } catch (error) {
        if (!(error instanceof Error && 'syscall' in error)) throw error;
        io.err(`${path} cannot be written: ${error.message}\n`);
        return 2;
      }
      return 0;
    });
  },
};
