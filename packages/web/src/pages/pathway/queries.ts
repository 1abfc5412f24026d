import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const savedQuery = queryOptions({ queryKey: ['pathways'], queryFn: () => api.get('/api/v1/pathways') });
export const savedOneQuery = (id: string) =>
  queryOptions({ queryKey: ['pathways', id], queryFn: () => api.get('/api/v1/pathways/{id}', { path: { id } }), staleTime: 0 });
