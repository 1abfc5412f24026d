import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { readChanges, readSkill, readSkillAt, readVersions, type SkillDetail } from './detail-queries.ts';

/** A skill with its neighbours and the outcomes that name it, by its address (open to everybody). Throws `skill-not-found` (404). */
export async function showSkill({ db }: Pick<Services, 'db'>, uri: string): Promise<SkillDetail> {
  return known(await db.asPublic((tx) => readSkill(tx, uri)));
}

/** The same, by the place of its page. Throws `skill-not-found` (404). */
export async function showSkillAt({ db }: Pick<Services, 'db'>, scheme: string, slug: string): Promise<SkillDetail> {
  return known(await db.asPublic((tx) => readSkillAt(tx, scheme, slug)));
}

function known(skill: SkillDetail | null): SkillDetail {
  if (skill === null) throw problem('skill-not-found', 404, 'There is no such skill here.');
  return skill;
}

/** The versions of a scheme, the newest first, each with what it changed and what was not taken. */
export async function listVersions({ db }: Pick<Services, 'db'>, scheme: string) {
  return (await db.asPublic((tx) => readVersions(tx, scheme))).map(({ loadedAt, files, ...one }) => ({
    ...one,
    files: [...files],
    loadedAt: loadedAt.toISOString(),
  }));
}

/** A page of what a version changed, by address. */
export async function listChanges({ db }: Pick<Services, 'db'>, scheme: string, version: string, after: string, limit: number) {
  const found = await db.asPublic((tx) => readChanges(tx, scheme, version, after, limit + 1));
  return { items: found.slice(0, limit), next: found.length > limit ? (found[limit - 1]?.uri ?? null) : null };
}
