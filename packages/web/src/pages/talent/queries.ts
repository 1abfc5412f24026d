import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: () => api.get('/api/v1/employers/me/roles') });
export const roleQuery = (id: string) =>
  queryOptions({ queryKey: ['roles', id], queryFn: () => api.get('/api/v1/employers/me/roles/{id}', { path: { id } }) });
export const packagesQuery = queryOptions({
  queryKey: ['packages'],
  queryFn: () => api.get('/api/v1/packages/requests', { query: { state: 'all' } }),
});
export const linksQuery = queryOptions({ queryKey: ['kept-links'], queryFn: () => api.get('/api/v1/employers/me/links') });
export const approachesQuery = queryOptions({
  queryKey: ['approaches'],
  queryFn: () => api.get('/api/v1/employers/me/approaches'),
});
export const consentsQuery = queryOptions({ queryKey: ['received-consents'], queryFn: () => api.get('/api/v1/consents') });
