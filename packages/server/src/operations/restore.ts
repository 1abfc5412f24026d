import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { z } from 'zod';
import { migrate, migrations } from '../database/migrate.ts';
import { qualified } from './backup.ts';
import { BackupError, type BackupHeader, FORMAT, FORMAT_VERSION, SCHEMAS } from './backup-format.ts';
import { writeRestored } from './evidence-files.ts';
import { liftConstraints } from './constraints.ts';
import { frameReader } from './frames.ts';

const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const headerSchema: z.ZodType<BackupHeader> = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  madeAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ schema: identifier, name: identifier, columns: z.array(identifier) })),
  sequences: z.array(z.object({ name: z.string().regex(/^[a-z_0-9]+\.[a-z_0-9]+$/), next: z.string().regex(/^\d+$/) })),
  files: z.array(z.uuid()).default([]),
});

export interface RestoreSummary {
  readonly madeAt: string;
  readonly dataVersion: string;
  readonly tables: number;
  /** The migrations that came after the backup was made. */
  readonly migrated: readonly string[];
}

/**
 * Loads a backup into an empty database, in one transaction: all of it or nothing. The schema is laid as it was when the backup was
 * made, the data go in, then the migrations since. The files of evidence go into the folder `evidence` before that is said to be done.
 * Throws `BackupError`.
 */
export async function restore(owner: pg.Client, file: string, evidence: string | null = null): Promise<RestoreSummary> {
  const unpacked = createGunzip();
  const reading = pipeline(createReadStream(file), unpacked);
  reading.catch(() => undefined);
  let laid = false;
  try {
    const frames = frameReader(unpacked);
    const header = parseHeader(await frames.next());
    await refuseFilled(owner);
    laid = true;
    await migrate(owner, { upTo: header.migrations });
    await owner.query('begin');
    const putBack = await liftConstraints(owner);
    await clear(owner);
    for (const table of header.tables) {
      const name = (await frames.next())?.toString();
      if (name !== `${table.schema}.${table.name}`)
        throw new BackupError('backup-damaged', 'The backup is not in its order: copy it again from where it was made.');
      const columns = table.columns.map(pg.escapeIdentifier).join(', ');
      await pipeline(
        Readable.from(frames.table()),
        owner.query(copyFrom(`copy ${qualified(table.schema, table.name)} (${columns}) from stdin`)),
      );
    }
    for (const expected of header.files) {
      if ((await frames.next())?.toString() !== expected)
        throw new BackupError('backup-damaged', 'The backup is not in its order: copy it again from where it was made.');
      await writeRestored(evidence, expected, frames.table());
    }
    if ((await frames.next()) !== null) throw new BackupError('backup-damaged', 'The backup goes on where it should end.');
    for (const { name, next } of header.sequences)
      await owner.query('select setval($1::text::regclass, $2::bigint, false)', [name, next]);
    await putBack();
    await owner.query('commit');
    await reading;
    const migrated = await migrate(owner);
    await owner.query('analyze');
    return { madeAt: header.madeAt, dataVersion: header.migrations.at(-1) ?? 'none', tables: header.tables.length, migrated };
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    // It was empty, and is again: so that the restore can be tried once more.
    if (laid)
      await owner
        .query(`drop schema if exists ${SCHEMAS.join(', ')} cascade; drop table if exists public.migration`)
        .catch(() => undefined);
    throw plain(error);
  } finally {
    unpacked.destroy();
  }
}

function parseHeader(data: Buffer | null): BackupHeader {
  const unusable = new BackupError('backup-unusable', 'This is not a backup of ours.');
  let json: unknown;
  try {
    json = JSON.parse(data?.toString() ?? '');
  } catch {
    throw unusable;
  }
  const parsed = headerSchema.safeParse(json);
  if (!parsed.success) throw unusable;
  const header = parsed.data;
  const later = header.migrations.find((name) => !migrations().includes(name));
  if (header.version > FORMAT_VERSION || later !== undefined) {
    throw new BackupError(
      'backup-newer',
      `This backup was made by a newer version of the product (${later ?? `format ${header.version}`}): update the product, then restore.`,
    );
  }
  return header;
}

async function refuseFilled(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ filled: boolean }>(`select to_regclass('public.migration') is not null as filled`);
  if (rows[0]?.filled === true)
    throw new BackupError(
      'database-not-empty',
      'There is a database here already: restore only into an empty one. Move its folder away, or name an empty database.',
    );
}

/** The rows that come with the schema are in the backup too. */
async function clear(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1)`,
    [SCHEMAS],
  );
  await owner.query(`truncate ${rows.map(({ name }) => name).join(', ')} cascade`);
}

function plain(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')) {
    return new BackupError(
      error.code === 'Z_BUF_ERROR' ? 'backup-damaged' : 'backup-unusable',
      'This is not a backup of ours, or it is damaged or cut off.',
      { cause: error },
    );
  }
  return error;
}
