import { Readable } from 'node:stream';
import { z } from 'zod';
import { type App, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { REJECT_CODES } from '../record/reject-codes.ts';
import type { Services } from '../services.ts';
import { catalogueFacts } from './catalogue-facts.ts';
import { exportOwn } from './export-own.ts';
import { keepMapping, readMapping } from './mapping.ts';
import { ownHistory, searchOwn } from './own-results.ts';
import { reporter, resultsReader } from './reporter.ts';
import {
  exportQuery,
  factsBody,
  factsView,
  historyBody,
  historyView,
  mappingBody,
  mappingView,
  ownView,
  reasonsView,
  searchBody,
} from './schemas.ts';
import { SENTENCES } from './sentences.ts';

const tags = ['results'];

export const reportingRoutes: Routes = (app, services) => {
  addSentences(SENTENCES);
  previewRoutes(app, services);
  ownRoutes(app, services);
};

/** What a browser needs to check a file before it is sent. */
function previewRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/results/mapping',
    { schema: { tags, summary: 'How our columns were read before', response: { 200: mappingView } } },
    async (request) => readMapping(services, reporter(request)),
  );
  app.put(
    '/api/v1/results/mapping',
    { schema: { tags, summary: 'Remember how our columns are read', body: mappingBody, response: { 204: z.null() } } },
    async (request, reply) => {
      await keepMapping(services, reporter(request), request.body);
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/v1/results/reasons',
    { schema: { tags, summary: 'Every reason why a row may be rejected, and what mends it', response: { 200: reasonsView } } },
    async (request, reply) => {
      resultsReader(request);
      void reply.header('cache-control', 'private, max-age=3600');
      return { items: Object.entries(REJECT_CODES).map(([code, { message, fix }]) => ({ code, message, fix })) };
    },
  );
  app.post(
    '/api/v1/results/catalogue-facts',
    {
      schema: {
        tags,
        summary: 'What the catalogue knows of these codes, and when we may assess them',
        body: factsBody,
        response: { 200: factsView },
      },
    },
    async (request) => ({
      items: await catalogueFacts(services, reporter(request).organisationId, request.body.codes),
    }),
  );
}

/** What a provider reported, found again, followed back, taken out. What names a person is in the body, never in the address. */
function ownRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/providers/me/results/searches',
    {
      schema: {
        tags,
        summary: 'Our own results by the beginning of a reference, or of a learner by NSN and birth date',
        body: searchBody,
        response: { 200: ownView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return { items: await searchOwn(services, resultsReader(request), request.body) };
    },
  );
  app.post(
    '/api/v1/providers/me/results/histories',
    { schema: { tags, summary: 'All that happened to one of our results', body: historyBody, response: { 200: historyView } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return { items: await ownHistory(services, resultsReader(request), request.body) };
    },
  );
  app.get(
    '/api/v1/providers/me/results/export',
    { schema: { tags, summary: 'All that we reported as it stands, as CSV', querystring: exportQuery } },
    async (request, reply) => {
      const by = resultsReader(request);
      const { from = null, to = null } = request.query;
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="results.csv"')
        .type('text/csv; charset=utf-8')
        .send(Readable.from(exportOwn(services, by, { from, to })));
    },
  );
}
