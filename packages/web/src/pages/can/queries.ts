import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const ownSkillsQuery = queryOptions({
  queryKey: ['record', 'skills'],
  queryFn: () => api.get('/api/v1/learners/me/record/skills'),
});
export const foundQuery = queryOptions({ queryKey: ['found'], queryFn: () => api.get('/api/v1/learners/me/found') });
