import { type BankEntry, type BankState, post } from '@recognition/recognition/frameworks';
import type { Tx } from '../database/connection.ts';
import { problem, type Problem } from '../http/problem.ts';
import { leafOf } from '../log/leaf.ts';
import type { Services } from '../services.ts';
import type { Bank } from './banks.ts';
import { type CreditRow, creditsOf, type EntryRow, entriesOf, lockBank } from './queries.ts';
import { insertEntry, insertPostings, type NewEntry } from './write-queries.ts';
import { refusal } from './refusal.ts';

/** A learner's account with one bank: its rows, and the same as the pure ledger sees it (`packages/recognition/src/ledger`). */
export interface Ledger {
  readonly credits: readonly CreditRow[];
  readonly entries: readonly EntryRow[];
  readonly state: BankState;
}

export async function loadLedger(tx: Tx, learnerIds: readonly number[], { framework, rule }: Bank): Promise<Ledger> {
  const credits = await creditsOf(tx, learnerIds, framework.id, rule.id);
  const entries = await entriesOf(tx, learnerIds, framework.id, rule.id);
  return { credits, entries, state: stateOf(credits, entries) };
}

/** The rows as the pure ledger's state: institutions by their number, credits by theirs. */
export function stateOf(credits: readonly CreditRow[], entries: readonly EntryRow[]): BankState {
  const named = new Map(credits.map((credit) => [credit.creditId, credit]));
  return {
    credits: credits.map((credit) => ({
      id: String(credit.creditId),
      outcome: credit.code,
      minutes: credit.minutes,
      earned: credit.earnedOn,
      // Where it was redeemed is where it stood: the place it left last.
      at: String(credit.at ?? leftLast(entries, credit.creditId)),
      until: credit.untilOn,
      redeemed: credit.award,
    })),
    entries: entries.map((entry): BankEntry => {
      const { onDay: on, institutionId, award } = entry;
      const id = String(entry.eventId);
      const ids = entry.credits.map(({ creditId }) => String(creditId));
      if (entry.kind === 'transfer') return { id, kind: 'transfer', on, to: String(institutionId), credits: ids };
      if (entry.kind === 'redeem')
        return { id, kind: 'redeem', on, institution: String(institutionId), award: award ?? '', credits: ids };
      const given = entry.credits.flatMap(({ creditId }) => named.get(creditId) ?? []);
      return {
        id,
        kind: 'deposit',
        on,
        by: { institution: String(institutionId) },
        credits: given.map(({ creditId, code, minutes, earnedOn, validYears }) => ({
          id: String(creditId),
          outcome: code,
          minutes,
          earned: earnedOn,
          validYears,
        })),
      };
    }),
  };
}

function leftLast(entries: readonly EntryRow[], creditId: number): number | null {
  return entries.flatMap(({ credits }) => credits.filter((one) => one.creditId === creditId)).at(-1)?.from ?? null;
}

/** Whoever moves a learner's credits. */
export interface Mover {
  readonly actor: string;
  readonly learnerIds: readonly number[];
}

type Move = Extract<BankEntry, { kind: 'transfer' | 'redeem' }>;

/**
 * Moves credits by one entry, whole or not at all: under the learner's lock, by the pure ledger's rule, and by what the database holds
 * besides. `before` is asked with the account as it stands, once the rule has let the entry pass. Throws what `refusal` says, 409.
 */
export async function move(
  tx: Tx,
  services: Pick<Services, 'clock'>,
  { actor, learnerIds }: Mover,
  bank: Bank,
  entry: { readonly eventId: number; readonly kind: Move['kind']; readonly institutionId: number; readonly award: string | null },
  creditIds: readonly string[],
  before: (ledger: Ledger) => Promise<unknown> = async () => null,
): Promise<void> {
  await lockBank(tx, learnerIds);
  const ledger = await loadLedger(tx, learnerIds, bank);
  const on = services.clock.today();
  const institution = String(entry.institutionId);
  const credits = [...new Set(creditIds)];
  const posted = post(
    bank.rule,
    ledger.state,
    entry.kind === 'transfer'
      ? { id: String(entry.eventId), kind: 'transfer', on, to: institution, credits }
      : { id: String(entry.eventId), kind: 'redeem', on, institution, award: entry.award ?? '', credits },
  );
  if (!posted.ok) throw refusal(posted.code, posted.credits);
  const decision = await before(ledger);
  const chosen = new Set(credits);
  const moved = ledger.credits.filter(({ creditId }) => chosen.has(String(creditId)));
  try {
    // A merged learner's credits stand under each of their numbers: the entry is written under each that it moves.
    for (const learnerId of new Set(moved.map((credit) => credit.learnerId))) {
      const own = moved.filter((credit) => credit.learnerId === learnerId);
      const written = newEntry(services, bank, { ...entry, learnerId, actor, decision, credits });
      await insertEntry(tx, written);
      await insertPostings(
        tx,
        written,
        own.map(({ creditId, step, at, untilOn }) => ({
          creditId,
          step: step + 1,
          from: at,
          to: entry.kind === 'transfer' ? entry.institutionId : null,
          untilOn,
        })),
      );
    }
  } catch (error) {
    throw movedMeanwhile(error) ?? error;
  }
}

/** An entry with its day, its time and its salted leaf, ready to be written. */
export function newEntry(
  services: Pick<Services, 'clock'>,
  { framework, rule }: Bank,
  entry: Omit<NewEntry, 'framework' | 'bank' | 'onDay' | 'at' | 'leaf'> & { readonly credits: readonly string[] },
): NewEntry {
  const { decision, credits, ...words } = entry;
  const at = services.clock.now().toISOString();
  const said = { ...words, framework: framework.id, bank: rule.id, onDay: services.clock.today(), at };
  return { ...said, decision, leaf: leafOf({ ...said, credits }) };
}

/** The database's own refusal, where another entry moved the same credit at this moment. */
function movedMeanwhile(error: unknown): Problem | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  return error.code === '23505' || error.code === '23503'
    ? problem('moved-meanwhile', 409, 'This was changed at this moment. Look again.')
    : null;
}
