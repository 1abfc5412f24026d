import { parseArgs } from 'node:util';
import { said } from '@recognition/recognition/frameworks';
import { asLearner } from '@recognition/server/account/at-machine.ts';
import { seeHoldings } from '@recognition/server/bank/view.ts';
import type { Command } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readLanguage } from '../named-version.ts';
import { withServices } from '../open.ts';
import { readLearner, readPlace } from './place.ts';

const HELP = `nzrr bank holdings --learner ID --bank FRAMEWORK/BANK [--language en|mi] [--json]

What a learner holds in a bank of credits today: each credit with where it stands and its last day, what it can be redeemed for and where,
and what was recognised from a portfolio of evidence, with the lines of why. The id is the learner's number here, never an NSN.

  --json   as GET /api/v1/learners/me/banks/{framework}/{bank} answers it

Exit 0; 1 when nothing can be used; 2 when the bank or the learner is unknown, or a value is off.

  npx nzrr bank holdings --learner 1049600 --bank in/abc
`;

export const bankHoldings: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        learner: { type: 'string' },
        bank: { type: 'string' },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    const learner = readLearner(values.learner);
    const place = readPlace(values.bank);
    const language = readLanguage(values.language);
    if (learner === null || place === null || language === null) {
      io.err(HELP);
      return 2;
    }
    return withServices(io, async (services) => {
      const where = { framework: place.framework, bank: place.name };
      const held = await asLearner(services, learner, (by) => seeHoldings(services, by, where, language));
      io.out(values.json ? `${JSON.stringify(held, null, 2)}\n` : `${linesOf(held, language).join('\n')}\n`);
      return held.usable.minutes > 0 ? 0 : 1;
    });
  }),
};

type Held = Awaited<ReturnType<typeof seeHoldings>>;

function linesOf(held: Held, language: 'en' | 'mi'): readonly string[] {
  const many = said({ en: '', mi: '', ...held.unit.many }, language);
  const next = held.nextToLapse === null ? '' : `; ${held.nextToLapse.size.amount} ${many} lapse on ${held.nextToLapse.on}`;
  return [
    `${said({ en: '', mi: '', ...held.title }, language)} on ${held.on}: ${held.usable.amount} ${many} can be used${next}; ${held.redeemed.amount} redeemed, ${held.lapsed.amount} lapsed.`,
    ...held.credits.map(
      ({ id, code, title, kind, size, state, until, at }) =>
        `  ${id}  ${code}  ${title}  ${kind}  ${size.amount} ${many}  ${state}, until ${until}${at === null ? '' : `  at ${at.id}`}`,
    ),
    ...held.options.map(
      ({ award, institution, eligible, have, missing, toTransfer }) =>
        `${award} at ${institution.id} (${institution.name}): ${eligible ? `can be redeemed with ${have.amount} ${many}` : `${missing.amount} ${many} short`}${toTransfer === 0 ? '' : `; ${toTransfer} to transfer there first`}`,
    ),
    ...held.portfolios.flatMap(({ credit, award, title, eligible, lines }) => [
      `${award} on credit ${credit}: ${eligible ? title : 'not yet'}`,
      ...lines.map(({ text }) => `  ${text}`),
    ]),
  ];
}
