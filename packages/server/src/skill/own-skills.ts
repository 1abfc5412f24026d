import type { Services } from '../services.ts';
import { OWN_SCHEME, OWN_SKILLS } from './own-scheme.ts';
import { upsertScheme, upsertSkills } from './queries.ts';

/** Brings our own skill scheme into the database, or up to date. Doing it again changes nothing. */
export async function loadOwnSkills(services: Pick<Services, 'db'>): Promise<void> {
  await services.db.asBatch(async (tx) => {
    await upsertScheme(tx, OWN_SCHEME);
    await upsertSkills(
      tx,
      OWN_SCHEME.scheme,
      OWN_SKILLS.map(({ slug, kind, en, mi }) => ({ uri: `${OWN_SCHEME.uri}/${slug}`, kind, en, mi })),
    );
  });
}
