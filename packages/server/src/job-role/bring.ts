import { createHash } from 'node:crypto';
import { type CatalogueActor, requireSteward, runAs } from '../catalogue/actor.ts';
import type { SourceFile } from '../catalogue/import/answer.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { type ReadRoles, type RoleForm, type RoleNotTaken, type RoleReader } from './job-role.ts';
import { lockSource, skillsHeldOf, writeSource } from './queries.ts';
import { readJsonRoles } from './read-json.ts';
import { readOnetRoles } from './read-onet.ts';
import { readSingaporeRoles } from './read-singapore.ts';

const READERS: Readonly<Record<RoleForm, RoleReader>> = {
  singapore: readSingaporeRoles,
  onet: readOnetRoles,
  json: readJsonRoles,
};

export interface RolesAsked {
  /** Our short name of the source. */
  readonly source: string;
  readonly from: RoleForm;
  readonly version: string;
  /** The scheme whose skills the files speak of; needed where they name any. */
  readonly scheme?: string | undefined;
  readonly files: readonly SourceFile[];
}

export interface RolesBrought {
  readonly source: string;
  readonly version: string;
  readonly rows: number;
  readonly roles: number;
  /** How many of them name skills that are loaded. */
  readonly withSkills: number;
  readonly unchanged: boolean;
  /** How many rows or skills were not taken, by reason. */
  readonly left: Readonly<Record<string, number>>;
  readonly notTaken: readonly RoleNotTaken[];
}

const MOST_TOLD = 200;

/**
 * Brings a version of a source of job roles, all of it or nothing. The same files again change nothing. A skill that its scheme does not
 * hold is left out and told. Stewards and the operator only. Throws codes of a file, `scheme-not-found` (422), `no-roles` (422),
 * `version-differs` (409).
 */
export async function bringJobRoles(services: Services, actor: CatalogueActor, asked: RolesAsked): Promise<RolesBrought> {
  requireSteward(actor);
  const read = READERS[asked.from](asked.files);
  if (read.roles.length === 0)
    throw problem('no-roles', 422, 'No job role could be taken from these files, so nothing was changed.');
  const content = contentOf(asked);
  return runAs(services, actor, async (tx) => {
    const held = await lockSource(tx, asked.source);
    const same = held !== null && held.content === content && held.version === asked.version;
    if (held !== null && held.version === asked.version && !same)
      throw problem(
        'version-differs',
        409,
        `Version ${asked.version} is loaded with other content. Give these files a version of their own.`,
      );
    const codes = [...new Set(read.roles.flatMap(({ skills }) => skills.map(({ code }) => code)))];
    const scheme = asked.scheme ?? null;
    const { known, uris } =
      scheme === null ? { known: true, uris: new Map<string, string>() } : await skillsHeldOf(tx, scheme, codes);
    if (!known) throw problem('scheme-not-found', 422, 'There is no skill scheme of this name. Load the scheme first.');
    const answer = answerOf(
      asked,
      read,
      codes.filter((code) => !uris.has(code)),
      uris,
    );
    if (same) return { ...answer, unchanged: true };
    const roles = read.roles.map((role) => ({
      ...role,
      skills: role.skills.flatMap(({ code, weight }) => {
        const uri = uris.get(code);
        return uri === undefined ? [] : [{ uri, weight }];
      }),
    }));
    const { source, from, version, files } = asked;
    const about = { source, form: from, version, name: read.name, scheme, content, files: files.map(({ name }) => name) };
    const by = actor === 'operator' ? 'operator' : actor.actor;
    await writeSource(tx, { ...about, answer: { ...answer, notTaken: [] }, by, at: services.clock.now() }, roles);
    return answer;
  });
}

function answerOf(
  { source, version }: RolesAsked,
  read: ReadRoles,
  unknown: readonly string[],
  uris: ReadonlyMap<string, string>,
): RolesBrought {
  const notTaken: readonly RoleNotTaken[] = [
    ...read.notTaken,
    ...unknown.map((detail) => ({ file: '', row: 0, code: 'skill-unknown' as const, detail })),
  ];
  const left: Record<string, number> = {};
  for (const { code } of notTaken) left[code] = (left[code] ?? 0) + 1;
  return {
    source,
    version,
    rows: read.rows,
    roles: read.roles.length,
    withSkills: read.roles.filter(({ skills }) => skills.some(({ code }) => uris.has(code))).length,
    unchanged: false,
    left,
    notTaken: notTaken.slice(0, MOST_TOLD),
  };
}

function contentOf({ from, scheme, files }: RolesAsked): string {
  const hash = createHash('sha256').update(`${from} ${scheme ?? ''}`);
  for (const { bytes } of files) hash.update(createHash('sha256').update(bytes).digest());
  return hash.digest('hex');
}
