import { loadSnapshot } from '../catalogue/snapshot.ts';
import { sealLink } from '../employer/links.ts';
import { problem } from '../http/problem.ts';
import { learnerName } from '../identity/index.ts';
import { seeSkills } from '../record/skills.ts';
import type { Services } from '../services.ts';
import type { ShareField } from '../sharing/schemas.ts';
import { makeShare, withdrawShare } from '../sharing/share.ts';
import { answerApproach, type ApproachRow, approachTo, keepAccepted } from './approach-queries.ts';
import type { Learner } from './profile.ts';
import { ownProfile } from './queries.ts';

export interface Acceptance {
  readonly fields: readonly ShareField[];
  readonly outcomesShown: boolean;
  readonly expiresOn: string;
}

/**
 * Accepts an approach: a link is made for this employer, of the skills by which the learner may be found, and kept for it. From then on it is
 * a link like any other: each opening is logged, and the learner withdraws it when they like. Accepting again answers the same. Throws
 * `approach-not-found` (404), `approach-ended` (409), and what making a link throws.
 */
export async function acceptApproach(
  services: Services,
  learner: Learner,
  id: string,
  terms: Acceptance,
): Promise<{ readonly share: string }> {
  const { approach, profile } = await services.db.as(learner.acting, async (tx) => ({
    approach: found(await approachTo(tx, id)),
    profile: await ownProfile(tx),
  }));
  if (approach.status === 'accepted' && approach.shareId !== null) return { share: String(approach.shareId) };
  requireOpen(approach, services.clock.today());
  const organisation = (await loadSnapshot(services)).toRecordOrganisation(approach.organisationId).name;
  const { groups } = await seeSkills(services, learner.acting, 'kind');
  const held = groups.flatMap((group) => group.skills);
  const shown = new Set([...(profile?.skills ?? []), ...approach.skills]);
  const behind = new Set(held.filter(({ uri }) => shown.has(uri)).flatMap(({ evidence }) => evidence.map((one) => one.id)));
  const share = await makeShare(services, learner, {
    achievements: [...behind],
    awards: [],
    fields: terms.fields,
    outcomesShown: terms.outcomesShown,
    skillsLeftOut: held.flatMap(({ uri }) => (shown.has(uri) ? [] : [uri])),
    audience: organisation,
    purpose: approach.title,
    expiresOn: terms.expiresOn,
    pin: null,
  });
  const at = services.clock.now();
  const answered = await services.db.as(learner.acting, (tx) => answerApproach(tx, approach, 'accepted', share.id, at));
  if (!answered) {
    await withdrawShare(services, learner, share.id);
    throw ended();
  }
  const token = share.link.split('/').at(-1) ?? '';
  const name = terms.fields.includes('name') ? await learnerName(services, learner.learnerId) : '';
  await services.db.asBatch((tx) =>
    keepAccepted(tx, {
      organisationId: approach.organisationId,
      batchId: approach.batchId,
      ...sealLink(services.keys, token),
      label: name === '' ? approach.title : name,
      at,
    }),
  );
  return { share: share.id };
}

/** Declines an approach: the employer is told nothing, and the learner stays unknown to it. Declining again changes nothing. */
export async function declineApproach(services: Services, learner: Learner, id: string): Promise<void> {
  await services.db.as(learner.acting, async (tx) => {
    const approach = found(await approachTo(tx, id));
    if (approach.status === 'declined') return;
    requireOpen(approach, services.clock.today());
    await answerApproach(tx, approach, 'declined', null, services.clock.now());
  });
}

function found(approach: ApproachRow | null): ApproachRow {
  if (approach === null) throw problem('approach-not-found', 404, 'There is no such approach.');
  return approach;
}

function requireOpen({ status, untilOn }: ApproachRow, today: string): void {
  if (status !== 'waits' || untilOn < today) throw ended();
}

const ended = () => problem('approach-ended', 409, 'This approach has ended. Nothing of yours was shown.');
