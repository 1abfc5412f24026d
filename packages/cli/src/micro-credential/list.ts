import { parseArgs } from 'node:util';
import { listMicroCredentials } from '@recognition/server/micro-credential/list.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `Usage: nzrr micro-credential list [words] [--part REF] [--developer ID] [--json]

Lists the micro-credentials that are listed, by code: those whose code and title hold every word, that are made of an outcome or standard
(its lineage), or that an organisation answers for.

  --json   one line of JSON for each, as GET /api/v1/micro-credentials answers it

Exit: 0; 1 when none fits; 2 when the options are off.

Example: npx nzrr micro-credential list care
`;

export const microCredentialList: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { part: { type: 'string' }, developer: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const { part, developer, json } = values;
    return withServices(io, async (services) => {
      let found = 0;
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await listMicroCredentials(services, {
          q: positionals.join(' '),
          part,
          developer,
          ...(cursor === undefined ? {} : { cursor }),
          limit: 200,
        });
        for (const one of page.items) {
          const size = one.credits === null ? '-' : `${one.credits} credits`;
          io.out(
            json
              ? `${JSON.stringify(one)}\n`
              : `${one.code}/${one.version}  ${one.content.title}  ${size}  ${one.developerName}\n`,
          );
        }
        found += page.items.length;
        cursor = page.next;
      }
      return found === 0 ? 1 : 0;
    });
  }),
};
