import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trustedIssuersFile } from '@recognition/credentials';
import { didDocument, issuerDid, resumeBulkRevocations } from './award/index.ts';
import { countHolders } from './catalogue/worklist.ts';
import { countTaught } from './consistency/count.ts';
import { loadDemonstration } from './demonstration/index.ts';
import { escalateLate } from './dispute/escalate.ts';
import { sweepEvidence } from './evidence/sweep.ts';
import { PERSONAS } from './demonstration/personas.ts';
import { tellStanding } from './award/tell-standing.ts';
import { buildApp } from './http/app.ts';
import type { App } from './http/route.ts';
import { giveDueEverywhere } from './learning-account/grants.ts';
import { noteCollections } from './notice/collection/queries.ts';
import { sendMail } from './notice/mail/send.ts';
import { transportOf } from './notice/mail/transport.ts';
import { openServices } from './open-services.ts';
import { localCertificate } from './operations/certificate.ts';
import { makeDrain } from './operations/drain.ts';
import { makeLog } from './operations/logging.ts';
import { noteServedAt } from './operations/served-at.ts';
import type { Settings } from './operations/settings.ts';
import { countSupply } from './demand/count.ts';
import { repeat } from './operations/repeat.ts';
import { runRetention } from './operations/retention.ts';
import { startTelemetry } from './operations/telemetry.ts';
import { enterWhatIsMissing } from './micro-credential/entry.ts';
import { replanKept } from './pathway/replan.ts';
import { resumeImports } from './record/import-jobs.ts';
import type { Services } from './services.ts';
import { loadOwnSkills } from './skill/own-skills.ts';

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
  const { services, opened, stop } = await openServices(
    https ? { ...env, RECOGNITION_URL: env['RECOGNITION_URL'] ?? own } : env,
    { cwd, demo: flags.includes('--demo') },
  );
  const { settings } = services;
  const stopTelemetry = await startTelemetry(settings.openTelemetryEndpoint);
  try {
    await loadOwnSkills(services);
    await enterWhatIsMissing(services);
    if (settings.demonstration) {
      if (opened.applied.length > 0) print('Making the demonstration …');
      await loadDemonstration(services);
    }
    // Request lines go to a file or a collector by redirection; beside the links of a demonstration they would only be noise.
    const log = makeLog(settings.demonstration && env['LOG_LEVEL'] === undefined ? 'warn' : settings.logLevel);
    const drain = makeDrain();
    const tls = https ? await localCertificate(settings.dataFolder) : null;
    const app = await buildApp(services, {
      log,
      drain,
      ...(tls === null ? {} : { tls }),
    });
    await resumeImports(services, (error) => log.error({ error: String(error) }, 'an import stopped'));
    await resumeBulkRevocations(services, (error) => log.error({ error: String(error) }, 'a revocation of many stopped'));
    await app.listen({ host: '127.0.0.1', port: settings.port });
    const failed = (what: string) => (error: unknown) => log.error({ error: String(error) }, what);
    const transport = transportOf(services);
    const jobs = [
      repeat(DAY_MS, () => keepNoLonger(services), failed('the daily work was not done')),
      repeat(HOUR_MS, () => escalateLate(services), failed('late disputes were not handed on')),
      repeat(HOUR_MS, () => sweepEvidence(services), failed('evidence was not swept')),
      repeat(HOUR_MS, () => replanKept(services), failed('plans were not looked at')),
      repeat(DAY_MS, () => tellDaily(services), failed('learners were not told')),
      // Where there is no way for mail to go, none is made.
      ...(transport === null ? [] : [repeat(30_000, () => sendMail(services, transport), failed('mail was not sent'))]),
    ];
    await services.db.asBatch((tx) => noteServedAt(tx, settings.url));
    await noteTrusted(services);
    for (const line of welcome(settings)) print(line);
    return {
      app,
      services,
      stop: async () => {
        for (const end of jobs) end();
        await drain.drain(app, settings.demonstration ? 0 : 2000);
        await stop();
        await stopTelemetry();
      },
    };
  } catch (error) {
    await stop();
    await stopTelemetry();
    throw error;
  }
}

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Once a day: removes what is past its time, and counts who holds what. */
async function keepNoLonger(services: Services): Promise<void> {
  await runRetention(services);
  await countHolders(services);
  await countTaught(services);
}

/** Once a day: tells learners what they are owed to know, and gives learning accounts what their rule says is due. */
async function tellDaily(services: Services): Promise<void> {
  await services.db.asBatch((tx) => noteCollections(tx, services.clock.now()));
  await tellStanding(services);
  await giveDueEverywhere(services);
  await countSupply(services);
}

/** Writes down whom `nzrr credential verify` on this machine trusts: this product's own issuer, with its keys for use offline. */
async function noteTrusted(services: Services): Promise<void> {
  const { settings } = services;
  const file = trustedIssuersFile([
    { id: issuerDid(settings.url), name: settings.authority.name, document: { ...(await didDocument(services)) } },
  ]);
  mkdirSync(settings.dataFolder, { recursive: true });
  writeFileSync(join(settings.dataFolder, 'trusted-issuers.json'), `${JSON.stringify(file, null, 2)}\n`);
}

/** A sign-in link for each persona, and that it is ready. */
function welcome({ url, demonstration }: Settings): readonly string[] {
  const ready = `Ready at ${url} (Ctrl-C stops it; what you did is kept).`;
  if (!demonstration) return [ready];
  const width = Math.max(...PERSONAS.map((persona) => persona.name.length));
  return [
    'Everybody in this demonstration is invented. Sign in as:',
    ...PERSONAS.map(
      (persona) =>
        `  ${persona.name.padEnd(width)}  ${url}/sign-in?as=${persona.id.padEnd(8)}  ${persona.door}: ${persona.shows.en}`,
    ),
    ready,
  ];
}
