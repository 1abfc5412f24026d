import { z } from 'zod';
import { paging } from '../http/paging.ts';
import { type App, requireActor, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { actingAs } from './acting.ts';
import { deviceOf } from './device.ts';
import { linkState, listReviews } from './link-reviews.ts';
import { linkRecord, makeLinkCode, settleReview } from './link.ts';
import { accountOf } from './own.ts';
import { giveSession, openSession, SESSION_SECONDS } from './session.ts';

const holder = z.object({ name: z.string(), email: z.string().nullable(), issuer: z.string(), since: z.string() });
const reviewsView = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        askedAt: z.string(),
        why: z.string(),
        record: z.string(),
        asks: holder,
        holds: holder.nullable(),
        codeFrom: z.string().nullable(),
        settledAt: z.string().nullable(),
        agreed: z.boolean().nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'LinkReviews' });

/** Linking a sign-in to a record: by the person, with a registrar's code; and a steward where two ask for one record. */
export function linkRoutes(app: App, services: Services): void {
  const secure = services.settings.url.startsWith('https:');
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
      const answer = await linkRecord(services, signedIn, request.body);
      // The sessions before do not know of the record and have ended: this browser gets one that does.
      if (answer.state === 'linked') {
        const device = deviceOf(request.headers['user-agent']);
        const token = await services.db.asAccount(async (tx) =>
          openSession(tx, await actingAs(tx, accountOf(signedIn), null, { device, method: 'issuer' }), SESSION_SECONDS),
        );
        giveSession(reply, token, secure);
      }
      return reply.code(201).send(answer);
    },
  );
  app.get(
    '/api/v1/link-requests/mine',
    {
      schema: {
        tags: ['account'],
        summary: 'Whether my sign-in is linked to a record, or waits for a steward',
        response: {
          200: z
            .object({ state: z.enum(['linked', 'in-review', 'none']), askedAt: z.string().nullable() })
            .meta({ id: 'LinkState' }),
        },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return linkState(services, requireActor(request, 'learner'));
    },
  );
  app.get(
    '/api/v1/link-reviews',
    {
      schema: {
        tags: ['account'],
        summary: 'Records that two sign-ins ask for, for a steward to settle',
        querystring: z.object({ ...paging, settled: z.stringbool().default(false) }),
        response: { 200: reviewsView },
      },
    },
    async (request, reply) => {
      requireRole(request, ['steward'], 'steward');
      void reply.header('cache-control', 'no-store');
      return listReviews(services, request.query);
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
