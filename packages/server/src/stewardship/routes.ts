import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { awardSearch, searchOf } from '../award/schemas.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { pageOf, readCursor } from '../http/paging.ts';
import { type App, requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { awardsCsv, disputesCsv, importsCsv, numbersCsv, organisationsCsv } from './exports.ts';
import { importsPage } from './import-queries.ts';
import { importView } from './import-view.ts';
import { numbersOf, todayOf } from './numbers.ts';
import { policyTables, serviceParameters } from './policies.ts';
import { openReviews } from './review-queries.ts';
import {
  importSearch,
  importsView,
  numbersView,
  page,
  period,
  policiesView,
  reviewsView,
  tableParams,
  todayView,
} from './schemas.ts';
import { STEWARDSHIP_SENTENCES } from './sentences.ts';

const tags = ['stewardship'];

/** What happened today, what needs a decision; numbers, policies, and every list as CSV. */
export const stewardshipRoutes: Routes = (app, services) => {
  addSentences(STEWARDSHIP_SENTENCES);
  readingRoutes(app, services);
  exportRoutes(app, services);
};

function steward(request: FastifyRequest): SignedIn {
  return requireRole(request, ['steward'], 'steward', 'administrator', 'reader');
}

function readingRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/stewardship/today',
    { schema: { tags, summary: 'What happened today, and what waits for a decision', response: { 200: todayView } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return todayOf(services, steward(request));
    },
  );
  app.get(
    '/api/v1/stewardship/numbers',
    {
      schema: {
        tags,
        summary: 'The numbers of a period; none is small enough to tell of a person',
        querystring: period,
        response: { 200: numbersView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return numbersOf(services, steward(request), request.query);
    },
  );
  app.get(
    '/api/v1/stewardship/reviews',
    {
      schema: {
        tags,
        summary: 'What was asked about awards and waits for a second person, the oldest first',
        querystring: page,
        response: { 200: reviewsView },
      },
    },
    async (request) => {
      const { acting, accountId } = steward(request);
      const { cursor, limit } = request.query;
      const after = readCursor(cursor, z.tuple([z.int()]))?.[0] ?? null;
      const rows = await services.db.as(acting, (tx) => openReviews(tx, after, limit + 1));
      return pageOf(
        rows,
        limit,
        ({ kind, award, reason, askedAt, askedBy }) => ({
          kind,
          award,
          reason,
          askedAt: askedAt.toISOString(),
          mine: askedBy === accountId,
        }),
        ({ requestId }) => [requestId],
      );
    },
  );
  app.get(
    '/api/v1/stewardship/imports',
    {
      schema: {
        tags,
        summary: 'Imports of results, the newest first: whose and how many, never their rows',
        querystring: importSearch.extend(page.shape),
        response: { 200: importsView },
      },
    },
    async (request) => {
      const { acting } = steward(request);
      const { cursor, limit, provider = null, id = null } = request.query;
      const before = readCursor(cursor, z.tuple([z.int()]))?.[0] ?? null;
      const catalogue = await loadSnapshot(services);
      const rows = await services.db.as(acting, (tx) => importsPage(tx, { provider, id }, before, limit + 1));
      return pageOf(
        rows,
        limit,
        (row) => importView(catalogue, row),
        ({ batchId }) => [batchId],
      );
    },
  );
  app.get(
    '/api/v1/policies',
    { schema: { tags, summary: 'The policies, their versions side by side', response: { 200: policiesView } } },
    async () => ({ awards: policyTables(), service: serviceParameters() }),
  );
}

function exportRoutes(app: App, services: Services): void {
  const send = (reply: FastifyReply, name: string, content: Readable): FastifyReply =>
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(content);
  app.get(
    '/api/v1/stewardship/exports/organisations',
    { schema: { tags, summary: 'Every organisation as CSV' } },
    async (request, reply) => send(reply, 'organisations', organisationsCsv(services, steward(request))),
  );
  app.get(
    '/api/v1/stewardship/exports/awards',
    { schema: { tags, summary: 'The awards that are looked for, as CSV', querystring: awardSearch } },
    async (request, reply) => send(reply, 'awards', awardsCsv(services, steward(request), searchOf(request.query))),
  );
  app.get(
    '/api/v1/stewardship/exports/imports',
    { schema: { tags, summary: 'Imports as CSV', querystring: importSearch } },
    async (request, reply) => {
      const { provider = null, id = null } = request.query;
      return send(reply, 'imports', importsCsv(services, await loadSnapshot(services), steward(request), { provider, id }));
    },
  );
  app.get('/api/v1/stewardship/exports/disputes', { schema: { tags, summary: 'Every dispute as CSV' } }, async (request, reply) =>
    send(reply, 'disputes', disputesCsv(services, steward(request))),
  );
  app.get(
    '/api/v1/stewardship/exports/numbers/:table',
    { schema: { tags, summary: 'One table of the numbers as CSV', params: tableParams, querystring: period } },
    async (request, reply) => {
      const { table } = request.params;
      return send(reply, table, await numbersCsv(services, steward(request), table, request.query));
    },
  );
}
