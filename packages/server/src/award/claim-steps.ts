import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { foldName, learnerName } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { type AwardRow, findAward, locate } from './queries.ts';

/** The name that goes on an award: the learner's own as the record holds it, or none. Throws `name-not-yours` (422). */
export async function ownName(services: Services, learnerId: number, given: string | null): Promise<string | null> {
  const name = given === null ? null : given.normalize('NFC').trim();
  if (name !== null && foldName(name, '') !== foldName(await learnerName(services, learnerId), ''))
    throw problem('name-not-yours', 422, 'The name on an award is your name as your record holds it, or none.');
  return name;
}

/** The award that another one takes the place of. Throws `award-not-found` (404) and `award-not-live` (409). */
export async function supersededAward(tx: Tx, publicId: string, learnerIds: readonly number[]): Promise<AwardRow> {
  const found = await locate(tx, publicId);
  const award =
    found === null || found.awardId === null || !learnerIds.includes(found.learnerId)
      ? null
      : await findAward(tx, found.learnerId, found.awardId);
  if (award === null) throw problem('award-not-found', 404, 'You have no award with this id.');
  if (award.status !== 'live' && award.status !== 'suspended') throw notLive(award.status);
  return award;
}

export function anotherKind(): Error {
  return problem('award-of-another-kind', 422, 'An award takes the place of one of its own kind only.');
}

export function notLive(status: string): Error {
  return problem('award-not-live', 409, `The award is ${status}; only one that stands can be changed.`);
}

/** What a rule decides. Throws `too-entangled` (422). */
export function decided<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'too-entangled')
      throw problem(
        'too-entangled',
        422,
        'The record has too many achievements, or too many that exclude one another, to be decided exactly.',
      );
    throw error;
  }
}

export function alreadyUsed(achievements: readonly string[]): Error {
  return problem('learning-already-used', 409, 'Some of this learning is already in another award.', { achievements });
}

/** Whether an error is PostgreSQL's for a row that is there already, by the name of its key. */
export function isTaken(error: unknown, constraint: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '23505' &&
    'constraint' in error &&
    error.constraint === constraint
  );
}
