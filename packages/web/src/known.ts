import type { QueryClient } from '@tanstack/react-query';

/** Takes the answers that a page drawn by the server brought along, so that the website draws the same without asking again. */
export function knowWhatThePageKnows(queries: QueryClient): void {
  const brought: unknown = JSON.parse(document.getElementById('known')?.textContent ?? '[]');
  if (!Array.isArray(brought)) return;
  for (const one of brought) {
    if (typeof one !== 'object' || one === null || !('queryKey' in one) || !('data' in one)) continue;
    if (Array.isArray(one.queryKey)) queries.setQueryData(one.queryKey, one.data);
  }
}
