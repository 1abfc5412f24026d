/**
 * One thing that counts or does not: an outcome (whichever of its interchangeable achievements is taken), or a whole group. Each
 * slot needs one of its positions in the selection.
 */
export interface Node {
  readonly credits: number;
  /** Index in FIELDS, or `UNCLASSIFIED`. */
  readonly field: number;
  readonly slots: readonly (readonly number[])[];
  /** Index of the group that this is a whole choice of, or -1. */
  readonly group: number;
  readonly excludes: readonly string[];
  /** Transfer chains that it takes part in. */
  readonly chains: readonly number[];
}
