/** Pathways: from a goal to a few distinct plans, each the best for its aim. Read `plan.ts` first; `docs/explanation/pathways.md` is the model. */
export { type PathwayAnswer, type Plan, planPathway, type PlanStep, type Proof } from './plan.ts';
export {
  type Aim,
  AIMS,
  type Goal,
  type LimitName,
  type Limits,
  type Offer,
  type PlannedOutcome,
  type Problem,
} from './problem.ts';
export type { Effort, Milp, MilpSolution, Solve } from './milp.ts';
export type { Nearest } from './relax.ts';
export type { Why } from './why.ts';
export { OWN_PACE, STEP_WEEKS } from './candidates.ts';
export { MORE_STUDY } from './most-skill.ts';
export { isBetter, mayBeat, type Worth } from './better.ts';
export { lineagesHeld } from './goal/requirement.ts';
export { type PathwayNames, sayWhy } from './words/index.ts';
