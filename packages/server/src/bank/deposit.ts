import { createHash } from 'node:crypto';
import { post } from '@recognition/recognition/frameworks';
import { addYears } from '@recognition/recognition';
import type { Tx } from '../database/connection.ts';
import { Problem, problem } from '../http/problem.ts';
import { createLearners, type IdentityAnswer } from '../identity/index.ts';
import { canonicalJson } from '../log/canonical.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import { type Bank, bankOr404, creditKinds } from './banks.ts';
import { takesPart } from './institutions.ts';
import { loadLedger, newEntry } from './ledger.ts';
import { depositedAs, lockBank, lockReference } from './queries.ts';
import { refusal } from './refusal.ts';
import type { DepositRow } from './schemas.ts';
import { insertCredit, insertEntry, insertPostings, nextCreditId, nextEventId } from './write-queries.ts';

/** Who deposits: an institution by its staff or system, or the operator for it. */
export interface Depositor {
  readonly actor: string;
  readonly institution: { readonly organisationId: number } | { readonly publicId: string };
  readonly run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

export interface DepositAnswer {
  readonly rows: number;
  readonly deposited: number;
  readonly duplicates: number;
  readonly rejected: readonly { readonly row: number; readonly code: string; readonly message: string }[];
  readonly credits: readonly { readonly reference: string; readonly id: string }[];
}

/**
 * Deposits rows in the name of an institution: each row whole or not at all, the first bad one stops nothing. The same reference with the
 * same content is a duplicate and changes nothing; with other content it is refused (`reference-conflict`). Throws `unknown-bank`,
 * `not-in-the-bank`.
 */
export async function deposit(
  services: Services,
  { actor, institution: who, run }: Depositor,
  place: { readonly framework: string; readonly bank: string },
  rows: readonly DepositRow[],
): Promise<DepositAnswer> {
  const bank = bankOr404(place.framework, place.bank);
  const { institution } = await services.db.asPublic((tx) =>
    takesPart(
      tx,
      place.framework,
      place.bank,
      (one) => ('publicId' in who ? one.id === who.publicId : one.organisationId === who.organisationId),
      services.clock.today(),
    ),
  );
  const learners = await createLearners(
    services,
    actor === 'operator' ? 'operator' : `organisation:${institution.organisationId}`,
    rows.map(({ learner }) => learner),
  );
  const rejected: { row: number; code: string; message: string }[] = [];
  const credits: { reference: string; id: string }[] = [];
  let duplicates = 0;
  for (const [at, row] of rows.entries()) {
    try {
      const learnerId = known(learners[at]);
      const content = checked(services, bank, row);
      const made = await run((tx) => one(tx, services, { actor, bank, learnerId, institution }, content));
      if (made === null) duplicates += 1;
      else credits.push({ reference: row.reference, id: String(made) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      rejected.push({ row: at + 1, code: error.code, message: error.message });
    }
  }
  return { rows: rows.length, deposited: credits.length, duplicates, rejected, credits };
}

function known(answer: IdentityAnswer | undefined): number {
  if (typeof answer === 'number') return answer;
  throw answer === 'identity-probing'
    ? problem('identity-limit-reached', 429, 'Too many learners were not confirmed within the hour. Wait, then send the rest.')
    : problem('identity-not-confirmed', 422, 'Number, names and date of birth do not confirm one learner.');
}

interface Content extends Omit<DepositRow, 'learner' | 'credits'> {
  readonly minutes: number;
  readonly validYears: number;
}

/** Reads the row by the framework: its size as whole steps of the unit, its kind and its level as the framework has them. */
function checked(services: Services, bank: Bank, row: DepositRow): Content {
  const { framework, rule } = bank;
  const { learner: _, credits, ...words } = row;
  // As whole thousandths, so that no size is rounded on the way in.
  const [whole = '0', part = ''] = credits.split('.');
  const minutes = ((Number(whole) * 1000 + Number(part.padEnd(3, '0'))) * framework.unit.minutes) / 1000;
  if (!Number.isSafeInteger(minutes) || minutes < 1 || minutes > 1_000_000_000) throw refusal('not-a-size');
  if (minutes % framework.unit.step !== 0)
    throw problem('not-a-multiple', 422, `Credit comes in multiples of ${framework.unit.step} minutes.`);
  if (!creditKinds(bank).includes(row.kind))
    throw problem('unknown-kind', 422, `Kinds of credit: ${creditKinds(bank).join(', ')}.`);
  if (row.level !== null && !framework.levels.some(({ label }) => label === row.level))
    throw problem('unknown-level', 422, `Levels: ${framework.levels.map(({ label }) => label).join(', ')}.`);
  if (row.mode === 'rpl' && row.evidence.length === 0)
    throw problem('evidence-needed', 422, 'What was recognised from a portfolio names the evidence, by a link at least.');
  const validYears = row.validYears ?? rule.shelfLifeYears;
  if (validYears > rule.shelfLifeYears) throw refusal('shelf-life-too-long');
  if (row.earned > services.clock.today()) throw refusal('earned-later');
  return { ...words, minutes, validYears };
}

/** Deposits one row; null where it stands already. */
async function one(
  tx: Tx,
  services: Services,
  who: {
    readonly actor: string;
    readonly bank: Bank;
    readonly learnerId: number;
    readonly institution: { readonly organisationId: number; readonly name: string };
  },
  content: Content,
): Promise<number | null> {
  const { actor, bank, learnerId, institution } = who;
  const { framework, rule } = bank;
  const hash = createHash('sha256')
    .update(canonicalJson({ ...content, learnerId }))
    .digest();
  await lockReference(tx, institution.organisationId, content.reference);
  await lockBank(tx, [learnerId]);
  const before = await depositedAs(tx, institution.organisationId, framework.id, rule.id, content.reference);
  if (before !== null) {
    if (before.content.equals(hash)) return null;
    throw problem('reference-conflict', 409, 'This reference stands for another deposit.');
  }
  const { state } = await loadLedger(tx, [learnerId], bank);
  const [eventId, creditId] = [await nextEventId(tx), await nextCreditId(tx, learnerId)];
  const { minutes, earned, validYears, code } = content;
  const posted = post(rule, state, {
    id: String(eventId),
    kind: 'deposit',
    on: services.clock.today(),
    by: { institution: String(institution.organisationId) },
    credits: [{ id: String(creditId), outcome: code, minutes, earned, validYears }],
  });
  if (!posted.ok) throw refusal(posted.code);
  const untilOn = addYears(earned, validYears);
  const entry = newEntry(services, bank, {
    learnerId,
    eventId,
    kind: 'deposit',
    actor,
    institutionId: institution.organisationId,
    award: null,
    decision: null,
    credits: [String(creditId)],
  });
  await insertEntry(tx, entry);
  const { reference, title, kind, level, mode, evidence } = content;
  await insertCredit(tx, entry, {
    creditId,
    reference,
    code,
    title,
    kind,
    level,
    minutes,
    earnedOn: earned,
    validYears,
    untilOn,
    mode,
    evidence,
    content: hash,
  });
  await insertPostings(tx, entry, [{ creditId, step: 1, from: null, to: institution.organisationId, untilOn }]);
  await tell(tx, {
    learnerId,
    code: 'credit-deposited',
    data: { organisation: institution.name, framework: framework.id, bank: rule.id },
    once: `${framework.id}:${rule.id}:${institution.organisationId}:${entry.onDay}`,
  });
  return creditId;
}
