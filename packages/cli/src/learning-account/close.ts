import { close } from '@recognition/server/learning-account/use.ts';
import type { Command } from '../command.ts';
import { ownAccountCommand } from './own-account.ts';

const helpOf = (
  verb: string,
  says: string,
): string => `nzrr learning-account ${verb} --learner ID --account FRAMEWORK/ACCOUNT --reservation ID [--json]

${says} Only on the learner's own request. "nzrr learning-account show" lists
reservations. The id is the learner's number in this repository, never an NSN.

  --json   the number of the entry as JSON

Exit 0; 2 refused, with the reason (reservation-closed, unknown-reservation), or a value is off.

  npx nzrr learning-account ${verb} --learner 1049600 --account sg/skillsfuture --reservation 2051
`;

const closing = (verb: 'spend' | 'release', says: string, done: string): Command =>
  ownAccountCommand(
    helpOf(verb, says),
    ['reservation'],
    ({ reservation }) => (reservation !== undefined && /^[1-9][0-9]{0,15}$/.test(reservation) ? reservation : null),
    async ({ services, by, id: account, json }, reservation, io) => {
      const { id } = await close(services, by, account, verb, reservation);
      io.out(json ? `${JSON.stringify({ id })}\n` : `Reservation ${reservation} is ${done}.\n`);
      return 0;
    },
  );

export const learningAccountSpend = closing(
  'spend',
  'Spends a reservation: the programme has begun and is paid, for good, once.',
  'spent',
);
export const learningAccountRelease = closing(
  'release',
  'Releases a reservation: what has not lapsed is free again, once.',
  'released',
);
