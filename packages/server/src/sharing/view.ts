import { loadSnapshot } from '../catalogue/snapshot.ts';
import { delegatesNamed } from '../delegation/queries.ts';
import type { SignedIn } from '../http/route.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type LogRow, logOf } from './log-queries.ts';
import { findShare, type ShareRow, sharesOf } from './queries.ts';
import { isRestorable } from './share.ts';

/** Every link of the learner who is signed in, the newest first. */
export async function listShares(services: Services, learner: SignedIn) {
  const rows = await services.db.as(learner.acting, sharesOf);
  return { items: rows.map((row) => viewOf(services, row)) };
}

/** One link with all that happened to it. Throws `share-not-found` (404). */
export async function seeShare(services: Services, learner: SignedIn, id: string) {
  const { row, log } = await services.db.as(learner.acting, async (tx) => {
    const found = await findShare(tx, id);
    if (found === null) throw problem('share-not-found', 404, 'There is no such link.');
    return { row: found, log: await logOf(tx, 'share', [found.shareId]) };
  });
  return { ...viewOf(services, row), log: await logLines(services, log) };
}

function viewOf({ clock }: Services, row: ShareRow) {
  return {
    id: String(row.shareId),
    achievements: [...row.achievements],
    awards: [...row.awards],
    fields: [...row.fields],
    outcomesShown: row.outcomesShown,
    skillsLeftOut: [...row.skillsLeftOut],
    audience: row.audience,
    purpose: row.purpose,
    expiresOn: row.expiresOn,
    hasPin: row.pinHash !== null,
    state: stateOf(row, clock.today()),
    revision: row.revision,
    madeAt: row.madeAt.toISOString(),
    madeBy: whoMade(row.madeBy),
    changedAt: row.changedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    restorable: isRestorable(row, clock.now()),
    openings: row.openings,
    lastOpenedAt: row.lastOpenedAt?.toISOString() ?? null,
  };
}

function stateOf(row: ShareRow, today: string): 'open' | 'expired' | 'withdrawn' | 'locked' {
  if (row.withdrawnAt !== null) return 'withdrawn';
  if (row.expiresOn < today) return 'expired';
  return row.lockedAt === null ? 'open' : 'locked';
}

export function whoMade(actor: string): 'learner' | 'delegate' {
  return actor.startsWith('delegate:') ? 'delegate' : 'learner';
}

function kindOf(actor: string): 'learner' | 'delegate' | 'link' | 'steward' | 'application' {
  if (actor === 'link') return 'link';
  if (actor.startsWith('application:')) return 'application';
  return actor.startsWith('steward:') ? 'steward' : whoMade(actor);
}

/** The authority under which somebody acted; null for everybody else. */
function delegationOf(actor: string): number | null {
  return actor.startsWith('delegate:') ? Number(actor.slice('delegate:'.length)) : null;
}

/** The lines of a log as a person reads them: who, when and what; no number of an account leaves. */
export async function logLines(services: Services, rows: readonly LogRow[]) {
  const catalogue = rows.some(({ organisationId }) => organisationId !== null) ? await loadSnapshot(services) : null;
  const nameOf = (id: number): string | null => {
    try {
      return catalogue?.toRecordOrganisation(id).name ?? null;
    } catch {
      return null;
    }
  };
  const delegates = [...new Set(rows.flatMap(({ actor }) => delegationOf(actor) ?? []))];
  const named = delegates.length === 0 ? null : await services.db.asBatch((tx) => delegatesNamed(tx, delegates));
  return rows.map(({ kind, at, actor, organisationId, detail }) => ({
    kind,
    at: at.toISOString(),
    who:
      organisationId !== null
        ? ({ kind: 'organisation', name: nameOf(organisationId) } as const)
        : ({
            kind: kindOf(actor),
            name: named?.get(delegationOf(actor) ?? 0) ?? null,
          } as const),
    shown:
      detail.outcomes === undefined
        ? null
        : {
            outcomes: [...detail.outcomes],
            skills: detail.skills ?? null,
            awards: detail.awards ?? 0,
            fields: [...(detail.fields ?? [])],
          },
  }));
}
