import { loadSnapshot } from '../catalogue/snapshot.ts';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import {
  type ConsentCategory,
  type ConsentMode,
  type ConsentRow,
  consentsOf,
  endConsent,
  findConsent,
  insertConsent,
  lockConsents,
} from './consent-queries.ts';
import { logOf, writeLog } from './log-queries.ts';
import { nextId } from './queries.ts';
import { logLines, whoMade } from './view.ts';

type Learner = SignedIn & { readonly learnerId: number };

/** What a learner lets an organisation read: a category of the record, live, once, or until a day. */
export interface ConsentTerms {
  readonly organisation: string;
  readonly category: ConsentCategory;
  readonly field: string | null;
  readonly mode: ConsentMode;
  readonly until: string | null;
  readonly purpose: string;
}

const LONGEST_DAYS = 731;

/**
 * Gives an organisation consent to a category. Throws `organisation-not-found` (422), `consent-date` (422), and `consent-standing` (409)
 * while the organisation holds one for the same category.
 */
export async function grantConsent(services: Services, learner: Learner, terms: ConsentTerms): Promise<string> {
  const today = services.clock.today();
  const organisation = (await loadSnapshot(services)).organisationByPublicId(terms.organisation);
  if (organisation === undefined) throw problem('organisation-not-found', 422, 'There is no such organisation.');
  const days = terms.until === null ? 0 : (Date.parse(terms.until) - Date.parse(today)) / 86_400_000;
  if (days < 0 || days > LONGEST_DAYS)
    throw problem('consent-date', 422, 'The last day is today at the earliest, and within two years.');
  const at = services.clock.now();
  const { learnerId, actor, acting } = learner;
  const { category, field, mode, until, purpose } = terms;
  const organisationId = organisation.organisation_id;
  return services.db.as(acting, async (tx) => {
    await lockConsents(tx, learnerId, organisationId);
    const same = (row: ConsentRow): boolean =>
      row.organisationId === organisationId && row.category === category && row.field === field;
    if ((await consentsOf(tx)).some((row) => same(row) && stateOf(row, today) === 'open'))
      throw problem(
        'consent-standing',
        409,
        'This organisation has this consent already. Withdraw it first to give it otherwise.',
      );
    const consentId = await nextId(tx, learnerId);
    await insertConsent(tx, {
      learnerId,
      consentId,
      organisationId,
      category,
      field,
      mode,
      untilOn: until,
      purpose,
      grantedAt: at,
      grantedBy: actor,
    });
    await writeLog(tx, { learnerId, about: 'consent', aboutId: consentId, kind: 'granted', at, actor });
    return String(consentId);
  });
}

/** Ends a consent at once. Ending it again changes nothing. Throws `consent-not-found` (404). */
export async function withdrawConsent(services: Services, learner: Learner, id: string): Promise<string> {
  const at = services.clock.now();
  await services.db.as(learner.acting, async (tx) => {
    const row = await findConsent(tx, id);
    if (row === null) throw problem('consent-not-found', 404, 'There is no such consent.');
    if (row.withdrawnAt !== null) return;
    await endConsent(tx, row, at);
    await writeLog(tx, {
      learnerId: row.learnerId,
      about: 'consent',
      aboutId: row.consentId,
      kind: 'withdrawn',
      at,
      actor: learner.actor,
    });
  });
  return id;
}

/** Every consent that the learner gave, with what became of it. */
export async function listConsents(services: Services, learner: Learner) {
  const { rows, log } = await services.db.as(learner.acting, async (tx) => {
    const all = await consentsOf(tx);
    return {
      rows: all,
      log: await logOf(
        tx,
        'consent',
        all.map(({ consentId }) => consentId),
      ),
    };
  });
  const catalogue = await loadSnapshot(services);
  const lines = await logLines(services, log);
  const today = services.clock.today();
  return {
    items: rows.map((row) => ({
      ...consentView(row, today),
      organisation: nameOf(catalogue, row.organisationId),
      log: lines.filter((_, index) => log[index]?.aboutId === row.consentId),
    })),
  };
}

function nameOf(catalogue: Awaited<ReturnType<typeof loadSnapshot>>, organisationId: number) {
  const { id, name, kind } = catalogue.toRecordOrganisation(organisationId);
  return { id, name, kind };
}

export function stateOf(row: ConsentRow, today: string): 'open' | 'used' | 'past' | 'withdrawn' {
  if (row.withdrawnAt !== null) return 'withdrawn';
  if (row.usedAt !== null) return 'used';
  return row.untilOn !== null && row.untilOn < today ? 'past' : 'open';
}

/** A consent as both sides see it. */
export function consentView(row: ConsentRow, today: string) {
  return {
    id: String(row.consentId),
    category: row.category,
    field: row.field,
    mode: row.mode,
    until: row.untilOn,
    purpose: row.purpose,
    state: stateOf(row, today),
    grantedAt: row.grantedAt.toISOString(),
    grantedBy: whoMade(row.grantedBy),
    endedAt: (row.withdrawnAt ?? row.usedAt)?.toISOString() ?? null,
  };
}
