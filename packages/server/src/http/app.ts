import { randomInt } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { useIssuer } from '../demonstration/issuer/index.ts';
import { useMailbox } from '../demonstration/mailbox.ts';
import { useActedLog } from '../delegation/acted.ts';
import { type Drain, makeDrain } from '../operations/drain.ts';
import { useHealth } from '../operations/health.ts';
import { type Log, makeLog } from '../operations/logging.ts';
import { useMetrics } from '../operations/metrics.ts';
import { type Limits, makeLeases } from '../operations/rate-limit.ts';
import type { Services } from '../services.ts';
import { useSignIn } from './authenticate.ts';
import { callerOf } from './caller.ts';
import { useOneHost } from './one-host.ts';
import { answerOutside, useProblems } from './errors.ts';
import { useIdempotency } from './idempotency.ts';
import { useLanguage } from './language.ts';
import { useDocs, useOpenApi } from './openapi.ts';
import type { App } from './route.ts';
import { routes } from './routes.ts';
import { useSecurityHeaders } from './security.ts';
import { serializerCompiler } from './serializer.ts';
import { useWebsite } from './website.ts';

export interface AppOptions {
  readonly log?: Log;
  /** Instead of those of the settings, for a test. */
  readonly limits?: Limits;
  readonly drain?: Drain;
  /** HTTPS served by this process itself. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** The whole service, ready to listen. Reads as the list of what every request meets, in order. */
export async function buildApp(services: Services, options: AppOptions = {}): Promise<App> {
  const secure = services.settings.url.startsWith('https:');
  const limits = options.limits ?? services.settings.limits;
  const log = options.log ?? makeLog(services.settings.logLevel);
  const common = {
    genReqId: requestId,
    bodyLimit: 1_048_576,
    logger: false as const,
    routerOptions: { maxParamLength: 256 },
    forceCloseConnections: 'idle' as const,
    frameworkErrors: answerOutside,
  };
  const app = (
    options.tls === undefined ? Fastify(common) : Fastify({ ...common, https: options.tls })
  ).withTypeProvider<ZodTypeProvider>() as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  useProblems(app, log);
  await useSecurityHeaders(app, secure);
  app.addHook('onRequest', async (request, reply) => void reply.header('request-id', request.id));
  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        request: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        actor: request.signedIn?.actor ?? null,
      },
      'request',
    );
  });
  useOneHost(app, services.settings);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 65_536 });
  useLanguage(app, secure);
  useSignIn(app, services, secure);
  useActedLog(app, services);
  const count = makeLeases(services.db);
  app.addHook('onRequest', async (request) => {
    const limit = limitOf(request.url, request.method, limits);
    if (limit !== null) await count(callerOf(request), limit);
  });
  useIdempotency(app, services);
  await useOpenApi(app, services.settings.url);
  useMetrics(app, services.settings.metricsToken);
  useHealth(app, services, options.drain ?? makeDrain());
  await app.register(async (inner) => {
    for (const add of routes) add(inner, services);
  });
  if (services.settings.demonstration) {
    await useIssuer(app, services);
    useMailbox(app, services);
  }
  useDocs(app);
  await useWebsite(app);
  await app.ready();
  return app;
}

function limitOf(url: string, method: string, limits: Limits): Limits[keyof Limits] | null {
  if (/^\/(sign-in|badges\/(register|token)|api\/v1\/(oauth\/token|session\/passkey))/.test(url)) return limits.signIn;
  if (
    /^\/api\/v1\/(credentials\/verification|trusted-issuers)/.test(url) ||
    (/^\/(verify|api\/v1\/frameworks\/)/.test(url) && method === 'POST') ||
    /^\/wallet\/presentations\/[^/]+\/response/.test(url)
  )
    return limits.verification;
  if (url.startsWith('/s/') || url.startsWith('/api/v1/shares/opening')) return limits.share;
  return /^\/((api\/v1|wallet|badges|ims\/(ob|clr))\/|mcp\b)/.test(url) ? limits.api : null;
}

/** Letters only: nothing in a log can be mistaken for somebody's number. */
function requestId(): string {
  let id = '';
  for (let at = 0; at < 16; at += 1) id += String.fromCharCode(97 + randomInt(26));
  return id;
}
