import type { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import { ownAccess } from '../account/own-access.ts';
import { problem } from '../http/problem.ts';
import { type App, requireAct, requireLearner, requireRole, type Routes, type SignedIn } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import type { Services } from '../services.ts';
import { csvStream, onePage } from '../stewardship/csv.ts';
import { deposit } from './deposit.ts';
import { seeCredits, seeEntries } from './institution-view.ts';
import { admitInstitution } from './institutions.ts';
import { seeLedgers } from './ledgers.ts';
import { redeem, transfer } from './redeem.ts';
import {
  bankList,
  decisionQuery,
  decisionView,
  depositAnswer,
  depositBody,
  entryPage,
  entryQuery,
  holdings,
  institutionBody,
  institutionParams,
  ledgerList,
  made,
  place,
  redemptionBody,
  seenPage,
  seenQuery,
  statement,
  transferBody,
} from './schemas.ts';
import { BANK_SENTENCES } from './sentences.ts';
import { seeStatement, statementTable } from './statement-view.ts';
import { seeBanks, seeDecision, seeHoldings } from './view.ts';

const tags = ['Credit banks'];
const OWN = '/api/v1/learners/me/banks/:framework/:bank';
const BANK = '/api/v1/banks/:framework/:bank';

/** Banks of credits: institutions deposit, learners hold, transfer and redeem. Which frameworks have one is data. */
export const bankRoutes: Routes = (app, services) => {
  addSentences(BANK_SENTENCES);
  publicRoutes(app, services);
  learnerRoutes(app, services);
  moveRoutes(app, services);
  institutionRoutes(app, services);
};

/** Staff that report for an institution, or a client system with the scope. */
function institution(request: FastifyRequest): SignedIn & { readonly organisationId: number } {
  const signedIn = requireRole(request, ['provider'], 'registrar', 'administrator', 'results:write');
  if (signedIn.organisationId === null) throw problem('not-your-door', 403, 'Your sign-in does not open this.');
  return { ...signedIn, organisationId: signedIn.organisationId };
}

function publicRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/banks',
    { schema: { tags, summary: 'The banks of credits, their rules and who takes part', response: { 200: bankList } } },
    async () => seeBanks(services),
  );
  app.put(
    `${BANK}/institutions/:organisation`,
    {
      schema: {
        tags,
        summary: 'As a steward: let an organisation take part in a bank, and say for which awards it redeems',
        params: institutionParams,
        body: institutionBody,
        response: { 200: made },
      },
    },
    async (request) =>
      admitInstitution(services, requireRole(request, ['steward'], 'steward', 'administrator'), {
        ...request.params,
        ...request.body,
      }),
  );
}

function learnerRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/learners/me/ledgers',
    {
      schema: {
        tags,
        summary: 'The banks in which I hold or held any credit, and my learning accounts',
        response: { 200: ledgerList },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seeLedgers(services, requireLearner(request));
    },
  );
  app.get(
    OWN,
    {
      schema: {
        tags,
        summary: 'What I hold in a bank, when each lapses, and what I can redeem',
        params: place,
        response: { 200: holdings },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seeHoldings(services, ownAccess(services, requireLearner(request)), request.params, request.language);
    },
  );
  app.get(
    `${OWN}/decision`,
    {
      schema: {
        tags,
        summary: 'Decide an award on what I can use today, line by line; nothing is debited',
        params: place,
        querystring: decisionQuery,
        response: { 200: decisionView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seeDecision(services, ownAccess(services, requireLearner(request)), request.params, request.query, request.language);
    },
  );
  app.get(
    `${OWN}/statement`,
    {
      schema: { tags, summary: 'My statement of account, with a running balance', params: place, response: { 200: statement } },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return ownStatement(services, request, request.params);
    },
  );
  app.get(`${OWN}/statement.csv`, { schema: { tags, summary: 'The same as CSV', params: place } }, async (request, reply) => {
    const { header, rows } = statementTable(await ownStatement(services, request, request.params));
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="statement.csv"')
      .type('text/csv; charset=utf-8')
      .send(csvStream(header, onePage(rows)));
  });
}

function ownStatement(services: Services, request: FastifyRequest, which: z.infer<typeof place>) {
  const { acting, learnerId } = requireLearner(request);
  return seeStatement(services, (work) => services.db.as(acting, work), learnerId, which, request.language);
}

function moveRoutes(app: App, services: Services): void {
  app.post(
    `${OWN}/transfers`,
    {
      schema: {
        tags,
        summary: 'Transfer credits to another institution of the bank',
        params: place,
        body: transferBody,
        response: { 201: made },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await transfer(services, ownAccess(services, requireAct(request, 'claim')), request.params, request.body)),
  );
  app.post(
    `${OWN}/redemptions`,
    {
      schema: {
        tags,
        summary: 'Redeem credits for an award: they are debited for ever',
        params: place,
        body: redemptionBody,
        response: { 201: made },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await redeem(services, ownAccess(services, requireAct(request, 'claim')), request.params, request.body)),
  );
}

function institutionRoutes(app: App, services: Services): void {
  app.post(
    `${BANK}/deposits`,
    {
      schema: {
        tags,
        summary: 'Deposit credits in the name of my institution, each row with its own answer',
        params: place,
        body: depositBody,
        response: { 200: depositAnswer },
      },
    },
    async (request) => {
      const { acting, actor, organisationId } = institution(request);
      const answer = await deposit(
        services,
        { actor, institution: { organisationId }, run: (work) => services.db.as(acting, work) },
        request.params,
        request.body.rows,
      );
      return { ...answer, rejected: [...answer.rejected], credits: [...answer.credits] };
    },
  );
  app.get(
    `${BANK}/credits`,
    {
      schema: {
        tags,
        summary: 'What my institution gave and what came to it',
        params: place,
        querystring: seenQuery,
        response: { 200: seenPage },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seeCredits(services, institution(request), request.params, request.query);
    },
  );
  app.get(
    `${BANK}/entries`,
    {
      schema: {
        tags,
        summary: 'Deposits by my institution, transfers to it and redemptions at it',
        params: place,
        querystring: entryQuery,
        response: { 200: entryPage },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seeEntries(services, institution(request), request.params, request.query.kind, request.query);
    },
  );
}
