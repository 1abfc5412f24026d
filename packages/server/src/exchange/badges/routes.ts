import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { known } from '../../http/errors.ts';
import { problem } from '../../http/problem.ts';
import type { App, Routes } from '../../http/route.ts';
import { addSentences } from '../../http/sentences.ts';
import { answerOAuth, OAuthError, type OAuthErrorCode } from '../../oauth/error.ts';
import type { Services } from '../../services.ts';
import { requireApplication } from './access.ts';
import { listCredentials } from './credentials.ts';
import { badgeServerMetadata, serviceDescription } from './discovery.ts';
import { keepBadge } from './held.ts';
import { ownRoutes } from './own-routes.ts';
import { profileBody, readProfile, writeProfile } from './profile.ts';
import { linksOf, numbers } from './paging.ts';
import { noteChange } from './reading.ts';
import { registerClient, registrationBody } from './registration.ts';
import { BADGE_SENTENCES } from './sentences.ts';
import { API, type Standard, STANDARDS } from './standards.ts';
import { answerStatus } from './status-info.ts';
import { giveToken, revocationBody, revokeToken, tokenBody } from './token.ts';

/** The REST APIs of Open Badges 3.0 and CLR 2.0, the authorization behind both, and what a learner sees and ends of it. */
export const badgeRoutes: Routes = (app, services) => {
  addSentences(BADGE_SENTENCES);
  ownRoutes(app, services);
  authorizationServer(app, services);
  for (const standard of STANDARDS) {
    // Failures leave in 1EdTech's own form here, and here alone.
    void app.register(async (inner) => {
      inner.setErrorHandler((error, _request, reply) => {
        const failure = known(error);
        if (failure === null) throw error;
        return answerStatus(reply, failure);
      });
      inner.addContentTypeParser('application/vc+ld+json', { parseAs: 'string' }, inner.getDefaultJsonParser('error', 'error'));
      resourceServer(inner, services, standard);
    });
  }
};

const query = z.object({ limit: z.string().optional(), offset: z.string().optional(), since: z.string().optional() });
function resourceServer(app: App, services: Services, standard: Standard): void {
  const { base, title } = API[standard];
  const tags = [`${title} API`];
  const credential = z.looseObject({});
  const profile = z.looseObject({});

  app.get(
    `${base}/discovery`,
    { schema: { tags, summary: 'getServiceDescription: how to register, and what there is' } },
    (_request, reply) => sent(fromAnywhere(reply), 200, serviceDescription(services, standard)),
  );
  app.get(
    `${base}/credentials`,
    {
      schema: {
        tags,
        summary: 'getCredentials: those of the learner who let the application in',
        querystring: query,
        response: { 200: z.object({ credential: z.array(credential), compactJwsString: z.array(z.string()) }) },
      },
    },
    async (request, reply) => {
      const application = await requireApplication(services, request, standard, 'credential.readonly');
      const read = numbers.safeParse(request.query);
      if (!read.success)
        throw problem('invalid-query', 400, 'limit is 1 to 200, offset a number from 0, since a date with a time and its zone.');
      const { total, ...page } = await listCredentials(services, application, standard, read.data);
      void reply
        .header('x-total-count', total)
        .header('link', linksOf(`${services.settings.url}${base}/credentials`, read.data, total));
      return sent(reply, 200, page);
    },
  );
  app.post(
    `${base}/credentials`,
    { schema: { tags, summary: 'upsertCredential: a credential of another issuer, as JSON or as a compact JWS in text/plain' } },
    async (request, reply) => {
      const application = await requireApplication(services, request, standard, 'credential.upsert');
      const isText = /^text\/plain\b/u.test(request.headers['content-type'] ?? '');
      const body = isText ? String(request.body).trim() : request.body;
      if (!isText && (typeof body !== 'object' || body === null))
        throw problem('badge-unusable', 400, 'The body is no credential.');
      const source = `${application.clientName} (${application.goesTo})`;
      const { came } = await keepBadge(services, application.learnerId, { body, standard, source }, (tx) =>
        noteChange(services, tx, application),
      );
      const status = came === 'new' ? 201 : 200;
      if (isText) return reply.code(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(body);
      return sent(reply, status, body);
    },
  );
  app.get(`${base}/profile`, { schema: { tags, summary: 'getProfile', response: { 200: profile } } }, async (request, reply) =>
    sent(
      reply,
      200,
      await readProfile(services, await requireApplication(services, request, standard, 'profile.readonly'), standard),
    ),
  );
  app.put(
    `${base}/profile`,
    { schema: { tags, summary: 'putProfile: the whole profile; the name stays', body: profileBody, response: { 200: profile } } },
    async (request, reply) => {
      const application = await requireApplication(services, request, standard, 'profile.update');
      return sent(reply, 200, await writeProfile(services, application, standard, request.body));
    },
  );
  const others = { '/credentials': ['PUT', 'PATCH', 'DELETE'], '/profile': ['POST', 'PATCH', 'DELETE'] } as const;
  for (const path of ['/credentials', '/profile'] as const)
    app.route({
      method: [...others[path]],
      url: `${base}${path}`,
      schema: { hide: true },
      config: { csrf: false },
      handler: async () => {
        throw problem('method-not-allowed', 405, 'This address does not take this method.');
      },
    });
}

/** Registration, tokens and their end: called by applications, never by a page of ours. */
function authorizationServer(app: App, services: Services): void {
  const hidden = { schema: { hide: true }, config: { csrf: false } };
  app.get('/.well-known/oauth-authorization-server/badges', { schema: { hide: true } }, (_request, reply) =>
    sent(fromAnywhere(reply), 200, badgeServerMetadata(services)),
  );
  const posts: readonly (readonly [string, (request: FastifyRequest) => Promise<{ status: number; body: unknown }>])[] = [
    [
      '/badges/register',
      async ({ body }) => ({
        status: 201,
        body: await registerClient(services, parsed(registrationBody, body, 'invalid_client_metadata')),
      }),
    ],
    [
      '/badges/token',
      async ({ body, headers }) => ({
        status: 200,
        body: await giveToken(services, headers.authorization, parsed(tokenBody, body)),
      }),
    ],
    [
      '/badges/revoke',
      async ({ body, headers }) => {
        await revokeToken(services, headers.authorization, parsed(revocationBody, body));
        return { status: 200, body: {} };
      },
    ],
  ];
  for (const [path, work] of posts)
    app.post(path, hidden, (request, reply) => {
      void reply.header('pragma', 'no-cache');
      return answerOAuth(fromAnywhere(reply), () => work(request));
    });
}

function parsed<Of>(schema: z.ZodType<Of>, body: unknown, code: OAuthErrorCode = 'invalid_request'): Of {
  const read = schema.safeParse(body ?? {});
  if (!read.success) throw new OAuthError(code, `the body is not as it should be: ${read.error.issues[0]?.path.join('.') ?? ''}`);
  return read.data;
}

function sent(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body);
}

function fromAnywhere(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
}
