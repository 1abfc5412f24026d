/** The rules of recognition: pure, without I/O or a clock, the same on the server and in the browser. */
export * from './record/portable-record.ts';
export * from './award/decision.ts';
export { type ParsedRecord, parseRecord } from './record/parse-record.ts';
export { RECORD_PROBLEM_CODES, type RecordProblem, type RecordProblemCode } from './record/problems.ts';
export { addYears, dateOfDay, dayNumber, isLocalDate } from './record/local-date.ts';
export { addWorkingDays, isWorkingDate } from './record/working-days.ts';
export { isShowable } from './record/showable.ts';
export { TAUGHT_IN, type TaughtIn, TEACHING_KINDS } from './record/teaching.ts';
export { frameworkOf, isOfAnotherCountry } from './record/whose-framework.ts';
export { isCovered } from './record/accreditation.ts';
export { type AwardPolicy, type Framework, loadFramework } from './framework/framework.ts';
export { nz } from './framework/nz.ts';
export { decide, type DecideOptions, MOST_ACHIEVEMENTS } from './award/decide.ts';
export { DECISION_ERROR_CODES, DecisionError, type DecisionErrorCode } from './award/decision-error.ts';
export {
  decideSelection,
  SELECTION_PROBLEM_CODES,
  type SelectionProblemCode,
  type SelectOptions,
} from './award/decide-selection.ts';
export {
  type CatalogueFile,
  type CatalogueOrganisation,
  type CatalogueOutcome,
  type CatalogueSkill,
  type CatalogueStatus,
  type CatalogueText,
  type ParsedCatalogue,
  parseCatalogue,
} from './record/parse-catalogue.ts';
export {
  explain,
  explainError,
  explainReason,
  explainSelectionProblem,
  fieldName,
  formatDate,
  type Language,
  percentOf,
  type ReasonData,
  type Sentence,
} from './explain/index.ts';
export {
  checkListing,
  checkTitle,
  type Finding,
  LISTING_RULES,
  type ListingContext,
  type ListingRule,
  missingFields,
  type OutcomePart,
} from './outcome/index.ts';
export { type Columns, createEveryoneDecider, type EveryoneDecider, type Standing, standingOf } from './stack/everyone.ts';
export { type LabelledSkill, type Pair, proposePairs } from './skill/crosswalk.ts';
export { type Match, matchSkills, type NeededSkill, type ShownSkill, skillsNeeded } from './skill/match.ts';
export {
  type Candidate,
  rankSkills,
  type SkillLabel,
  type Suggested,
  tellingOf,
  type TellingWord,
  type Why,
  wordsOf,
} from './skill/suggest.ts';
export {
  groupSkills,
  type Grouping,
  GROUPINGS,
  type HeldSkill,
  KINDS,
  type NamedSkill,
  type Relation,
  RELATIONS,
  type SkillEvidence,
  type SkillGroup,
  type SkillResult,
  skillsHeld,
  type SkillStatement,
  skillsView,
} from './skill/view.ts';
export { type Band, bandOf, FEWEST_FOUND, type FoundGroup, type FoundSet, groupsFound, MOST_SEARCHED } from './skill/found.ts';
export { type Cell, FEWEST_PUBLISHED, publishRow, type PublishedRow, ROUNDED_TO, withheldOf } from './skill/publish.ts';
