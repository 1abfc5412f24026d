import { z } from 'zod';
import { callerOf } from '../http/caller.ts';
import { requireAct, requireLearner, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { countCall, type Limit } from '../operations/rate-limit.ts';
import { takeRecord } from '../record/see-record.ts';
import { planPathway } from './plan.ts';
import { sealOf } from './seal.ts';
import {
  listPathways,
  openPathway,
  planAgain,
  removePathway,
  replacePathway,
  savePathway,
  seePathway,
  sharePathway,
  unsharePathway,
} from './saved.ts';
import {
  askBody,
  idParams,
  linkView,
  made,
  openBody,
  plannedView,
  saveBody,
  savedList,
  savedView,
  sharedView,
  shareBody,
} from './schemas.ts';
import { PATHWAY_SENTENCES } from './sentences.ts';

const tags = ['Pathways'];
const BASE = '/api/v1/pathways';
/** A plan is seconds of the processor. */
const PLANNING: Limit = { bucket: 'pathway', calls: 60, seconds: 3600 };

/** Pathways: plan, keep, look again, share with an adviser. A learner's own, under their own sign-in. */
export const pathwayRoutes: Routes = (app, services) => {
  addSentences(PATHWAY_SENTENCES);
  app.post(
    `${BASE}/plan`,
    {
      schema: {
        tags,
        summary: 'Plan a way to a goal from my record and what is offered; nothing is kept',
        body: askBody,
        response: { 200: plannedView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const { acting, learnerId } = requireLearner(request);
      await countCall(services.db, callerOf(request), PLANNING);
      const answer = await planPathway(services, await takeRecord(services, acting), request.body);
      return { ...answer, seals: answer.plans.map((plan) => sealOf(services, learnerId, answer.asked, plan)) };
    },
  );
  app.get(
    BASE,
    { schema: { tags, summary: 'My plans, the newest first', response: { 200: savedList } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return listPathways(services, requireAct(request, 'share'));
    },
  );
  app.post(BASE, { schema: { tags, summary: 'Keep a plan', body: saveBody, response: { 201: made } } }, async (request, reply) =>
    reply.code(201).send(await savePathway(services, requireAct(request, 'share'), request.body)),
  );
  app.get(
    `${BASE}/:id`,
    { schema: { tags, summary: 'One of my plans, with what has changed since', params: idParams, response: { 200: savedView } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seePathway(services, requireAct(request, 'share'), request.params.id);
    },
  );
  app.post(
    `${BASE}/:id/again`,
    {
      schema: {
        tags,
        summary: 'Plan anew for a kept plan of which something has changed; the kept one stays',
        params: idParams,
        response: { 200: savedView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const learner = requireAct(request, 'share');
      await countCall(services.db, callerOf(request), PLANNING);
      return planAgain(services, learner, request.params.id);
    },
  );
  app.put(
    `${BASE}/:id`,
    { schema: { tags, summary: 'Put another plan in its place', params: idParams, body: saveBody, response: { 200: made } } },
    async (request) => replacePathway(services, requireAct(request, 'share'), request.params.id, request.body),
  );
  app.delete(
    `${BASE}/:id`,
    { schema: { tags, summary: 'Take a plan away, with its link', params: idParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await removePathway(services, requireAct(request, 'share'), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${BASE}/:id/link`,
    {
      schema: {
        tags,
        summary: 'A link that shows a plan to an adviser; the one before opens nothing',
        params: idParams,
        body: shareBody,
        response: { 201: linkView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store').code(201);
      return sharePathway(services, requireAct(request, 'share'), request.params.id, request.body.days);
    },
  );
  app.delete(
    `${BASE}/:id/link`,
    { schema: { tags, summary: 'End the link to a plan', params: idParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await unsharePathway(services, requireAct(request, 'share'), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${BASE}/opening`,
    {
      config: { csrf: false },
      schema: {
        tags,
        summary: 'What a link to a plan shows, for whoever holds it',
        body: openBody,
        response: { 200: sharedView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return openPathway(services, callerOf(request), request.body.link);
    },
  );
};
