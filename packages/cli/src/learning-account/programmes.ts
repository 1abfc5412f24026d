import { seeProgrammes } from '@recognition/server/learning-account/view.ts';
import { programmeQuery } from '@recognition/server/learning-account/schemas.ts';
import { money, ownAccountCommand } from './own-account.ts';

const HELP = `nzrr learning-account programmes --learner ID --account FRAMEWORK/ACCOUNT [--sector NAME] [--audience student|adult] [--json]

The programmes that a learner's account may pay for today, each with its price, of a sector and for an audience where they are named. The
id is the learner's number in this repository, never an NSN.

  --json   one line of JSON for each, as the API answers it; money in hundredths

Exit 0; 1 when none is listed; 2 when the learner has no such account, or a value is off.

  npx nzrr learning-account programmes --learner 1049600 --account sg/skillsfuture --audience adult
`;

export const learningAccountProgrammes = ownAccountCommand(
  HELP,
  ['sector', 'audience'],
  (values) => {
    const query = programmeQuery.safeParse(values);
    return query.success ? query.data : null;
  },
  async ({ services, by, id, json }, query, io) => {
    const { items } = await seeProgrammes(services, by, id, query);
    for (const one of items)
      io.out(
        json
          ? `${JSON.stringify(one)}\n`
          : `${one.id}  ${one.title}  ${one.provider}  ${one.sector}  ${one.kind}, ${one.audiences.join(' and ')}  ${money(one.cents)}\n`,
      );
    return items.length > 0 ? 0 : 1;
  },
);
