import { said, type Spoken } from '@recognition/recognition/frameworks';
import type { z } from 'zod';
import type { Tx } from '../database/connection.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { bankOr404 } from './banks.ts';
import { institutionsOf } from './institution-queries.ts';
import { loadLedger } from './ledger.ts';
import type { statement } from './schemas.ts';
import { statementLines } from './statement.ts';
import { partiesOf, sizeOf } from './view.ts';

/** The statement of a learner's account up to today, the oldest line first. */
export async function seeStatement(
  services: Services,
  run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  learnerId: number,
  place: { readonly framework: string; readonly bank: string },
  language: Spoken,
): Promise<z.input<typeof statement>> {
  const bank = bankOr404(place.framework, place.bank);
  const { framework, rule } = bank;
  const on = services.clock.today();
  const learnerIds = await aliasSet(services, learnerId);
  const { ledger, institutions } = await run(async (tx) => ({
    ledger: await loadLedger(tx, learnerIds, bank),
    institutions: await institutionsOf(tx, framework.id, rule.id),
  }));
  const party = partiesOf(institutions);
  const nameOf = (id: number | null): string | null => (id === null ? null : party(id).name);
  const titles = new Map(framework.awards.map(({ id, title }) => [id, said(title, language)]));
  const lines = statementLines(ledger.credits, ledger.entries, on).map(
    ({ credit, from, to, change, balance, award, ...line }) => ({
      ...line,
      credit: String(credit.creditId),
      code: credit.code,
      title: credit.title,
      from: nameOf(from),
      to: nameOf(to),
      award: award === null ? null : (titles.get(award) ?? award),
      minutes: credit.minutes,
      change,
      balance,
      amount: `${change < 0 ? '-' : ''}${sizeOf(Math.abs(change), framework).amount}`,
      balanceAmount: sizeOf(balance, framework).amount,
    }),
  );
  return {
    type: 'BankStatement',
    version: 1,
    framework: framework.id,
    bank: rule.id,
    unit: framework.unit.name,
    on,
    lines,
    balance: lines.at(-1)?.balance ?? 0,
  };
}

/** The same as rows of a table, header first. */
export function statementTable({ lines }: z.input<typeof statement>): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
} {
  return {
    header: ['date', 'entry', 'kind', 'code', 'title', 'from', 'to', 'award', 'minutes', 'amount', 'balance'],
    rows: lines.map((line) => [
      line.on,
      line.entry,
      line.kind,
      line.code,
      line.title,
      line.from,
      line.to,
      line.award,
      line.change,
      Number(line.amount),
      Number(line.balanceAmount),
    ]),
  };
}
