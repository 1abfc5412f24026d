/**
 * Recognition frameworks: the rules of countries as data, one engine that decides by them, the algebra of composition and the pure
 * ledgers. Loaded apart from the package's front door, so that a page that needs only New Zealand's own award does not carry it all.
 */
export { checkFrameworkFile, FRAMEWORK_PROBLEM_CODES, type FrameworkProblem, type FrameworkProblemCode } from './check-file.ts';
export { FrameworkError, loadFrameworkFile, versionInForce } from './load.ts';
export { type Award, type Composition, type RecognitionFramework, type RuleVersion, type Spoken, SPOKEN } from './schema.ts';
export { type AwardClaim } from './schema.ts';
export {
  asAccredited,
  type ClaimedAward,
  claimedAward,
  claimedName,
  claimedNote,
  inUseOn,
  missingParts,
  sizeOfMade,
  spanOfMade,
  usedParts,
  withBelow,
} from './claim.ts';
export { FRAMEWORK_IDS, type FrameworkId, frameworkNamed, frameworks } from './frameworks.ts';
export { type Definition, definitionFile, type Part, readDefinitions } from './definition.ts';
export { AWARD_REASONS, type AwardDecision, type AwardReason, type Gate, LEFT_OUT, type LeftOut } from './decide/answer.ts';
export { type AwardOptions, decide } from './decide/index.ts';
export { checkDefinition, type DefinitionOptions, overlapPercent } from './checks/index.ts';
export { explain, languagesOf, said } from './words/index.ts';
export { type CourseTerms, needsNewApproval } from './changes.ts';
export { courseKind, type JobRole, type Programme, programmesFor, type SkillStanding, standingInRole } from './job-role.ts';
export { type ListedProgramme, listedProgrammes } from './listed-programmes.ts';
export { type Converted, convertSize } from '../size/convert.ts';
export { sizeInWords } from '../size/amount.ts';
export * from '../compose/index.ts';
export {
  BANK_CODES,
  type BankCode,
  type BankedCredit,
  type BankEntry,
  type BankState,
  type CreditBank,
  EMPTY_BANK,
  post,
  type Statement,
  statementOf,
} from '../ledger/credit-bank.ts';
export {
  ACCOUNT_CODES,
  type AccountCode,
  type AccountEntry,
  type AccountState,
  accountStatement,
  EMPTY_ACCOUNT,
  enter,
  type LearningAccount,
} from '../ledger/learning-account.ts';
export { DEPOSIT_COLUMNS, type DepositFile, type DepositFileRow, readDepositFile } from '../ledger/deposit-file.ts';
export { type CaseFile, readCases, runCase, type WorkedCase } from './cases/run-case.ts';
