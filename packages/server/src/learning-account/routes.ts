import { ownAccess } from '../account/own-access.ts';
import { requireAct, requireLearner, requireRole, type Routes } from '../http/route.ts';
import { addSentences } from '../http/sentences.ts';
import { csvStream, onePage } from '../stewardship/csv.ts';
import {
  accountList,
  accountParams,
  accountStatementView,
  accountView,
  made,
  openBody,
  programmeList,
  programmeQuery,
  reservationBody,
  reservationParams,
  ruleList,
} from './schemas.ts';
import { LEARNING_ACCOUNT_SENTENCES } from './sentences.ts';
import { close, openAccount, reserve } from './use.ts';
import { accountStatementTable, listOwn, seeAccount, seeAccountStatement, seeProgrammes, seeRules } from './view.ts';

const tags = ['Learning accounts'];
const OWN = '/api/v1/learners/me/learning-accounts';

/** Lifelong learning accounts: credit granted by rule, reserved and spent on listed programmes. Which frameworks have one is data. */
export const learningAccountRoutes: Routes = (app, services) => {
  addSentences(LEARNING_ACCOUNT_SENTENCES);
  app.get(
    '/api/v1/learning-accounts',
    { schema: { tags, summary: 'The learning accounts that frameworks have, with their grants', response: { 200: ruleList } } },
    async () => seeRules(),
  );
  app.post(
    '/api/v1/learning-accounts',
    {
      schema: {
        tags,
        summary: 'As a steward: open an account for a learner; what is due is granted by rule',
        body: openBody,
        response: { 201: made },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await openAccount(services, requireRole(request, ['steward'], 'steward', 'administrator'), request.body)),
  );
  app.get(OWN, { schema: { tags, summary: 'My learning accounts', response: { 200: accountList } } }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    return listOwn(services, ownAccess(services, requireLearner(request)));
  });
  app.get(
    `${OWN}/:id`,
    {
      schema: {
        tags,
        summary: 'What I can spend, by grant with its expiry, and what I have reserved',
        params: accountParams,
        response: { 200: accountView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seeAccount(services, ownAccess(services, requireLearner(request)), request.params.id);
    },
  );
  app.get(
    `${OWN}/:id/programmes`,
    {
      schema: {
        tags,
        summary: 'The programmes that my account may pay for today',
        params: accountParams,
        querystring: programmeQuery,
        response: { 200: programmeList },
      },
    },
    async (request) => seeProgrammes(services, ownAccess(services, requireLearner(request)), request.params.id, request.query),
  );
  app.get(
    `${OWN}/:id/statement`,
    {
      schema: {
        tags,
        summary: 'My statement of account, with running balances',
        params: accountParams,
        response: { 200: accountStatementView },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return seeAccountStatement(services, ownAccess(services, requireLearner(request)), request.params.id);
    },
  );
  app.get(
    `${OWN}/:id/statement.csv`,
    { schema: { tags, summary: 'The same as CSV', params: accountParams } },
    async (request, reply) => {
      const statement = await seeAccountStatement(services, ownAccess(services, requireLearner(request)), request.params.id);
      const { header, rows } = accountStatementTable(statement);
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="statement.csv"')
        .type('text/csv; charset=utf-8')
        .send(csvStream(header, onePage(rows)));
    },
  );
  app.post(
    `${OWN}/:id/reservations`,
    {
      schema: {
        tags,
        summary: 'Reserve credit for a listed programme',
        params: accountParams,
        body: reservationBody,
        response: { 201: made },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await reserve(services, ownAccess(services, requireAct(request, 'claim')), request.params.id, request.body)),
  );
  for (const [path, kind, summary] of [
    ['spending', 'spend', 'Spend a reservation: the programme is paid, for good'],
    ['release', 'release', 'Release a reservation: what has not lapsed is free again'],
  ] as const)
    app.post(
      `${OWN}/:id/reservations/:reservation/${path}`,
      { schema: { tags, summary, params: reservationParams, response: { 200: made } } },
      async (request) =>
        close(services, ownAccess(services, requireAct(request, 'claim')), request.params.id, kind, request.params.reservation),
    );
};
