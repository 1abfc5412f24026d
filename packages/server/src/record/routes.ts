import { Readable } from 'node:stream';
import { GROUPINGS } from '@recognition/recognition';
import { z } from 'zod';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { pageOf, paging, readCursor } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import { type App, requireLearner, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { reporter } from '../reporting/reporter.ts';
import type { Services } from '../services.ts';
import { dateFault } from './check-row.ts';
import { FILE_CODES } from './file-codes.ts';
import { giveReasonOnce, listImports, recordAfterCheck, seeImport, stopRunning } from './import-actions.ts';
import { startImport } from './import-jobs.ts';
import { progressOf } from './import-progress.ts';
import { type ReportedResult, reportedBy } from './read-queries.ts';
import { rejectFile } from './rejects.ts';
import { importsView, importView, recordView, reportedView } from './schemas.ts';
import { seeRecord, takeRecord } from './see-record.ts';
import { SENTENCES } from './sentences.ts';
import { seeSkills } from './skills.ts';
import { skillsOfRecord } from '../skill/held-schemas.ts';
import { receiveResults } from './spool.ts';

const date = z.string().refine((text) => dateFault(text) === null, 'is not a day of the calendar, year-month-day');
const id = z.object({ id: z.uuid() });
const made = z.object({ id: z.string() });

export const recordRoutes: Routes = (app, services) => {
  addSentences({ ...FILE_CODES, ...SENTENCES });
  learnerRoutes(app, services);
  skillsRoute(app, services);
  providerRoutes(app, services);
  importRoutes(app, services);
  app.register(async (scope) => uploadRoute(scope as App, services));
};

function learnerRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/learners/me/record',
    {
      schema: {
        tags: ['record'],
        summary: 'My record, what it is decided to be worth, and who looked',
        querystring: z.object({ asOf: date.optional() }),
        response: { 200: recordView },
      },
    },
    async (request, reply) => {
      const { acting } = requireLearner(request);
      void reply.header('cache-control', 'no-store');
      return seeRecord(services, acting, request.query.asOf);
    },
  );
  app.get(
    '/api/v1/learners/me/record/export',
    { schema: { tags: ['record'], summary: 'My record as a portable file' } },
    async (request, reply) => {
      const { acting } = requireLearner(request);
      const record = await takeRecord(services, acting);
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="record.json"')
        .type('application/json; charset=utf-8')
        .send(`${JSON.stringify(record, null, 2)}\n`);
    },
  );
}

function skillsRoute(app: App, services: Services): void {
  app.get(
    '/api/v1/learners/me/record/skills',
    {
      schema: {
        tags: ['record'],
        summary:
          'My record read as skills: each with its evidence, the strongest first, how recent it is, its level and who attests it',
        querystring: z.object({ by: z.enum(GROUPINGS).default('kind') }),
        response: { 200: skillsOfRecord },
      },
    },
    async (request, reply) => {
      const { acting } = requireLearner(request);
      void reply.header('cache-control', 'no-store');
      return seeSkills(services, acting, request.query.by);
    },
  );
}

function providerRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/providers/me/results',
    {
      schema: {
        tags: ['results'],
        summary: 'What we reported, newest first',
        querystring: z.object(paging),
        response: { 200: reportedView },
      },
    },
    async (request) => {
      const { acting } = reporter(request);
      const { cursor, limit } = request.query;
      const before = readCursor(cursor, z.tuple([z.int()]))?.[0] ?? null;
      const { rows } = await services.db.as(acting, (tx) => tx.query<ReportedResult>(reportedBy(before, limit + 1)));
      const catalogue = await loadSnapshot(services);
      return pageOf(
        rows,
        limit,
        (row) => ({
          reference: row.reference,
          outcome: catalogue.outcomeById(row.outcome_id)?.public_id ?? '',
          provider: catalogue.organisationById(row.provider_id)?.public_id ?? '',
          date: row.achieved_on,
          result: row.result,
          mode: row.mode,
          status: row.status,
          change: row.kind,
          at: row.at.toISOString(),
        }),
        (row) => [row.event_id],
      );
    },
  );
}

function importRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/results/imports',
    {
      schema: {
        tags: ['results'],
        summary: 'Our imports, newest first',
        querystring: z.object({
          ...paging,
          q: z.string().trim().max(200).optional(),
          state: importView.shape.state.optional(),
          byHand: z.enum(['true', 'false']).optional(),
        }),
        response: { 200: importsView },
      },
    },
    async (request) => {
      const { acting, organisationId } = reporter(request);
      const { cursor, limit, q, state = null, byHand } = request.query;
      const before = readCursor(cursor, z.tuple([z.int()]))?.[0] ?? null;
      const filter = {
        named: q === undefined || q === '' ? null : q,
        state,
        byHand: byHand === undefined ? null : byHand === 'true',
      };
      return pageOf(await listImports(services, acting, organisationId, before, limit, filter), limit, progressOf, (row) => [
        row.batch_id,
      ]);
    },
  );
  app.get(
    '/api/v1/results/imports/:id',
    { schema: { tags: ['results'], summary: 'How an import stands', params: id, response: { 200: importView } } },
    async (request) => progressOf(await seeImport(services, reporter(request).acting, request.params.id)),
  );
  app.get(
    '/api/v1/results/imports/:id/rejects',
    { schema: { tags: ['results'], summary: 'The rejected rows as CSV, to mend and send again', params: id } },
    async (request, reply) => {
      const { acting } = reporter(request);
      const batch = await seeImport(services, acting, request.params.id);
      const pieces = rejectFile((work) => services.db.as(acting, work), batch, request.language);
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="rejects.csv"')
        .type('text/csv; charset=utf-8')
        .send(Readable.from(pieces));
    },
  );
  app.post(
    '/api/v1/results/imports/:id/stop',
    { schema: { tags: ['results'], summary: 'Stop an import; what is recorded stays', params: id, response: { 200: made } } },
    async (request) => {
      await stopRunning(services, reporter(request).acting, request.params.id);
      return { id: request.params.id };
    },
  );
  app.put(
    '/api/v1/results/imports/:id/reason',
    {
      schema: {
        tags: ['results'],
        summary: 'Say once, before a check is recorded, why results are changed by hand; their history keeps it',
        params: id,
        body: z.strictObject({ reason: z.string().trim().min(3).max(300) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await giveReasonOnce(services, reporter(request).acting, request.params.id, request.body.reason);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/results/imports/:id/record',
    { schema: { tags: ['results'], summary: 'Record what a check found ready', params: id, response: { 202: made } } },
    async (request, reply) => {
      await recordAfterCheck(services, reporter(request).acting, request.params.id);
      void startImport(services, request.params.id, (error) => request.log.error({ error: String(error) }, 'import'));
      void reply.code(202);
      return { id: request.params.id };
    },
  );
}

/** In a scope of its own: only here a body is a stream and has no limit of size. */
function uploadRoute(app: App, services: Services): void {
  for (const type of ['text/csv', 'application/x-ndjson', 'application/gzip', 'application/octet-stream']) {
    if (!app.hasContentTypeParser(type)) app.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  }
  app.post(
    '/api/v1/results/imports',
    {
      schema: {
        tags: ['results'],
        summary: 'Report results: CSV or NDJSON, plain or gzip, of any size',
        querystring: z.object({
          dryRun: z.enum(['true', 'false']).default('false'),
          name: z.string().trim().min(1).max(200).default('results'),
        }),
        response: { 202: made },
      },
    },
    async (request, reply) => {
      const from = reporter(request);
      const body: unknown = request.body;
      if (!(body instanceof Readable))
        throw problem('unsupported-media-type', 415, 'Send the file itself, as text/csv or application/x-ndjson.');
      const made = await receiveResults(services, from, body, {
        name: request.query.name,
        dryRun: request.query.dryRun === 'true',
      });
      void startImport(services, made, (error) => request.log.error({ error: String(error) }, 'import'));
      void reply.code(202);
      return { id: made };
    },
  );
}
