import { createHash } from 'node:crypto';
import type { Services } from '../services.ts';
import { OWN_SCHEME, OWN_SKILLS } from './own-scheme.ts';
import { takeScheme } from './scheme/bring-scheme.ts';
import { conceptOf } from './scheme/concept.ts';

/** Brings our own skill scheme into the database, or up to date. Doing it again changes nothing. */
export async function loadOwnSkills(services: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const concepts = OWN_SKILLS.map(({ slug, kind, en, mi }) =>
    conceptOf({ uri: `${OWN_SCHEME.uri}/${slug}`, kind, label: en, mi }),
  );
  await services.db.asBatch((tx) =>
    takeScheme(tx, {
      ...OWN_SCHEME,
      source: 'own',
      content: createHash('sha256').update(JSON.stringify(concepts)).digest('hex'),
      files: [],
      by: 'operator',
      at: services.clock.now(),
      read: { about: { uri: null, name: null, version: null }, rows: concepts.length, concepts, notTaken: [] },
      own: true,
    }),
  );
}
