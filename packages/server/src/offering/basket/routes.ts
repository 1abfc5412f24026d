import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callerOf } from '../../http/caller.ts';
import { problem } from '../../http/problem.ts';
import { type App, requireRole, type SignedIn } from '../../http/route.ts';
import { countCall, type Limit } from '../../operations/rate-limit.ts';
import type { Services } from '../../services.ts';
import { basketContents, listRequests, openBasket, sendBasket, settleRequest, shareBasket } from './basket.ts';
import {
  answerBody,
  basketView,
  contentsQuery,
  contentsView,
  requestList,
  requestParams,
  requests,
  sendBody,
  sent,
  shareBody,
  shared,
  sumQuery,
  sumView,
  tokenParams,
} from './schemas.ts';
import { sumBasket } from './sum.ts';

const tags = ['offerings'];

/** Whoever is not signed in writes here too: so many an hour and no more. */
const WRITING: Limit = { bucket: 'basket', calls: 60, seconds: 3600 };

/** Baskets: read as they are now, shared by a link, sent to a provider. Open to everybody but for a provider's worklist. */
export function basketRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/baskets/contents',
    {
      schema: {
        tags,
        summary: 'The outcomes of a basket as they are now, how they are offered, and what they are a part of; nothing is kept',
        querystring: contentsQuery,
        response: { 200: contentsView },
      },
    },
    async (request) => basketContents(services, request.query.outcomes),
  );
  app.get(
    '/api/v1/baskets/sum',
    {
      schema: {
        tags,
        summary: 'What outcomes add up to in each framework, what overlaps, and what one more completes; nothing is kept',
        querystring: sumQuery,
        response: { 200: sumView },
      },
    },
    async ({ query: { outcomes, framework = null } }) => {
      const sum = await sumBasket(services, outcomes, { framework, own: null });
      return {
        ...sum,
        items: [...sum.items],
        missing: [...sum.missing],
        frameworks: sum.frameworks.map((one) => ({
          ...one,
          sized: one.sized.map((each) => ({ ...each, majors: [...each.majors] })),
          made: one.made.map((each) => ({ ...each, missing: [...each.missing] })),
          oneMore: one.oneMore.map((each) => ({ ...each, completes: [...each.completes] })),
        })),
        overlaps: [...sum.overlaps],
        unsized: [...sum.unsized],
      };
    },
  );
  app.post(
    '/api/v1/baskets',
    { schema: { tags, summary: 'Share a basket by a link until a day', body: shareBody, response: { 201: shared } } },
    async (request, reply) => {
      await countCall(services.db, callerOf(request), WRITING);
      return reply.code(201).send(await shareBasket(services, request.body));
    },
  );
  app.get(
    '/api/v1/baskets/:token',
    { schema: { tags, summary: 'A basket that somebody shared', params: tokenParams, response: { 200: basketView } } },
    async (request) => openBasket(services, request.params.token),
  );
  app.post(
    '/api/v1/baskets/requests',
    { schema: { tags, summary: 'Send a basket to a provider, with how to reach you', body: sendBody, response: { 201: sent } } },
    async (request, reply) => {
      await countCall(services.db, callerOf(request), WRITING);
      return reply.code(201).send(await sendBasket(services, request.body));
    },
  );
  app.get(
    '/api/v1/providers/me/baskets',
    { schema: { tags, summary: 'Baskets that visitors sent to us', querystring: requestList, response: { 200: requests } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return { items: await listRequests(services, provider(request), request.query.state) };
    },
  );
  app.put(
    '/api/v1/providers/me/baskets/:id',
    {
      schema: {
        tags,
        summary: 'Say that a request was answered, or close it',
        params: requestParams,
        body: answerBody,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await settleRequest(services, provider(request), request.params.id, request.body);
      return reply.code(204).send(null);
    },
  );
}

function provider(request: FastifyRequest): SignedIn {
  const signedIn = requireRole(request, ['provider'], 'registrar', 'administrator');
  if (signedIn.organisationId === null) throw problem('not-your-door', 403, 'Your sign-in does not open this.');
  return signedIn;
}
