import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './connection.ts';
import { DATABASE_NAME, type OpenedDatabase, withOwner } from './open.ts';

/**
 * The embedded database that a product already runs in this folder, for a command beside it; null when none answers. Closing it leaves
 * the server running.
 */
export async function attachEmbedded(folder: string): Promise<OpenedDatabase | null> {
  const lock = join(folder, 'postmaster.pid');
  if (!existsSync(lock)) return null;
  // Lines of postmaster.pid: process, data folder, start, port, socket folder.
  const [, , , port, host] = readFileSync(lock, 'utf8').split('\n');
  if (port === undefined || host === undefined || host.trim() === '') return null;
  const owner = { host: host.trim(), port: Number(port), database: DATABASE_NAME };
  try {
    await withOwner(owner, (client) => client.query('select 1'));
  } catch {
    return null;
  }
  const database = await openDatabase(owner, owner);
  return { database, owner, ownerUser: 'postgres', applied: [], stop: database.end };
}
