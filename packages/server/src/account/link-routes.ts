import { z } from 'zod';
import { type App, requireActor, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { linkRecord, makeLinkCode, settleReview } from './link.ts';

export function linkRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/link-requests',
    {
      schema: {
        tags: ['account'],
        summary: 'Link my sign-in to my record with a one-time code from a provider',
        body: z.strictObject({ nsn: z.string().regex(/^\d{9,10}$/), dateOfBirth: z.iso.date(), code: z.string().min(8).max(40) }),
        response: { 201: z.object({ id: z.string(), state: z.enum(['linked', 'in-review']) }) },
      },
    },
    async (request, reply) => {
      const signedIn = requireActor(request, 'learner');
      return reply.code(201).send(await linkRecord(services, signedIn, request.body));
    },
  );
  app.post(
    '/api/v1/link-codes',
    {
      schema: {
        tags: ['account'],
        summary: 'A one-time code for a learner whom a provider knows',
        body: z.strictObject({
          nsn: z.string().regex(/^\d{9,10}$/),
          familyName: z.string().max(300),
          givenNames: z.string().max(300),
          dateOfBirth: z.iso.date(),
        }),
        response: { 201: z.object({ code: z.string(), expiresAt: z.string() }) },
      },
    },
    async (request, reply) => {
      const signedIn = requireRole(request, ['provider'], 'registrar', 'administrator');
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await makeLinkCode(services, signedIn, request.body));
    },
  );
  app.post(
    '/api/v1/link-reviews/:id/answer',
    {
      schema: {
        tags: ['account'],
        summary: 'A steward settles who a record belongs to',
        params: z.object({ id: z.coerce.number().int().positive() }),
        body: z.strictObject({ agreed: z.boolean() }),
        response: { 200: z.object({ id: z.string() }) },
      },
    },
    async (request) =>
      settleReview(services, requireRole(request, ['steward'], 'steward'), request.params.id, request.body.agreed),
  );
}
