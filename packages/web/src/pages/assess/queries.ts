import type { RplToAssess } from '@recognition/client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const sentQuery = (id: string) =>
  queryOptions({
    queryKey: ['rpl', 'sent', 'one', id],
    queryFn: () => api.get('/api/v1/providers/me/rpl/{id}', { path: { id } }),
  });

export type Sent = RplToAssess;
export type SentOutcome = RplToAssess['asked'][number];
