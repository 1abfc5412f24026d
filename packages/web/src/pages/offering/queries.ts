import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const offeringsQuery = infiniteQueryOptions({
  queryKey: ['own-offerings'],
  queryFn: ({ pageParam }) =>
    api.get('/api/v1/providers/me/offerings', { query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});
export const offeringQuery = (id: string) =>
  queryOptions({
    queryKey: ['own-offering', id],
    queryFn: () => api.get('/api/v1/providers/me/offerings/{id}', { path: { id } }),
    staleTime: 0,
  });
export const basketsQuery = (state: 'open' | 'all') =>
  queryOptions({
    queryKey: ['sent-baskets', state],
    queryFn: () => api.get('/api/v1/providers/me/baskets', { query: { state } }),
    staleTime: 0,
  });
