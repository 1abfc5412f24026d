import type { Tx } from '../../database/connection.ts';

export const ENTRY_KINDS = ['unit', 'definition', 'job-role', 'programme'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface EntryRow {
  readonly entry_id: string;
  readonly title: string;
  readonly sector: string | null;
  readonly place: string | null;
  readonly document: unknown;
  readonly origin: string;
  readonly invented: boolean;
}

export interface NewEntry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly title: string;
  readonly sector: string | null;
  readonly place: string | null;
  readonly document: object;
  /** What all versions of it share; left out where it has none. */
  readonly code?: string;
}

/** Brings entries in: new ones are written, those that differ are changed, the others stay. Answers how many of each. */
export async function writeEntries(
  tx: Tx,
  framework: string,
  { origin, invented, at }: { readonly origin: string; readonly invented: boolean; readonly at: Date },
  entries: readonly NewEntry[],
): Promise<{ readonly created: number; readonly changed: number }> {
  const { rows } = await tx.query<{ created: boolean }>({
    text: `insert into catalogue.framework_entry as held (framework, kind, entry_id, title, sector, place, document, code, origin, invented, changed_at)
      select $1, e.kind, e.id, e.title, e.sector, e.place, e.document, e.code, $2, $3, $4
      from jsonb_to_recordset($5::jsonb) as e (kind text, id text, title text, sector text, place text, document jsonb, code text)
      on conflict (framework, kind, entry_id) do update
        set title = excluded.title, sector = excluded.sector, place = excluded.place, document = excluded.document,
            origin = excluded.origin, invented = excluded.invented, changed_at = excluded.changed_at
        where held.document <> excluded.document or held.origin <> excluded.origin or held.invented <> excluded.invented
      returning (xmax = 0) as created`,
    values: [framework, origin, invented, at, JSON.stringify(entries)],
  });
  const created = rows.filter((row) => row.created).length;
  return { created, changed: rows.length - created };
}

export interface ListOptions {
  readonly kind: EntryKind;
  readonly sector?: string | undefined;
  readonly place?: string | undefined;
  /** Words that the title holds, whatever their case and macrons. */
  readonly q?: string | undefined;
  readonly after: readonly [title: string, id: string] | null;
  readonly limit: number;
}

/** A page of entries by title, one more than asked for. What was withdrawn is not listed any more. */
export async function listEntries(
  tx: Tx,
  framework: string,
  { kind, sector, place, q, after, limit }: ListOptions,
): Promise<EntryRow[]> {
  const { rows } = await tx.query<EntryRow>({
    text: `select entry_id, title, sector, place, document, origin, invented from catalogue.framework_entry
      where framework = $1 and kind = $2 and document ->> 'withdrawn' is null
        and ($3::text is null or sector = $3) and ($4::text is null or place = $4)
        and ($5::text is null or lower(title) like '%' || lower($5) || '%' or lower(entry_id) like '%' || lower($5) || '%')
        and ($6::text is null or (title, entry_id) > ($6, $7))
      order by title, entry_id limit $8`,
    values: [framework, kind, sector ?? null, place ?? null, escapeLike(q), after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  });
  return rows;
}

const escapeLike = (q: string | undefined): string | null =>
  q === undefined || q.trim() === '' ? null : q.trim().replaceAll(/[\\%_]/g, (mark) => `\\${mark}`);

/** One entry, or null. */
export async function readEntry(tx: Tx, framework: string, kind: EntryKind, id: string): Promise<EntryRow | null> {
  const { rows } = await tx.query<EntryRow>({
    text: `select entry_id, title, sector, place, document, origin, invented from catalogue.framework_entry
      where framework = $1 and kind = $2 and entry_id = $3`,
    values: [framework, kind, id],
  });
  return rows[0] ?? null;
}

/** How much of each kind there is, by sector and by what is within it. */
export async function countEntries(
  tx: Tx,
  framework: string,
): Promise<
  readonly { readonly kind: EntryKind; readonly sector: string | null; readonly place: string | null; readonly count: number }[]
> {
  const { rows } = await tx.query<{ kind: EntryKind; sector: string | null; place: string | null; count: number }>({
    text: `select kind, sector, place, count(*)::int as count from catalogue.framework_entry
      where framework = $1 and document ->> 'withdrawn' is null group by kind, sector, place order by sector nulls first, place nulls first, kind`,
    values: [framework],
  });
  return rows;
}

/** Moves with every entry that is brought in. */
export async function entryStamp(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ stamp: string }>({
    name: 'framework-entry-stamp',
    text: `select count(*) || ' ' || coalesce(max(changed_at)::text, '') as stamp from catalogue.framework_entry where kind in ('definition', 'unit')`,
  });
  return rows[0]?.stamp ?? '';
}

/** Every definition of every framework, and the names of the units. */
export async function readDefinitionsAndNames(tx: Tx): Promise<
  readonly {
    readonly framework: string;
    readonly kind: EntryKind;
    readonly entry_id: string;
    readonly title: string;
    readonly code: string | null;
    readonly document: unknown;
  }[]
> {
  const { rows } = await tx.query<{
    framework: string;
    kind: EntryKind;
    entry_id: string;
    title: string;
    code: string | null;
    document: unknown;
  }>({
    text: `select framework, kind, entry_id, title, code, case when kind = 'definition' then document end as document
      from catalogue.framework_entry where kind in ('definition', 'unit') order by framework, entry_id`,
  });
  return rows;
}

/** Which of these definitions a framework does not have yet. */
export async function missingDefinitions(tx: Tx, framework: string, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>({
    text: `select id from unnest($2::text[]) id where not exists (
      select from catalogue.framework_entry e where e.framework = $1 and e.kind = 'definition' and e.entry_id = id)`,
    values: [framework, [...ids]],
  });
  return rows.map(({ id }) => id);
}
