import type { StatusEntry } from '../status/status-list-credential.ts';

/** The parts of Open Badges 3.0 that we write. Terms are those of its context 3.0.3 and of VC Data Model 2.0; none is our own. */
export interface OpenBadgeCredential {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly type: readonly string[];
  readonly name: string;
  readonly description: string;
  readonly issuer: Profile & { readonly url?: string; readonly description?: string };
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly awardedDate: string;
  readonly credentialSubject: AchievementSubject & { readonly id: string };
  readonly evidence: readonly (Evidence | CountedOutcome)[];
  readonly credentialStatus?: StatusEntry | readonly StatusEntry[];
  readonly relatedResource?: readonly RelatedResource[];
}

export interface Profile {
  readonly id: string;
  readonly type: readonly ['Profile'];
  readonly name: string;
}

export interface AchievementSubject {
  readonly type: readonly string[];
  readonly identifier?: readonly IdentityObject[];
  readonly achievement: Achievement;
  /** Left out of an award whose framework has no credits. */
  readonly creditsEarned?: number;
  readonly result?: readonly Result[];
}

export interface IdentityObject {
  readonly type: 'IdentityObject';
  readonly hashed: false;
  readonly identityHash: string;
  readonly identityType: 'name';
}

export interface Achievement {
  readonly id: string;
  readonly type: readonly ['Achievement'];
  readonly achievementType: string;
  readonly name: string;
  readonly description: string;
  readonly criteria: { readonly type: 'Criteria'; readonly narrative: string };
  readonly creditsAvailable?: number;
  readonly humanCode?: string;
  readonly version?: string;
  readonly fieldOfStudy?: string;
  readonly specialization?: string;
  readonly alignment?: readonly Alignment[];
  readonly resultDescription?: readonly {
    readonly id: string;
    readonly type: readonly ['ResultDescription'];
    readonly name: string;
    readonly resultType: string;
    readonly rubricCriterionLevel?: readonly RubricCriterionLevel[];
  }[];
}

/** One of the results that an outcome knows. */
export interface RubricCriterionLevel {
  readonly id: string;
  readonly type: readonly ['RubricCriterionLevel'];
  readonly name: string;
}

export interface Alignment {
  readonly type: readonly ['Alignment'];
  readonly targetName: string;
  readonly targetUrl: string;
  readonly targetType: string;
  readonly targetFramework?: string;
  readonly targetCode?: string;
  readonly targetDescription?: string;
}

export interface Result {
  readonly type: readonly ['Result'];
  readonly resultDescription?: string;
  readonly value: string;
  /** The level of the rubric that was reached, by its id. */
  readonly achievedLevel?: string;
  readonly status?: 'Completed';
}

export interface Evidence {
  readonly id: string;
  readonly type: readonly string[];
  readonly name: string;
  readonly description: string;
  readonly narrative: string;
  readonly genre: string;
}

/**
 * An outcome that counts: evidence of the award and itself the record of an achievement, so it is typed as both and each term keeps the
 * meaning that Open Badges gives it: `creditsEarned`, `activityEndDate` and `source` (the provider), and the `achievement` with its code,
 * version, field, criteria and skills.
 */
export interface CountedOutcome extends Evidence, Omit<AchievementSubject, 'identifier'> {
  readonly activityEndDate: string;
  readonly source: Profile;
}

/** Something that is not in the credential but belongs to it, held by its digest (VC Data Model 2.0, section 5.3). */
export interface RelatedResource {
  readonly id: string;
  readonly digestSRI: string;
  readonly mediaType: string;
}
