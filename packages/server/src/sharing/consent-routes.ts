import type { FastifyRequest } from 'fastify';
import { requireAge } from '../delegation/authority.ts';
import { problem } from '../http/problem.ts';
import { type App, requireAct, requireActor, type SignedIn } from '../http/route.ts';
import type { Services } from '../services.ts';
import { grantConsent, listConsents, withdrawConsent } from './consent.ts';
import { readUnderConsent, receivedConsents } from './read-under-consent.ts';
import { consentBody, consentList, idParams, made, readingBody, readingView, receivedConsents as received } from './schemas.ts';

const tags = ['sharing'];

/** Consents, as the learner gives and ends them, and as the organisation reads under them. */
export function consentRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/learners/me/consents',
    { schema: { tags, summary: 'Whom I let read what, and when they read', response: { 200: consentList } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return listConsents(services, requireAct(request, 'share'));
    },
  );
  app.post(
    '/api/v1/learners/me/consents',
    {
      schema: {
        tags,
        summary: 'Let an organisation read a category of my record: live, once, or until a day',
        body: consentBody,
        response: { 201: made },
      },
    },
    async (request, reply) => {
      void reply.code(201);
      const learner = requireAct(request, 'share');
      await requireAge(services, learner, 'share');
      return { id: await grantConsent(services, learner, request.body) };
    },
  );
  app.post(
    '/api/v1/learners/me/consents/:id/withdrawal',
    { schema: { tags, summary: 'End a consent at once', params: idParams, response: { 200: made } } },
    async (request) => ({ id: await withdrawConsent(services, requireAct(request, 'share'), request.params.id) }),
  );
  app.get(
    '/api/v1/consents',
    { schema: { tags, summary: 'What learners let our organisation read', response: { 200: received } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return receivedConsents(services, reader(request));
    },
  );
  app.post(
    '/api/v1/consents/:id/reading',
    {
      schema: {
        tags,
        summary: 'Read under a consent, for a purpose that the learner sees',
        params: idParams,
        body: readingBody,
        response: { 200: readingView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return readUnderConsent(services, reader(request), request.params.id, request.body.purpose);
    },
  );
}

/** Staff of a provider or an employer. */
function reader(request: FastifyRequest): SignedIn & { readonly organisationId: number } {
  const signedIn = requireActor(request, 'provider', 'employer');
  if (signedIn.organisationId === null) throw problem('role-needed', 403, 'This needs an organisation.');
  return { ...signedIn, organisationId: signedIn.organisationId };
}
