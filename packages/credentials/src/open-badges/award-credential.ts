import { frame, identifier } from './frame.ts';
import type { AwardCredentialInput } from './input.ts';
import type { OpenBadgeCredential } from './open-badge.ts';
import { countedOutcome, skillAlignments } from './outcome.ts';

/** What an ALQ must say of itself wherever it is shown (the ALQ rule, A29). */
export const NO_LEVEL = 'An Applied Learning Qualification has no level and is not a listed qualification.';

/** The name of an award: `Applied Learning Qualification`, with `(Major: Health)` when it has a major. */
export function awardName(major: { readonly name: string } | null): string {
  return major === null ? 'Applied Learning Qualification' : `Applied Learning Qualification (Major: ${major.name})`;
}

/**
 * The unsigned Open Badges 3.0 credential of an Applied Learning Qualification, on VC Data Model 2.0. Each counted outcome is an evidence
 * with all that was recorded of it; the skills are alignments; the decision is a related resource, held by its digest.
 */
export function buildAwardCredential(input: AwardCredentialInput): OpenBadgeCredential {
  const name = awardName(input.major);
  const description = [
    NO_LEVEL,
    `It stands for ${input.credits} credits, achieved from ${input.from} to ${input.to}.`,
    input.notice ?? '',
  ]
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
      creditsEarned: input.credits,
      achievement: {
        id: input.achievementId,
        type: ['Achievement'],
        achievementType: 'ext:AppliedLearningQualification',
        name,
        description,
        criteria: { type: 'Criteria', narrative: criteria(input) },
        creditsAvailable: input.credits,
        ...(input.major === null ? {} : { specialization: input.major.name }),
        ...(alignment.length === 0 ? {} : { alignment }),
      },
    },
    evidence: input.counted.map((outcome) => countedOutcome(input.id, outcome)),
    ...(input.decision === null ? {} : { relatedResource: [{ ...input.decision, mediaType: 'application/json' }] }),
  };
}

function criteria({ major, policy }: AwardCredentialInput): string {
  const rule = 'At least 40 credits of accredited learning outcomes, achieved within seven years, each counted once.';
  const share = major === null ? '' : ` At least 51 % of the credits are in the field ${major.name}.`;
  return `${rule}${share} Decided under policy ${policy.id}, version ${policy.version}.`;
}
