/** The one published set of checks of a micro-credential, run the same way for every developer (N4), in the browser and on the server. */
import { checkDefinition } from '../../framework/checks/index.ts';
import type { Definition } from '../../framework/definition.ts';
import type { RuleVersion } from '../../framework/schema.ts';
import type { Finding, ListingRule } from '../../outcome/finding.ts';
import type { LocalDate } from '../../record/portable-record.ts';
import { type MicroCredential, toDefinition } from '../definition.ts';
import { FRAMEWORK, ruleOf } from '../framework.ts';
import { engineRules } from './engine-rules.ts';
import { evidence } from './evidence.ts';
import { fieldWords } from './field-words.ts';
import { nzsced } from './nzsced.ts';
import { offered } from './offered.ts';
import { sameLearning } from './same-learning.ts';
import { titleNames } from './title-names.ts';
import type { OwnCheck } from './check.ts';

const OWN: readonly OwnCheck[] = [titleNames, nzsced, evidence, offered, sameLearning];

export interface CheckOptions {
  /** The day of the check: the rule in force on it decides. The latest rule when it is left out. */
  readonly asOf?: LocalDate;
  /** A version of the rule by name, such as `2018.1`. */
  readonly version?: string;
  /** Micro-credentials that are listed already, without other versions of this one. */
  readonly others?: readonly Definition[];
}

/**
 * Everything that stands between a micro-credential and its listing, each finding with its check, its path in the document, the rule that
 * it comes from and a sentence in both languages. Throws DecisionError `unknown-policy` for a day before the first rule.
 */
export function checkMicroCredential(one: MicroCredential, options: CheckOptions = {}): readonly Finding[] {
  const rule = ruleOf(options);
  const definition = toDefinition(one);
  const found = checkDefinition(FRAMEWORK, definition, { version: rule.version, others: options.others ?? [] });
  const own = OWN.filter(({ asked }) => asked(rule)).flatMap(({ run }) => run(one));
  // A title is asked for by every rule, and has no line of its own in the engine's list of fields.
  const untitled = definition.title === '' ? [missing('title', rule)] : [];
  return [...untitled, ...found.filter((finding) => !isSaidElsewhere(finding, found)).map(inWords), ...own];
}

/** A size that is missing and parts that are missing are one thing to do; the field says it, and else the size. */
function isSaidElsewhere({ check, path }: Finding, all: readonly Finding[]): boolean {
  return (
    check === 'size' && path === 'minutes' && all.some((other) => other.check === 'required' && other.path === 'listing.size')
  );
}

const PATHS: Readonly<Record<string, string>> = { minutes: 'parts' };

/** The engine speaks of its own form; the developer wrote a document. */
function inWords(finding: Finding): Finding {
  if (finding.check !== 'required') return { ...finding, path: PATHS[finding.path] ?? finding.path };
  const words = fieldWords(finding.path.replace(/^listing\./, ''));
  return { ...finding, path: words.path, text: words.ask };
}

function missing(path: string, { source }: RuleVersion): Finding {
  return { check: 'title', severity: 'error', path, source, text: { en: 'Give it a title.', mi: 'Hoatu he taitara.' } };
}

/** Every check of a version of the rule as it is published: the code, the rule that it comes from, and what it asks for. */
export function publishedChecks(options: Pick<CheckOptions, 'asOf' | 'version'> = {}): readonly ListingRule[] {
  const rule = ruleOf(options);
  return [...engineRules(rule), ...OWN.filter(({ asked }) => asked(rule)).map((check) => check.rule)];
}
