import type { Services } from '../services.ts';
import { type KeptOrganisation, searchOrganisations } from './queries.ts';

/** A page of organisations by id, `after` being the last id of the page before (open to everybody). */
export async function listOrganisations(
  services: Pick<Services, 'db'>,
  {
    q = '',
    kind = null,
    after = '',
    limit = 50,
  }: { readonly q?: string; readonly kind?: string | null; readonly after?: string; readonly limit?: number },
): Promise<{ items: readonly KeptOrganisation[]; next: string | null }> {
  const words = q.split(/\s+/).filter((word) => word !== '');
  const found = await services.db.asPublic((tx) => searchOrganisations(tx, words, kind, after, limit + 1));
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
