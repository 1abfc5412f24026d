import { frame, identifier } from './frame.ts';
import type { OutcomeCredentialInput } from './input.ts';
import type { OpenBadgeCredential } from './open-badge.ts';
import { countedOutcome, outcomeAchievement, outcomeResult } from './outcome.ts';

/** The unsigned Open Badges 3.0 credential of a single learning outcome, on VC Data Model 2.0. */
export function buildOutcomeCredential(input: OutcomeCredentialInput): OpenBadgeCredential {
  const { outcome, subject } = input;
  const counted = countedOutcome(input.id, outcome);
  return {
    ...frame(input),
    name: outcome.name,
    description: [counted.description, counted.narrative, input.notice ?? ''].filter((part) => part !== '').join(' '),
    credentialSubject: {
      id: subject.id,
      type: ['AchievementSubject'],
      ...identifier(subject.name),
      creditsEarned: outcome.credits,
      achievement: outcomeAchievement(outcome),
      result: outcomeResult(outcome),
    },
    evidence: [counted],
  };
}
