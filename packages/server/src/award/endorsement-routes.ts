import { z } from 'zod';
import { type App, requireRole } from '../http/route.ts';
import type { Services } from '../services.ts';
import { endorseOutcome, endorseProvider, listEndorsements, withdrawEndorsement } from './endorsement.ts';

const tags = ['Endorsements'];
const organisation = z.object({ id: z.string().max(100) });
const outcome = z.object({ code: z.string().max(100), version: z.coerce.number().int().min(1).max(9_999_999) });
const view = z.object({ id: z.string(), credential: z.unknown() });
const list = z.object({ items: z.array(view).readonly() });

/** Endorsements of providers and outcomes: made and withdrawn by who may, read by anyone. */
export function endorsementRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/organisations/:id/endorsements',
    { schema: { tags, summary: 'The endorsements of a provider', params: organisation, response: { 200: list } } },
    async (request) => ({ items: await listEndorsements(services, 'provider', request.params.id) }),
  );

  app.post(
    '/api/v1/organisations/:id/endorsements',
    {
      schema: {
        tags,
        summary: 'Endorse a provider, as the authority',
        params: organisation,
        body: z.object({ comment: z.string().trim().min(1).max(2000) }),
        response: { 201: view },
      },
    },
    async (request, reply) => {
      const steward = requireRole(request, ['steward'], 'steward', 'administrator');
      return reply.code(201).send(await endorseProvider(services, steward, request.params.id, request.body.comment));
    },
  );

  app.get(
    '/api/v1/outcomes/:code/:version/endorsements',
    { schema: { tags, summary: 'The endorsements of an outcome', params: outcome, response: { 200: list } } },
    async (request) => {
      const { code, version } = request.params;
      return { items: await listEndorsements(services, 'outcome', `${code}/${version}`) };
    },
  );

  app.post(
    '/api/v1/outcomes/:code/:version/endorsements',
    {
      schema: {
        tags,
        summary: 'Endorse an outcome with a credential that your organisation signed',
        params: outcome,
        body: z.object({ credential: z.record(z.string(), z.unknown()) }),
        response: { 201: view },
      },
    },
    async (request, reply) => {
      const developer = requireRole(request, ['developer'], 'developer', 'administrator');
      return reply.code(201).send(await endorseOutcome(services, developer, request.params, request.body.credential));
    },
  );

  app.delete(
    '/api/v1/endorsements/:id',
    { schema: { tags, summary: 'Withdraw an endorsement', params: z.object({ id: z.uuid() }), response: { 204: z.null() } } },
    async (request, reply) => {
      const steward = requireRole(request, ['steward'], 'steward', 'administrator');
      await withdrawEndorsement(services, steward, request.params.id);
      return reply.code(204).send(null);
    },
  );
}
