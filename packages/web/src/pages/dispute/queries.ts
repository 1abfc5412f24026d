import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

/** Every dispute of the learner; they are few. */
export const ownDisputesQuery = queryOptions({
  queryKey: ['disputes', 'own'],
  queryFn: () => api.get('/api/v1/disputes', { query: { state: 'all', limit: 200 } }),
});
export const disputeQuery = (id: string) =>
  queryOptions({ queryKey: ['disputes', 'one', id], queryFn: () => api.get('/api/v1/disputes/{id}', { path: { id } }) });
export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: () => api.get('/api/v1/policies'),
  staleTime: Infinity,
});
