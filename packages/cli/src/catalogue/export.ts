import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { exportCatalogue } from '@recognition/server/catalogue/export.ts';
import { exportRegister } from '@recognition/server/catalogue/registers/export-register.ts';
import { REGISTER_FORMATS } from '@recognition/server/catalogue/registers/formats.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr catalogue export [file] [--to json|ctdl|ctdl-asn|case] [--public]

Writes the catalogue as one JSON file that "nzrr catalogue import --from json" takes back: organisations with their accreditations,
and outcomes with everything that is known of them. Without a file it goes to the screen.

  --to json      the catalogue file (when you say nothing else)
  --to ctdl      a CTDL graph: each outcome as a learning opportunity with its level and credit value
  --to ctdl-asn  a CTDL-ASN graph: each outcome as a competency, with the knowledge and skill that it embodies
  --to case      a CASE 1.1 package; what CASE has no term for stands under "extensions"
  --public       leave drafts out, as everybody sees the catalogue

Exit 0; 2 when the file cannot be written.

  npx nzrr catalogue export catalogue.json
`;

export const catalogueExport: Command = {
  help: HELP,
  run: async (args, io) => {
    let path: string | undefined;
    let open = false;
    let to: string;
    try {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { public: { type: 'boolean', default: false }, to: { type: 'string', default: 'json' } },
      });
      [path, open, to] = [positionals[0], values.public, values.to];
    } catch (error) {
      io.err(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
      return 2;
    }
    const register = REGISTER_FORMATS.find((format) => format === to);
    if (register === undefined && to !== 'json') {
      io.err(`Say --to json, --to ${REGISTER_FORMATS.join(' or --to ')}.\n\n${HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const actor = open ? 'public' : 'operator';
      const pieces = register === undefined ? exportCatalogue(services, actor) : exportRegister(services, actor, register);
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
