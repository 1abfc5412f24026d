/** How a provider assesses. */
export const METHODS = [
  'observed',
  'workplace-evidence',
  'written-test',
  'assignment',
  'project',
  'portfolio',
  'simulation',
  'conversation',
] as const;
export type Method = (typeof METHODS)[number];
