import { type Client, createClient, type LearnerRecord, type Session } from '@recognition/client';
import { QueryClient, queryOptions } from '@tanstack/react-query';

export const api: Client = createClient({
  language: () => document.documentElement.lang,
  csrfToken: async () => (await queries.ensureQueryData(sessionQuery)).csrfToken,
});

export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false } },
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session> => api.get('/api/v1/session'),
});
export const recordQuery = queryOptions({
  queryKey: ['record'],
  queryFn: async (): Promise<LearnerRecord> => api.get('/api/v1/learners/me/record'),
});
/** What the record makes of awards that are made of named parts. */
export const claimableQuery = queryOptions({
  queryKey: ['claimable'],
  queryFn: () => api.get('/api/v1/learners/me/claimable-awards'),
});
export const awardQuery = (id: string) =>
  queryOptions({ queryKey: ['award', id], queryFn: () => api.get('/api/v1/awards/{id}', { path: { id } }) });
/** How many notices the learner has not seen: asked anew with each page that is opened. */
export const unseenQuery = queryOptions({
  queryKey: ['notices', 'unseen'],
  queryFn: () => api.get('/api/v1/learners/me/notices', { query: { limit: 1, unseen: 'true' } }),
});
