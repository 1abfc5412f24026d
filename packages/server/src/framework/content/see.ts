import { programmesFor } from '@recognition/recognition/frameworks';
import { z } from 'zod';
import { pageOf, readCursor } from '../../http/paging.ts';
import { problem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { frameworkOr404 } from '../assess.ts';
import { around, keptDefinitions, namesOf } from './definitions.ts';
import { type JobRoleEntry, jobRoleForm, type ProgrammeEntry, programmeForm } from './form.ts';
import { type EntryKind, type EntryRow, listEntries, readEntry } from './queries.ts';

type Reading = Pick<Services, 'db'>;
const PLACE = z.tuple([z.string(), z.string()]);

/** Where an entry stands among the others, for the cursor of a page. */
export const placeOf = (row: EntryRow): readonly [string, string] => [row.title, row.entry_id];

/** Where an entry comes from. */
export const from = ({ origin, invented }: EntryRow) => ({ origin, invented });

export interface Listing {
  readonly sector?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of what a framework is filled with, one more than asked for. Throws `unknown-framework` (404). */
export function entriesOf(
  services: Reading,
  framework: string,
  kind: EntryKind,
  { sector, q, cursor, limit }: Listing,
  place?: string,
): Promise<EntryRow[]> {
  frameworkOr404(framework);
  return services.db.asPublic((tx) =>
    listEntries(tx, framework, { kind, sector, place, q, after: readCursor(cursor, PLACE), limit }),
  );
}

/** One thing that a framework is filled with. Throws `unknown-framework`, `unknown-entry` (404). */
export async function entryOr404(services: Reading, framework: string, kind: EntryKind, id: string): Promise<EntryRow> {
  frameworkOr404(framework);
  const found = await services.db.asPublic((tx) => readEntry(tx, framework, kind, id));
  if (found === null) throw problem('unknown-entry', 404, 'The framework has nothing of this name.');
  return found;
}

type From = ReturnType<typeof from>;

const withParts = z.object({ parts: z.array(z.unknown()) });

/** A page of the awards of a framework that are made of named parts, by title, of one kind where it is named. */
export async function seeDefinitions(
  services: Reading,
  framework: string,
  asked: Listing & { readonly award?: string | undefined },
) {
  const rows = await entriesOf(services, framework, 'definition', asked, asked.award);
  const item = (row: EntryRow) => ({
    id: row.entry_id,
    title: row.title,
    award: row.place ?? '',
    sector: row.sector,
    parts: withParts.parse(row.document).parts.length,
    ...from(row),
  });
  return pageOf(rows, asked.limit, item, placeOf);
}

/** One award that is made of named parts, with all that it leads to and is made of. */
export async function seeDefinition(services: Reading, framework: string, id: string) {
  const row = await entryOr404(services, framework, 'definition', id);
  const kept = (await keptDefinitions(services))(framework);
  const definitions = around(kept.definitions, new Set([id]));
  return { id, definitions: [...definitions], names: await namesOf(services, kept, definitions), ...from(row) };
}

/** A page of a framework's job roles by title, of a sector and a track where they are named. */
export async function seeJobRoles(
  services: Reading,
  framework: string,
  asked: Listing & { readonly track?: string | undefined },
) {
  const rows = await entriesOf(services, framework, 'job-role', asked, asked.track);
  const item = (row: EntryRow) => ({ id: row.entry_id, title: row.title, sector: row.sector ?? '', track: row.place ?? '' });
  return pageOf(rows, asked.limit, item, placeOf);
}

/** One job role: its work functions with their tasks, and its skills at the proficiency that it needs. */
export async function seeJobRole(services: Reading, framework: string, id: string): Promise<JobRoleEntry & From> {
  const row = await entryOr404(services, framework, 'job-role', id);
  return { ...jobRoleForm.parse(row.document), ...from(row) };
}

/** The training programmes of a sector, vocational and higher; of one audience alone where it is named (G2). */
export async function seeProgrammes(
  services: Reading,
  framework: string,
  { sector, audience }: { readonly sector: string; readonly audience?: 'student' | 'adult' | undefined },
): Promise<readonly (ProgrammeEntry & From)[]> {
  const rows = await entriesOf(services, framework, 'programme', { sector, limit: 1000 });
  const all = rows.map((row) => ({ ...programmeForm.parse(row.document), ...from(row) }));
  if (audience === undefined) return all;
  const shown = new Set(programmesFor(all, sector, audience).map(({ id }) => id));
  return all.filter(({ id }) => shown.has(id));
}
