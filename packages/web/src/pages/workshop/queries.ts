import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

/** What the pages of the workshop ask of the service. */
export const deskQuery = queryOptions({
  queryKey: ['micro-credentials', 'worklist'],
  queryFn: () => api.get('/api/v1/micro-credentials/worklist'),
});
export const waitingQuery = queryOptions({
  queryKey: ['micro-credentials', 'waiting'],
  queryFn: () => api.get('/api/v1/micro-credentials/waiting'),
});
export const writingQuery = (id: string) =>
  queryOptions({
    queryKey: ['micro-credentials', 'writing', id],
    queryFn: () => api.get('/api/v1/micro-credentials/{id}/writing', { path: { id } }),
    // A draft is asked for anew whenever its page is opened: somebody else may have written.
    staleTime: 0,
    gcTime: 0,
  });
/** What overlaps are measured against: all that is listed, without the versions of one code. */
export const othersQuery = (code: string) =>
  queryOptions({
    queryKey: ['micro-credentials', 'definitions', code],
    queryFn: () => api.get('/api/v1/micro-credentials/definitions', { query: { except: code } }),
  });
