import { TEACHING_KINDS } from '@recognition/recognition';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import {
  insertPackage,
  isAgreed,
  lockPackage,
  type NewPackage,
  packageOf,
  type PackageEventKind,
  type PackageRow,
  packagesOf,
  type PackageStatus,
  providerOf,
  sayOfPackage,
  type Side,
} from './package-queries.ts';
import { countSkills } from './queries.ts';
import type { Employer } from './roles.ts';
import type { PackageView } from './schemas.ts';

const STATES: Readonly<Record<'open' | 'ended' | 'all', readonly PackageStatus[]>> = {
  open: ['open', 'offered'],
  ended: ['declined', 'taken-back'],
  all: ['open', 'offered', 'declined', 'taken-back'],
};
const MOST = 500;

/** What an employer has asked for, or a provider was asked, the newest first. */
export async function listPackages(
  { db }: Services,
  { acting }: SignedIn,
  state: keyof typeof STATES,
): Promise<readonly PackageView[]> {
  return (await db.as(acting, (tx) => packagesOf(tx, STATES[state], MOST))).map(viewOf);
}

/** Asks a provider for a package made for the employer's need. Throws `provider-not-found` (404), `skill-not-found` (422). */
export async function askForPackage(
  { db, clock }: Services,
  by: Employer,
  { provider, ...asked }: Omit<NewPackage, 'organisationId' | 'providerId'> & { readonly provider: string },
): Promise<{ readonly id: string }> {
  return db.as(by.acting, async (tx) => {
    const providerId = await providerOf(tx, provider, TEACHING_KINDS);
    if (providerId === null) throw problem('provider-not-found', 404, 'There is no provider with this id.');
    const skills = [...new Set(asked.skills)];
    if ((await countSkills(tx, skills)) !== skills.length)
      throw problem('skill-not-found', 422, 'One of these skills is in no scheme that is loaded here.');
    const at = clock.now();
    const id = await insertPackage(tx, { ...asked, skills, organisationId: by.organisationId, providerId }, by.actor, at);
    await sayOfPackage(tx, id, { kind: 'asked', side: 'employer', words: asked.words, actor: by.actor, at });
    return { id: String(id) };
  });
}

/**
 * Says something of a request, as the employer who asked or the provider who was asked. A provider offers or declines; an employer
 * takes it back. Throws `request-not-found` (404), `request-ended` (409), `package-agreed` (409) for ending what was agreed.
 */
export async function answerPackage(
  { db, clock }: Services,
  by: SignedIn,
  id: string,
  kind: Exclude<PackageEventKind, 'asked'>,
  words: string,
): Promise<PackageView> {
  const side: Side = by.kind === 'employer' ? 'employer' : 'provider';
  return db.as(by.acting, async (tx) => {
    const status = await lockPackage(tx, Number(id));
    if (status === null) throw problem('request-not-found', 404, 'There is no such request.');
    if (status === 'declined' || status === 'taken-back')
      throw problem('request-ended', 409, 'This request has ended; nothing more can be said of it.');
    if ((kind === 'declined' || kind === 'taken-back') && (await isAgreed(tx, Number(id))))
      throw problem('package-agreed', 409, 'The package of this request was agreed, so the request is not ended.');
    await sayOfPackage(tx, Number(id), { kind, side, words, actor: by.actor, at: clock.now() });
    return viewOf((await packageOf(tx, Number(id)))!);
  });
}

function viewOf({ id, askedAt, changedAt, ...row }: PackageRow): PackageView {
  return { ...row, id: String(id), askedAt: askedAt.toISOString(), changedAt: changedAt.toISOString() };
}
