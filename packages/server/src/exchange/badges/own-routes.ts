import { z } from 'zod';
import { type App, requireAct, requireLearner } from '../../http/route.ts';
import type { Services } from '../../services.ts';
import { listApplications, withdrawApplication } from './consent.ts';
import { dropHeld, listHeld } from './held.ts';
import { applicationList, heldList, idParams, made, visitBody, visitView } from './schemas.ts';
import { beginVisit } from './visit.ts';

const tags = ['sharing'];

/** What a learner sees and ends: the applications that she let in, and what she holds of other issuers. */
export function ownRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/learners/me/applications',
    {
      schema: {
        tags,
        summary: 'The applications that I let read or add badges, and what they did',
        response: { 200: applicationList },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return listApplications(services, requireAct(request, 'share'));
    },
  );
  app.post(
    '/api/v1/learners/me/applications/:id/withdrawal',
    { schema: { tags, summary: 'End what an application may, at once', params: idParams, response: { 200: made } } },
    async (request) => ({ id: await withdrawApplication(services, requireAct(request, 'share'), request.params.id) }),
  );
  app.get(
    '/api/v1/learners/me/badges',
    { schema: { tags, summary: 'Badges and records of other issuers that I hold here', response: { 200: heldList } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return listHeld(services, requireLearner(request));
    },
  );
  app.delete(
    '/api/v1/learners/me/badges/:id',
    { schema: { tags, summary: 'Remove one of them', params: idParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await dropHeld(services, requireAct(request, 'share'), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/learners/me/badges/visits',
    {
      schema: {
        tags,
        summary: 'Begin to bring my badges from another host: the address to agree at there',
        body: visitBody,
        response: { 201: visitView },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ location: await beginVisit(services, requireAct(request, 'share'), request.body.host) }),
  );
}
