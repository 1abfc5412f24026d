import type { StatusEntry } from '../status/status-list-credential.ts';

/** One skill that an outcome gives, in whatever scheme it comes from. */
export interface SkillInput {
  /** The skill's own address. */
  readonly uri: string;
  readonly label: string;
  /** The name or address of the scheme. */
  readonly scheme: string;
  readonly relation: 'earns' | 'competent' | 'showcases';
  readonly proficiency?: string | null;
}

/** One learning outcome that was achieved. */
export interface OutcomeInput {
  /** The achievement's id in the record that was decided on. */
  readonly achievement: string;
  /** The outcome's public address. */
  readonly url: string;
  readonly code: string;
  readonly version: number | null;
  readonly name: string;
  readonly credits: number;
  /** NZQCF level; null if the outcome has none. */
  readonly level: number | null;
  /** The name of the field, such as `Health`; null if it is not classified. */
  readonly field: string | null;
  /** `id` is an absolute IRI that stands for the provider. */
  readonly provider: { readonly id: string; readonly name: string };
  /** The date of achievement, `YYYY-MM-DD`, local to Pacific/Auckland. */
  readonly date: string;
  /** In words, such as `Achieved` or `Achieved with Merit`. */
  readonly result: string;
  /** The results that this outcome knows, in words, from low to high; left out where it is not said. */
  readonly grades?: readonly string[];
  readonly assessments: readonly string[];
  readonly theory: readonly string[];
  readonly practice: readonly string[];
  readonly skills: readonly SkillInput[];
}

/** What both kinds of credential need. */
export interface CredentialInput {
  /** Absolute IRI: the address at which the credential is served, or `urn:uuid:…`. */
  readonly id: string;
  readonly issuer: { readonly id: string; readonly name: string; readonly url?: string; readonly description?: string };
  /** `id` is made for this credential alone. `name` only when the learner chose to be named. Never an NSN. */
  readonly subject: { readonly id: string; readonly name?: string | null };
  /** From when it holds, RFC 3339. */
  readonly validFrom: string;
  /** Until when, RFC 3339; left out when it has no end. */
  readonly validUntil?: string;
  /** Places in status lists, one for each purpose. */
  readonly status: readonly StatusEntry[];
  /** A sentence that every reader must see, such as that the authority is invented. */
  readonly notice?: string | null;
}

/** What an Applied Learning Qualification is built from. */
export interface AwardCredentialInput extends CredentialInput {
  /** The public address of the kind of award, the same for every learner. */
  readonly achievementId: string;
  readonly major: { readonly name: string } | null;
  /** Whole credits of all that was counted. */
  readonly credits: number;
  /** Earliest and latest counting date, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly policy: { readonly id: string; readonly version: string };
  readonly counted: readonly OutcomeInput[];
  /** The decision that the award stands on: where it is kept and its digest (`digestSRI`). */
  readonly decision: { readonly id: string; readonly digestSRI: string } | null;
}

/** What an award of a framework that is made of named parts is built from. */
export interface FrameworkAwardInput extends Omit<AwardCredentialInput, 'major' | 'credits'> {
  /** A kind of achievement of Open Badges 3.0, such as `MicroCredential`. */
  readonly achievementType: string;
  readonly name: string;
  /** How large it is, in the words of its framework, such as `16 credits`; null where that is not said. */
  readonly size: string | null;
  /** The same as a number where its unit is a credit; else null, since Open Badges has credits only. */
  readonly credits: number | null;
  /** What everybody who sees it is told. */
  readonly note: string;
  /** What the rule asks for, as a sentence. */
  readonly criteria: string;
}

/** What the credential of a single outcome is built from. */
export interface OutcomeCredentialInput extends CredentialInput {
  readonly outcome: OutcomeInput;
}
