import type { LearningAccount } from '@recognition/recognition/frameworks';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../database/connection.ts';
import { Problem } from '../http/problem.ts';
import { aliasSet, birthDateOf } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import { accountRuleOr404, ACCOUNT_RULES } from './accounts.ts';
import { enterIn, stateOf } from './ledger.ts';
import { accountEvents, accountsAfter, accountsOf, type AccountRow } from './queries.ts';

/** Whole years on a day. Who was born on 29 February is a year older on 1 March where there is none. */
export function ageOn(birthDate: string, day: string): number {
  const [born, on] = [Temporal.PlainDate.from(birthDate), Temporal.PlainDate.from(day)];
  const years = on.year - born.year;
  const before = on.month < born.month || (on.month === born.month && on.day < born.day);
  return before ? years - 1 : years;
}

/** The grants of the rule that somebody of this age may be given on a day: begun, not lapsed, old enough. */
export const dueGrants = ({ grants }: LearningAccount, age: number, on: string): readonly string[] =>
  grants.flatMap(({ id, leastAge, from, expires }) =>
    age >= leastAge && from <= on && (expires === null || on <= expires) ? [id] : [],
  );

/**
 * Gives an account what it is due today and has not been given, by rule: nobody asks for it. Without a birth date nothing is due. Answers
 * how many grants were given; doing it again gives none.
 */
export async function giveDue(
  services: Services,
  account: AccountRow,
  run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<number> {
  const { rule } = accountRuleOr404(account.framework, account.account);
  const birthDate = await birthDateOf(services, account.learnerId);
  if (birthDate === null) return 0;
  const on = services.clock.today();
  const age = ageOn(birthDate, on);
  let given = 0;
  for (const grant of dueGrants(rule, age, on)) {
    await run(async (tx) => {
      const { lots } = stateOf(await accountEvents(tx, account));
      if (lots.some((lot) => lot.grant === grant)) return;
      try {
        await enterIn(tx, services, account, rule, 'rule', { kind: 'grant', grant, age });
      } catch (error) {
        // Another process gave it at this moment.
        if (error instanceof Problem && error.code === 'already-granted') return;
        throw error;
      }
      const cents = rule.grants.find(({ id }) => id === grant)?.cents ?? 0;
      await tell(tx, {
        learnerId: account.learnerId,
        code: 'learning-credit-granted',
        data: { amount: `${rule.currency} ${(cents / 100).toFixed(2)}`, account: String(account.accountId) },
        once: `${account.accountId}:${grant}`,
      });
      given += 1;
    });
  }
  return given;
}

/** The same for every account of one learner, for an operator. Answers how many grants were given. */
export async function giveDueTo(services: Services, learnerId: number): Promise<number> {
  const learnerIds = await aliasSet(services, learnerId);
  let given = 0;
  for (const account of await services.db.asBatch((tx) => accountsOf(tx, learnerIds)))
    given += await giveDue(services, account, services.db.asBatch);
  return given;
}

/** The same for every account: once a day. A grant of money for an age is given on the birthday, whether or not somebody looks. */
export async function giveDueEverywhere(services: Services): Promise<number> {
  const known = new Set(ACCOUNT_RULES.map(({ framework, rule }) => `${framework.id} ${rule.id}`));
  let after: readonly [number, number] = [0, 0];
  let given = 0;
  for (;;) {
    const accounts = await services.db.asBatch((tx) => accountsAfter(tx, after, 500));
    const last = accounts.at(-1);
    if (last === undefined) return given;
    for (const account of accounts)
      if (known.has(`${account.framework} ${account.account}`)) given += await giveDue(services, account, services.db.asBatch);
    after = [last.learnerId, last.accountId];
  }
}
