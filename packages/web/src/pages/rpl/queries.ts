import { queryOptions } from '@tanstack/react-query';
import { api, queries } from '../../api.ts';

export const applicationsQuery = queryOptions({ queryKey: ['rpl', 'own'], queryFn: () => api.get('/api/v1/learners/me/rpl') });
export const applicationQuery = (id: string) =>
  queryOptions({ queryKey: ['rpl', 'own', id], queryFn: () => api.get('/api/v1/learners/me/rpl/{id}', { path: { id } }) });
export const evidenceQuery = queryOptions({ queryKey: ['evidence'], queryFn: () => api.get('/api/v1/learners/me/evidence') });
export const transfersQuery = queryOptions({ queryKey: ['transfers'], queryFn: () => api.get('/api/v1/learners/me/transfers') });

export type Application = Awaited<ReturnType<NonNullable<ReturnType<typeof applicationQuery>['queryFn']>>>;
export type Asked = Application['asked'][number];
export type Portfolio = Awaited<ReturnType<NonNullable<typeof evidenceQuery.queryFn>>>;
export type EvidenceItem = Portfolio['items'][number];

export async function again(): Promise<void> {
  await Promise.all([queries.invalidateQueries({ queryKey: ['rpl'] }), queries.invalidateQueries({ queryKey: ['evidence'] })]);
}
