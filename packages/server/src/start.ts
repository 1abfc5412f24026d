import { openEmbedded, type OpenedDatabase, openServer } from './database/open.ts';
import { loadDemonstration } from './demonstration/index.ts';
import { PERSONAS } from './demonstration/personas.ts';
import { buildApp } from './http/app.ts';
import type { App } from './http/route.ts';
import { fileKeyStore } from './keys/file-key-store.ts';
import { httpKeyStore } from './keys/http-key-store.ts';
import type { KeyStore } from './keys/key-store.ts';
import { localCertificate } from './operations/certificate.ts';
import { makeDrain } from './operations/drain.ts';
import { makeLog } from './operations/logging.ts';
import { loadSettings, type Places, type Settings } from './operations/settings.ts';
import { startTelemetry } from './operations/telemetry.ts';
import { resumeImports } from './record/import-jobs.ts';
import { type Services, systemClock } from './services.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface StartOptions {
  readonly env: Env;
  readonly cwd: string;
  /** `--demo` and `--https`. */
  readonly flags: readonly string[];
  readonly print: (line: string) => void;
}

export interface RunningServer {
  readonly app: App;
  readonly services: Services;
  readonly stop: () => Promise<void>;
}

/** Starts everything on one port of 127.0.0.1. Throws `SettingsError` or `DatabaseError`, whose sentences say what to do. */
export async function startServer({ env, cwd, flags, print }: StartOptions): Promise<RunningServer> {
  const https = flags.includes('--https');
  const own = `https://127.0.0.1:${env['PORT'] ?? '8080'}`;
  const { settings, places } = loadSettings(https ? { ...env, RECOGNITION_URL: env['RECOGNITION_URL'] ?? own } : env, {
    cwd,
    demo: flags.includes('--demo'),
  });
  const stopTelemetry = await startTelemetry(settings.openTelemetryEndpoint);
  const database = await open(settings, places);
  try {
    const services: Services = { db: database.database, keys: await openKeys(places), settings, clock: systemClock };
    if (settings.demonstration) {
      if (database.applied.length > 0) print('Loading the demonstration …');
      await loadDemonstration(services);
    }
    // Request lines go to a file or a collector by redirection; beside the links of a demonstration they would only be noise.
    const log = makeLog(settings.demonstration && env['LOG_LEVEL'] === undefined ? 'warn' : settings.logLevel);
    const drain = makeDrain();
    const tls = https ? await localCertificate(settings.dataFolder) : null;
    const app = await buildApp(services, {
      log,
      drain,
      metricsToken: env['METRICS_TOKEN'] ?? null,
      ...(tls === null ? {} : { tls }),
    });
    await resumeImports(services, (error) => log.error({ error: String(error) }, 'an import stopped'));
    await app.listen({ host: '127.0.0.1', port: settings.port });
    for (const line of welcome(settings)) print(line);
    return {
      app,
      services,
      stop: async () => {
        await drain.drain(app, settings.demonstration ? 0 : 2000);
        await database.stop();
        await stopTelemetry();
      },
    };
  } catch (error) {
    await database.stop();
    await stopTelemetry();
    throw error;
  }
}

function open(settings: Settings, places: Places): Promise<OpenedDatabase> {
  if (settings.databaseUrl === null) return openEmbedded({ folder: places.databaseFolder });
  return openServer({
    url: settings.databaseUrl,
    appUrl: places.databaseAppUrl,
    identityUrl: places.databaseIdentityUrl,
    publicUrl: settings.url,
  });
}

async function openKeys({ keyStore }: Places): Promise<KeyStore> {
  return keyStore.kind === 'file' ? fileKeyStore(keyStore.file) : httpKeyStore(keyStore.url, keyStore.token);
}

/** One sign-in link per role, and that it is ready. */
function welcome({ url, demonstration }: Settings): readonly string[] {
  if (!demonstration) return [`Ready: ${url}`];
  const doors = [...new Set(PERSONAS.map((persona) => persona.door))];
  const links = doors.flatMap((door) => {
    const persona = PERSONAS.find((one) => one.door === door);
    return persona === undefined
      ? []
      : [`  ${door.padEnd(10)} ${url}/sign-in?as=${persona.id}  (${persona.name}: ${persona.shows.en})`];
  });
  return ['Everything in this demonstration is invented. Sign in as:', ...links, `Ready: ${url}`];
}
