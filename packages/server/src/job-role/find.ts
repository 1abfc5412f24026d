import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { suggestionView } from '../skill/schemas.ts';
import { MATCHER, suggest } from '../skill/suggest.ts';
import { readRole, readRoleNamed, type RoleDetail, searchRoles } from './queries.ts';

const MOST_SUGGESTED = 12;

/** The job roles whose title or words hold all of these, the best first; of one source, or of all. */
export async function findJobRoles(
  services: Pick<Services, 'db'>,
  { q, source, limit }: { readonly q: string; readonly source: string | null; readonly limit: number },
) {
  const words = q.split(/\s+/u).filter((word) => word !== '');
  const found = await services.db.asPublic((tx) => searchRoles(tx, { words, source, limit }));
  return found.map((one) => ({ ...one, id: String(one.id) }));
}

/**
 * A job role with the skills that its source says it needs, else with suggestions from its words: by its number, or by its source and the code that
 * it has there. Throws `job-role-not-found` (404).
 */
export async function jobRoleWithSkills(
  services: Pick<Services, 'db'>,
  named: { readonly id: number } | { readonly source: string; readonly code: string },
) {
  return services.db.asPublic(async (tx) => {
    const role: RoleDetail | null =
      'id' in named ? await readRole(tx, named.id) : await readRoleNamed(tx, named.source, named.code);
    if (role === null) throw problem('job-role-not-found', 404, 'There is no such job role.');
    const { scheme, ...rest } = role;
    const said = [role.title, role.description, ...role.tasks].join('\n').slice(0, 8000);
    const suggested = role.skills.length > 0 ? [] : await suggest(tx, { said, scheme, limit: MOST_SUGGESTED });
    return { ...rest, id: String(role.id), suggested: suggested.map((one) => suggestionView(one, MATCHER)) };
  });
}
