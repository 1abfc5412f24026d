import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { learnerName, learnerNames } from '../identity/index.ts';
import { tell } from '../notice/tell.ts';
import type { Services } from '../services.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { consentGiven, consentsGiven, type ConsentRow, useConsent } from './consent-queries.ts';
import { consentView, stateOf } from './consent.ts';
import { type Chosen, drawContent } from './content.ts';
import { writeAccess, writeLog } from './log-queries.ts';
import { SHARE_FIELDS, type SharedContent } from './schemas.ts';

type Staff = SignedIn & { readonly organisationId: number };

/** The consents that an organisation was given, with the learner's name while they stand. */
export async function receivedConsents(services: Services, staff: Staff) {
  const rows = await services.db.as(staff.acting, (tx) => consentsGiven(tx, staff.organisationId));
  const today = services.clock.today();
  const open = rows.filter((row) => stateOf(row, today) === 'open');
  const names = await learnerNames(
    services,
    open.map(({ learnerId }) => learnerId),
  );
  return {
    items: rows.map((row) => ({
      ...consentView(row, today),
      learner: stateOf(row, today) === 'open' ? (names.get(row.learnerId) ?? '') : '',
    })),
  };
}

/**
 * What a consent opens, for staff of the organisation that was given it. The reading is written down, with its purpose, before
 * anything is answered; a consent for once is used up by it. Throws `consent-not-found` (404), `consent-ended` (410).
 */
export async function readUnderConsent(
  services: Services,
  staff: Staff,
  id: string,
  purpose: string,
): Promise<{ readonly id: string; readonly learner: string; readonly content: SharedContent }> {
  const at = services.clock.now();
  const found = await services.db.as(staff.acting, async (tx) =>
    (await consentsGiven(tx, staff.organisationId)).find(({ consentId }) => String(consentId) === id),
  );
  if (found === undefined) throw problem('consent-not-found', 404, 'There is no such consent.');
  const organisation = (await loadSnapshot(services)).toRecordOrganisation(staff.organisationId).name;
  const { learnerId, consentId } = found;
  const content = await drawContent(
    services,
    learnerId,
    chosenBy(found),
    [...SHARE_FIELDS],
    async (tx, { content: drawn, outcomes }) => {
      // Asked again under lock: it may have been withdrawn or used since.
      const row = await consentGiven(tx, staff.organisationId, id);
      if (row === null || stateOf(row, services.clock.today()) !== 'open')
        throw problem('consent-ended', 410, 'This consent has ended. Ask the learner for a new one.');
      if (row.mode === 'once') await useConsent(tx, row, at);
      const line = { learnerId, at, actor: staff.actor, organisationId: staff.organisationId };
      const shown = { outcomes, skills: drawn.skills.length, awards: drawn.awards.length, fields: [row.category] };
      await writeLog(tx, { ...line, about: 'consent', aboutId: consentId, kind: 'read', detail: shown });
      await writeAccess(tx, { ...line, purpose, what: `consent:${consentId}` });
      await tell(tx, { learnerId, code: 'record-read', data: { organisation, purpose } });
    },
  );
  return { id, learner: await learnerName(services, learnerId), content };
}

function chosenBy({ category, field }: ConsentRow): Chosen {
  return category === 'field' ? { category, field: field ?? '' } : { category };
}
