import type { RecognitionFramework } from './schema.ts';

/** What of a course decides whether a change of it needs a new approval. Minutes are whole. */
export interface CourseTerms {
  readonly minutes: number;
  /** Such as delivery and assessment, by the names that the framework gives. */
  readonly terms: Readonly<Record<string, string>>;
}

/**
 * The reasons why a changed course needs a new approval, by name: a named term that changed, or `duration` where it changed by more
 * than the framework's share. Empty when the approval stands. Source: domain 6.2 (SSG course form).
 */
export function needsNewApproval({ changes }: RecognitionFramework, before: CourseTerms, after: CourseTerms): readonly string[] {
  if (changes === null) return [];
  const terms = changes.newApproval.filter((name) => before.terms[name] !== after.terms[name]);
  const longer = 100 * Math.abs(after.minutes - before.minutes) > changes.durationMoreThanPercent * before.minutes;
  return longer ? [...terms, 'duration'] : terms;
}
