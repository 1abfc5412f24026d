import { parseArgs } from 'node:util';
import { decideTransfer } from '@recognition/server/credit-transfer/decide.ts';
import { decisionBody, sentQuery } from '@recognition/server/credit-transfer/schemas.ts';
import { listOwn, listSent, readSent } from '@recognition/server/credit-transfer/view.ts';
import { forLearner, formed, forStaff } from '../behalf.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { isNumber } from '../rpl/number.ts';

const ROLES = ['registrar', 'administrator'];

const LIST_HELP = `nzrr transfer list --learner ID [--json]
nzrr transfer list --provider ID --as MAIL [--state waiting|settled] [--limit N] [--json]
nzrr transfer list <request> --provider ID --as MAIL

Lists the transfers of credit that a learner asked for, or that a provider was asked for; or shows one of the latter with whose it is, which the
learner sees was read. --as names a registrar of the provider by the address of their sign-in.

Exit 0; 1 when there is none; 2 when it cannot be listed.

  npx nzrr transfer list --provider demo-harakeke --as ngaio@example.test
`;

export const transferList: Command = {
  help: LIST_HELP,
  run: guarded(LIST_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        learner: { type: 'string' },
        provider: { type: 'string' },
        as: { type: 'string' },
        state: { type: 'string' },
        limit: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { learner, provider, as: mail, json, ...query } = values;
    const [id] = positionals;
    if (learner !== undefined && provider === undefined && id === undefined)
      return forLearner(io, { learner, help: LIST_HELP }, async (services, by) => say(io, json, await listOwn(services, by)));
    const who = { kind: 'provider', organisation: provider, mail, roles: ROLES, help: LIST_HELP } as const;
    return forStaff(io, who, async (services, by) => {
      if (isNumber(id)) {
        io.out(`${JSON.stringify(await readSent(services, by, id), null, 2)}\n`);
        return 0;
      }
      const { state, limit } = formed(sentQuery, query);
      return say(io, json, await listSent(services, by, { waiting: state === 'waiting', after: null, limit }));
    });
  }),
};

function say(
  io: Io,
  json: boolean,
  { items }: { readonly items: readonly Awaited<ReturnType<typeof listOwn>>['items'][number][] },
): number {
  if (json) io.out(`${JSON.stringify({ items }, null, 2)}\n`);
  else
    for (const { id, status, from, outcome, provider, firstOn, agreement, answer } of items) {
      const what = from.award?.name ?? from.result?.code ?? 'a result';
      const why = answer === null || answer === '' ? '' : `: ${answer}`;
      io.out(
        `${id}  ${status}${why}  ${what}, first on ${firstOn}, for ${outcome.id} at ${provider.id}; ${agreement ?? 'no agreement'}\n`,
      );
    }
  return items.length > 0 ? 0 : 1;
}

const DECIDE_HELP = `nzrr transfer decide <request> accepted|declined --provider ID --as MAIL [--words TEXT]

Decides a transfer of credit. What is accepted is recorded at once, with the day on which it was first achieved. Where no agreement covers it, and
to decline, it needs words: what was compared, and what was found. --as names a registrar of the provider by the address of their sign-in.

Exit 0; 2 when it is refused, with why; nothing is changed then.

  npx nzrr transfer decide 1047 accepted --provider demo-harakeke --as ngaio@example.test
`;

export const transferDecide: Command = {
  help: DECIDE_HELP,
  run: guarded(DECIDE_HELP, async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { provider: { type: 'string' }, as: { type: 'string' }, words: { type: 'string' } },
    });
    const [id, decision] = positionals;
    const { provider, as: mail, words } = values;
    const asked = decisionBody.safeParse({ decision, words });
    if (!isNumber(id) || !asked.success) {
      io.err(`It needs a request, and "accepted" or "declined".\n\n${DECIDE_HELP}`);
      return 2;
    }
    const who = { kind: 'provider', organisation: provider, mail, roles: ROLES, help: DECIDE_HELP } as const;
    return forStaff(io, who, async (services, by) => {
      await decideTransfer(services, by, id, asked.data);
      io.out(`${id}  ${asked.data.decision}\n`);
      return 0;
    });
  }),
};
