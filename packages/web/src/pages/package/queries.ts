import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const coursePackagesQuery = queryOptions({ queryKey: ['course-packages'], queryFn: () => api.get('/api/v1/packages') });
export const coursePackageQuery = (id: string) =>
  queryOptions({
    queryKey: ['course-packages', id],
    queryFn: () => api.get('/api/v1/packages/{id}', { path: { id } }),
    staleTime: 0,
  });
/** Courses that fit these words; without words, those that give the most of the skills asked for. */
export const coursesQuery = (id: string, q: string) =>
  queryOptions({
    queryKey: ['course-packages', id, 'courses', q],
    queryFn: () => api.get('/api/v1/packages/{id}/courses', { path: { id }, query: { q } }),
    placeholderData: (before) => before,
  });
