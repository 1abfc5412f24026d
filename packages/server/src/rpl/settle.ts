import { lockLearner } from '../award/queries.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { aliasSet } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import type { CheckedRow } from '../record/check-row.ts';
import { isRejectCode, REJECT_CODES } from '../record/reject-codes.ts';
import { checkKnownResult, lineagesHeld, reportKnown } from '../record/report-known.ts';
import type { Services } from '../services.ts';
import { referenceOf } from './apply.ts';
import { writeRecorded } from './assess-queries.ts';
import { type Assessor, providerName } from './assessor.ts';
import { elsewhere } from './draft.ts';
import { newEvent } from './events.ts';
import { type ApplicationRow, askedIn, type AskedRow, takeStep } from './queries.ts';

type Sent = ApplicationRow & { readonly providerId: number };

/**
 * Decides an application and reports what is granted, in the caller's transaction: all of it or nothing. The date is today, that of the
 * decision (domain A8). Throws `rpl-not-recordable` (409) with the sentence of results, `already-held` (409).
 */
export async function settle(
  services: Services,
  tx: Tx,
  by: Assessor,
  application: Sent,
  { confirmed, words = null }: { readonly confirmed: boolean; readonly words?: string | null },
): Promise<'decided' | 'recorded'> {
  const { learnerId, applicationId, providerId } = application;
  const today = services.clock.today();
  const asked = await askedIn(tx, [learnerId], [applicationId]);
  const granted = asked.filter(({ decision }) => decision === 'granted');
  const detail = { confirmed, granted: granted.length, declined: asked.length - granted.length };
  const event = newEvent(services, { learnerId, applicationId, kind: 'decided', actor: by.actor, words, detail });
  if (!(await takeStep(tx, event, { decidedOn: today }))) throw elsewhere();
  const data = { organisation: await providerName(services, providerId), application: String(applicationId) };
  await tell(tx, { learnerId, code: 'rpl-decided', data });
  if (granted.length === 0) return 'decided';
  await record(services, tx, by, application, granted);
  const recorded = newEvent(services, { learnerId, applicationId, kind: 'recorded', actor: by.actor, words: null, detail: {} });
  if (!(await takeStep(tx, recorded))) throw elsewhere();
  return 'recorded';
}

/** Reports these outcomes as results of mode `rpl`. What was reported before is a duplicate, and stays one result. */
export async function record(
  services: Services,
  tx: Tx,
  by: Assessor,
  application: Sent,
  granted: readonly AskedRow[],
): Promise<void> {
  const { learnerId, applicationId, providerId } = application;
  const catalogue = await loadSnapshot(services);
  const date = services.clock.today();
  // Two decisions of one learner follow each other: neither grants what the other has just granted.
  await lockLearner(tx, await aliasSet(services, learnerId));
  const held = await lineagesHeld(services, tx, learnerId);
  const checked: CheckedRow[] = [];
  for (const { outcomeId, result } of granted) {
    const row = catalogue.outcomeById(outcomeId);
    const provider = catalogue.organisationById(providerId);
    if (row === undefined || provider === undefined || result === null)
      throw new RangeError('what was granted is not in the catalogue');
    if (held.has(row.lineage))
      throw problem('already-held', 409, `${row.name}: the learner has passed this meanwhile. Decline it, saying so.`);
    const known = {
      provider: provider.public_id,
      outcome: row.code,
      version: row.version,
      date,
      result,
      mode: 'rpl' as const,
      reference: referenceOf(applicationId, row.public_id),
    };
    const found = await checkKnownResult(services, learnerId, by.organisationId, known);
    if (typeof found === 'string') throw problem('rpl-not-recordable', 409, `${row.name}: ${REJECT_CODES[found].message.en}`);
    checked.push(found);
  }
  const reporter = { actor: by.actor, organisationId: by.organisationId, name: `RPL ${applicationId}` };
  for (const answer of await reportKnown(services, tx, reporter, learnerId, checked))
    if (isRejectCode(answer)) throw problem('rpl-not-recordable', 409, REJECT_CODES[answer].message.en);
  await writeRecorded(
    tx,
    application,
    granted.map(({ outcomeId }) => outcomeId),
    date,
  );
}
