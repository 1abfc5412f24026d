import type { z } from 'zod';
import type { SignedIn } from '../http/route.ts';
import { aliasSet } from '../identity/index.ts';
import { accountRuleOr404 } from '../learning-account/accounts.ts';
import { accountsOf } from '../learning-account/queries.ts';
import type { Services } from '../services.ts';
import { BANKS } from './banks.ts';
import { banksOfLearner } from './queries.ts';
import type { ledgerList } from './schemas.ts';
import { titleOf } from './view.ts';

/** What a learner has beside their record: who has neither is shown no page of them. */
export async function seeLedgers(
  services: Services,
  { acting, learnerId }: SignedIn & { readonly learnerId: number },
): Promise<z.input<typeof ledgerList>> {
  const learnerIds = await aliasSet(services, learnerId);
  const { banks, accounts } = await services.db.as(acting, async (tx) => ({
    banks: await banksOfLearner(tx),
    accounts: await accountsOf(tx, learnerIds),
  }));
  return {
    banks: banks.flatMap(({ framework, bank }) => {
      const found = BANKS.find((one) => one.framework.id === framework && one.rule.id === bank);
      return found === undefined ? [] : [{ framework, bank, title: titleOf(found.rule.title) }];
    }),
    accounts: accounts.map(({ accountId, framework, account }) => ({
      id: String(accountId),
      framework,
      title: titleOf(accountRuleOr404(framework, account).rule.title),
    })),
  };
}
