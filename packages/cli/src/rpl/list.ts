import { parseArgs } from 'node:util';
import { sentQuery } from '@recognition/server/rpl/schemas.ts';
import { listSent } from '@recognition/server/rpl/view.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';
import { assessorAt } from './assessor.ts';

const HELP = `nzrr rpl list --provider ID [--pile waiting|second|appealed|settled|all] [--limit N] [--json]

Lists the applications for recognition of prior learning that a provider was sent: what waits with the oldest first. Story and evidence are
not in it; whoever assesses opens them, and the learner sees that.

Exit 0; 1 when nothing is there; 2 when it cannot be listed.

  npx nzrr rpl list --provider demo-harakeke
`;

export const rplList: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        provider: { type: 'string' },
        pile: { type: 'string' },
        limit: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { provider, json, ...asked } = values;
    const query = sentQuery.safeParse(asked);
    if (provider === undefined || !query.success) {
      io.err(`It needs --provider, and a pile that there is.\n\n${HELP}`);
      return 2;
    }
    return withServices(io, async (services) => {
      const by = await assessorAt(services, provider, null);
      if ('trouble' in by) {
        io.err(`${by.trouble}\n`);
        return 2;
      }
      const { pile, limit } = query.data;
      const { items } = await listSent(services, by, { pile, after: null, limit });
      for (const { id, status, appliedAt, outcomes, appealed } of items) {
        const said = { id, status, sent: appliedAt?.slice(0, 10) ?? null, outcomes: outcomes.map(({ code }) => code), appealed };
        io.out(
          json
            ? `${JSON.stringify(said)}\n`
            : `${id}  ${appealed ? 'appealed' : status}  ${said.sent ?? ''}  ${said.outcomes.join(' ')}\n`,
        );
      }
      return items.length > 0 ? 0 : 1;
    });
  }),
};
