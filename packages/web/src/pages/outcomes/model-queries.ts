import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

/** Whether a language model may draft here; asked once. */
export const modelQuery = queryOptions({
  queryKey: ['language-model'],
  queryFn: () => api.get('/api/v1/language-model'),
  staleTime: Number.POSITIVE_INFINITY,
});

export const summariesQuery = (id: string) =>
  queryOptions({
    queryKey: ['outcomes', 'summaries', id],
    queryFn: () => api.get('/api/v1/outcomes/{id}/summaries', { path: { id } }),
  });

export const draftsQuery = (id: string) =>
  queryOptions({
    queryKey: ['outcomes', 'drafts', id],
    queryFn: () => api.get('/api/v1/outcomes/{id}/drafts', { path: { id } }),
  });
