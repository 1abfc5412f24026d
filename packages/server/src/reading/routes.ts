import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problem } from '../http/problem.ts';
import { type App, requireAct, requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { endReadingCodes, makeReadingCode } from './code.ts';
import { readForPurpose } from './read-for-purpose.ts';
import { codeBody, codeView, readingBody, readingView } from './schemas.ts';
import { SENTENCES } from './sentences.ts';

const tags = ['record'];
const CODES = '/api/v1/learners/me/reading-codes';

export const readingRoutes: Routes = (app, services) => {
  addSentences(SENTENCES);
  readerRoutes(app, services);
  learnerRoutes(app, services);
};

function readerRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/providers/me/readings',
    {
      schema: {
        tags,
        summary: 'Read the record of a learner we know, for a purpose that the learner will see',
        body: readingBody,
        response: { 200: readingView },
      },
    },
    async (request, reply) => {
      const { reason, purpose, ...whose } = request.body;
      if (reason === 'other' && purpose.length < 3)
        throw problem('purpose-needed', 422, 'Say in a few words what the record is read for.');
      void reply.header('cache-control', 'no-store');
      return readForPurpose(services, reader(request), whose, { reason, purpose });
    },
  );
}

function learnerRoutes(app: App, services: Services): void {
  app.post(
    CODES,
    {
      schema: {
        tags,
        summary: 'A code for who may read my record, for half an hour',
        body: codeBody,
        response: { 201: codeView },
      },
    },
    async (request, reply) => {
      const { acting, learnerId } = requireAct(request, 'share');
      void reply.code(201).header('cache-control', 'no-store');
      return makeReadingCode(services, acting, learnerId, request.body.uses);
    },
  );
  app.delete(CODES, { schema: { tags, summary: 'End my codes', response: { 204: z.null() } } }, async (request, reply) => {
    await endReadingCodes(services, requireAct(request, 'share').acting);
    return reply.code(204).send(null);
  });
}

/** A provider's registrar or administrator, or a system of theirs that may read records. */
function reader(request: FastifyRequest): SignedIn & { readonly organisationId: number } {
  const signedIn = requireRole(request, ['provider'], 'registrar', 'administrator', 'record:read');
  if (signedIn.organisationId === null) throw problem('role-needed', 403, 'This needs an organisation.');
  return { ...signedIn, organisationId: signedIn.organisationId };
}
