import { itemsOf } from '../evidence/queries.ts';
import { contentOf, type EvidenceContent } from '../evidence/portfolio.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { writeAccess, writeLog } from '../sharing/log-queries.ts';
import { type Assessor, mineOf, reading } from './assessor.ts';
import { applicationEvents, askedIn, findApplication } from './queries.ts';
import { sentView } from './view.ts';

/** What stands in the learner's list of who looked; pages say it in words. */
export const PURPOSE = 'rpl';

/**
 * An application for an assessor of the provider that it was sent to. The reading is written down before anything is answered. Throws
 * `rpl-not-found` (404).
 */
export async function readSent(services: Services, by: Assessor, id: string) {
  await mineOf(services, by, await reading(services, by, (tx) => findApplication(tx, Number(id))));
  const found = await services.db.asBatch(async (tx) => {
    const row = await mineOf(services, by, await findApplication(tx, Number(id), true));
    const { learnerId, applicationId } = row;
    const asked = await askedIn(tx, [learnerId], [applicationId]);
    const ids = await aliasSet(services, learnerId);
    if (row.consentEndedAt !== null)
      return { row, asked, items: [], events: await applicationEvents(tx, learnerId, applicationId) };
    const items = await itemsOf(
      tx,
      ids,
      asked.flatMap(({ evidence }) => evidence.map(({ item }) => Number(item))),
    );
    const line = { learnerId, at: services.clock.now(), actor: by.actor, organisationId: by.organisationId };
    await writeLog(tx, { ...line, about: 'rpl', aboutId: applicationId, kind: 'read' });
    await writeAccess(tx, { ...line, purpose: PURPOSE, what: `rpl:${applicationId}` });
    return { row, asked, items, events: await applicationEvents(tx, learnerId, applicationId) };
  });
  return sentView(services, by, found.row, found.asked, found.items, found.events);
}

/**
 * A file that was sent with an application, for an assessor: only while the consent stands, and written down first. Throws `rpl-not-found`,
 * `evidence-not-found` (404), `consent-ended` (410).
 */
export async function readSentFile(services: Services, by: Assessor, id: string, item: string): Promise<EvidenceContent> {
  await mineOf(services, by, await reading(services, by, (tx) => findApplication(tx, Number(id))));
  const row = await services.db.asBatch(async (tx) => {
    const application = await mineOf(services, by, await findApplication(tx, Number(id), true));
    const { learnerId, applicationId, consentEndedAt } = application;
    if (consentEndedAt !== null) throw problem('consent-ended', 410, 'The learner has ended this consent.');
    const asked = await askedIn(tx, [learnerId], [applicationId]);
    const sent = asked.some(({ evidence }) => evidence.some((one) => one.item === item));
    const [found] = sent ? await itemsOf(tx, await aliasSet(services, learnerId), [Number(item)]) : [];
    if (found === undefined) throw problem('evidence-not-found', 404, 'There is no such evidence in this application.');
    const line = { learnerId, at: services.clock.now(), actor: by.actor, organisationId: by.organisationId };
    await writeAccess(tx, { ...line, purpose: PURPOSE, what: `evidence:${item}` });
    return found;
  });
  return contentOf(services, row);
}
