import type { Decision, RecognitionRecord } from '@recognition/recognition';

/** Shapes of the routes that the website uses, as `/api/v1` answers them. Dates are YYYY-MM-DD, times RFC 3339. */

export interface BothLanguages {
  readonly en: string;
  readonly mi: string;
}

export interface Persona {
  readonly id: string;
  readonly door: Actor;
  readonly name: string;
  readonly shows: BothLanguages;
}

export type Actor = 'learner' | 'provider' | 'developer' | 'employer' | 'steward';

export interface Session {
  readonly signedIn: boolean;
  readonly person: { readonly name: string } | null;
  readonly actor: Actor | null;
  readonly roles: readonly string[];
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly csrfToken: string | null;
  readonly demonstration: boolean;
  /** Who awards here; in the demonstration it says that the authority is invented. */
  readonly authority: BothLanguages;
  /** Who can be signed in as, in the demonstration. */
  readonly personas?: readonly Persona[];
}

export type AwardStatus = 'live' | 'superseded' | 'suspended' | 'withdrawn' | 'revoked';

export interface AwardSummary {
  readonly id: string;
  readonly major: string | null;
  readonly credits: number;
  readonly issuedOn: string;
  readonly status: AwardStatus;
}

export interface SkillView {
  readonly uri: string;
  readonly scheme: string;
  readonly label: string | BothLanguages;
  readonly relation: string;
  readonly proficiency?: string | null;
}

export interface OutcomeText {
  readonly text: string;
  readonly lang: string;
}

export interface OutcomeDetail {
  readonly status: string;
  readonly assessments?: readonly (string | OutcomeText)[];
  readonly theory?: readonly (string | OutcomeText)[];
  readonly practice?: readonly (string | OutcomeText)[];
  readonly skills?: readonly SkillView[];
}

export interface LearnerRecord {
  readonly asOf: string;
  readonly record: RecognitionRecord;
  /** Null when the record is too entangled to be decided. */
  readonly decision: Decision | null;
  readonly outcomes: Readonly<Record<string, OutcomeDetail>>;
  readonly learnerName: string;
  readonly awards: readonly AwardSummary[];
  readonly looked: readonly { readonly at: string; readonly who: string | null; readonly purpose: string }[];
}

export interface CountedOutcome {
  readonly achievement: string;
  readonly outcome: {
    readonly code: string;
    readonly version: number | null;
    readonly name: string;
    readonly credits: number;
    readonly level: number | null;
    readonly field: string | null;
  };
  readonly provider: string;
  readonly date: string;
  readonly result: string;
}

export interface AwardView extends AwardSummary {
  readonly award: string;
  readonly title: BothLanguages;
  readonly from: string;
  readonly to: string;
  readonly version: number;
  readonly supersedes: string | null;
  readonly nameOnAward: string | null;
  readonly counted: readonly CountedOutcome[];
  readonly fieldCredits: Readonly<Record<string, number>>;
  readonly policy: { readonly id: string; readonly version: string };
  readonly verifyUrl: string;
  readonly credentialUrl: string;
  readonly printUrl: string;
  readonly reason: string | null;
  /** Until when the learner may answer for a suspended award. */
  readonly answerBy?: string | null;
}

export interface ClaimRequest {
  readonly award: 'alq';
  readonly major: string | null;
  readonly select: readonly string[];
  readonly nameOnAward: string | null;
  readonly supersedes?: string;
}

export type ImportState = 'receiving' | 'checking' | 'recording' | 'done' | 'stopped' | 'failed';

export interface ImportProgress {
  readonly id: string;
  readonly name: string;
  readonly state: ImportState;
  readonly dryRun: boolean;
  /** Rows read so far. */
  readonly rows: number;
  readonly done: number;
  readonly recorded: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly bytesTotal: number | null;
  readonly bytesRead: number;
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Why a run could not go on. */
  readonly error?: { readonly code: string; readonly detail: string } | null;
  readonly rejectsByCode: readonly RejectGroup[];
  /** The row numbers of up to 400 rejects. */
  readonly marks: readonly number[];
}

export interface RejectGroup {
  readonly code: string;
  readonly count: number;
  readonly message: BothLanguages;
  readonly fix: BothLanguages;
  readonly examples: readonly { readonly row: number; readonly message: string }[];
}

export type ImportSummary = Pick<ImportProgress, 'id' | 'name' | 'state' | 'dryRun' | 'rows' | 'rejected' | 'startedAt'>;

export interface OutcomeView extends OutcomeDetail {
  readonly id?: string;
  readonly code: string;
  readonly version: number | null;
  readonly name: string;
  readonly credits: number | null;
  readonly level: number | null;
  readonly field: string | null;
  readonly subfield?: string | null;
  readonly domain?: string | null;
  readonly developer?: string | { readonly id: string; readonly name: string } | null;
  readonly developerName?: string | null;
  readonly registered?: string | null;
  readonly lastAssessment?: string | null;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Asks for what comes after; null at the end. */
  readonly next: string | null;
}

export interface FacetCount {
  readonly value: string | number | null;
  readonly count: number;
}

export interface OutcomePage extends Page<OutcomeView> {
  /** How many fit in all. */
  readonly total?: number;
  readonly facets?: { readonly field: readonly FacetCount[]; readonly level: readonly FacetCount[] };
}
