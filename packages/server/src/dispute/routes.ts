import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readCursor } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import { type App, requireAct, requireActor, requireLearner, requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { answerDispute } from './answer.ts';
import { escalateDispute } from './escalate.ts';
import { extendDispute } from './extend.ts';
import { appealAward, disputeLine, disputeMissing } from './open.ts';
import {
  answerBody,
  decisionBody,
  disputeDetail,
  disputeList,
  disputePage,
  disputeParams,
  extensionBody,
  made,
  newDispute,
  statementsFileView,
  wordsBody,
} from './schemas.ts';
import { DISPUTE_SENTENCES } from './sentences.ts';
import { settleDispute } from './settle.ts';
import { removeStatement, stateCorrection, takeBack } from './statement.ts';
import { statementsFile } from './statements.ts';
import { listDisputes, seeDispute } from './view.ts';

const tags = ['disputes'];

/** What learners say is wrong, who answers, and the statements that stay beside a line. */
export const disputeRoutes: Routes = (app, services) => {
  addSentences(DISPUTE_SENTENCES);
  readingRoutes(app, services);
  learnerRoutes(app, services);
  answerRoutes(app, services);
};

/** Staff that may report and correct results, or a client system with the scope. */
function provider(request: FastifyRequest): SignedIn {
  return requireRole(request, ['provider'], 'registrar', 'administrator', 'results:write');
}

function anyParty(request: FastifyRequest): SignedIn {
  const signedIn = requireActor(request, 'learner', 'provider', 'steward');
  if (signedIn.kind === 'learner') return requireLearner(request);
  return signedIn.kind === 'provider' ? provider(request) : signedIn;
}

function readingRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/disputes',
    {
      schema: {
        tags,
        summary: 'Disputes: mine as a learner, those we answer as a provider, all for stewards',
        querystring: disputeList,
        response: { 200: disputePage },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const { cursor, limit, state, subject } = request.query;
      const after = readCursor(cursor, z.tuple([z.iso.date(), z.int()]));
      return listDisputes(services, anyParty(request), { state, subject: subject ?? null, after, limit });
    },
  );
  app.get(
    '/api/v1/disputes/:id',
    { schema: { tags, summary: 'A dispute with its history', params: disputeParams, response: { 200: disputeDetail } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seeDispute(services, anyParty(request), request.params.id);
    },
  );
  app.get(
    '/api/v1/learners/me/statements',
    {
      schema: {
        tags,
        summary: 'My statements of correction, as the file that goes beside my portable record',
        response: { 200: statementsFileView },
      },
    },
    async (request, reply) => {
      const { acting } = requireLearner(request);
      void reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="record.statements.json"');
      return statementsFile(services, acting);
    },
  );
}

function learnerRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/disputes',
    {
      schema: {
        tags,
        summary: 'Say what is wrong with a line of my record or missing from it, or appeal against a decision on an award',
        body: newDispute,
        response: { 201: made },
      },
    },
    async (request, reply) => {
      const learner = requireAct(request, 'dispute');
      const { body } = request;
      const dispute =
        body.subject === 'achievement'
          ? await disputeLine(services, learner, Number(body.achievement), body)
          : body.subject === 'missing'
            ? await disputeMissing(services, learner, body)
            : await appealAward(services, learner, body.award, body);
      return reply.code(201).send(dispute);
    },
  );
  app.post(
    '/api/v1/disputes/:id/escalation',
    { schema: { tags, summary: 'Ask the stewards to look', params: disputeParams, body: wordsBody, response: { 200: made } } },
    async (request) => escalateDispute(services, requireAct(request, 'dispute'), request.params.id, request.body.words),
  );
  app.post(
    '/api/v1/disputes/:id/taken-back',
    { schema: { tags, summary: 'Take back what I said', params: disputeParams, response: { 200: made } } },
    async (request) => takeBack(services, requireAct(request, 'dispute'), request.params.id),
  );
  app.put(
    '/api/v1/disputes/:id/statement',
    {
      schema: {
        tags,
        summary: 'Put my statement of correction beside the line',
        params: disputeParams,
        body: wordsBody,
        response: { 200: made },
      },
    },
    async (request) => stateCorrection(services, requireAct(request, 'dispute'), request.params.id, request.body.words),
  );
  app.delete(
    '/api/v1/disputes/:id/statement',
    { schema: { tags, summary: 'Take my statement away', params: disputeParams, response: { 200: made } } },
    async (request) => removeStatement(services, requireAct(request, 'dispute'), request.params.id),
  );
}

function answerRoutes(app: App, services: Services): void {
  app.post(
    '/api/v1/disputes/:id/answer',
    { schema: { tags, summary: 'Answer as the provider', params: disputeParams, body: answerBody, response: { 200: made } } },
    async (request) => answerDispute(services, provider(request), request.params.id, request.body.answer, request.body.words),
  );
  app.post(
    '/api/v1/disputes/:id/extension',
    {
      schema: {
        tags,
        summary: 'Take longer for an answer, once, with the reason; the learner is told',
        params: disputeParams,
        body: extensionBody,
        response: { 200: made },
      },
    },
    async (request) => extendDispute(services, provider(request), request.params.id, request.body.until, request.body.words),
  );
  app.post(
    '/api/v1/disputes/:id/decision',
    { schema: { tags, summary: 'Settle as a steward', params: disputeParams, body: decisionBody, response: { 200: made } } },
    async (request) => {
      const steward = requireRole(request, ['steward'], 'steward', 'administrator');
      const { accountId } = steward;
      if (accountId === null) throw problem('not-your-door', 403, 'Only a person can settle this.');
      return settleDispute(services, { ...steward, accountId }, request.params.id, request.body.decision, request.body.words);
    },
  );
}
