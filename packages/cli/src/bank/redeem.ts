import { parseArgs } from 'node:util';
import { asLearner } from '@recognition/server/account/at-machine.ts';
import { redeem } from '@recognition/server/bank/redeem.ts';
import { seeDecision } from '@recognition/server/bank/view.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { readLanguage } from '../named-version.ts';
import { withServices } from '../open.ts';
import { readLearner, readPlace } from './place.ts';
import { orRefused, readCredits } from './refused.ts';

const HELP = `nzrr bank redeem --learner ID --bank FRAMEWORK/BANK --award ID --institution ID [--credits ID,ID...] [--language en|mi] [--json]

Decides an award on what a learner can use today, line by line with the shares that the framework allows, and names the credits that it
would debit. Nothing is debited until they are said with --credits: then they are debited for ever, all of them or none, once. Only on the
learner's own request. The id is the learner's number here, never an NSN.

  --credits ID,ID...  the credits that the decision named; when it has moved since, nothing happens (decision-changed)
  --language en|mi    the language of the lines, default en
  --json              the decision as GET .../decision answers it; with --credits the id of the entry

Exit 0 it can be redeemed, or is; 1 what is held does not make the award; 2 refused, with the reason (already-redeemed, credit-expired,
not-transferred, ...), or a value is off.

  npx nzrr bank redeem --learner 1049600 --bank in/abc --award degree --institution demo-bulbul
`;

export const bankRedeem: Command = {
  help: HELP,
  run: guarded(HELP, async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        learner: { type: 'string' },
        bank: { type: 'string' },
        award: { type: 'string' },
        institution: { type: 'string' },
        credits: { type: 'string', multiple: true },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    const learner = readLearner(values.learner);
    const place = readPlace(values.bank);
    const credits = readCredits(values.credits);
    const language = readLanguage(values.language);
    const { award, institution, json } = values;
    if (learner === null || place === null || credits === null || language === null) {
      io.err(HELP);
      return 2;
    }
    if (award === undefined || institution === undefined) {
      io.err(HELP);
      return 2;
    }
    const where = { framework: place.framework, bank: place.name };
    return withServices(io, (services) =>
      orRefused(io, () =>
        asLearner(services, learner, async (by) => {
          if (credits.length > 0) {
            const { id } = await redeem(services, by, where, { award, institution, credits });
            io.out(
              json
                ? `${JSON.stringify({ id })}\n`
                : `Entry ${id}: ${credits.length} credits are debited for ever for ${award} at ${institution}.\n`,
            );
            return 0;
          }
          const decision = await seeDecision(services, by, where, { award, institution }, language);
          if (json) io.out(`${JSON.stringify(decision, null, 2)}\n`);
          else sayDecision(decision, io);
          return decision.eligible ? 0 : 1;
        }),
      ),
    );
  }),
};

function sayDecision({ lines, credits, toTransfer, eligible }: Awaited<ReturnType<typeof seeDecision>>, io: Io): void {
  for (const { text } of lines) io.out(`${text}\n`);
  if (!eligible) return;
  for (const { id, code, title, size, at, until } of credits)
    io.out(`  ${id}  ${code}  ${title}  ${size.amount}  at ${at.id}, until ${until}\n`);
  if (toTransfer.length > 0) io.out(`To transfer first: ${toTransfer.join(',')}\n`);
  io.out(`Nothing is debited yet. To debit for ever: --credits ${credits.map(({ id }) => id).join(',')}\n`);
}
