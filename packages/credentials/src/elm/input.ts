import type { SkillInput } from '../open-badges/input.ts';

/** An organisation, under an absolute IRI of its own. */
export interface ElmOrganisation {
  readonly id: string;
  readonly name: string;
}

/** One outcome that a learner achieved. */
export interface ElmAchievement {
  /** Its id in the record: it makes addresses inside this document. */
  readonly id: string;
  /** The public address of the outcome. */
  readonly url: string;
  readonly code: string;
  readonly version: number | null;
  readonly name: string;
  readonly credits: number;
  /** Minutes of learning where no credits say them; null where nobody does. */
  readonly minutes: number | null;
  /** NZQCF level; null if the outcome has none. */
  readonly level: number | null;
  readonly provider: ElmOrganisation;
  /** The date of achievement, `YYYY-MM-DD`. */
  readonly date: string;
  /** In words, such as `Achieved with Merit`. */
  readonly result: string;
  readonly skills: readonly SkillInput[];
}

/** What a credential of the European Learning Model is built from. */
export interface ElmInput {
  /** Absolute IRI, made for this document. */
  readonly id: string;
  /** `identifier` is the one under which the issuer signs: its DID. */
  readonly issuer: ElmOrganisation & { readonly url: string; readonly identifier: string };
  /** RFC 3339. */
  readonly issued: string;
  /** `name` only when the learner chose to be named; never a national number. */
  readonly learner: { readonly id: string; readonly name: string | null };
  readonly title: string;
  readonly description: string;
  /** What a reader shows on the first page: a PNG in base64, such as a QR code. */
  readonly picture: string;
  /** The award that the achievements are part of; null for a record. `date` is `YYYY-MM-DD`. */
  readonly award: {
    readonly id: string;
    readonly url: string;
    readonly name: string;
    readonly credits: number;
    /** Minutes of learning where no credits say them; null where nobody does. */
    readonly minutes: number | null;
    /** The EQF level to which its own country refers its level; null where it has none, as an ALQ has none. */
    readonly eqf: number | null;
    readonly date: string;
    readonly notice: string;
  } | null;
  readonly achievements: readonly ElmAchievement[];
}
