import type { Tx } from '../database/connection.ts';

type Row<T> = { [Key in keyof T]: T[Key] };

/** A credit as it was deposited, with where it stands now. Ids are bigint within safe integers; dates `YYYY-MM-DD`; sizes whole minutes. */
export interface CreditRow {
  readonly learnerId: number;
  readonly creditId: number;
  readonly depositorId: number;
  readonly reference: string;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly level: string | null;
  readonly minutes: number;
  readonly earnedOn: string;
  readonly validYears: number;
  readonly untilOn: string;
  readonly mode: 'assessed' | 'rpl';
  readonly evidence: readonly string[];
  /** How many movements it has made; the next is one more. */
  readonly step: number;
  /** The institution where it stands; null once it is redeemed. */
  readonly at: number | null;
  /** The award that it was redeemed for. */
  readonly award: string | null;
}

const CREDIT = `c.learner_id as "learnerId", c.credit_id as "creditId", c.depositor_id as "depositorId", c.reference, c.code, c.title, c.kind, c.level,
  c.minutes, c.earned_on as "earnedOn", c.valid_years as "validYears", c.until_on as "untilOn", c.mode, c.evidence, p.step, p.to_institution as at, e.award`;
const LAST_STEP = `cross join lateral (select l.step, l.to_institution, l.event_id from bank.posting l
    where l.learner_id = c.learner_id and l.credit_id = c.credit_id order by l.step desc limit 1) p
  left join bank.bank_event e on e.learner_id = c.learner_id and e.event_id = p.event_id`;

/** The credits of a learner in one bank, as far as the actor sees them, in the order of deposit. */
export async function creditsOf(
  tx: Tx,
  learnerIds: readonly number[],
  framework: string,
  bank: string,
): Promise<readonly CreditRow[]> {
  const { rows } = await tx.query<Row<CreditRow>>({
    text: `select ${CREDIT} from bank.credit c ${LAST_STEP}
      where c.learner_id = any($1::bigint[]) and c.framework = $2 and c.bank = $3 order by c.credit_id / 1024`,
    values: [learnerIds, framework, bank],
  });
  return rows;
}

export type BankKind = 'deposit' | 'transfer' | 'redeem';

/** An entry with the credits that it moved. */
export interface EntryRow {
  readonly eventId: number;
  readonly kind: BankKind;
  readonly onDay: string;
  readonly institutionId: number;
  readonly award: string | null;
  readonly credits: readonly { readonly creditId: number; readonly from: number | null; readonly to: number | null }[];
}

/** The entries of a learner in one bank in the order in which they were made. */
export async function entriesOf(
  tx: Tx,
  learnerIds: readonly number[],
  framework: string,
  bank: string,
): Promise<readonly EntryRow[]> {
  const { rows } = await tx.query<Row<EntryRow>>({
    text: `select e.event_id as "eventId", e.kind, e.on_day as "onDay", e.institution_id as "institutionId", e.award,
        jsonb_agg(jsonb_build_object('creditId', p.credit_id, 'from', p.from_institution, 'to', p.to_institution) order by p.credit_id / 1024) as credits
      from bank.bank_event e join bank.posting p on p.learner_id = e.learner_id and p.event_id = e.event_id
      where e.learner_id = any($1::bigint[]) and e.framework = $2 and e.bank = $3
      group by e.event_id, e.kind, e.on_day, e.institution_id, e.award order by e.event_id`,
    values: [learnerIds, framework, bank],
  });
  return rows;
}

/** The banks in which a learner has any credit. */
export async function banksOfLearner(tx: Tx): Promise<readonly { readonly framework: string; readonly bank: string }[]> {
  const { rows } = await tx.query<{ framework: string; bank: string }>({
    text: 'select distinct framework, bank from bank.credit where learner_id = any(access.own_learners()) order by 1, 2',
  });
  return rows;
}

/** The decision that a redemption stands on, as it was kept. */
export async function decisionOf(tx: Tx, eventId: number): Promise<unknown> {
  const { rows } = await tx.query<{ decision: unknown }>({
    text: `select decision from bank.bank_event where event_id = $1 and kind = 'redeem' limit 1`,
    values: [eventId],
  });
  return rows[0]?.decision ?? null;
}

/** What an institution gave a learner under this reference of its own. */
export async function depositedAs(
  tx: Tx,
  depositorId: number,
  framework: string,
  bank: string,
  reference: string,
): Promise<{ readonly creditId: number; readonly content: Buffer } | null> {
  const { rows } = await tx.query<{ creditId: number; content: Buffer }>({
    text: `select credit_id as "creditId", content_hash as content from bank.credit
      where depositor_id = $1 and reference = $2 and framework = $3 and bank = $4 limit 1`,
    values: [depositorId, reference, framework, bank],
  });
  return rows[0] ?? null;
}

/** Movements of one bank follow one another for each learner: the lock goes with the transaction. */
export async function lockBank(tx: Tx, learnerIds: readonly number[]): Promise<void> {
  for (const learnerId of [...learnerIds].sort((a, b) => a - b))
    await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('bank:' || $1::bigint, 0))`, values: [learnerId] });
}

/** References of one institution are given out one after the other, so that two deposits at once cannot both be the first. */
export async function lockReference(tx: Tx, depositorId: number, reference: string): Promise<void> {
  await tx.query({
    text: `select pg_advisory_xact_lock(hashtextextended('bank:' || $1::integer || ':' || $2, 1))`,
    values: [depositorId, reference],
  });
}

/** A credit that an institution gave, or that came to it. */
export interface InstitutionCreditRow extends CreditRow {
  readonly cursor: number;
}

/** A page of what the signed-in institution gave and what came to it, the newest first. */
export async function creditsSeen(
  tx: Tx,
  framework: string,
  bank: string,
  before: number | null,
  limit: number,
): Promise<readonly InstitutionCreditRow[]> {
  const { rows } = await tx.query<Row<InstitutionCreditRow>>({
    text: `select ${CREDIT}, c.credit_id as cursor from bank.credit c ${LAST_STEP}
      where c.framework = $1 and c.bank = $2 and ($3::bigint is null or c.credit_id < $3) order by c.credit_id desc limit $4`,
    values: [framework, bank, before, limit],
  });
  return rows;
}

export interface SeenEntryRow extends EntryRow {
  readonly learnerId: number;
  readonly titles: readonly string[];
  readonly minutes: number;
}

/** A page of what was moved to the signed-in institution, deposited by it or redeemed at it, or left it; the newest first. */
export async function entriesSeen(
  tx: Tx,
  framework: string,
  bank: string,
  kinds: readonly BankKind[],
  before: number | null,
  limit: number,
): Promise<readonly SeenEntryRow[]> {
  const { rows } = await tx.query<Row<SeenEntryRow>>({
    text: `select e.event_id as "eventId", e.learner_id as "learnerId", e.kind, e.on_day as "onDay", e.institution_id as "institutionId", e.award,
        jsonb_agg(jsonb_build_object('creditId', p.credit_id, 'from', p.from_institution, 'to', p.to_institution) order by p.credit_id) as credits,
        array_agg(c.title order by p.credit_id) as titles, sum(c.minutes)::integer as minutes
      from bank.bank_event e join bank.posting p on p.learner_id = e.learner_id and p.event_id = e.event_id
      join bank.credit c on c.learner_id = p.learner_id and c.credit_id = p.credit_id
      where e.framework = $1 and e.bank = $2 and e.kind = any($3::text[]) and ($4::bigint is null or e.event_id < $4)
      group by e.event_id, e.learner_id, e.kind, e.on_day, e.institution_id, e.award order by e.event_id desc limit $5`,
    values: [framework, bank, kinds, before, limit],
  });
  return rows;
}
