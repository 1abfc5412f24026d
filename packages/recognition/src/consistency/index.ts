export {
  type Band,
  BANDS,
  type Compared,
  compareProviders,
  type Difference,
  type End,
  ENDS,
  type Measure,
  MEASURES,
  type Taught,
  totalOf,
} from './compare.ts';
export { type Method, METHODS } from './methods.ts';
export { inSteps, type ShownTable, withholdTable } from './withhold.ts';
