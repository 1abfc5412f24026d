import type { api } from '../../api.ts';

/** Who looks: it says under which door the page stands, and whether names are shown. */
export type Side = 'developer' | 'steward' | 'provider';

export const LISTS = {
  developer: '/outcomes/consistency',
  steward: '/stewardship/consistency',
  provider: '/results/consistency',
} as const;
export const ONES = {
  developer: '/outcomes/consistency/$lineage',
  steward: '/stewardship/consistency/$lineage',
  provider: '/results/consistency/$lineage',
} as const;

export type Comparison = Awaited<ReturnType<typeof api.get<'/api/v1/consistency/{lineage}'>>>;
export type Row = Comparison['rows'][number];
export type End = Comparison['ends'][number];
