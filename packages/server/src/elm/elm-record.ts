import { randomUUID } from 'node:crypto';
import { buildElmCredential } from '@recognition/credentials';
import type { RecognitionRecord } from '@recognition/recognition';
import { countedOf } from '../award/counted.ts';
import { outcomeFacts } from '../award/facts-queries.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { elmAchievement, elmIssuer, pictureOf } from './achievements.ts';

/**
 * A record as a European Digital Credential, unsigned: everything that was achieved and is confirmed. The ids of the document and of the
 * learner are made for this one. 422 `nothing-achieved` for a record with nothing of it, since the profile has no credential without a claim.
 */
export async function elmOfRecord(
  services: Services,
  run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  learnerId: number,
  record: RecognitionRecord,
  name: string | null,
): Promise<unknown> {
  const { url, authority } = services.settings;
  const kept = record.achievements
    .filter(({ status, result }) => status === 'confirmed' && result !== 'not-achieved')
    .map(({ id }) => id);
  if (kept.length === 0) throw problem('nothing-achieved', 422, 'The record holds nothing that was achieved and confirmed yet.');
  const learnerIds = await aliasSet(services, learnerId);
  const facts = await run((tx) => outcomeFacts(tx, learnerIds, kept));
  return buildElmCredential({
    id: `urn:uuid:${randomUUID()}`,
    issuer: elmIssuer(services),
    issued: services.clock.now().toISOString(),
    learner: { id: `urn:uuid:${randomUUID()}`, name },
    title: 'Record of learning outcomes',
    description: authority.invented
      ? 'The authority, the people and the results are invented.'
      : `What the learner has achieved, as recorded by ${authority.name}.`,
    picture: await pictureOf(`${url}/verify`),
    award: null,
    achievements: countedOf(record, kept).map((one) => elmAchievement(url, one, facts)),
  });
}
