import { checkFrameworkFile, type FrameworkProblem } from './check-file.ts';
import type { Award, ComposedAward, RecognitionFramework, RuleVersion } from './schema.ts';
import type { LocalDate } from '../record/portable-record.ts';

/** A framework file that cannot be used, with every reason. */
export class FrameworkError extends Error {
  readonly problems: readonly FrameworkProblem[];

  constructor(problems: readonly FrameworkProblem[]) {
    const [first] = problems;
    super(`${first?.path ?? ''}: ${first?.message ?? ''} (${first?.code ?? 'not-valid'})`);
    this.name = 'FrameworkError';
    this.problems = problems;
  }
}

/** Reads a framework file. Throws FrameworkError with the paths and the codes of all that is wrong. */
export function loadFrameworkFile(json: unknown): RecognitionFramework {
  const checked = checkFrameworkFile(json);
  if (!checked.ok) throw new FrameworkError(checked.problems);
  return checked.framework;
}

/** The version of an award's rule in force on a day (the latest that has begun); without a day the latest. Null before the first. */
export function versionInForce<Of extends Award>(award: Of, on: LocalDate | null): Of['versions'][number] | null {
  let found: Of['versions'][number] | null = null;
  for (const one of award.versions) {
    if ((on === null || one.from <= on) && (found === null || one.from > found.from)) found = one;
  }
  return found;
}

/** A version by its name, such as 2018.1. */
export const versionNamed = (award: ComposedAward, name: string): RuleVersion | null =>
  award.versions.find(({ version }) => version === name) ?? null;
