import type { Decision, RecognitionRecord } from '@recognition/recognition';
import type { components, paths } from './openapi.gen.ts';
import type { Answer, OperationOf, PathOf } from './operation.ts';

/** Names for the answers that several pages show. Each is what the service's own document says of the route. */

type AnswerOf<P extends PathOf<'get'>> = Answer<OperationOf<P, 'get'>>;

export type Session = AnswerOf<'/api/v1/session'>;
export type Actor = NonNullable<Session['actor']>;
export type Persona = NonNullable<Session['personas']>[number];
type RecordAnswer = AnswerOf<'/api/v1/learners/me/record'>;
/** The record and the decision are documents of contracts 2 and 3: the rules' own types say more of them than a JSON Schema can. */
export type LearnerRecord = Omit<RecordAnswer, 'record' | 'decision'> & {
  readonly record: RecognitionRecord;
  /** Null when the record is too entangled to be decided. */
  readonly decision: Decision | null;
};
/** A learner's record as a provider reads it for a purpose. */
export type Reading = Omit<LearnerRecord, 'looked'>;
export type AwardView = AnswerOf<'/api/v1/awards/{id}'>;
export type ClaimableAward = AnswerOf<'/api/v1/learners/me/claimable-awards'>['items'][number];
export type AwardStatus = AwardView['status'];
export type CountedOutcome = AwardView['counted'][number];
export type ClaimRequest = paths['/api/v1/awards']['post']['requestBody']['content']['application/json'];
export type ImportProgress = AnswerOf<'/api/v1/results/imports/{id}'>;
export type RejectGroup = ImportProgress['rejectsByCode'][number];
export type ShareList = AnswerOf<'/api/v1/shares'>;
export type ShareDetail = AnswerOf<'/api/v1/shares/{id}'>;
export type SharedContent = components['schemas']['SharedContent'];
export type OwnDelegates = AnswerOf<'/api/v1/learners/me/delegations'>;
export type HeldAuthorities = AnswerOf<'/api/v1/delegations'>;
export type ConsentList = AnswerOf<'/api/v1/learners/me/consents'>;
export type FrameworkSector = AnswerOf<'/api/v1/frameworks/{framework}/sectors'>['items'][number];
export type ApplicationList = AnswerOf<'/api/v1/learners/me/applications'>;
export type HeldBadges = AnswerOf<'/api/v1/learners/me/badges'>;
export type OutcomePage = components['schemas']['OutcomePage'];
export type DisputeView = components['schemas']['DisputeView'];
export type DisputePage = components['schemas']['DisputePage'];
export type DisputeDetail = components['schemas']['DisputeDetail'];
export type OrganisationView = components['schemas']['OrganisationView'];
export type StewardNumbers = components['schemas']['StewardNumbers'];
export type Policies = components['schemas']['Policies'];
export type OutcomeView = components['schemas']['OutcomeView'];
export type OutcomeDetail = AnswerOf<'/api/v1/outcomes/{code}/{version}'>;
export type OutcomeWriting = components['schemas']['OutcomeWriting'];
export type OutcomeWork = AnswerOf<'/api/v1/outcomes/worklist/legacy'>['items'][number];
export type SkillPair = components['schemas']['SkillPair'];
export type SkillScheme = components['schemas']['SkillScheme'];
export type SkillSchemeBrought = components['schemas']['SkillSchemeBrought'];
export type SkillSuggestion = components['schemas']['SkillSuggestion'];
export type SkillView = components['schemas']['SkillView'];
export type EmployerRole = components['schemas']['EmployerRole'];
export type KeptLink = components['schemas']['KeptLink'];
export type OpenedShare = components['schemas']['OpenedShare'];
export type PackageRequest = components['schemas']['PackageRequest'];
export type ShelfPage = components['schemas']['ShelfPage'];
export type ShelfItem = components['schemas']['ShelfItem'];
export type Offering = components['schemas']['Offering'];
export type OwnOffering = components['schemas']['OwnOffering'];
export type BasketContents = AnswerOf<'/api/v1/baskets/contents'>;
export type BasketRequest = components['schemas']['BasketRequest'];
export type PathwayPlan = components['schemas']['PathwayPlan'];
export type SavedPathway = components['schemas']['SavedPathway'];
export type PathwayPlanned = components['schemas']['PathwayPlanned'];
export type PathwayAsked = components['schemas']['PathwayAsked'];
export type MicroCredentialWriting = components['schemas']['MicroCredentialWriting'];
export type MicroCredentialView = components['schemas']['MicroCredential'];
export type MicroCredentialWork = components['schemas']['MicroCredentialWorklist']['items'][number];
export type CoursePackage = components['schemas']['CoursePackage'];
export type CoursePackageContent = components['schemas']['CoursePackageContent'];
export type PackageCourse = components['schemas']['PackageCourse'];
export type BankHoldings = components['schemas']['BankHoldings'];
export type LearningAccountView = components['schemas']['LearningAccount'];
export type CreditBank = components['schemas']['CreditBank'];
export type RplApplication = AnswerOf<'/api/v1/learners/me/rpl/{id}'>;
export type RplToAssess = AnswerOf<'/api/v1/providers/me/rpl/{id}'>;
export type RplWorklist = AnswerOf<'/api/v1/providers/me/rpl'>;
export type Portfolio = AnswerOf<'/api/v1/learners/me/evidence'>;
export type TransferWorklist = AnswerOf<'/api/v1/providers/me/transfers'>;
export type OwnFound = components['schemas']['OwnFound'];
export type HeldSkill = components['schemas']['HeldSkill'];
export type FoundGroup = components['schemas']['FoundGroup'];
export type SkillFigures = components['schemas']['SkillFigures'];
