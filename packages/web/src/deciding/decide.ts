import {
  type Decision,
  decide,
  decideSelection,
  nz,
  type RecognitionRecord,
  type SelectionDecision,
} from '@recognition/recognition';
import { bestOption, countingDate, type Frame } from './model.ts';

/** What the rule makes of the outcomes within a frame, less those the learner took out: by the very code that the server runs. */
export interface Redecided {
  readonly counted: readonly string[];
  readonly eligible: boolean;
  readonly major: string | null;
  readonly missing: number;
  readonly by: string | null;
}

/** Decides again within a frame. Outcomes outside it, or taken out, do not count; what awards have spent stays spent. */
export function decideWithin(record: RecognitionRecord, asOf: string, frame: Frame, out: ReadonlySet<string>): Redecided {
  const achievements = record.achievements.map((achievement) => {
    const date = countingDate(achievement);
    const inside = date >= frame.from && date <= frame.to && !out.has(achievement.id);
    return inside ? achievement : { ...achievement, status: 'withdrawn' as const };
  });
  return redecided(decide(nz, 'alq', { ...record, achievements }, { asOf }));
}

/** The same in short, of a decision that is already made. */
export function redecided(decision: Decision): Redecided {
  const option = bestOption(decision);
  return {
    counted: option?.counted ?? decision.missing?.counted ?? [],
    eligible: decision.eligible,
    major: option?.major ?? null,
    missing: option === null ? (decision.missing?.credits ?? 0) : 0,
    by: decision.missing?.by ?? null,
  };
}

/** What the rule says about a selection that the learner made. */
export function checkSelection(
  record: RecognitionRecord,
  asOf: string,
  select: readonly string[],
  supersedes: string | undefined,
): SelectionDecision['selection'] {
  return decideSelection(nz, 'alq', record, { select: [...select], asOf, ...(supersedes === undefined ? {} : { supersedes }) })
    .selection;
}

/** The decision as it would be if what an award has spent were free again: for a new version of that award. */
export function decideAnew(record: RecognitionRecord, asOf: string, supersedes: string): Decision {
  return decide(nz, 'alq', record, { asOf, supersedes });
}
