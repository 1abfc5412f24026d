/** What a definition must keep to before it is listed: one check a file, in the order in which a form asks. */
import type { CatalogueOutcome } from '../record/parse-catalogue.ts';
import { assessments } from './checks/assessments.ts';
import { classification } from './checks/classification.ts';
import { credits } from './checks/credits.ts';
import { dates } from './checks/dates.ts';
import { developer } from './checks/developer.ts';
import { exclusions } from './checks/exclusions.ts';
import { groups } from './checks/groups.ts';
import { level } from './checks/level.ts';
import { name } from './checks/name.ts';
import { practice } from './checks/practice.ts';
import { skills } from './checks/skills.ts';
import { theory } from './checks/theory.ts';
import { findRestricted, titleWords } from './checks/title-words.ts';
import type { Finding, ListingCheck, ListingContext, ListingRule } from './finding.ts';

export type { Finding, ListingContext, ListingRule } from './finding.ts';

export const LISTING_CHECKS: readonly ListingCheck[] = [
  name,
  titleWords,
  credits,
  level,
  classification,
  developer,
  assessments,
  theory,
  practice,
  skills,
  exclusions,
  groups,
  dates,
];

/** Every listing check on a definition, the same for every developer. */
export const checkListing = (outcome: CatalogueOutcome, context: ListingContext = {}): readonly Finding[] =>
  LISTING_CHECKS.flatMap(({ run }) => run(outcome, context));

/** Every listing check as it is published: what it asks for and the rule that it comes from. */
export const LISTING_RULES: readonly ListingRule[] = LISTING_CHECKS.map(({ rule }) => rule);

/** Whether a title of an award keeps to the words that it may use (domain A29: an ALQ is not a listed qualification). */
export const checkTitle = (title: string): readonly Finding[] => findRestricted(title, 'title', 'error');

export type OutcomePart = 'name' | 'credits' | 'level' | 'assessments' | 'theory' | 'practice' | 'skills';

/** The parts of a definition that are still missing, in the order in which a form asks for them (R2). */
export function missingFields(
  outcome: Pick<CatalogueOutcome, OutcomePart> & { readonly group?: CatalogueOutcome['group'] },
): readonly OutcomePart[] {
  const missing: OutcomePart[] = [];
  if (outcome.name.trim() === '') missing.push('name');
  if (outcome.credits === null && outcome.group == null) missing.push('credits');
  if (outcome.level === null) missing.push('level');
  for (const part of ['assessments', 'theory', 'practice', 'skills'] as const) if (outcome[part].length === 0) missing.push(part);
  return missing;
}
