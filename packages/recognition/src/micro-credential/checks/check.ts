import type { RuleVersion } from '../../framework/schema.ts';
import type { Finding, ListingRule } from '../../outcome/finding.ts';
import type { MicroCredential } from '../definition.ts';

/** A check of what the engine of all frameworks does not look at: the catalogue behind the parts, and the form of a field. */
export interface OwnCheck {
  readonly rule: ListingRule;
  /** Whether a version of the rule asks for it. */
  readonly asked: (rule: RuleVersion) => boolean;
  readonly run: (one: MicroCredential) => readonly Finding[];
}

/** Rule 6 is that of the listing rules of 2022: it asks for a list of fields, and what was before them did not. */
export const isRuleSix = ({ definition }: RuleVersion): boolean => (definition?.required.length ?? 0) > 0;
export const always = (): boolean => true;
