import { type Band, bandOf, type FoundGroup, groupsFound } from '@recognition/recognition';
import type { Acting, Tx } from '../database/connection.ts';
import type { Employer } from '../employer/roles.ts';
import { countSkills } from '../employer/queries.ts';
import { problem } from '../http/problem.ts';
import { mergedPeople, type OnePerson } from '../identity/index.ts';
import { countCall } from '../operations/rate-limit.ts';
import type { Services } from '../services.ts';
import { SEARCHES } from './limits.ts';
import { countFound, noteSearch, sameSkills, type Wanted } from './queries.ts';

/** Somebody of an employer's, or the operator for one. */
export type ForEmployer = Pick<Employer, 'organisationId' | 'actor'> & { readonly acting: Acting | 'operator' };

/** What an employer looks for: skills, what matters most first, and where. Nothing else can be asked for. */
export interface Asked {
  readonly skills: readonly string[];
  readonly region: string | null;
}

/** People who look the same to a search: the skills that all of them hold, and a band of how many they are. */
export interface Found {
  readonly skills: readonly string[];
  readonly people: Band;
}

/**
 * Searches among the people who chose to be found. Answers groups of people who look the same, none of fewer than five; nobody's number,
 * name or anything else of them. Counted per employer, and noted so that those who were among them see it. Throws `skill-not-found` (422),
 * `too-many-requests` (429).
 */
export async function searchPeople(services: Services, by: ForEmployer, asked: Asked): Promise<readonly Found[]> {
  await countCall(services.db, `employer:${by.organisationId}`, SEARCHES);
  const merged = await mergedPeople(services);
  return services.db.asBatch(async (tx) => {
    const { organisationId, actor } = by;
    const wanted = await wantedOf(tx, asked, { organisationId, today: services.clock.today(), merged });
    const groups = groupsFound(await countFound(tx, wanted));
    await noteSearch(tx, { organisationId, skills: wanted.skills.flat(), region: asked.region, actor, at: services.clock.now() });
    return groups.flatMap((group) => shownGroup(asked, group));
  });
}

/** What is looked for, each skill with those that are the same. Throws `skill-not-found` (422). */
export async function wantedOf(
  tx: Tx,
  { skills, region }: Asked,
  among: { readonly organisationId: number; readonly today: string; readonly merged: readonly OnePerson[] },
): Promise<Wanted> {
  if ((await countSkills(tx, skills)) !== skills.length)
    throw problem('skill-not-found', 422, 'One of these skills is in no scheme that is loaded here.');
  return { skills: await sameSkills(tx, skills), region, ...among };
}

/** A group as it is shown: by the addresses that were asked for. */
export function shownGroup({ skills }: Asked, { held, people }: FoundGroup): readonly Found[] {
  const band = bandOf(people);
  return band === null ? [] : [{ skills: held.flatMap((place) => skills[place] ?? []), people: band }];
}
