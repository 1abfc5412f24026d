import { reserve } from '@recognition/server/learning-account/use.ts';
import { ownAccountCommand, readMoney } from './own-account.ts';

const HELP = `nzrr learning-account reserve --learner ID --account FRAMEWORK/ACCOUNT --programme ID [--amount N] [--json]

Reserves credit of a learner's account for a programme that is listed today: its price, or less of it. What lapses first is used first. Only
on the learner's own request. "nzrr learning-account programmes" lists them. The id is the learner's number here, never an NSN.

  --amount N   such as 320 or 320.50; without it the price of the programme
  --json       the number of the reservation as JSON

Exit 0; 1 when there is not enough credit; 2 refused, with the reason (not-listed, more-than-the-price, ...), or a value is off.

  npx nzrr learning-account reserve --learner 1049600 --account sg/skillsfuture --programme INV-SG-1003 --amount 50
`;

export const learningAccountReserve = ownAccountCommand(
  HELP,
  ['programme', 'amount'],
  ({ programme, amount }) => {
    const cents = amount === undefined ? undefined : readMoney(amount);
    return programme === undefined || cents === null ? null : { programme, cents };
  },
  async ({ services, by, id: account, json }, asked, io) => {
    const { id } = await reserve(services, by, account, asked);
    io.out(json ? `${JSON.stringify({ id })}\n` : `Reservation ${id} for ${asked.programme} is made.\n`);
    return 0;
  },
);
