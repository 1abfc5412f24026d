/** Who a learner is: the only door to the identity schema. The rest of the product knows learners by number. */
export {
  aliasSet,
  mergedLearners,
  mergedPeople,
  mergeLearners,
  type MergeAnswer,
  type OnePerson,
  samePerson,
  undoMerge,
} from './alias.ts';
export { findLearner, type Found, withinLimit } from './find.ts';
export { foldName } from './fold-name.ts';
export { type Asker, createLearners, matchLearners } from './match.ts';
export { addName, birthDateOf, learnerName, learnerNames, type NameKind, ownNsn } from './person.ts';
export { type IdentityAnswer, isNsn, type ReportedIdentity } from './question.ts';
export { rekeyLearners } from './rekey.ts';
