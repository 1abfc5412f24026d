import { type Band, groupsFound } from '@recognition/recognition';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { mergedPeople } from '../identity/index.ts';
import { countCall } from '../operations/rate-limit.ts';
import { seeSkills } from '../record/skills.ts';
import type { Services } from '../services.ts';
import { type ApproachRow, approachesTo } from './approach-queries.ts';
import { LONGEST_DAYS, PREVIEWS } from './limits.ts';
import { countFound, ownProfile, type ProfileRow, removeProfile, sameSkills, searchesFor, writeProfile } from './queries.ts';
import { type Found, shownGroup } from './search.ts';

export type Learner = SignedIn & { readonly learnerId: number };

export interface ProfileText {
  readonly region: string;
  /** Skills of the learner's own record, by address. */
  readonly skills: readonly string[];
  /** Public ids of employers that never find them, such as their own. */
  readonly hiddenFrom: readonly string[];
  readonly until: string;
}

/** How the learner is found, who searched for people like them, and who approached them. */
export async function seeFound(services: Services, learner: Learner) {
  const { profile, approaches } = await services.db.as(learner.acting, async (tx) => ({
    profile: await ownProfile(tx),
    approaches: await approachesTo(tx),
  }));
  const searches = profile === null ? [] : await services.db.asBatch((tx) => searchesFor(tx, profile));
  const catalogue = await loadSnapshot(services);
  const named = (id: number) => {
    const { id: publicId, name } = catalogue.toRecordOrganisation(id);
    return { id: publicId, name };
  };
  const today = services.clock.today();
  return {
    profile: profile === null ? null : profileView(profile, today, named),
    approaches: approaches.map((row) => approachView(row, today, named)),
    searches: searches.map(({ organisationId, at, region, skills }) => ({
      organisation: named(organisationId),
      at: at.toISOString(),
      region,
      skills: skills.filter((uri) => profile?.skills.includes(uri)),
    })),
  };
}

function profileView(row: ProfileRow, today: string, named: (id: number) => { readonly id: string; readonly name: string }) {
  return {
    region: row.region,
    skills: [...row.skills],
    hiddenFrom: row.hiddenFrom.map(named),
    since: row.since.toISOString(),
    until: row.untilOn,
    open: row.untilOn >= today,
  };
}

function approachView(row: ApproachRow, today: string, named: (id: number) => { readonly id: string; readonly name: string }) {
  const expired = row.status === 'waits' && row.untilOn < today;
  return {
    id: String(row.approachId),
    organisation: named(row.organisationId),
    title: row.title,
    words: row.words,
    region: row.region,
    skills: [...row.skills],
    status: expired ? ('expired' as const) : row.status,
    sentAt: row.sentAt.toISOString(),
    until: row.untilOn,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    share: row.shareId === null ? null : String(row.shareId),
  };
}

/**
 * Lets the learner be found, or changes how. Throws `found-not-yours` (422) for a skill that the record does not show, `found-date` (422),
 * `organisation-not-found` (422).
 */
export async function beFound(services: Services, learner: Learner, text: ProfileText): Promise<void> {
  const today = services.clock.today();
  const days = (Date.parse(text.until) - Date.parse(today)) / 86_400_000;
  if (days < 0 || days > LONGEST_DAYS)
    throw problem('found-date', 422, 'The last day is today at the earliest, and within a year.');
  await ownSkills(services, learner, text.skills);
  const catalogue = await loadSnapshot(services);
  const hiddenFrom = text.hiddenFrom.map((id) => {
    const organisation = catalogue.organisationByPublicId(id);
    if (organisation === undefined) throw problem('organisation-not-found', 422, 'There is no such organisation.');
    return organisation.organisation_id;
  });
  const { learnerId } = learner;
  const profile = { learnerId, region: text.region, skills: [...new Set(text.skills)], hiddenFrom, untilOn: text.until };
  await services.db.as(learner.acting, (tx) => writeProfile(tx, { ...profile, changedAt: services.clock.now() }));
}

/** Ends being found at once, and every approach that waits. Doing it again changes nothing. */
export async function endFound(services: Services, learner: Learner): Promise<void> {
  await services.db.as(learner.acting, (tx) => removeProfile(tx, services.clock.now()));
}

/**
 * What an employer would see who looks for these skills in this region: the very answer, with the learner among them. Throws
 * `found-not-yours` (422).
 */
export async function previewFound(
  services: Services,
  learner: Learner,
  asked: { readonly region: string; readonly skills: readonly string[] },
): Promise<{ readonly groups: readonly Found[]; readonly among: Band | null }> {
  await countCall(services.db, learner.actor, PREVIEWS);
  await ownSkills(services, learner, asked.skills);
  const merged = await mergedPeople(services);
  return services.db.asBatch(async (tx) => {
    const skills = await sameSkills(tx, asked.skills);
    const today = services.clock.today();
    const sets = await countFound(tx, { ...asked, skills, organisationId: -1, today, merged, but: learner.learnerId });
    const own = asked.skills.map((_, place) => place);
    const groups = groupsFound([...sets, { held: own, people: 1 }].reduce(joined, []));
    const mine = groups.find((group) => group.sets.some((set) => set.join() === own.join()));
    return {
      groups: groups.flatMap((group) => shownGroup(asked, group)),
      among: mine === undefined ? null : (shownGroup(asked, mine)[0]?.people ?? null),
    };
  });
}

type Sets = readonly { readonly held: readonly number[]; readonly people: number }[];

/** Sets that are the same are one. */
function joined(sets: Sets, { held, people }: Sets[number]): Sets {
  const same = sets.find((one) => one.held.join() === held.join());
  return same === undefined
    ? [...sets, { held, people }]
    : sets.map((one) => (one === same ? { held, people: one.people + people } : one));
}

async function ownSkills(services: Services, learner: Learner, skills: readonly string[]): Promise<void> {
  const { groups } = await seeSkills(services, learner.acting, 'kind');
  const own = new Set(groups.flatMap((group) => group.skills.map(({ uri }) => uri)));
  if (skills.some((uri) => !own.has(uri)))
    throw problem('found-not-yours', 422, 'You can be found only by skills that your record shows.');
}
