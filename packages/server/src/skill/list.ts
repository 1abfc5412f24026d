import type { Services } from '../services.ts';
import { readRetired, readSchemes, type RetiredSkill, searchSkills, type Skill } from './queries.ts';

/** A page of skills by address, `after` being the last address of the page before (open to everybody). */
export async function listSkills(
  services: Pick<Services, 'db'>,
  {
    q = '',
    kind = null,
    scheme = null,
    after = '',
    limit = 50,
  }: {
    readonly q?: string;
    readonly kind?: string | null;
    readonly scheme?: string | null;
    readonly after?: string;
    readonly limit?: number;
  },
): Promise<{ items: readonly Skill[]; next: string | null }> {
  const words = q.split(/\s+/).filter((word) => word !== '');
  const found = await services.db.asPublic((tx) => searchSkills(tx, { words, kind, scheme, after, limit: limit + 1 }));
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.uri ?? null) : null };
}

/** A page of skills that their schemes no longer have, with what takes the place of each and how many outcomes still name it. */
export async function listRetired(
  services: Pick<Services, 'db'>,
  { scheme, after, limit }: { readonly scheme: string | null; readonly after: string; readonly limit: number },
): Promise<{ items: readonly RetiredSkill[]; next: string | null }> {
  const found = await services.db.asPublic((tx) => readRetired(tx, { scheme, after, limit: limit + 1 }));
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.uri ?? null) : null };
}

export const listSchemes = (services: Pick<Services, 'db'>) => services.db.asPublic(readSchemes);
