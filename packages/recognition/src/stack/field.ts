import { FIELDS } from '../record/portable-record.ts';

const FIELD_INDEX: ReadonlyMap<string, number> = new Map(FIELDS.map((field, index) => [field, index]));

/** Stands after the fields for what has none. */
export const UNCLASSIFIED = FIELDS.length;

/** Place of a field in FIELDS, or `UNCLASSIFIED`. */
export const fieldIndex = (field: string | null): number =>
  field === null ? UNCLASSIFIED : (FIELD_INDEX.get(field) ?? UNCLASSIFIED);
