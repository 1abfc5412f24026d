import { z } from 'zod';
import { type App } from '../http/route.ts';
import type { Services } from '../services.ts';
import { giveToken, listClients, makeClient, revokeClient, rotateClient, SCOPES } from './clients.ts';
import { organisationId, requireAdministrator } from './member-routes.ts';

const oneClient = organisationId.extend({ client: z.string().max(60) });
const secretView = z.object({ id: z.string(), secret: z.string() });

const clientsView = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        scopes: z.array(z.string()),
        madeAt: z.string(),
        usedAt: z.string().nullable(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'Clients' });

/** The OAuth 2 clients of an organisation, and their tokens. */
export function clientRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/organisations/:id/clients',
    {
      schema: {
        tags: ['account'],
        summary: 'The clients of our systems',
        params: organisationId,
        response: { 200: clientsView },
      },
    },
    async (request) => {
      const { organisationId: at } = requireAdministrator(request, request.params.id);
      return { items: await listClients(services, at), next: null };
    },
  );
  app.post(
    '/api/v1/organisations/:id/clients',
    {
      schema: {
        tags: ['account'],
        summary: 'Make a client for a system of ours; its secret is shown once',
        params: organisationId,
        body: z.strictObject({ name: z.string().trim().min(1).max(100), scopes: z.array(z.enum(SCOPES)).min(1) }),
        response: { 201: secretView },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await makeClient(services, requireAdministrator(request, request.params.id), request.body)),
  );
  app.post(
    '/api/v1/organisations/:id/clients/:client/rotation',
    {
      schema: {
        tags: ['account'],
        summary: 'A new secret; the old one and its tokens end',
        params: oneClient,
        response: { 200: secretView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return rotateClient(services, requireAdministrator(request, request.params.id), request.params.client);
    },
  );
  app.delete(
    '/api/v1/organisations/:id/clients/:client',
    { schema: { tags: ['account'], summary: 'End a client and its tokens', params: oneClient, response: { 204: z.null() } } },
    async (request, reply) => {
      await revokeClient(services, requireAdministrator(request, request.params.id), request.params.client);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/oauth/token',
    {
      config: { csrf: false },
      schema: {
        tags: ['account'],
        summary: 'An access token for a client (OAuth 2, client_credentials)',
        consumes: ['application/x-www-form-urlencoded'],
        body: z.looseObject({
          grant_type: z.string().optional(),
          scope: z.string().max(500).optional(),
          client_id: z.string().max(100).optional(),
          client_secret: z.string().max(200).optional(),
        }),
        response: {
          200: z.object({
            access_token: z.string(),
            token_type: z.literal('Bearer'),
            expires_in: z.number().int(),
            scope: z.string(),
          }),
          400: z.object({ error: z.string() }),
          401: z.object({ error: z.string() }),
        },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const answer = await giveToken(services, request.headers.authorization, request.body);
      if (!('error' in answer)) return answer;
      if (answer.error !== 'invalid_client') return reply.code(400).send(answer);
      return reply.code(401).header('www-authenticate', 'Basic realm="clients"').send(answer);
    },
  );
}
