import { parseArgs } from 'node:util';
import { listOrganisations } from '@recognition/server/organisation/list.ts';
import type { Command } from '../command.ts';
import { withServices } from '../open.ts';
import { guarded } from '../guarded.ts';

const HELP = `nzrr organisation list [words] [--kind KIND] [--json]

Lists organisations by id whose present or former name, id or provider number holds the words.

Exit 0.

  npx nzrr organisation list toitu
`;

export const organisationList: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { kind: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    return withServices(io, async (services) => {
      let after = '';
      for (;;) {
        const { items, next } = await listOrganisations(services, {
          q: positionals.join(' '),
          kind: values.kind ?? null,
          after,
          limit: 200,
        });
        for (const { organisationId: _key, ...one } of items) {
          io.out(
            values.json
              ? `${JSON.stringify(one)}\n`
              : `${one.id}  ${one.name} (${one.kind}${one.closed === null ? '' : `, closed ${one.closed}`}): ${one.accreditations.length} accreditations\n`,
          );
        }
        if (next === null) return 0;
        after = next;
      }
    });
  }),
};
