import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';
import type { Language } from '../../language/index.ts';

export interface BankPlace {
  readonly framework: string;
  readonly bank: string;
}

/** What the learner has beside the record: nothing, for most. Asked once. */
export const ledgersQuery = queryOptions({
  queryKey: ['ledgers'],
  queryFn: () => api.get('/api/v1/learners/me/ledgers'),
  staleTime: Number.POSITIVE_INFINITY,
});
/** Lines of a decision are sentences, so an answer belongs to a language. */
export const holdingsQuery = (path: BankPlace, language: Language) =>
  queryOptions({
    queryKey: ['bank', path.framework, path.bank, 'holdings', language],
    queryFn: () => api.get('/api/v1/learners/me/banks/{framework}/{bank}', { path }),
  });
export const decisionQuery = (
  path: BankPlace,
  query: { readonly award: string; readonly institution: string },
  language: Language,
) =>
  queryOptions({
    queryKey: ['bank', path.framework, path.bank, 'decision', query.award, query.institution, language],
    queryFn: () => api.get('/api/v1/learners/me/banks/{framework}/{bank}/decision', { path, query }),
    staleTime: 0,
  });
export const statementQuery = (path: BankPlace, language: Language) =>
  queryOptions({
    queryKey: ['bank', path.framework, path.bank, 'statement', language],
    queryFn: () => api.get('/api/v1/learners/me/banks/{framework}/{bank}/statement', { path }),
  });
export const banksQuery = queryOptions({ queryKey: ['banks'], queryFn: () => api.get('/api/v1/banks') });
export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['learning-account', id],
    queryFn: () => api.get('/api/v1/learners/me/learning-accounts/{id}', { path: { id } }),
  });
export const accountStatementQuery = (id: string) =>
  queryOptions({
    queryKey: ['learning-account', id, 'statement'],
    queryFn: () => api.get('/api/v1/learners/me/learning-accounts/{id}/statement', { path: { id } }),
  });
export const programmesQuery = (id: string, audience: 'student' | 'adult') =>
  queryOptions({
    queryKey: ['learning-account', id, 'programmes', audience],
    queryFn: () => api.get('/api/v1/learners/me/learning-accounts/{id}/programmes', { path: { id }, query: { audience } }),
  });
