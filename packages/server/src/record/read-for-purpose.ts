import type { RecognitionRecord } from '@recognition/recognition';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import { aliasSet, matchLearners } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { logAccess } from './read-queries.ts';
import { readRecord } from './read-record.ts';
import type { Reporter } from './import-results.ts';

export interface Reading {
  readonly nsn: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly dateOfBirth: string;
  /** Why the record is read; the learner sees it. */
  readonly purpose: string;
}

/**
 * Reads the record of a learner whom a provider knows, for a purpose that it states. The access row is written in the same transaction:
 * without it nothing is read. Throws `learner-not-confirmed` (404) for unknown and for mismatched, `too-many-tries` (429).
 */
export async function readForPurpose(
  services: Services,
  reader: Reporter & { readonly organisationId: number },
  reading: Reading,
): Promise<RecognitionRecord> {
  const [answer] = await matchLearners(services, `organisation:${reader.organisationId}`, [
    { nsn: reading.nsn, familyName: reading.familyName, givenNames: reading.givenNames, birthDate: reading.dateOfBirth },
  ]);
  if (answer === 'identity-probing') throw problem('too-many-tries', 429, 'Too many tries. Wait an hour.');
  if (typeof answer !== 'number')
    throw problem('learner-not-confirmed', 404, 'These details do not belong to a learner we know.');
  const ids = await aliasSet(services, answer);
  const catalogue = await loadSnapshot(services);
  return services.db.asBatch(async (tx) => {
    await tx.query(logAccess(answer, services.clock.now(), reader.actor, reader.organisationId, reading.purpose, 'record'));
    const { record } = await readRecord(tx, catalogue, ids, services.clock.today());
    return record;
  });
}
