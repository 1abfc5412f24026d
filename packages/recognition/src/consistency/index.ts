export {
  type Band,
  BANDS,
  compareProviders,
  type Difference,
  type End,
  ENDS,
  type Measure,
  MEASURES,
  type Taught,
  totalOf,
} from './compare.ts';
export { type ShownTable, withholdTable } from './withhold.ts';
