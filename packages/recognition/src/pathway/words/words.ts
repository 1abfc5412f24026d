import type { Field } from '../../record/portable-record.ts';
import type { Why } from '../why.ts';

/** What things are called, by their ids. */
export interface PathwayNames {
  readonly skill: (uri: string) => string;
  readonly offer: (id: string) => string;
  readonly achievement: (id: string) => string;
}

/** Everything that is said of a plan in one language. */
export interface PathwayWords {
  readonly why: (
    why: Why,
    names: PathwayNames & { readonly field: (field: Field) => string; readonly date: (date: string) => string },
  ) => string;
}
