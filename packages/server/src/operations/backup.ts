import { closeSync, createWriteStream, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { filesOfEvidence, readForBackup } from './evidence-files.ts';
import { BackupError, type BackupHeader, FORMAT, FORMAT_VERSION, LEFT_OUT, SCHEMAS } from './backup-format.ts';
import { END, frame, framed } from './frames.ts';

export interface BackupSummary {
  readonly tables: number;
  readonly dataVersion: string;
}

/**
 * Writes everything but keys and sessions to a new file (mode 0600, gzip), as it was at one moment. Sequences are read after that
 * moment, so that no number is given twice. The files of evidence go with it, encrypted as they lie in the folder `evidence` (null: none are
 * kept here). Memory stays flat. Throws `file-exists`.
 */
export async function backup(owner: pg.Client, file: string, at: Date, evidence: string | null = null): Promise<BackupSummary> {
  if (existsSync(file)) throw new BackupError('file-exists', `${file} is there already: name another file.`);
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  try {
    await owner.query('begin isolation level repeatable read read only');
    const header = await describe(owner, at, evidence);
    await pipeline(
      content(owner, header, evidence),
      createGzip({ level: 6 }),
      createWriteStream(partial, { mode: 0o600, flags: 'wx' }),
    );
    await owner.query('commit');
    const written = openSync(partial, 'r+');
    fsyncSync(written);
    closeSync(written);
    renameSync(partial, file);
    return { tables: header.tables.length, dataVersion: header.migrations.at(-1) ?? 'none' };
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    rmSync(partial, { force: true });
    throw error;
  }
}

async function* content(owner: pg.Client, header: BackupHeader, evidence: string | null): AsyncGenerator<Buffer> {
  yield frame(Buffer.from(JSON.stringify(header)));
  for (const { schema, name, columns } of header.tables) {
    yield frame(Buffer.from(`${schema}.${name}`));
    yield* framed(
      owner.query(
        copyTo(`copy (select ${columns.map(pg.escapeIdentifier).join(', ')} from ${qualified(schema, name)}) to stdout`),
      ),
    );
  }
  for (const name of header.files) {
    yield frame(Buffer.from(name));
    yield* framed(readForBackup(evidence ?? '', name));
  }
  yield END;
}

async function describe(owner: pg.Client, at: Date, evidence: string | null): Promise<BackupHeader> {
  const { rows: tables } = await owner.query<{ schema: string; name: string; columns: string[] }>(TABLES, [SCHEMAS]);
  const { rows: migrations } = await owner.query<{ name: string }>('select name from public.migration order by name');
  const { rows: version } = await owner.query<{ version: string }>(`select current_setting('server_version') as version`);
  const { rows: names } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname = any($1) order by 1`,
    [SCHEMAS],
  );
  const sequences: { name: string; next: string }[] = [];
  for (const { name } of names) {
    const { rows } = await owner.query<{ next: string }>(
      `select (last_value + case when is_called then 1 else 0 end)::text as next from ${name}`,
    );
    sequences.push({ name, next: rows[0]?.next ?? '1' });
  }
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    madeAt: at.toISOString(),
    postgres: version[0]?.version ?? '',
    migrations: migrations.map(({ name }) => name),
    tables: tables.filter(({ schema, name }) => !LEFT_OUT.has(`${schema}.${name}`)),
    sequences,
    files: evidence === null ? [] : await filesOfEvidence(owner, evidence),
  };
}

const TABLES = `select n.nspname as schema, c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition order by 1, 2`;

export function qualified(schema: string, name: string): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}
