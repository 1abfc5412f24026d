import { createLearners, type IdentityAnswer, matchLearners, samePerson } from '../identity/index.ts';
import type { Services } from '../services.ts';
import type { CheckedRow, ReportedLearner } from './check-row.ts';
import type { RejectCode } from './reject-codes.ts';

/** A row whose learner is asked for; the answer is written into it. */
export interface ToIdentify {
  code: RejectCode | null;
  readonly checked: CheckedRow | null;
  /** The learner's id; or in a dry run what stands for one who would be created. */
  learner: number | `new:${string}` | null;
}

// Each is about 200 bytes; when there are more, the import begins to remember anew.
const REMEMBERED = 20_000;

/**
 * Asks at the identity door whose results a file's rows are, each reported identity once: an answer is remembered for the import, so
 * that a mistyped learner with forty results is one miss.
 */
export function identifier(
  services: Services,
  { organisationId, create }: { readonly organisationId: number | null; readonly create: boolean },
): (rows: readonly ToIdentify[]) => Promise<void> {
  const asker = organisationId === null ? 'operator' : `organisation:${organisationId}`;
  const ask = create ? createLearners : matchLearners;
  let known = new Map<string, IdentityAnswer>();
  return async (rows) => {
    const asked = new Map<string, ReportedLearner>();
    for (const { checked } of rows) {
      if (checked?.learner == null) continue;
      const key = keyOf(checked.learner);
      if (!known.has(key)) asked.set(key, checked.learner);
    }
    if (known.size + asked.size > REMEMBERED) {
      known = new Map();
      for (const { checked } of rows) if (checked?.learner != null) asked.set(keyOf(checked.learner), checked.learner);
    }
    const answers = await ask(services, asker, [...asked.values()]);
    let n = 0;
    for (const key of asked.keys()) known.set(key, answers[n++] ?? 'identity-not-confirmed');
    for (const row of rows)
      if (row.checked?.learner != null) settle(row, row.checked.learner, known.get(keyOf(row.checked.learner)));
    // What was not asked, or is only going to be, is asked again.
    for (const [key, answer] of known) if (answer === 'identity-probing' || answer === 'new') known.delete(key);
  };
}

function settle(row: ToIdentify, learner: ReportedLearner, answer: IdentityAnswer | undefined): void {
  if (typeof answer === 'number') row.learner = answer;
  else if (answer === 'new') row.learner = `new:${keyOf(learner)}`;
  else row.code = answer === 'identity-probing' ? 'identity-limit-reached' : 'identity-not-confirmed';
}

function keyOf({ nsn, familyName, givenNames, birthDate }: ReportedLearner): string {
  return `${nsn}|${birthDate ?? ''}|${familyName}|${givenNames}`;
}

/** Whether two learner ids are one person: merged NSNs. */
export const sameLearner =
  (services: Services) =>
  (a: number, b: number): Promise<boolean> =>
    samePerson(services, a, b);
