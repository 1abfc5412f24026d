import type { SignedIn } from '../http/route.ts';
import { problem } from '../http/problem.ts';
import { learnerNames } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { organisationByPublicId } from './client-queries.ts';
import type { NewSession } from './new-session.ts';
import { endSession } from './queries.ts';
import { openSession } from './session.ts';
import { staffByMail } from './staff-queries.ts';

export type LearnerAtMachine = SignedIn & { readonly learnerId: number };
export type StaffAtMachine = SignedIn & { readonly organisationId: number; readonly accountId: number };

/** A command is over long before; one that was killed leaves a session that ends by itself. */
const SECONDS = 15 * 60;

/**
 * Does something for a learner who asked whoever sits at the machine to: under a session of the learner's own, so that the database lets it
 * reach what the learner reaches and nothing else, and that ends with the work. What is written names the operator. Throws `record-not-found` (404).
 */
export async function asLearner<T>(
  services: Services,
  learnerId: number,
  work: (learner: LearnerAtMachine) => Promise<T>,
): Promise<T> {
  if (!(await learnerNames(services, [learnerId])).has(learnerId))
    throw problem('record-not-found', 404, 'There is no such learner.');
  return within(services, { kind: 'learner', accountId: null, learnerId, organisationId: null, roles: [] }, (session) =>
    work({ ...session, actor: 'operator', learnerId }),
  );
}

/**
 * The same for somebody of an organisation, by the address that they sign in with and one of these roles. Throws `organisation-not-found` (404),
 * `role-needed` (403).
 */
export async function asStaff<T>(
  services: Services,
  who: {
    readonly kind: 'provider' | 'employer';
    readonly organisation: string;
    readonly mail: string;
    readonly roles: readonly string[];
  },
  work: (staff: StaffAtMachine) => Promise<T>,
): Promise<T> {
  const { kind, mail, organisation } = who;
  const organisationId = await services.db.asAccount((tx) => organisationByPublicId(tx, organisation));
  if (organisationId === null) throw problem('organisation-not-found', 404, `There is no organisation ${organisation}.`);
  for (const role of who.roles) {
    const accountId = await services.db.asAccount((tx) => staffByMail(tx, { mail, organisationId, role }));
    if (accountId === null) continue;
    const session = { kind, accountId, learnerId: null, organisationId, roles: [role] };
    return within(services, session, (signedIn) =>
      work({ ...signedIn, actor: `account:${accountId}`, accountId, organisationId }),
    );
  }
  throw problem('role-needed', 403, `Nobody with the address ${mail} may do this for ${organisation}.`);
}

type Opened = Pick<NewSession, 'kind' | 'accountId' | 'learnerId' | 'organisationId' | 'roles'>;

async function within<T>(services: Services, opened: Opened, work: (signedIn: SignedIn) => Promise<T>): Promise<T> {
  const session = { ...opened, clientId: null, scopes: [], device: 'nzrr', method: 'client' } as const;
  const token = await services.db.asAccount((tx) => openSession(tx, session, SECONDS));
  try {
    return await work({ ...opened, acting: { kind: opened.kind, token }, actor: 'operator', clientId: null, scopes: [] });
  } finally {
    await services.db.asAccount((tx) => endSession(tx, token));
  }
}
