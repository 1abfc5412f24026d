import { bandOf, groupsFound } from '@recognition/recognition';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { roleOf } from '../employer/queries.ts';
import { problem } from '../http/problem.ts';
import { mergedPeople } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import { countCall } from '../operations/rate-limit.ts';
import type { Services } from '../services.ts';
import { writeAccess } from '../sharing/log-queries.ts';
import { type BatchRow, batchesOf, insertApproaches, insertBatch } from './approach-queries.ts';
import { AGAIN_DAYS, APPROACHES, WAITS_DAYS } from './limits.ts';
import { countFound, drawFound } from './queries.ts';
import { type Asked, type ForEmployer, wantedOf } from './search.ts';

const DAY = 86_400_000;

/**
 * Asks people of one group whether they would talk, by lot where they are more than `most`. Each is told, and each asking stands in their list
 * of who looked. The group must still be there. How many were reached is not said: who was asked of late is not asked again, and that would
 * tell of them. Throws `group-gone` (409), `role-not-found` (404), `too-many-requests` (429).
 */
export async function approachPeople(
  services: Services,
  by: ForEmployer,
  asked: Asked & {
    readonly group: readonly string[];
    readonly most: number;
    readonly title: string;
    readonly words: string;
    readonly role: string | null;
  },
): Promise<{ readonly id: string }> {
  await countCall(services.db, `employer:${by.organisationId}`, APPROACHES);
  const roleId = asked.role === null ? null : Number(asked.role);
  if (roleId !== null && (await asEmployer(services, by, (tx) => roleOf(tx, roleId))) === null)
    throw problem('role-not-found', 404, 'There is no such role in your workspace.');
  const [now, today] = [services.clock.now(), services.clock.today()];
  const organisation = (await loadSnapshot(services)).toRecordOrganisation(by.organisationId).name;
  const untilOn = new Date(Date.parse(today) + WAITS_DAYS * DAY).toISOString().slice(0, 10);
  const merged = await mergedPeople(services);
  return services.db.asBatch(async (tx) => {
    const wanted = await wantedOf(tx, asked, { organisationId: by.organisationId, today, merged });
    const places = asked.group.map((uri) => asked.skills.indexOf(uri)).toSorted((one, other) => one - other);
    const group = groupsFound(await countFound(tx, wanted)).find(({ held }) => held.join() === places.join());
    const band = group === undefined ? null : bandOf(group.people);
    if (group === undefined || band === null)
      throw problem('group-gone', 409, 'There are too few of these people now. Search again, with fewer skills or further away.');
    const { organisationId, actor } = by;
    const { title, words, region } = asked;
    const batch = { organisationId, roleId, title, words, region, skills: asked.group, ...band, sentAt: now, untilOn };
    const batchId = await insertBatch(tx, { ...batch, actor });
    const since = new Date(now.getTime() - AGAIN_DAYS * DAY);
    const learners = await drawFound(tx, wanted, { sets: group.sets, most: asked.most, since });
    await insertApproaches(tx, batchId, batch, learners);
    for (const learnerId of learners) {
      await writeAccess(tx, { learnerId, at: now, actor, organisationId, purpose: title, what: `approach:${batchId}` });
      await tell(tx, { learnerId, code: 'approach-received', data: { organisation, title, date: untilOn } });
    }
    return { id: String(batchId) };
  });
}

/** Runs a transaction as who asks. */
function asEmployer<T>({ db }: Services, { acting }: ForEmployer, work: (tx: Tx) => Promise<T>): Promise<T> {
  return acting === 'operator' ? db.asBatch(work) : db.as(acting, work);
}

/** What this employer asked of people, the newest first. Those who accepted are there by their links; of others nothing is said. */
export async function listApproaches(services: Services, by: ForEmployer) {
  const rows = await asEmployer(services, by, (tx) => batchesOf(tx, by.organisationId));
  const today = services.clock.today();
  return rows.map((row) => batchView(row, today));
}

function batchView(
  { batchId, roleId, organisationId: _own, from, to, sentAt, untilOn, links, skills, ...rest }: BatchRow,
  today: string,
) {
  return {
    ...rest,
    id: String(batchId),
    role: roleId === null ? null : String(roleId),
    skills: [...skills],
    people: { from, to },
    sentAt: sentAt.toISOString(),
    until: untilOn,
    open: untilOn >= today,
    accepted: links.map((link) => ({ ...link })),
  };
}
