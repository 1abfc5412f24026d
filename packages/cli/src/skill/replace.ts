import { parseArgs } from 'node:util';
import { listRetired } from '@recognition/server/skill/list.ts';
import { replaceSkill } from '@recognition/server/skill/replace.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

const HELP = `nzrr skill replace [--scheme ID] [--json]
       nzrr skill replace <skill> --by SKILL
       nzrr skill replace <skill> --nothing

Lists the skills that their schemes no longer have, with what takes the place of each; says which skill does, by their addresses, or takes
that back. The last word stands, and a person's stands over the scheme's.

Exit 0; 1 when no skill is retired; 2 when it was refused, with why.

  npx nzrr skill replace https://pacific-skills.example/skill/ladder-work --by https://pacific-skills.example/skill/working-at-height
`;

const PAGE = 200;

export const skillReplace: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        scheme: { type: 'string' },
        by: { type: 'string' },
        nothing: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [uri] = positionals;
    const { by, nothing, json, scheme = null } = values;
    if ((uri === undefined) !== (by === undefined && !nothing) || (by !== undefined && nothing)) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      if (uri !== undefined) {
        await replaceSkill(services, 'operator', { uri, by: by ?? null });
        return 0;
      }
      let [after, found]: [string | null, number] = ['', 0];
      while (after !== null) {
        const page = await listRetired(services, { scheme, after, limit: PAGE });
        for (const one of page.items)
          io.out(
            json
              ? `${JSON.stringify(one)}\n`
              : `${one.uri}  ${one.en}  in ${one.outcomes} outcomes  ${one.replacedBy === null ? 'nothing takes its place' : `-> ${one.replacedBy.uri}`}\n`,
          );
        [after, found] = [page.next, found + page.items.length];
      }
      return found === 0 ? 1 : 0;
    });
  }),
};
