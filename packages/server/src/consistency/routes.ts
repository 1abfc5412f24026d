import type { FastifyRequest } from 'fastify';
import { requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { staff } from '../offering/routes.ts';
import { consistencyCsv } from './export.ts';
import { listConsistency } from './list.ts';
import { sayTeaching, takeTeachingBack } from './say.ts';
import { consistencyPage, consistencyView, lineageParams, listQuery, teachingBody } from './schemas.ts';
import { CONSISTENCY_SENTENCES } from './sentences.ts';
import { showConsistency } from './view.ts';

const tags = ['consistency'];

/** One outcome that several providers teach: where they differ, and what each says of its teaching. */
export const consistencyRoutes: Routes = (app, services) => {
  addSentences(CONSISTENCY_SENTENCES);
  app.get(
    '/api/v1/consistency',
    {
      schema: {
        tags,
        summary: 'Outcomes that several providers teach: a developer’s own, a provider’s own, or for a steward all',
        querystring: listQuery,
        response: { 200: consistencyPage },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return listConsistency(services, reader(request), request.query);
    },
  );
  app.get(
    '/api/v1/consistency/:lineage',
    {
      schema: {
        tags,
        summary: 'One outcome, provider by provider; a provider sees itself beside all others together',
        params: lineageParams,
        response: { 200: consistencyView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return showConsistency(services, reader(request), request.params.lineage);
    },
  );
  app.get(
    '/api/v1/consistency/:lineage/export',
    { schema: { tags, summary: 'The same as CSV', params: lineageParams } },
    async (request, reply) => {
      const view = await showConsistency(services, reader(request), request.params.lineage);
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="consistency.csv"')
        .type('text/csv; charset=utf-8')
        .send(consistencyCsv(view));
    },
  );
  app.put(
    '/api/v1/providers/me/teaching/:lineage',
    {
      schema: {
        tags,
        summary: 'Say how you assess an outcome and what your teaching leads to; in place of what you said before',
        params: lineageParams,
        body: teachingBody,
        response: { 200: consistencyView },
      },
    },
    async (request) => {
      const by = staff(request);
      await sayTeaching(services, by, request.params.lineage, request.body);
      return showConsistency(services, by, request.params.lineage);
    },
  );
  app.delete(
    '/api/v1/providers/me/teaching/:lineage',
    { schema: { tags, summary: 'Take back what you said of your teaching', params: lineageParams } },
    async (request, reply) => {
      await takeTeachingBack(services, staff(request), request.params.lineage);
      return reply.code(204).send();
    },
  );
};

function reader(request: FastifyRequest): SignedIn {
  return requireRole(
    request,
    ['developer', 'steward', 'provider'],
    'developer',
    'steward',
    'reader',
    'administrator',
    'registrar',
    'assessor',
  );
}
