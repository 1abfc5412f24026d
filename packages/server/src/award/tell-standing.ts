import type { Services } from '../services.ts';
import { decideEveryone } from './everyone.ts';
import { tellOfClaim, tellOfLeaving } from './standing-queries.ts';

const AT_ONCE = 1000;

/**
 * Tells learners, once each, that credits of theirs leave the window within 90 days and that they can claim an award. A job runs it daily;
 * running it twice, or in two processes at once, tells nothing twice. Answers how many were told of each.
 */
export async function tellStanding(services: Services): Promise<{ readonly leaving: number; readonly claims: number }> {
  const { db, clock } = services;
  const today = clock.today();
  const leaving = await db.asBatch((tx) => tx.query(tellOfLeaving(today, clock.now())));
  const eligible: number[] = [];
  await decideEveryone(services, {
    asOf: today,
    workers: 1,
    onLearner: (learnerId, standing) => {
      if (standing?.eligible === true) eligible.push(learnerId);
    },
  });
  let claims = 0;
  for (let from = 0; from < eligible.length; from += AT_ONCE) {
    const some = eligible.slice(from, from + AT_ONCE);
    claims += (await db.asBatch((tx) => tx.query(tellOfClaim(some, clock.now())))).rowCount;
  }
  return { leaving: leaving.rowCount, claims };
}
