/** The algebra of composition: awards taken apart and put together, with laws that are tested as properties. */
export { addsUp, type FrameworkSum, type Overlap, type Picked, type SizedStanding, type Sum } from './adds-up.ts';
export { type Basket, basketOf } from './basket.ts';
export { type Bundled, bundle, bundlingOf, coverage, rebundle, unbundle } from './bundle.ts';
export { claimable, type Held, holding, oneMore, type Standing } from './claimable.ts';
export { type Pathway, pathway, patternOf, ROLE_PREFIX, type Step, type StepState, type Way } from './pathway.ts';
export { type CoursePackage, packageOf, type PackageOptions, supplementMost } from './package.ts';
export * from './plan/index.ts';
export { COMPOSE_CODES, type ComposeCode, type Header, type Refused, sumOf } from './units.ts';
