import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type App, requireActor, type SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { changeOwnAccount, endElsewhere, endOneSession, listOwnSessions, readOwnAccount } from './own.ts';
import { rememberTheme } from './theme.ts';

const accountView = z
  .object({
    name: z.string(),
    language: z.enum(['en', 'mi']),
    theme: z.enum(['light', 'dark', 'device']),
    mail: z.object({
      address: z.string().nullable(),
      verified: z.boolean(),
      wanted: z.boolean(),
      suggested: z.string().nullable(),
    }),
    organisations: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()), current: z.boolean() })),
  })
  .meta({ id: 'Account' });
const sessionsView = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        device: z.string(),
        method: z.enum(['issuer', 'passkey', 'client']),
        organisation: z.string().nullable(),
        since: z.string(),
        lastUsed: z.string(),
        current: z.boolean(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'Sessions' });

/** Whoever is signed in as a person, in whatever role. */
export function requirePerson(request: FastifyRequest): SignedIn {
  return requireActor(request, 'learner', 'provider', 'developer', 'employer', 'steward');
}

/** A person's own account: what it holds, how pages look to them, where they are signed in. */
export function ownRoutes(app: App, services: Services): void {
  const secure = services.settings.url.startsWith('https:');
  app.get(
    '/api/v1/account',
    { schema: { tags: ['account'], summary: 'My account', response: { 200: accountView } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return readOwnAccount(services, requirePerson(request));
    },
  );
  app.patch(
    '/api/v1/account',
    {
      schema: {
        tags: ['account'],
        summary: 'Change my language, my theme, and whether notices come by mail',
        body: z.strictObject({
          language: z.enum(['en', 'mi']).optional(),
          theme: z.enum(['light', 'dark', 'device']).optional(),
          mailWanted: z.boolean().optional(),
        }),
        response: { 200: accountView },
      },
    },
    async (request, reply) => {
      const { theme } = request.body;
      const account = await changeOwnAccount(services, requirePerson(request), request.body);
      if (theme !== undefined) rememberTheme(reply, theme === 'device' ? null : theme, secure);
      return account;
    },
  );
  app.get(
    '/api/v1/account/sessions',
    { schema: { tags: ['account'], summary: 'Where I am signed in', response: { 200: sessionsView } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return { items: await listOwnSessions(services, requirePerson(request)), next: null };
    },
  );
  app.delete(
    '/api/v1/account/sessions/:id',
    {
      schema: {
        tags: ['account'],
        summary: 'End one of my sessions, at once',
        params: z.object({ id: z.coerce.number().int().positive() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await endOneSession(services, requirePerson(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/account/sessions/end-others',
    {
      schema: {
        tags: ['account'],
        summary: 'End every session of mine but this one',
        response: { 200: z.object({ ended: z.number().int() }) },
      },
    },
    async (request) => endElsewhere(services, requirePerson(request)),
  );
}
