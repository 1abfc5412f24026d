import { attachEmbedded } from '@recognition/server/database/attach.ts';
import { asOwner, withOwner } from '@recognition/server/database/open.ts';
import { loadSettings } from '@recognition/server/operations/settings.ts';
import type { Io } from '../command.ts';

type Work<T> = Parameters<typeof withOwner<T>>[1];

/** Runs as the owner of the database that the settings name; beside a product that runs, or with a database started for this. */
export async function onDatabase<T>(io: Io, work: Work<T>): Promise<T> {
  const { settings, places } = loadSettings(io.env, { cwd: io.cwd });
  const running = settings.databaseUrl === null ? await attachEmbedded(places.databaseFolder) : null;
  if (running === null) return asOwner({ url: settings.databaseUrl, folder: places.databaseFolder }, work);
  try {
    return await withOwner(running.owner, work);
  } finally {
    await running.stop();
  }
}
