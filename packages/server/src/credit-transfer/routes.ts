import { z } from 'zod';
import { sendContent } from '../evidence/routes.ts';
import { readCursor } from '../http/paging.ts';
import { problem } from '../http/problem.ts';
import { type App, requireAct, requireActor, requireLearner, requireRole, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { reporter } from '../reporting/reporter.ts';
import type { Services } from '../services.ts';
import { listAgreements, loadAgreements } from './agreements.ts';
import { askTransfer, withdrawTransfer } from './ask.ts';
import { decideTransfer } from './decide.ts';
import {
  agreementsBody,
  agreementsQuery,
  agreementsView,
  askBody,
  decisionBody,
  loadedView,
  made,
  ownView,
  params,
  sentDetail,
  sentQuery,
  sentView,
} from './schemas.ts';
import { TRANSFER_SENTENCES } from './sentences.ts';
import { listOwn, listSent, readSent, readSentFile } from './view.ts';

const tags = ['credit transfer'];
const OWN = '/api/v1/learners/me/transfers';
const SENT = '/api/v1/providers/me/transfers';

/** Credit transfer, and the agreements behind it. */
export const creditTransferRoutes: Routes = (app, services) => {
  addSentences(TRANSFER_SENTENCES);
  agreementRoutes(app, services);
  app.register(async (scope) => {
    scope.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
    learnerRoutes(scope, services);
    providerRoutes(scope, services);
  });
};

function agreementRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/transfer-agreements',
    {
      schema: {
        tags,
        summary: 'What providers recognise from elsewhere',
        querystring: agreementsQuery,
        response: { 200: agreementsView },
      },
    },
    async (request) => {
      const { cursor, limit, outcome = null } = request.query;
      return listAgreements(services, { outcome, limit, after: readCursor(cursor, z.tuple([z.string()]))?.[0] ?? null });
    },
  );
  app.post(
    '/api/v1/transfer-agreements',
    {
      schema: {
        tags,
        summary: 'Load agreements, each under its reference: stewards for all, a registrar for what the own organisation accepts',
        body: agreementsBody,
        response: { 200: loadedView },
      },
    },
    async (request) => {
      const { kind, actor } = requireActor(request, 'provider', 'steward');
      if (kind === 'steward') requireRole(request, ['steward'], 'steward', 'administrator');
      const organisationId = kind === 'steward' ? null : reporter(request).organisationId;
      return loadAgreements(services, { actor, organisationId }, request.body.items);
    },
  );
}

function learnerRoutes(app: App, services: Services): void {
  app.get(OWN, { schema: { tags, summary: 'The transfers I asked for', response: { 200: ownView } } }, async (request) =>
    listOwn(services, requireLearner(request)),
  );
  app.post(
    OWN,
    { schema: { tags, summary: 'Ask a provider to transfer credit, with consent', body: askBody, response: { 201: made } } },
    async (request, reply) => {
      requireAct(request, 'share');
      return reply.code(201).send(await askTransfer(services, requireAct(request, 'claim'), request.body));
    },
  );
  app.post(
    `${OWN}/:id/withdrawal`,
    { schema: { tags, summary: 'Take a request back', params, response: { 200: made } } },
    async (request) => withdrawTransfer(services, requireAct(request, 'claim'), request.params.id),
  );
}

function providerRoutes(app: App, services: Services): void {
  app.get(
    SENT,
    { schema: { tags, summary: 'Transfers that we were asked for', querystring: sentQuery, response: { 200: sentView } } },
    async (request) => {
      const { cursor, limit, state } = request.query;
      const after = readCursor(cursor, z.tuple([z.int()]))?.[0] ?? null;
      return listSent(services, reporter(request), { waiting: state === 'waiting', after, limit });
    },
  );
  app.get(
    `${SENT}/:id`,
    { schema: { tags, summary: 'One of them; the learner sees that it was read', params, response: { 200: sentDetail } } },
    async (request) => readSent(services, reporter(request), request.params.id),
  );
  app.get(
    `${SENT}/:id/evidence`,
    { schema: { tags, summary: 'The file that was sent with it; the learner sees that it was opened', params } },
    async (request, reply) => sendContent(reply, await readSentFile(services, reporter(request), request.params.id)),
  );
  app.post(
    `${SENT}/:id/decision`,
    { schema: { tags, summary: 'Accept or decline a transfer', params, body: decisionBody, response: { 200: made } } },
    async (request) => {
      const by = reporter(request);
      if (by.accountId === null) throw problem('not-your-door', 403, 'Only a person decides this.');
      return decideTransfer(services, { ...by, accountId: by.accountId }, request.params.id, request.body);
    },
  );
}
