import type { OutcomeWriting } from '@recognition/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

/** What the developer's and the stewards' pages ask of the service. */
export const worklistQuery = queryOptions({
  queryKey: ['outcomes', 'worklist'],
  queryFn: () => api.get('/api/v1/outcomes/worklist'),
});
/** Legacy outcomes, or those of them that name no skill. */
export const legacyQuery = (noSkills: boolean) =>
  infiniteQueryOptions({
    queryKey: ['outcomes', 'legacy', noSkills],
    queryFn: ({ pageParam }) =>
      api.get('/api/v1/outcomes/worklist/legacy', {
        query: { limit: 20, ...(noSkills ? { lacks: 'skills' } : {}), ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
export const waitingQuery = queryOptions({
  queryKey: ['outcomes', 'waiting'],
  queryFn: () => api.get('/api/v1/outcomes/waiting'),
});
/** Outcomes whose last day is over, for a steward to close. */
export const pastQuery = queryOptions({
  queryKey: ['outcomes', 'past'],
  queryFn: () => api.get('/api/v1/outcomes/past-last-day'),
});
export const writingQuery = (id: string) =>
  queryOptions({
    queryKey: ['outcomes', 'writing', id],
    queryFn: (): Promise<OutcomeWriting> => api.get('/api/v1/outcomes/{id}/writing', { path: { id } }),
    // A draft is asked for anew whenever its page is opened: somebody else may have written.
    staleTime: 0,
    gcTime: 0,
  });
