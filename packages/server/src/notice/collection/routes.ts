import { z } from 'zod';
import { problem } from '../../http/problem.ts';
import { type App, requireInPerson, requireRole } from '../../http/route.ts';
import { aliasSet } from '../../identity/index.ts';
import type { Services } from '../../services.ts';
import { attest, collectionsOf, owedByProvider } from './queries.ts';

const owed = z
  .object({
    items: z.array(z.object({ id: z.string(), name: z.string(), count: z.number().int(), oldest: z.string() })),
    next: z.null(),
  })
  .meta({ id: 'UndeliveredCollections' });
const collections = z
  .object({
    items: z.array(z.object({ name: z.string(), collectedOn: z.string(), told: z.enum(['seen', 'by-provider']).nullable() })),
    next: z.null(),
  })
  .meta({ id: 'Collections' });

/** IPP 3A: from whom we hold information about a person, and whether they were told. */
export function collectionRoutes(app: App, services: Services): void {
  const { db, clock } = services;
  app.get(
    '/api/v1/learners/me/collections',
    {
      schema: {
        tags: ['notice'],
        summary: 'From whom you have information about me',
        response: { 200: collections },
      },
    },
    async (request, reply) => {
      const learner = requireInPerson(request);
      const learnerIds = await aliasSet(services, learner.learnerId);
      void reply.header('cache-control', 'no-store');
      return { items: [...(await db.asBatch((tx) => collectionsOf(tx, learnerIds)))], next: null };
    },
  );
  app.get(
    '/api/v1/collections/undelivered',
    {
      schema: {
        tags: ['notice'],
        summary: 'Providers whose learners were not told yet that we hold information about them',
        response: { 200: owed },
      },
    },
    async (request) => {
      const signedIn = requireRole(request, ['steward', 'provider'], 'steward', 'administrator', 'registrar');
      const own = signedIn.kind === 'steward' ? null : (signedIn.organisationId ?? 0);
      return { items: [...(await db.asBatch((tx) => owedByProvider(tx, own)))], next: null };
    },
  );
  app.post(
    '/api/v1/collections/attestations',
    {
      schema: {
        tags: ['notice'],
        summary: 'A provider attests that it told everybody whom it reported up to a day',
        body: z.strictObject({ said: z.string().trim().min(1).max(2000), until: z.iso.date() }),
        response: { 201: z.object({ told: z.number().int() }) },
      },
    },
    async (request, reply) => {
      const signedIn = requireRole(request, ['provider'], 'administrator', 'registrar');
      const { organisationId, accountId } = signedIn;
      if (organisationId === null || accountId === null) throw problem('role-needed', 403, 'Only a person can attest this.');
      const { said: text, until } = request.body;
      if (until > clock.today()) throw problem('day-to-come', 422, 'Nobody can attest for a day that is still to come.');
      const told = await db.asBatch((tx) => attest(tx, { organisationId, text, until, by: accountId, at: clock.now() }));
      return reply.code(201).send({ told });
    },
  );
}
