import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const sharesQuery = queryOptions({ queryKey: ['shares'], queryFn: () => api.get('/api/v1/shares'), staleTime: 0 });
export const shareQuery = (id: string) =>
  queryOptions({ queryKey: ['shares', id], queryFn: () => api.get('/api/v1/shares/{id}', { path: { id } }), staleTime: 0 });
export const consentsQuery = queryOptions({
  queryKey: ['consents'],
  queryFn: () => api.get('/api/v1/learners/me/consents'),
  staleTime: 0,
});

export const applicationsQuery = queryOptions({
  queryKey: ['applications'],
  queryFn: () => api.get('/api/v1/learners/me/applications'),
  staleTime: 0,
});
export const badgesQuery = queryOptions({
  queryKey: ['badges'],
  queryFn: () => api.get('/api/v1/learners/me/badges'),
  staleTime: 0,
});

const links = new Map<string, string>();

/** The link of a share, for as long as this page is open: the service answers it once and keeps only its hash. */
export function rememberLink(id: string, link: string): void {
  links.set(id, link);
}

export function rememberedLink(id: string): string | undefined {
  return links.get(id);
}
