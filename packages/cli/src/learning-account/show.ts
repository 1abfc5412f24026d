import { said } from '@recognition/recognition/frameworks';
import { seeAccount } from '@recognition/server/learning-account/view.ts';
import { money, ownAccountCommand } from './own-account.ts';

const HELP = `nzrr learning-account show --learner ID --account FRAMEWORK/ACCOUNT [--json]

What a learner can spend today, by grant with the day on which each lapses, and every reservation with its number. The id is the learner's
number in this repository, never an NSN.

  --json   as GET /api/v1/learners/me/learning-accounts/{id} answers it; money in hundredths

Exit 0; 1 when nothing can be spent; 2 when the learner has no such account, or a value is off.

  npx nzrr learning-account show --learner 1049600 --account sg/skillsfuture
`;

export const learningAccountShow = ownAccountCommand(
  HELP,
  [],
  () => ({}),
  async ({ services, by, id, json }, _, io) => {
    const account = await seeAccount(services, by, id);
    if (json) io.out(`${JSON.stringify(account, null, 2)}\n`);
    else {
      const { title, on, currency, available, reserved, spent, lapsed, grants, reservations } = account;
      io.out(
        `${said({ en: '', mi: '', ...title }, 'en')} on ${on}: ${currency} ${money(available)} can be spent, ${money(reserved)} is reserved, ${money(spent)} spent, ${money(lapsed)} lapsed.\n`,
      );
      for (const grant of grants)
        io.out(
          `  grant ${grant.id}, given ${grant.givenOn}: ${money(grant.left)} of ${money(grant.cents)} left, ${grant.expires === null ? 'does not lapse' : `${grant.state === 'lapsed' ? 'lapsed' : 'lapses'} after ${grant.expires}`}\n`,
        );
      for (const one of reservations)
        io.out(
          `  reservation ${one.id}: ${money(one.cents)} for ${one.programme.id} ${one.programme.title ?? ''}, ${one.state}${one.endedOn === null ? '' : ` on ${one.endedOn}`}\n`,
        );
    }
    return account.available > 0 ? 0 : 1;
  },
);
