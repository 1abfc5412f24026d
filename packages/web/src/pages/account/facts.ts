import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: () => api.get('/api/v1/account') });
export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => api.get('/api/v1/account/sessions'),
  staleTime: 0,
});
export const passkeysQuery = queryOptions({
  queryKey: ['account', 'passkeys'],
  queryFn: () => api.get('/api/v1/account/passkeys'),
});
export const linkQuery = queryOptions({ queryKey: ['account', 'link'], queryFn: () => api.get('/api/v1/link-requests/mine') });
export const membersQuery = (id: string) =>
  queryOptions({ queryKey: ['members', id], queryFn: () => api.get('/api/v1/organisations/{id}/members', { path: { id } }) });
export const invitationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['invitations', id],
    queryFn: () => api.get('/api/v1/organisations/{id}/invitations', { path: { id } }),
  });
