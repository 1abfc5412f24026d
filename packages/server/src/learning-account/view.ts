import { accountStatement, listedProgrammes } from '@recognition/recognition/frameworks';
import type { z } from 'zod';
import type { OwnAccess } from '../account/own-access.ts';
import { titleOf } from '../bank/view.ts';
import type { Tx } from '../database/connection.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { accountRuleOr404, ACCOUNT_RULES } from './accounts.ts';
import { stateOf } from './ledger.ts';
import { accountEvents, type AccountRow, accountsOf } from './queries.ts';
import type { accountList, accountStatementView, accountView, programmeList, ruleList } from './schemas.ts';
import { accountLines } from './statement.ts';
import { ownAccount } from './use.ts';

export const seeRules = (): z.input<typeof ruleList> => ({
  items: ACCOUNT_RULES.map(({ framework, rule }) => ({
    framework: framework.id,
    account: rule.id,
    title: titleOf(rule.title),
    currency: rule.currency,
    source: rule.source,
    grants: rule.grants.map((grant) => ({ ...grant })),
  })),
});

const summaryOf = ({ accountId, framework, account, openedOn }: AccountRow) => ({
  id: String(accountId),
  framework,
  account,
  title: titleOf(accountRuleOr404(framework, account).rule.title),
  openedOn,
});

export async function listOwn(services: Services, { learnerId, run }: OwnAccess): Promise<z.input<typeof accountList>> {
  const learnerIds = await aliasSet(services, learnerId);
  const rows = await run((tx) => accountsOf(tx, learnerIds));
  return { items: rows.map(summaryOf) };
}

async function own(services: Services, { learnerId, run }: OwnAccess, id: string) {
  const learnerIds = await aliasSet(services, learnerId);
  return run(async (tx) => {
    const account = await ownAccount(tx, learnerIds, id);
    return { account, events: await accountEvents(tx, account) };
  });
}

/** Every programme that the framework lists or listed, by its id: a reservation outlives the listing. */
function programmesOf(
  framework: string,
  days: readonly string[],
): ReadonlyMap<string, { readonly title: string; readonly provider: string }> {
  return new Map(days.flatMap((day) => listedProgrammes(framework, day)).map((one) => [one.id, one]));
}

/** The learner's account on this day: what can be reserved, by grant with its expiry, and every reservation. */
export async function seeAccount(services: Services, learner: OwnAccess, id: string): Promise<z.input<typeof accountView>> {
  const { account, events } = await own(services, learner, id);
  const { rule } = accountRuleOr404(account.framework, account.account);
  const on = services.clock.today();
  const state = stateOf(events);
  const { available, reserved, spent, lapsed } = accountStatement(state, on);
  const named = programmesOf(account.framework, [...events.map(({ onDay }) => onDay), on]);
  const made = new Map(events.map((event) => [String(event.eventId), event]));
  return {
    ...summaryOf(account),
    on,
    currency: rule.currency,
    available,
    reserved,
    spent,
    lapsed,
    grants: state.lots.map(({ grant, left, expires }) => {
      const given = events.find(({ kind, grantId }) => kind === 'grant' && grantId === grant);
      return {
        id: grant,
        givenOn: given?.onDay ?? account.openedOn,
        cents: given?.moved[0]?.cents ?? 0,
        left,
        expires,
        state: expires !== null && expires < on ? 'lapsed' : 'live',
      };
    }),
    reservations: state.reservations.toReversed().map((one) => {
      const event = made.get(one.id);
      const programme = named.get(one.programme);
      return {
        id: one.id,
        programme: { id: one.programme, title: programme?.title ?? null, provider: programme?.provider ?? null },
        on: event?.onDay ?? on,
        cents: event?.cents ?? 0,
        from: one.from.map((part) => ({ ...part })),
        state: one.state,
        endedOn: events.find(({ reservation }) => String(reservation) === one.id)?.onDay ?? null,
      };
    }),
  };
}

/** The programmes that the account may pay for today, of a sector and for an audience where they are named. */
export async function seeProgrammes(
  services: Services,
  learner: OwnAccess,
  id: string,
  { sector, audience }: { readonly sector?: string | undefined; readonly audience?: 'student' | 'adult' | undefined },
): Promise<z.input<typeof programmeList>> {
  const { account } = await own(services, learner, id);
  const listed = listedProgrammes(account.framework, services.clock.today()).filter(
    (one) => (sector === undefined || one.sector === sector) && (audience === undefined || one.audiences.includes(audience)),
  );
  return {
    items: listed.map(({ id: programme, title, provider, sector: of, kind, audiences, cents }) => ({
      id: programme,
      title,
      provider,
      sector: of,
      kind,
      audiences: [...audiences],
      cents,
    })),
  };
}

/** The statement of an account up to today, the oldest line first. */
export async function seeAccountStatement(
  services: Services,
  learner: OwnAccess,
  id: string,
): Promise<z.input<typeof accountStatementView>> {
  const { account, events } = await own(services, learner, id);
  return statementOfAccount(services, account, events);
}

/** The same for an operator, by the learner's number and the rule. */
export async function statementsForOperator(
  services: Services,
  learnerId: number,
): Promise<readonly z.input<typeof accountStatementView>[]> {
  const learnerIds = await aliasSet(services, learnerId);
  return services.db.asBatch(async (tx: Tx) => {
    const made = [];
    for (const account of await accountsOf(tx, learnerIds))
      made.push(statementOfAccount(services, account, await accountEvents(tx, account)));
    return made;
  });
}

function statementOfAccount(
  services: Services,
  account: AccountRow,
  events: Awaited<ReturnType<typeof accountEvents>>,
): z.input<typeof accountStatementView> {
  const { rule } = accountRuleOr404(account.framework, account.account);
  const on = services.clock.today();
  const named = programmesOf(account.framework, [...events.map(({ onDay }) => onDay), on]);
  const lines = accountLines(events, on).map((line) => ({
    ...line,
    title: line.programme === null ? null : (named.get(line.programme)?.title ?? null),
  }));
  return {
    type: 'LearningAccountStatement',
    version: 1,
    framework: account.framework,
    account: account.account,
    currency: rule.currency,
    on,
    lines,
    available: lines.at(-1)?.available ?? 0,
  };
}

/** The same as rows of a table, header first. Money is in whole units of the currency. */
export function accountStatementTable({ lines }: z.input<typeof accountStatementView>): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
} {
  return {
    header: ['date', 'entry', 'kind', 'grant', 'programme', 'title', 'amount', 'available', 'reserved', 'spent'],
    rows: lines.map((line) => [
      line.on,
      line.entry,
      line.kind,
      line.grant,
      line.programme,
      line.title,
      line.change / 100,
      line.available / 100,
      line.reserved / 100,
      line.spent / 100,
    ]),
  };
}
