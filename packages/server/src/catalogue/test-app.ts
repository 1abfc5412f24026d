import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ActorKind } from '../database/connection.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { Problem } from '../http/problem.ts';
import type { App, Routes, SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';

let accounts = 6;

/** Somebody signed in, each with an account of their own, over a real session of the test's database. */
export async function signedIn(
  at: TestDatabase,
  kind: ActorKind,
  who: { organisationId?: number; learnerId?: number; roles?: readonly string[] } = {},
): Promise<SignedIn> {
  accounts += 1;
  const accountId = accounts;
  const acting = await at.session(kind, { accountId, ...who });
  return {
    acting,
    kind,
    actor: `account:${accountId}`,
    accountId,
    clientId: null,
    learnerId: who.learnerId ?? null,
    organisationId: who.organisationId ?? null,
    roles: who.roles ?? [],
    scopes: [],
  };
}

/** These routes alone, asked as one actor or the public: what they validate, answer and refuse. */
export async function testApp(services: Services, ...routes: readonly Routes[]) {
  let actor: SignedIn | null = null;
  const app: App = Fastify().withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('signedIn', null);
  app.decorateRequest('language', 'en');
  app.decorateRequest('acted', null);
  app.addHook('onRequest', async (request) => {
    request.signedIn = actor;
  });
  app.setErrorHandler((error, _request, reply) =>
    error instanceof Problem
      ? reply.code(error.status).send({ ...error.extra, code: error.code, detail: error.message })
      : reply.code(error instanceof Error && 'validation' in error ? 400 : 500).send({ code: String(error) }),
  );
  for (const add of routes) add(app, services);
  await app.ready();
  return {
    /** One question at a time: who asks is set for the next one. */
    ask: async (as: SignedIn | null, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object) => {
      actor = as;
      // Bytes go as a file does.
      const headers = body instanceof Uint8Array ? { 'content-type': 'application/octet-stream' } : {};
      const reply = await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
      if (reply.body === '') return { status: reply.statusCode, body: null };
      // What is no JSON, such as a CSV, is answered as text.
      const json = /json/.test(String(reply.headers['content-type']));
      return { status: reply.statusCode, body: json ? reply.json() : reply.body };
    },
    close: () => app.close(),
  };
}
