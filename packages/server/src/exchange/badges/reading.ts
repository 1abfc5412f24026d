import type { Tx } from '../../database/connection.ts';
import { tell } from '../../notice/tell.ts';
import type { Services } from '../../services.ts';
import { type Shown, writeAccess, writeLog } from '../../sharing/log-queries.ts';
import type { Application } from './access.ts';
import { noteUse, refusedSince } from './queries.ts';

/**
 * Writes a reading by an application down, in the transaction in which it is answered: in the history of its consent, in the list of who
 * looked, and as a notice, once a day.
 */
export async function noteReading(
  services: Services,
  tx: Tx,
  { learnerId, consentId, clientId, clientName, goesTo }: Application,
  shown: Shown,
): Promise<void> {
  const at = services.clock.now();
  const line = { learnerId, at, actor: `application:${clientId}`, organisationId: null };
  const purpose = `${clientName} (${goesTo})`;
  await noteUse(tx, { learnerId, consentId }, at);
  await writeLog(tx, { ...line, about: 'application', aboutId: consentId, kind: 'read', detail: shown });
  await writeAccess(tx, { ...line, purpose, what: `application:${consentId}` });
  await tell(tx, {
    learnerId,
    code: 'record-read',
    data: { organisation: clientName, purpose: goesTo },
    once: `application:${consentId}:${services.clock.today()}`,
  });
}

/** How often, in minutes, the same refusal is written down: an agent that asks without end fills nobody's history. */
const REFUSED_EVERY = 10;

/** Writes down, where the learner sees it, that an application asked for what she did not let it do. Nothing was shown. */
export async function noteRefusal(
  services: Services,
  { learnerId, consentId, clientId }: Application,
  asked: string,
): Promise<void> {
  const at = services.clock.now();
  await services.db.asBatch(async (tx) => {
    if (await refusedSince(tx, { learnerId, consentId }, new Date(at.getTime() - REFUSED_EVERY * 60_000))) return;
    const line = { learnerId, about: 'application', aboutId: consentId, at, actor: `application:${clientId}` } as const;
    await writeLog(tx, { ...line, kind: 'refused', detail: { asked } });
  });
}

/** Writes down that an application added or changed something, in the transaction in which it did. */
export async function noteChange(
  services: Services,
  tx: Tx,
  { learnerId, consentId, clientId, clientName, goesTo }: Application,
): Promise<void> {
  const at = services.clock.now();
  const line = { learnerId, at, actor: `application:${clientId}`, organisationId: null };
  await noteUse(tx, { learnerId, consentId }, at);
  await writeLog(tx, { ...line, about: 'application', aboutId: consentId, kind: 'changed' });
  await writeAccess(tx, { ...line, purpose: `${clientName} (${goesTo})`, what: `application:${consentId}` });
}
