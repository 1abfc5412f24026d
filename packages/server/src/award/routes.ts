import { z } from 'zod';
import { pageOf, readCursor } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import { type App, requireAct, requireActor, requireLearner, requireRole, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { batchRoutes } from './batch-routes.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { claimAward } from './claim.ts';
import { claimMade } from './claim-made.ts';
import { claimableAwards } from './claimable.ts';
import { decideAgain } from './decide-again.ts';
import { CREDENTIAL_TYPE } from './formats.ts';
import { didDocument } from './issuer.ts';
import { listenToRecord } from './listen.ts';
import { endorsementRoutes } from './endorsement-routes.ts';
import { formatRoutes } from './format-routes.ts';
import { awardsPage } from './queries.ts';
import { answerForAward, askReview, type ReviewKind, settleReview } from './review.ts';
import {
  agreement,
  awardView,
  claimableView,
  claimBody,
  decidedAgainView,
  idParams,
  listQuery,
  listView,
  made,
  reasonBody,
  searchOf,
  textBody,
  traceView,
  verificationAnswer,
} from './schemas.ts';
import { AWARD_SENTENCES } from './sentences.ts';
import { publishedStatusList, STATUS_TTL_SECONDS } from './status.ts';
import { trustBundle } from './trust-bundle.ts';
import { verifyForPublic } from './verification.ts';
import { awardTrace, summaryOf, viewAward } from './view.ts';
import { withdrawAward } from './withdraw.ts';

const tags = ['Awards'];

export const awardRoutes: Routes = (app, services) => {
  addSentences(AWARD_SENTENCES);
  listenToRecord();
  learnerRoutes(app, services);
  reviewRoutes(app, services);
  batchRoutes(app, services);
  bulkRoutes(app, services);
  endorsementRoutes(app, services);
  formatRoutes(app, services);
  publicRoutes(app, services);
};

function learnerRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/awards',
    { schema: { tags, summary: 'Claim an award on selected achievements', body: claimBody, response: { 201: awardView } } },
    async (request, reply) => {
      const learner = requireAct(request, 'claim');
      const { supersedes, ...claim } = request.body;
      const instead = supersedes === undefined ? {} : { supersedes };
      const { id } =
        'framework' in claim
          ? await claimMade(services, learner, { ...claim, ...instead })
          : await claimAward(services, learner, { ...claim, ...instead });
      return reply.code(201).send(await viewAward(services, learner, id));
    },
  );

  app.get(
    '/api/v1/learners/me/claimable-awards',
    {
      schema: {
        tags,
        summary:
          'Awards made of named parts that my record makes, or lacks one part of: what is held, why, and what can be claimed',
        response: { 200: claimableView },
      },
    },
    async (request, reply) => {
      const learner = requireLearner(request);
      void reply.header('cache-control', 'no-store');
      return claimableView.parse({ asOf: services.clock.today(), items: await claimableAwards(services, learner) });
    },
  );

  app.get(
    '/api/v1/awards/:id',
    { schema: { tags, summary: 'An award, for its owner and stewards', params: idParams, response: { 200: awardView } } },
    async (request) => viewAward(services, requireActor(request, 'learner', 'steward'), request.params.id),
  );

  app.post(
    '/api/v1/awards/:id/withdrawal',
    {
      schema: {
        tags,
        summary: 'Give an award back; its learning is free again',
        params: idParams,
        body: reasonBody,
        response: { 200: made },
      },
    },
    async (request) => withdrawAward(services, requireAct(request, 'claim'), request.params.id, request.body.reason),
  );

  app.post(
    '/api/v1/awards/:id/answer',
    { schema: { tags, summary: 'Answer for a suspended award', params: idParams, body: textBody, response: { 200: made } } },
    async (request) => answerForAward(services, requireAct(request, 'claim'), request.params.id, request.body.text),
  );
}

function reviewRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/awards',
    {
      schema: {
        tags,
        summary: 'Every award, or those that are looked for, the newest first, for stewards',
        querystring: listQuery,
        response: { 200: listView },
      },
    },
    async (request) => {
      const { acting } = requireRole(request, ['steward'], 'steward', 'administrator', 'reader');
      const { cursor, limit } = request.query;
      const before = readCursor(cursor, z.tuple([z.int()]))?.[0] ?? null;
      const rows = await services.db.as(acting, (tx) => awardsPage(tx, searchOf(request.query), before, limit + 1));
      return pageOf(rows, limit, summaryOf, ({ awardId }) => [awardId]);
    },
  );

  app.get(
    '/api/v1/awards/:id/trace',
    {
      schema: {
        tags,
        summary: 'The decision of an award and all that happened to it',
        params: idParams,
        response: { 200: traceView },
      },
    },
    async (request) => {
      const { events, ...decision } = await awardTrace(services, requireActor(request, 'learner', 'steward'), request.params.id);
      return { ...decision, events: events.map((event) => ({ ...event, at: event.at.toISOString() })) };
    },
  );

  app.get(
    '/api/v1/awards/:id/decided-again',
    {
      schema: {
        tags,
        summary: 'Decide an award again from what it keeps, and compare',
        params: idParams,
        response: { 200: decidedAgainView },
      },
    },
    async (request) => decideAgain(services, requireActor(request, 'learner', 'steward'), request.params.id),
  );

  const reviews: readonly (readonly [string, ReviewKind, string])[] = [
    ['revocation', 'revoke-award', 'the revocation of an award'],
    ['restoration', 'restore-award', 'the restoration of a suspended award'],
  ];
  for (const [path, kind, what] of reviews) {
    app.post(
      `/api/v1/awards/:id/${path}`,
      { schema: { tags, summary: `Ask for ${what}`, params: idParams, body: reasonBody, response: { 202: made } } },
      async (request, reply) => {
        const steward = requireRole(request, ['steward'], 'steward', 'administrator');
        return reply.code(202).send(await askReview(services, steward, kind, request.params.id, request.body.reason));
      },
    );
    app.post(
      `/api/v1/awards/:id/${path}/agreement`,
      {
        schema: {
          tags,
          summary: `Settle ${what}, as another person`,
          params: idParams,
          body: agreement,
          response: { 200: made },
        },
      },
      async (request) =>
        settleReview(
          services,
          requireRole(request, ['steward'], 'steward', 'administrator'),
          kind,
          request.params.id,
          request.body.agreed,
        ),
    );
  }
}

function publicRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/credentials/verification',
    {
      schema: {
        tags: ['Verification'],
        summary: 'Verify a credential',
        body: z.object({ credential: z.union([z.string(), z.record(z.string(), z.unknown())]) }),
        response: { 200: verificationAnswer },
      },
    },
    async (request) => verifyForPublic(services, request.body.credential),
  );

  const path = new URL(services.settings.url).pathname.replace(/\/$/u, '');
  for (const address of new Set(['/.well-known/did.json', '/did.json', `${path}/did.json`])) {
    app.get(address, { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type('application/did+ld+json')
        .header('cache-control', 'public, max-age=300')
        .send(JSON.stringify(await didDocument(services))),
    );
  }

  app.get(
    '/api/v1/trusted-issuers',
    {
      schema: {
        tags: ['Verification'],
        summary:
          'The issuers that this authority recognises, with their keys and status lists, as one signed list for use offline',
      },
    },
    async (_request, reply) =>
      reply
        .type('application/trusted-issuers+jwt')
        .header('cache-control', 'public, max-age=300')
        .send(await trustBundle(services)),
  );

  app.get(
    '/status/:list',
    { schema: { hide: true, params: z.object({ list: z.string().regex(/^[0-9a-f]{32}$/u) }) } },
    async (request, reply) => {
      const found = await publishedStatusList(services, request.params.list);
      if (found === null) throw problem('not-found', 404, 'There is no such status list.');
      reply.header('cache-control', `public, max-age=${STATUS_TTL_SECONDS}`).header('etag', found.etag);
      if (request.headers['if-none-match'] === found.etag) return reply.code(304).send();
      return typeof found.credential === 'string'
        ? reply.type('application/statuslist+jwt').send(found.credential)
        : reply.type(CREDENTIAL_TYPE).send(JSON.stringify(found.credential));
    },
  );
}
