import type { Portfolio, RplApplication } from '@recognition/client';
import { queryOptions } from '@tanstack/react-query';
import { api, queries } from '../../api.ts';

export const applicationsQuery = queryOptions({ queryKey: ['rpl', 'own'], queryFn: () => api.get('/api/v1/learners/me/rpl') });
export const applicationQuery = (id: string) =>
  queryOptions({ queryKey: ['rpl', 'own', id], queryFn: () => api.get('/api/v1/learners/me/rpl/{id}', { path: { id } }) });
export const evidenceQuery = queryOptions({ queryKey: ['evidence'], queryFn: () => api.get('/api/v1/learners/me/evidence') });
export const transfersQuery = queryOptions({ queryKey: ['transfers'], queryFn: () => api.get('/api/v1/learners/me/transfers') });

export type Application = RplApplication;
export type Asked = RplApplication['asked'][number];
export type EvidenceItem = Portfolio['items'][number];

export async function again(): Promise<void> {
  await Promise.all([queries.invalidateQueries({ queryKey: ['rpl'] }), queries.invalidateQueries({ queryKey: ['evidence'] })]);
}
