import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const sentQuery = (id: string) =>
  queryOptions({ queryKey: ['rpl', 'sent', 'one', id], queryFn: () => api.get('/api/v1/providers/me/rpl/{id}', { path: { id } }) });

export type Sent = Awaited<ReturnType<NonNullable<ReturnType<typeof sentQuery>['queryFn']>>>;
export type SentOutcome = Sent['asked'][number];
