import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const delegatesQuery = queryOptions({
  queryKey: ['delegates'],
  queryFn: () => api.get('/api/v1/learners/me/delegations'),
  staleTime: 0,
});
export const heldQuery = queryOptions({ queryKey: ['held'], queryFn: () => api.get('/api/v1/delegations'), staleTime: 0 });
export const authoritiesQuery = queryOptions({ queryKey: ['authorities'], queryFn: () => api.get('/api/v1/authorities') });
