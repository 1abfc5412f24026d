import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { askedSince, countAsked } from './queries.ts';
import type { IdentityAnswer } from './question.ts';

const HOUR = 3_600_000;
/** A provider that reports many people may mistype many: one more miss for every twenty learners that it named rightly. */
const MATCHES_FOR_A_MISS = 20;

/** How many more misses this asker is answered within the hour. */
export async function allowance(tx: Tx, { clock, settings }: Services, asker: string): Promise<number> {
  if (asker === 'operator') return Number.POSITIVE_INFINITY;
  const since = new Date(clock.now().getTime() - HOUR);
  const { rows } = await tx.query<{ missed: number; matched: number }>(askedSince(asker, since));
  const { missed, matched } = rows[0] ?? { missed: 0, matched: 0 };
  return Math.max(0, settings.identityMissesPerHour + Math.floor(matched / MATCHES_FOR_A_MISS) - missed);
}

/** Logs how often was asked and missed; never what was asked. Learners count once a call. */
export async function noteAsked(tx: Tx, { clock }: Services, asker: string, answers: readonly IdentityAnswer[]): Promise<void> {
  const missed = answers.filter((answer) => answer === 'identity-not-confirmed').length;
  const matched = new Set(answers.filter((answer) => typeof answer === 'number')).size;
  await tx.query(countAsked(asker, clock.now(), missed, matched));
}
