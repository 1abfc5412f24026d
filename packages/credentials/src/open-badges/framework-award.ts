import { frame, identifier } from './frame.ts';
import type { FrameworkAwardInput } from './input.ts';
import type { OpenBadgeCredential } from './open-badge.ts';
import { countedOutcome, skillAlignments } from './outcome.ts';

/**
 * The unsigned Open Badges 3.0 credential of an award of a framework that is made of named parts, such as a micro-credential: each counted
 * outcome is an evidence, the skills are alignments, and the decision is a related resource held by its digest. Its kind is one of Open
 * Badges' own, so that any reader knows it.
 */
export function buildFrameworkAward(input: FrameworkAwardInput): OpenBadgeCredential {
  const { name, note, size, from, to, policy, credits } = input;
  const what = size === null ? 'It was' : `It stands for ${size},`;
  const description = [note, `${what} achieved from ${from} to ${to}.`, input.notice ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const alignment = skillAlignments(input.counted);
  return {
    ...frame(input),
    name,
    description,
    credentialSubject: {
      id: input.subject.id,
      type: ['AchievementSubject'],
      ...identifier(input.subject.name),
      ...(credits === null ? {} : { creditsEarned: credits }),
      achievement: {
        id: input.achievementId,
        type: ['Achievement'],
        achievementType: input.achievementType,
        name,
        description,
        criteria: {
          type: 'Criteria',
          narrative: `${input.criteria} Decided under policy ${policy.id}, version ${policy.version}.`,
        },
        ...(credits === null ? {} : { creditsAvailable: credits }),
        ...(alignment.length === 0 ? {} : { alignment }),
      },
    },
    evidence: input.counted.map((outcome) => countedOutcome(input.id, outcome)),
    ...(input.decision === null ? {} : { relatedResource: [{ ...input.decision, mediaType: 'application/json' }] }),
  };
}
