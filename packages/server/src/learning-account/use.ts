import { listedProgrammes } from '@recognition/recognition/frameworks';
import type { OwnAccess } from '../account/own-access.ts';
import { type CatalogueActor, requireSteward } from '../catalogue/actor.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { aliasSet, matchLearners, type ReportedIdentity } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { accountRuleOr404 } from './accounts.ts';
import { giveDue } from './grants.ts';
import { type Asked, enterIn } from './ledger.ts';
import { type AccountRow, accountsOf, insertAccount } from './queries.ts';

/**
 * Opens a learning account for a learner and gives it what is due by rule. A steward, or the operator. One that is there already is
 * answered again. Throws `unknown-account-rule` (404), `identity-not-confirmed` (422), `identity-limit-reached` (429).
 */
export async function openAccount(
  services: Services,
  actor: CatalogueActor,
  {
    framework,
    account,
    learner,
  }: { readonly framework: string; readonly account: string; readonly learner: ReportedIdentity | number },
): Promise<{ readonly id: string }> {
  requireSteward(actor);
  accountRuleOr404(framework, account);
  const named = actor === 'operator' ? 'operator' : actor.actor;
  const [learnerId] = typeof learner === 'number' ? [learner] : await matchLearners(services, named, [learner]);
  if (learnerId === 'identity-probing')
    throw problem(
      'identity-limit-reached',
      429,
      'Too many learners were not confirmed within the hour. Wait, then send the rest.',
    );
  if (typeof learnerId !== 'number')
    throw problem('identity-not-confirmed', 422, 'Number, names and date of birth do not confirm one learner.');
  const openedOn = services.clock.today();
  const at = services.clock.now().toISOString();
  // A grant is given by rule and never by whoever asks: the product's own role writes it, whoever opened the account.
  const accountId = await services.db.asBatch((tx) =>
    insertAccount(tx, { learnerId, framework, account, openedOn, at, actor: named }),
  );
  await giveDue(services, { learnerId, accountId, framework, account, openedOn }, services.db.asBatch);
  return { id: String(accountId) };
}

/** The account of the signed-in learner with this id; 404 `learning-account-not-found`. */
export async function ownAccount(tx: Tx, learnerIds: readonly number[], id: string): Promise<AccountRow> {
  const account = (await accountsOf(tx, learnerIds)).find(({ accountId }) => String(accountId) === id);
  if (account === undefined) throw problem('learning-account-not-found', 404, 'There is no such learning account of yours.');
  return account;
}

/**
 * Reserves credit for a programme that is listed today: its price, or less of it. Throws `not-listed`, `more-than-the-price`,
 * `not-an-amount` (422), `not-enough-credit` (409).
 */
export async function reserve(
  services: Services,
  learner: OwnAccess,
  id: string,
  asked: { readonly programme: string; readonly cents?: number | undefined },
): Promise<{ readonly id: string }> {
  return act(services, learner, id, ({ framework }) => {
    const programme = listedProgrammes(framework, services.clock.today()).find((one) => one.id === asked.programme);
    if (programme !== undefined && asked.cents !== undefined && asked.cents > programme.cents)
      throw problem('more-than-the-price', 422, 'This is more than the programme costs.');
    return { kind: 'reserve', programme: asked.programme, cents: asked.cents ?? programme?.cents ?? 1 };
  });
}

/** Spends a reservation, or releases it: once, and then never again (`reservation-closed`, 409). */
export async function close(
  services: Services,
  learner: OwnAccess,
  id: string,
  kind: 'spend' | 'release',
  reservation: string,
): Promise<{ readonly id: string }> {
  return act(services, learner, id, () => ({ kind, reservation }));
}

async function act(
  services: Services,
  learner: OwnAccess,
  id: string,
  asks: (account: AccountRow) => Asked,
): Promise<{ readonly id: string }> {
  const learnerIds = await aliasSet(services, learner.learnerId);
  return learner.run(async (tx) => {
    const account = await ownAccount(tx, learnerIds, id);
    const { rule } = accountRuleOr404(account.framework, account.account);
    return { id: String(await enterIn(tx, services, account, rule, learner.actor, asks(account))) };
  });
}
