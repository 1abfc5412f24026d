import { listenToRecord } from './award/listen.ts';
import { attachEmbedded } from './database/attach.ts';
import { openEmbedded, type OpenedDatabase, openServer } from './database/open.ts';
import { fileKeyStore } from './keys/file-key-store.ts';
import { httpKeyStore } from './keys/http-key-store.ts';
import type { KeyStore } from './keys/key-store.ts';

import { servedAt } from './operations/served-at.ts';
import { loadSettings, type Places, type Settings } from './operations/settings.ts';
import { type Services, systemClock } from './services.ts';

export interface OpenedServices {
  readonly services: Services;
  readonly opened: OpenedDatabase;
  readonly stop: () => Promise<void>;
}

export interface OpenOptions {
  readonly cwd: string;
  readonly demo?: boolean;
  /** A command uses the embedded database of a product that already runs in the folder. */
  readonly attach?: boolean;
}

/** Reads the settings, opens the database and the keys. Throws `SettingsError`, `DatabaseError` or `KeyStoreError`, each with a sentence. */
export async function openServices(
  env: Readonly<Record<string, string | undefined>>,
  options: OpenOptions,
): Promise<OpenedServices> {
  const { settings: read, places } = loadSettings(env, options);
  const keys = await openKeys(places);
  const opened = await openDatabaseOf(read, places, options.attach ?? false);
  // A command beside an embedded product issues under the address at which that product is served, whatever port it was given.
  const asked = read.databaseUrl === null && options.attach === true && env['RECOGNITION_URL'] === undefined;
  const url = asked ? await opened.database.asBatch(servedAt) : null;
  const settings: Settings = url === null ? read : { ...read, url };
  listenToRecord();
  return { services: { db: opened.database, keys, settings, clock: systemClock }, opened, stop: opened.stop };
}

async function openKeys({ keyStore }: Places): Promise<KeyStore> {
  return keyStore.kind === 'file' ? fileKeyStore(keyStore.file) : httpKeyStore(keyStore.url, keyStore.token);
}

async function openDatabaseOf(settings: Settings, places: Places, attach: boolean): Promise<OpenedDatabase> {
  if (settings.databaseUrl !== null) {
    const { databaseAppUrl: appUrl, databaseIdentityUrl: identityUrl } = places;
    return openServer({ url: settings.databaseUrl, appUrl, identityUrl, publicUrl: settings.url });
  }
  const running = attach ? await attachEmbedded(places.databaseFolder) : null;
  return running ?? openEmbedded({ folder: places.databaseFolder });
}
