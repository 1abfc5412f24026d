import type { CatalogueOutcome } from '../../record/parse-catalogue.ts';

/** What the check of wording reads of a definition. */
export type Worded = Pick<
  CatalogueOutcome,
  'name' | 'credits' | 'level' | 'field' | 'assessments' | 'theory' | 'practice' | 'skills'
> & { readonly group?: CatalogueOutcome['group'] };
